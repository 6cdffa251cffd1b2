// Long tables and lists, which are read in pieces, and edits as they are made in them.

import fc from 'fast-check';
import type { ArbitraryEdit } from './markdownArbitrary.ts';
import { arbitraryPlace } from './placeArbitrary.ts';

const name = fc.constantFrom('Arden', 'Brno', 'the Port of Vik', 'Ines Vollmer', 'Lindau', 'Total', 'see Table 2');
const value = fc.constantFrom(
  ...[
    '1,240',
    '2010',
    '1998',
    '12.5',
    '$3.1 million',
    '40 %',
    '(120)',
    '5 km',
    '–',
    '',
    '87',
    '[alpha]',
    '**60** of 90',
  ],
);
const header = fc.constantFrom('Ships', 'Cost ($m)', 'Founded', 'Share (%)', '2019', 'Ports', '');

const table = fc
  .tuple(
    fc.array(header, { minLength: 1, maxLength: 4 }),
    fc.array(fc.tuple(name, fc.array(value, { minLength: 1, maxLength: 5 })), { minLength: 4, maxLength: 12 }),
  )
  .map(([headers, rows]) => {
    const head = `| Town | ${headers.join(' | ')} |\n|---|${headers.map(() => '---|').join('')}\n`;
    return head + repeat(rows, (row, at) => `| ${row[0]} ${at} | ${row[1].join(' | ')} |\n`);
  });

const item = fc.constantFrom(
  ...['had 40 ships in 2020.', 'counted 1,240 boats, 12 more than Brno.', 'grew by 5 %\n  - of which 3 % in May'],
  ...['is old', 'has **12** quays, see [alpha]', 'had 1,240 boats\n\n  and 7 cranes.', 'rose from 40 to 60, by half.'],
);
const list = fc
  .tuple(
    fc.constantFrom('- ', '* ', '1. '),
    fc.array(fc.tuple(name, item), { minLength: 4, maxLength: 12 }),
    fc.boolean(),
  )
  .map(([marker, items, isLoose]) =>
    repeat(items, ([who, what]) => `${marker}In ${who} the harbour of ${who} ${what}\n${isLoose ? '\n' : ''}`),
  );

/** Lines made of the parts, over and over, until they are long enough to be read in pieces, with some to spare. */
function repeat<Part>(parts: readonly Part[], write: (part: Part, at: number) => string): string {
  let text = '';
  for (let at = 0; text.length < 5000; at++) text += write(parts[at % parts.length]!, at);
  return text;
}

/** A document with a long table or list, or both. */
export function arbitraryLongDocument(): fc.Arbitrary<string> {
  const between = fc.constantFrom('# Harbours\n\n', 'Table 1: Harbours\n\n', 'In Arden 40 ships lay in 2020:\n\n', '');
  const long = fc.tuple(between, fc.oneof(table, list)).map(([lead, text]) => `${lead}${text}\n`);
  return fc
    .tuple(fc.array(long, { minLength: 1, maxLength: 2 }), fc.constantFrom('', '[alpha]: http://a.example\n'))
    .map(([blocks, end]) => `${blocks.join('Brno had 1,240 boats.\n\n')}The Port of Vik has 60 ships.\n\n${end}`);
}

/** What somebody types, pastes or takes away there. */
export function arbitraryLongEdit(): fc.Arbitrary<ArbitraryEdit> {
  return fc.record({
    at: arbitraryPlace(),
    removed: fc.constantFrom(0, 0, 0, 0, 1, 2, 12, 80, 900),
    text: fc.constantFrom(
      ...['7', 'x', ' ', '1', '2019', '%', ' ($m)', ' Total', ' of Brno', '.5', ',000', '**', '`', '[', ']', '[alpha]'],
      ...[
        '|',
        ' | ',
        '\n',
        '\n\n',
        '\n| Arden | 3 | 4 |\n',
        '\n- one of 5\n',
        '\n1. two\n',
        '{{',
        '}}',
        '• ',
        '\n# New\n',
      ],
      ...['\n[beta]: b\n', '\n  ```\n', '<!-- ', '\r', ':-', '', ''],
    ),
  });
}
