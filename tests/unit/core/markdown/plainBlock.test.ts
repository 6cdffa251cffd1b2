import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, SourceFormat } from '../../../../server/src/core/markdown/block.ts';
import { lineStartAt } from '../../../../server/src/core/markdown/lines.ts';
import { parseMarkdown } from '../../../../server/src/core/markdown/markdownParser.ts';
import { maskSource } from '../../../../server/src/core/markdown/maskSource.ts';
import { parseBlocks } from '../../../../server/src/core/markdown/parseBlocks.ts';
import { readPlainBlock } from '../../../../server/src/core/markdown/plainBlock.ts';
import { endOf, startOf } from '../../../../server/src/core/markdown/proseBuilder.ts';
import { readBlock } from '../../../../server/src/core/markdown/readBlock.ts';
import { arbitraryMarkdown } from '../../../support/markdownArbitrary.ts';

const plainWord = fc.constantFrom(
  ...[
    'The',
    'port',
    'of Arden',
    '40 ships',
    '1,240.',
    'in 2019.',
    '(see',
    'below)',
    '“quoted”',
    "it's",
    '$3.1 million',
  ],
  ...['a - b', 'www.arden.example', 'http://a.example/x', 'a@b.example', 'x!', '5 %', '~~~', '\u00a0', '\u2028', '😀'],
);
/** Marks of which it is certain what they are. */
const plainMark = fc.constantFrom(
  ...['[the method](https://a.example/x_y?q=1&b=2#c)', '[a](b)', '[a ](b)', '[40 %](b)', '[see b.](c),', '([a](b))'],
  ...['*forty*', '**forty ships**', '_forty_', '__forty__', '**Note:**', '*done.*', '(*a*)', '*b*,', '**5**', '_ä_'],
);
/** And such of which it is not, or that are none. */
const doubtfulMark = fc.constantFrom(
  ...['![i](a.png)', '[^1]', '[a](b c)', '[a](<b>)', '[a](b "t")', '[*a*](b)', '**[a](b)**', '[a](b)(c)', '[a][b]'],
  ...['[ ](a)', '[a](b)[c](d)', '[a]()', '[a](b\\)', '[a](&amp;)', '[a](b&copy;)', '[a](x(y)z)', '[a](b*c*)', '!'],
  ...['*a*b', 'a*b*', '***x***', '*a _b_ c*', '* a*', '*a *', '**a*', '*a**', '"*a*"', '*a*😀', '*a*\u0301', '😀*a*'],
  ...['snake_case_word', '_a_b_', '**a**.b', '*a.*,', '*“a”*', '__', '*', 'x*y', '*5', '5*', '*a*\u00a0', '\u3000*a*'],
);
const mark = fc.constantFrom(
  ...['=', '-', '–', '>', '#', '1)', '5.', '*', '_', '`', '[a]', '&amp;', '\\', '<b>', '|', '{{'],
  ...['\t', '\0', '\ufeff', '\ud800', '', ' '],
);
const word = fc
  .tuple(
    fc.oneof(
      { weight: 24, arbitrary: plainWord },
      { weight: 8, arbitrary: plainMark },
      { weight: 2, arbitrary: doubtfulMark },
      { weight: 1, arbitrary: mark },
    ),
    fc.constantFrom(' ', ' ', ' ', ' ', ' ', ''),
  )
  .map((parts) => parts.join(''));
const line = fc.tuple(
  fc.constantFrom('', '', '', '## ', '# ', ' ', '    ', '- ', '1. '),
  fc.array(word, { minLength: 1, maxLength: 5 }),
);
const text = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\n', '\n\n', '\n\n', '\r\n', '\r\n\r\n', '\r', '  \n')), {
    minLength: 1,
    maxLength: 5,
  })
  .map((lines) => lines.map(([[start, words], end]) => start + words.join('').replace(/ $/, '') + end).join(''));
const format = fc.constantFrom<SourceFormat>('markdown', 'text');

const KINDS: Readonly<Record<string, string>> = { blockquote: 'quotation', footnoteDefinition: 'footnote' };

/** The first block as the parser reads it. */
function readFirst(source: string, as: SourceFormat): Block {
  const masked = maskSource(source).text;
  const [first, second] = parseMarkdown(masked, as).children;
  const to = second ? lineStartAt(source, startOf(second)) : source.length;
  return readBlock({ source: source.slice(0, to), masked: masked.slice(0, to), shift: 0 }, first!, undefined);
}

describe('a block of plain words', () => {
  it('is the block that the parser makes of it', () => {
    let found = 0;
    fc.assert(
      fc.property(text, format, (source, as) => {
        const block = readPlainBlock(source, 0);
        if (!block) return;
        found++;
        expect(block).toEqual(readFirst(source, as));
      }),
      { numRuns: 500 },
    );
    expect(found).toBeGreaterThan(60);
  });

  it('may be a heading, or have several lines', () => {
    expect(readPlainBlock('## Ships in 2020\n\nText', 0)).toMatchObject({ kind: 'heading', level: 2 });
    const block = readPlainBlock('The port had 40 ships\nin 2020.\r\n\n\nMore', 0);
    expect(block?.source).toBe('The port had 40 ships\nin 2020.\r\n\n\n');
    expect(block?.prose.map((prose) => prose.text)).toEqual(['The port had 40 ships\nin 2020.']);
  });

  it.each([
    'See [the method](https://method.example/notes#a_b), *twice*.',
    '**Note:** the _port_ had\n[40 ships](#ships) (*in 2020*)',
    '## [Ships](#ships) **in 2020**',
  ])('may have plain links and emphasis: %j', (source) => {
    expect(readPlainBlock(source, 0)).toEqual(readFirst(source, 'markdown'));
  });

  it.each([
    'The ***port*** had 40 ships.',
    'The *port had 40 ships.',
    '![the port](https://port.example/a.png)',
    'See [the *method*](https://method.example).',
    'See [the method](https://method.example "A title").',
    'See [the method].',
    'Ships & boats',
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
    expect(readPlainBlock(source, 0)).toBeUndefined();
  });

  it('is read alike among all else', () => {
    const plain = fc.constantFrom(
      ...['The port had 40 ships in 2020.\n\n', '## Ships\n\n', 'It grew\nby 5 %.\n\n', 'in 2019.\n\n'],
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
