import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../../server/src/core/markdown/block.ts';
import { layOut } from '../../../../server/src/core/markdown/layout.ts';
import { piecesOf, readLongBlock } from '../../../../server/src/core/markdown/longBlock.ts';
import { parseMarkdown } from '../../../../server/src/core/markdown/markdownParser.ts';
import { maskSource } from '../../../../server/src/core/markdown/maskSource.ts';
import { parseBlocks } from '../../../../server/src/core/markdown/parseBlocks.ts';
import { readBlock } from '../../../../server/src/core/markdown/readBlock.ts';
import { reparseBlocks } from '../../../../server/src/core/markdown/reparseBlocks.ts';
import { rereadLongBlock } from '../../../../server/src/core/markdown/rereadLongBlock.ts';
import { withMapsFromStart } from '../../../support/blockMaps.ts';
import { arbitraryEdit, arbitraryMarkdown, editedSpan } from '../../../support/markdownArbitrary.ts';

/** Cuts behind every line or two, so that short texts have many pieces. */
const sizes = { long: 1, least: 1, most: 30 };
const labels: ReadonlySet<string> = new Set(['ALPHA']);

function readWhole(source: string): Block {
  const lead = source.includes('alpha') ? '[ALPHA]: #\n\n***\n\n' : '';
  const masked = maskSource(source).text;
  const nodes = parseMarkdown(lead + masked, 'markdown').children.slice(lead ? 2 : 0);
  expect(nodes).toHaveLength(1);
  return readBlock({ source, masked, shift: lead.length }, nodes[0]!, undefined);
}

const cell = fc.constantFrom(
  'Arden',
  '1,240',
  '**12** of 40',
  '[alpha]',
  '$3.1 million',
  '',
  'a \\| b',
  '&amp; 5',
  '`x`',
);
const row = fc.array(cell, { minLength: 1, maxLength: 4 }).map((cells) => `| ${cells.join(' | ')} |`);
const end = fc.constantFrom('\n', '\n', '\n', '\r\n');

const table = fc
  .tuple(fc.array(row, { minLength: 2, maxLength: 12 }), end)
  .map(([rows, eol]) => ['| Town | Ships | Cost |', '|---|:-:|--:|', ...rows].map((line) => line + eol).join(''));

const item = fc.constantFrom(
  'one of 5',
  'two\nlazy',
  'three\n\n  more of it',
  'four\n  - inner\n  - inner too',
  'five\n\n  | a | b |\n  |---|---|\n  | 1 | 2 |',
  'six with [alpha]',
  'seven\n  ```\n  - code\n  ```',
  'eight\n  ```\n  open',
  'nine <!-- concordance-disable-line -->',
  '**ten**: 10\n',
  '[ ] eleven\n      12. twelve',
  'thirteen\n  > quoted\nlazy',
  'fourteen\n  ◦ pasted\n  – too\n',
);
const list = fc
  .tuple(
    fc.constantFrom('- ', '* ', '+ ', '1. ', '2) ', '• ', '▪\t', '◦ '),
    fc.array(item, { minLength: 3, maxLength: 12 }),
  )
  .map(([marker, items]) => items.map((text) => `${marker}${text}\n`).join(''));

