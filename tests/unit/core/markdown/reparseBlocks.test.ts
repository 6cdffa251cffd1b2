import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourceFormat } from '../../../../server/src/core/markdown/block.ts';
import { layOut } from '../../../../server/src/core/markdown/layout.ts';
import { definedLabels, parseBlocks, readWindows } from '../../../../server/src/core/markdown/parseBlocks.ts';
import { reparseBlocks } from '../../../../server/src/core/markdown/reparseBlocks.ts';
import { withMapsFromStart } from '../../../support/blockMaps.ts';
import { arbitraryEdit, arbitraryMarkdown, editedSpan } from '../../../support/markdownArbitrary.ts';

const format = fc.constantFrom<SourceFormat>('markdown', 'text');

const edits = fc.array(arbitraryEdit(), { maxLength: 5 });
/** How far behind the edit is looked at first: nearly nothing of a document, some of it, or all. */
const ahead = fc.constantFrom(1, 60, 100_000);

/** How many documents each law is tried on. */
const numRuns = 200;

function apply(source: string, span: { start: number; end: number }, text: string): string {
  return source.slice(0, span.start) + text + source.slice(span.end);
}

describe('blocks after an edit', () => {
  it('are those of the new text, after any edits', () => {
    fc.assert(
      fc.property(arbitraryMarkdown(), edits, format, ahead, (start, edits, as, ahead) => {
        let source = start;
        let layout = layOut(parseBlocks(source, as), as);
        for (const edit of edits) {
          const span = editedSpan(source, edit);
          const next = apply(source, span, edit.text);
          const blocks = reparseBlocks(layout, { span, text: edit.text }, as, ahead);
          source = next;
          expect(blocks).toEqual(parseBlocks(source, as));
          layout = layOut(blocks, as, layout);
          expect(layout).toEqual(layOut(blocks, as));
        }
      }),
      { numRuns },
    );
  });

  it('are the same objects where nothing changed', () => {
    const paragraphs = Array.from({ length: 40 }, (_, index) => `Paragraph ${index} of 40 with [label].`);
    const source = `${paragraphs.join('\n\n')}\n`;
    const at = source.indexOf('20 of');
    const before = parseBlocks(source, 'markdown');
    const after = reparseBlocks(layOut(before, 'markdown'), { span: { start: at, end: at }, text: '1' }, 'markdown');
    const changed = after.filter((block, index) => block !== before[index]);
    expect(changed.map((block) => block.source)).toEqual(['Paragraph 120 of 40 with [label].\n\n']);
  });

  it('do not keep a marker behind indented code whose empty list item went away', () => {
    const source = '- \n\n      code\n\n7)\n';
    const span = { start: 0, end: 2 };
    const text = '---\na: b\n---\n';
    const after = reparseBlocks(layOut(parseBlocks(source, 'markdown'), 'markdown'), { span, text }, 'markdown');
    expect(after).toEqual(parseBlocks(apply(source, span, text), 'markdown'));
  });

  it('do not keep a marker behind indented code that stood behind a byte order mark', () => {
    const source = '\ufeff\tcode\n\n> -\n\n';
    const edit = { span: { start: 0, end: 0 }, text: 'x' };
    const after = reparseBlocks(layOut(parseBlocks(source, 'markdown'), 'markdown'), edit, 'markdown');
    expect(after).toEqual(parseBlocks(`x${source}`, 'markdown'));
  });

  it('are read again where a label appears', () => {
    const source = 'See [alpha].\n\nNo label.\n\n# End\n';
    const before = parseBlocks(source, 'markdown');
    const text = '\n[alpha]: x\n';
    const span = { start: source.length, end: source.length };
    const after = reparseBlocks(layOut(before, 'markdown'), { span, text }, 'markdown');
    expect(after[0]!.prose[0]!.text).toBe('See alpha.');
    expect(after[1]).toBe(before[1]);
  });
});

describe('windows', () => {
  it('of any size read the same blocks', () => {
    fc.assert(
      fc.property(arbitraryMarkdown(30), fc.integer({ min: 1, max: 200 }), format, (source, length, as) => {
        const labels = definedLabels(parseBlocks(source, as));
        const whole = readWindows(source, 0, as, labels, () => source.length);
        const windows = readWindows(source, 0, as, labels, (start) => start + length);
        expect(windows.blocks.map(({ kind, source }) => [kind, source])).toEqual(
          whole.blocks.map(({ kind, source }) => [kind, source]),
        );
      }),
      { numRuns },
    );
  });
});

describe('blocks', () => {
  it('tile any document, and their prose stands where its map says', () => {
    fc.assert(
      fc.property(arbitraryMarkdown(20), format, (source, as) => {
        const blocks = parseBlocks(source, as);
        expect(blocks.map((block) => block.source).join('')).toBe(source);
        let offset = 0;
        const { starts } = layOut(blocks, as);
        for (const [index, block] of blocks.entries()) {
          expect(starts[index]).toBe(offset);
          offset += block.source.length;
          for (const { text, map } of [...withMapsFromStart(block).prose, ...(block.plain?.prose ?? [])]) {
            const { segments } = map;
            for (let index = 0; index < segments.length; index += 3) {
              const [from, at, length] = segments.slice(index, index + 3) as [number, number, number];
              const end = segments[index + 3] ?? text.length;
              expect(at + length).toBeLessThanOrEqual(segments[index + 4] ?? block.source.length);
              if (end - from !== length || /^[\n\ufffc^ ]$/.test(text.slice(from, end))) continue;
              // A one-character void or line break may stand within a run of copied characters.
              const copied = [...text.slice(from, end)].map((unit) => (/[\ufffc\n]/.test(unit) ? '.' : unit));
              const printed = [...block.source.slice(at, at + length)].map((unit, n) =>
                copied[n] === '.' ? '.' : unit,
              );
              expect(copied.join('')).toBe(printed.join(''));
            }
          }
        }
      }),
      { numRuns },
    );
  });
});
