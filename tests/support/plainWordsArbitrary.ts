// Words as they stand in Markdown, most of them with nothing that means anything there, or with the plainest of marks; and blocks as the
// parser makes them, to hold against those that are read without it.

import fc from 'fast-check';
import type { Block, SourceFormat } from '../../server/src/core/markdown/block.ts';
import { lineStartAt } from '../../server/src/core/markdown/lines.ts';
import { maskSource } from '../../server/src/core/markdown/maskSource.ts';
import { startOf } from '../../server/src/core/markdown/proseBuilder.ts';
import { readBlock } from '../../server/src/core/markdown/readBlock.ts';
import { parseStretch } from '../../server/src/core/markdown/windowText.ts';

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
  ...['`npm start`', '`a_b <c> &amp;`', '![the port](a.png)', '![](a.png)', 'R & D', '< 5 %', '(<5%)', '\\-5', '\\!'],
  ...[
    '**[the method](a)**',
    '[*x*y `a` z](b)',
    '[`a`](b)',
    '[`bb`]',
    '*see `a`*',
    '**[b b][notes]**',
    '[a *b* c](d)',
    '[^1]',
  ],
  ...[
    '\\*',
    '\\_a\\_',
    '\\[notes]',
    '\\`',
    '![a](0*b*c.png)',
    '*[a](b)*,',
    '[^n],',
    '`a_b[c]*d*`',
    '(*`a`*)',
    '[![i](a)](b)',
  ],
  ...['R\\&D', '\\<b>', '**a**|', '*a.*|', '\\&amp;'],
  ...[
    '[the method][b]',
    '[The Method]',
    '[bb][notes]',
    '[notes][x]',
    '[x][notes].',
    '[1][notes]',
    '[x][2]',
    '[Notes],',
    '([x y][b])',
    '`*`',
  ],
  ...['*forty*', '**forty ships**', '_forty_', '__forty__', '**Note:**', '*done.*', '(*a*)', '*b*,', '**5**', '_ä_'],
);
/** And such of which it is not, or that are none. */
const doubtfulMark = fc.constantFrom(
  ...[
    '[[a](b)](c)',
    '[a [b] c](d)',
    '*a *b* c*',
    '**a *b* c**',
    '*[a*](b)',
    '[*a](b)*',
    '*`a*`',
    '**`a`*',
    '[^1](a)',
    '[^1][b]',
  ],
  ...[
    '[^ 1]',
    '[^1]:',
    '![^1]',
    '[a\\]b][notes]',
    '[a\\]b](c)',
    '*a\\*',
    '*\\*a*',
    '[notes\\]',
    '**[a](b)**c',
    '*[notes]*',
  ],
  ...[
    '``a``',
    '`a',
    'a`',
    '`a\\`',
    '`a|b`',
    '`{{a}}`',
    '`[b]`',
    '`*a*`',
    '`_`'.repeat(3),
    '`',
    '``',
    '*`a`*',
    '[`a`](b)',
  ],
  ...[
    '[a][]',
    '[b][x]',
    '[notes]:',
    '[notes](',
    '[notes][',
    '[bb]',
    '![notes]',
    '![notes](a',
    '\\![a](b)',
    '\\[notes]',
  ],
  ...['&', '&#', '&a', '<', '<5', '<5@a.b>', '<a.b>', '<!--', '\\', '\\a', '\\*', '\\`', '\\|', '\\{', '!!', '!['],
  ...['![i](a.png)', '[^1]', '[a](b c)', '[a](<b>)', '[a](b "t")', '[*a*](b)', '**[a](b)**', '[a](b)(c)', '[a][b]'],
  ...['[ ](a)', '[a](b)[c](d)', '[a]()', '[a](b\\)', '[a](&amp;)', '[a](b&copy;)', '[a](x(y)z)', '[a](b*c*)', '!'],
  ...['*a*b', 'a*b*', '***x***', '*a _b_ c*', '* a*', '*a *', '**a*', '*a**', '"*a*"', '*a*😀', '*a*\u0301', '😀*a*'],
  ...['snake_case_word', '_a_b_', '**a**.b', '*a.*,', '*“a”*', '__', '*', 'x*y', '*5', '5*', '*a*\u00a0', '\u3000*a*'],
);
const mark = fc.constantFrom(
  ...['=', '-', '–', '>', '#', '1)', '5.', '*', '_', '`', '[a]', '&amp;', '\\', '<b>', '|', '{{'],
  ...['\t', '\0', '\ufeff', '\ud800', '', ' '],
);
/** A word, mostly with a blank behind it. */
export const arbitraryWord = fc
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
/** Labels that may be defined elsewhere. */
export const arbitraryLabels = fc.constantFrom<ReadonlySet<string>>(
  new Set(),
  new Set(['B', 'NOTES', '^1']),
  new Set(['BB', '`BB`', '^N']),
);

/** The first block as the parser reads it, if labels are defined. */
export function readFirst(source: string, as: SourceFormat, labels: ReadonlySet<string> = new Set()): Block {
  const masked = maskSource(source).text;
  const { nodes, lead } = parseStretch(masked, [...labels], as);
  const [first, second] = nodes;
  const to = second ? lineStartAt(source, startOf(second) - lead) : source.length;
  const block = { source: source.slice(0, to), masked: masked.slice(0, to), shift: lead };
  return readBlock(block, first!, undefined);
}