describe('a long table or list', () => {
  it('reads in pieces as it does as a whole', () => {
    let cut = 0;
    fc.assert(
      fc.property(fc.oneof(table, list), (source) => {
        const long = readLongBlock(source, 0, 'markdown', labels, undefined, sizes);
        if (!long) return;
        cut++;
        expect(long.end).toBe(source.length);
        expect(withMapsFromStart(long.block)).toEqual(readWhole(source));
      }),
      { numRuns: 80 },
    );
    expect(cut).toBeGreaterThan(30);
  });

  it('ends where the parser ends it, if that is certain', () => {
    const behind = fc.constantFrom(
      '7 boats',
      '7* more',
      '3.5 m',
      '2020',
      '12',
      '- other',
      '1. other',
      '• other',
      '–',
      '> 5',
      'text',
    );
    let sure = 0;
    fc.assert(
      fc.property(fc.oneof(table, list), fc.constantFrom('', '\n', '\n\n'), behind, (text, blank, next) => {
        const source = `${text}${blank}${next}\n`;
        const long = readLongBlock(source, 0, 'markdown', new Set(), undefined, sizes);
        if (!long || long.end === source.length) return;
        sure++;
        const [, second] = parseMarkdown(maskSource(source).text, 'markdown').children;
        expect(long.end).toBe(second!.position!.start.offset);
      }),
      { numRuns: 200 },
    );
    expect(sure).toBeGreaterThan(30);
  });

  it('is read again after any edits as it is read fresh', () => {
    const long = fc.oneof(table, list).map((text) => {
      const [head, body] = text.startsWith('|')
        ? [text.split('|---')[0]!, text.slice(text.split('|---')[0]!.length)]
        : ['', text];
      return head + body.repeat(Math.ceil(2100 / body.length));
    });
    const document = fc.tuple(arbitraryMarkdown(2), long, arbitraryMarkdown(2)).map((parts) => parts.join('\n\n'));
    fc.assert(
      fc.property(document, fc.array(arbitraryEdit(), { minLength: 1, maxLength: 3 }), (start, edits) => {
        let source = start;
        let blocks = parseBlocks(source, 'markdown');
        for (const edit of edits) {
          const span = editedSpan(source, edit);
          const next = source.slice(0, span.start) + edit.text + source.slice(span.end);
          blocks = reparseBlocks(layOut(blocks, 'markdown'), { span, text: edit.text }, 'markdown');
          source = next;
        }
        // What is read in pieces here may be read as a whole there.
        expect(blocks.map(withMapsFromStart)).toEqual(parseBlocks(source, 'markdown').map(withMapsFromStart));
        expect(blocks.map((block) => block.source).join('')).toBe(source);
      }),
      { numRuns: 20 },
    );
  });

  it('is read again around an edit as it is read fresh, or not at all', () => {
    const snippet = fc.constantFrom(
      ...['x', ' 7', '\n', '\r', '\n\n', ' | ', '`', '**', '[alpha]', '{{', '}}', '• ', '<!-- ', '# ', '=== ', '', ''],
      ...['- four', '\n- one more\n', '\n1. one more\n', '\n| Arden | 3 |\n', '[beta]: b\n', '\n  ```\n', '\n***\n'],
    );
    const long = fc.tuple(fc.oneof(table, list), fc.integer({ min: 2, max: 4 })).map(([text, times]) => {
      const head = text.startsWith('|') ? text.split('|---')[0]! : '';
      return head + text.slice(head.length).repeat(times);
    });
    let around = 0;
    fc.assert(
      fc.property(long, fc.nat(), fc.nat({ max: 9 }), snippet, (source, at, length, text) => {
        const before = readLongBlock(source, 0, 'markdown', labels, undefined, sizes)?.block;
        if (!before) return;
        const start = at % (source.length + 1);
        const edit = { span: { start, end: Math.min(source.length, start + (length > 5 ? length : 0)) }, text };
        const after = rereadLongBlock(before, edit, labels, sizes);
        if (!after) return;
        around++;
        const next = source.slice(0, edit.span.start) + text + source.slice(edit.span.end);
        const fresh = readLongBlock(next, 0, 'markdown', labels, undefined, sizes);
        expect(after.source).toBe(next);
        expect(fresh?.end).toBe(next.length);
        expect(after).toEqual(fresh!.block);
        expect(piecesOf(after)!.pieces.map(({ key }) => key)).toEqual(
          piecesOf(fresh!.block)!.pieces.map(({ key }) => key),
        );
      }),
      { numRuns: 300 },
    );
    expect(around).toBeGreaterThan(50);
  });

  it('reads again only the pieces that an edit touched', () => {
    const rows = Array.from({ length: 400 }, (_, index) => `| Town ${index} | ${index * 37} | ${index % 9} |`);
    const source = `# Towns\n\n| Town | Ships | Ports |\n|---|---|---|\n${rows.join('\n')}\n\nThat is all.\n`;
    const before = parseBlocks(source, 'markdown');
    const at = source.indexOf('Town 200') + 4;
    const edited = `${source.slice(0, at)}x${source.slice(at)}`;
    const after = reparseBlocks(layOut(before, 'markdown'), { span: { start: at, end: at }, text: 'x' }, 'markdown');
    expect(after).toEqual(parseBlocks(edited, 'markdown'));
    const [was, is] = [before, after].map((blocks) => blocks.find((block) => block.kind === 'table')!);
    const known = new Set(piecesOf(was!)!.pieces.map(({ piece }) => piece));
    const anew = piecesOf(is!)!.pieces.filter(({ piece }) => !known.has(piece));
    expect(known.size).toBeGreaterThan(8);
    expect(anew.length).toBeLessThanOrEqual(2);
    // What stands before the edit is what it was, to the object.
    expect(is!.prose.slice(0, 500)).toEqual(was!.prose.slice(0, 500));
    expect(is!.prose.slice(0, 500).every((prose, index) => prose === was!.prose[index])).toBe(true);
  });

  it('keeps the prose behind the edit, to the object, where there are as many rows in more or fewer pieces', () => {
    const rows = Array.from({ length: 100 }, (_, index) => `| Town of ${index * 37} | ${index} |`);
    const source = `| Town | Ships |\n|---|---|\n${rows.join('\n')}\n`;
    const small = { long: 1, least: 1, most: 100 };
    const { block } = readLongBlock(source, 0, 'markdown', labels, undefined, small)!;
    const counts = new Set<number>();
    for (let row = 20; row < 60; row++) {
      const at = source.indexOf(rows[row]!) + 6;
      const after = rereadLongBlock(block, { span: { start: at, end: at }, text: 'x' }, labels, small)!;
      counts.add(piecesOf(after)!.pieces.length);
      expect(after.prose.slice(-60).every((prose, index) => prose === block.prose.at(index - 60))).toBe(true);
    }
    expect(counts.size).toBeGreaterThan(1);
  });

  it.each([
    ['a row that begins another block', '| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n# Title\n| 5 | 6 |\n'],
    ['an item that defines a label', '- one\n- [beta]: http://b.example\n- three\n- four\n'],
    ['a comment between two lists', '- one\n- two\n<!-- x -->\n- three\n- four\n'],
    ['other bullets behind a blank line', '- one\n- two\n- three\n\n– dash\n'],
    ['a break in place of an item', '* one\n* two\n\n* * *\n'],
  ])('is left to be read as a whole with %s', (_, source) => {
    expect(readLongBlock(source, 0, 'markdown', labels, undefined, sizes)).toBeUndefined();
  });

  it('ends where another block begins', () => {
    const source = '- one\n- two\n\n- three\n\nAnd then.\n\n- four\n';
    const long = readLongBlock(source, 0, 'markdown', labels, undefined, sizes);
    expect(source.slice(0, long!.end)).toBe('- one\n- two\n\n- three\n\n');
  });
});
