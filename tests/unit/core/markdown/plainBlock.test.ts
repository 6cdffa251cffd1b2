import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourceFormat } from '../../../../server/src/core/markdown/block.ts';
import { parseMarkdown } from '../../../../server/src/core/markdown/markdownParser.ts';
import { maskSource } from '../../../../server/src/core/markdown/maskSource.ts';
import { parseBlocks } from '../../../../server/src/core/markdown/parseBlocks.ts';
import { readPlainBlock } from '../../../../server/src/core/markdown/plainBlock.ts';
import { endOf, startOf } from '../../../../server/src/core/markdown/proseBuilder.ts';
import { arbitraryMarkdown } from '../../../support/markdownArbitrary.ts';
import { arbitraryLabels, arbitraryWord, readFirst } from '../../../support/plainWordsArbitrary.ts';

const line = fc.tuple(
  fc.constantFrom('', '', '', '## ', '# ', ' ', '    ', '- ', '1. '),
  fc.array(arbitraryWord, { minLength: 1, maxLength: 5 }),
);
const text = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\n', '\n\n', '\n\n', '\r\n', '\r\n\r\n', '\r', '  \n')), {
    minLength: 1,
    maxLength: 5,
  })
  .map((lines) => lines.map(([[start, words], end]) => start + words.join('').replace(/ $/, '') + end).join(''));
const format = fc.constantFrom<SourceFormat>('markdown', 'text');
const NONE: ReadonlySet<string> = new Set();

const KINDS: Readonly<Record<string, string>> = { blockquote: 'quotation', footnoteDefinition: 'footnote' };

describe('a block of plain words', () => {
  it('is the block that the parser makes of it', () => {
    let found = 0;
    fc.assert(
      fc.property(text, format, arbitraryLabels, (source, as, labels) => {
        const block = readPlainBlock(source, 0, labels);
        if (!block) return;
        found++;
        expect(block).toEqual(readFirst(source, as, labels));
      }),
      { numRuns: 500 },
    );
    expect(found).toBeGreaterThan(60);
  });

  it('may be a heading, or have several lines', () => {
    expect(readPlainBlock('## Ships in 2020\n\nText', 0, NONE)).toMatchObject({ kind: 'heading', level: 2 });
    const block = readPlainBlock('The port had 40 ships\nin 2020.\r\n\n\nMore', 0, NONE);
    expect(block?.source).toBe('The port had 40 ships\nin 2020.\r\n\n\n');
    expect(block?.prose.map((prose) => prose.text)).toEqual(['The port had 40 ships\nin 2020.']);
  });

  it.each([
    'See [the method](https://method.example/notes#a_b), *twice*.',
    '**Note:** the _port_ had\n[40 ships](#ships) (*in 2020*)',
    '## [Ships](#ships) **in 2020**',
    'Ships & boats, < 5 % of them, grew by \\-3.',
    'Run `npm start` to see ![the port](a.png) and ![](b.png).',
    'See [the method] and [the notes][notes], [^1].',
    '**[The method](a.md):** see [`npm start`](b.md) for \\*all\\*.',
  ])('may have plain links and emphasis: %j', (source) => {
    expect(readPlainBlock(source, 0, NONE)).toEqual(readFirst(source, 'markdown'));
  });

  it.each([
    ['See [notes].', 'link'],
    ['See [12][notes].', 'link'],
    ['See [the method] and [12][34].', undefined],
    ['See [the method][other] and [else].', 'link'],
  ])('has references where their labels are defined: %j', (source, kind) => {
    const block = readPlainBlock(source, 0, new Set(['NOTES']));
    expect(block).toEqual(readFirst(source, 'markdown', new Set(['NOTES'])));
    expect(block?.prose[0]?.marks[0]?.kind).toBe(kind);
  });

  it('leaves it to the parser which of two labels counts', () => {
    const source = 'See [notes][12].';
    expect(readPlainBlock(source, 0, new Set(['NOTES']))).toBeUndefined();
    expect(readPlainBlock(source, 0, NONE)).toEqual(readFirst(source, 'markdown'));
  });

  it.each([
    'The ***port*** had 40 ships.',
    'The *port had 40 ships.',
    '![the port](https://port.example/a.png "A title")',
    '![the port][notes]',
    'See [the *method*](https://method.example).',
    'See [the method](https://method.example "A title").',
    'See [the method][].',
    'See [the method]: twice.',
    'Ships &amp; boats',
    'Ships <b>and</b> boats',
    'See ``a`` and `b.',
    'See *\\**.',
    '[[the method]](a)',
    'See *the *same* port*.',
    `**40** ${'[a] '.repeat(60)}${'\\['.repeat(900)}`,
    'Title\n===',
    'a | b\n-|-',
    'Text with a break  \nin it',
    'Text\n- item',
    'Text\n# Title',
    '1. item',
    '2019. Item',
    '## Title ##',
    '## Title\nText',
    '    code',
    '{{ site.x }} ships',
    '• pasted',
    '\ufeffText',
    'in 2019.\n\n    code',
  ])('is left to the parser: %j', (source) => {
    expect(readPlainBlock(source, 0, NONE)).toBeUndefined();
  });

  it('is read alike among all else', () => {
    const plain = fc.constantFrom(
      ...['The port had 40 ships in 2020.\n\n', '## Ships\n\n', 'It grew\nby 5 %.\n\n', 'in 2019.\n\n'],
      ...['- ships\n- [boats](b)\n\n', '1. ships\n2. boats\n\n', '* *ships*\n\n', 'See [a](b), **twice**.\n\n'],
    );
    const document = fc
      .array(fc.oneof(plain, plain, arbitraryMarkdown(3)), { maxLength: 14 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(document, format, (source, as) => {
        if (/^(?:---|\+\+\+|\ufeff)/.test(source)) return;
        const masked = maskSource(source).text;
        const nodes = parseMarkdown(masked, as).children;
        const blocks = parseBlocks(source, as);
        if (nodes.length === 0) return;
        expect(blocks.map(({ kind }) => kind)).toEqual(nodes.map(({ type }) => KINDS[type] ?? type));
        let end = 0;
        for (const [index, block] of blocks.entries()) {
          const next = nodes[index + 1];
          end += block.source.length;
          expect(end).toBeGreaterThanOrEqual(endOf(nodes[index]!));
          // A heading with "===" below begins, for the parser, at the definitions before it.
          if (next && startOf(next) >= endOf(nodes[index]!)) expect(end).toBeLessThanOrEqual(startOf(next));
        }
      }),
      { numRuns: 200 },
    );
  });
});
