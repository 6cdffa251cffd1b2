import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourceFormat } from '../../../../server/src/core/markdown/block.ts';
import { endOfPlainTable, readPlainTable } from '../../../../server/src/core/markdown/plainTable.ts';
import { arbitraryLabels, arbitraryWord, readFirst } from '../../../support/plainWordsArbitrary.ts';

const cell = fc.array(arbitraryWord, { maxLength: 2 }).map((words) => words.join(''));
const bar = fc.oneof(
  { weight: 24, arbitrary: fc.constantFrom(' | ', '|', '  |  ') },
  { weight: 1, arbitrary: fc.constantFrom(' ', ' \\| ', '\t|\t', '||') },
);
const stop = fc.constantFrom(...['\n', '\n', '\n', '\n', '\n', '\r\n', '\r', ' \n']);
const before = fc.oneof(
  { weight: 24, arbitrary: fc.constant('| ') },
  { weight: 1, arbitrary: fc.constantFrom('', ' |', '> |', '    |', '- |', '\ufeff|') },
);
const after = fc.oneof(
  { weight: 24, arbitrary: fc.constant(' |') },
  { weight: 1, arbitrary: fc.constantFrom('', ' ||', ' | |') },
);
const row = fc
  .tuple(before, fc.array(fc.tuple(cell, bar), { minLength: 1, maxLength: 2 }), cell, after, stop)
  .map(([start, cells, last, end, close]) => start + cells.flat().join('') + last + end + close);
const delimiters = fc.constantFrom(
  ...['|---|---|', '| :-- | --: |', '|-|:-:|', '| --- | --- | --- |', '| --- |', '---|---', '| - | - |  ', '|--|'],
);
const behind = fc.constantFrom(
  ...['', '\n', '\nText', 'Text', '\n- more', '\n  more', '\n\n1. more', '\n    code', '\n\n## Title\n', '---', '# T'],
);
const text = fc
  .tuple(row, delimiters, stop, fc.array(row, { maxLength: 4 }), behind)
  .map(([header, line, close, rows, end]) => header + line + close + rows.join('') + end);
const format = fc.constantFrom<SourceFormat>('markdown', 'text');
const NONE: ReadonlySet<string> = new Set();

describe('a table of plain words', () => {
  it('is the block that the parser makes of it', () => {
    let found = 0;
    fc.assert(
      fc.property(text, format, arbitraryLabels, (source, as, labels) => {
        const block = readPlainTable(source, 0, labels);
        if (!block) return;
        found++;
        expect(block).toEqual(readFirst(source, as, labels));
        expect(endOfPlainTable(source, 0)).toBe(block.source.length);
      }),
      { numRuns: 1000 },
    );
    expect(found).toBeGreaterThan(30);
  });

  it('has cells between its bars, of which some are empty', () => {
    const source = '| Port | Ships |\n|:--|--:|\n| [Arden](a.md) | **40** |\n| Brixholm | |\n\nMore';
    const block = readPlainTable(source, 0, NONE);
    expect(block?.source).toBe(source.slice(0, -4));
    expect(block?.prose.map(({ text: prose, place }) => [prose, place.cell?.row, place.cell?.column])).toEqual([
      ['Port', 0, 0],
      ['Ships', 0, 1],
      ['Arden', 1, 0],
      ['40', 1, 1],
      ['Brixholm', 2, 0],
    ]);
    expect(block?.tables).toEqual([
      {
        rows: [
          [0, 1],
          [2, 3],
          [4, undefined],
        ],
        headerRows: 1,
      },
    ]);
  });

  it.each([
    '| a | b |\n| 1 | 2 |',
    '| a | b |\n|---|\n| 1 | 2 |',
    '| a | b |\n|---|---|\nText',
    '| a | b |\n|---|---|\n1 | 2',
    '| a | `b|c` |\n|---|---|\n| 1 | 2 |',
    '| a | b |\n|---|---|\n| 1 | 2\\| |',
    '| a | b |\n|---|---|\n| 1 | <b> |',
    'a | b\n---|---\n1 | 2',
    `| a | b |\n|---|---|\n${'| 1 | 2 |\n'.repeat(400)}`,
  ])('is left to the parser: %j', (source) => {
    expect(readPlainTable(source, 0, NONE)).toBeUndefined();
  });
});
