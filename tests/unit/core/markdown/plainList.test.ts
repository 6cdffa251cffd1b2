import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourceFormat } from '../../../../server/src/core/markdown/block.ts';
import { endOfPlainList, readPlainList } from '../../../../server/src/core/markdown/plainList.ts';
import { arbitraryLabels, arbitraryWord, readFirst } from '../../../support/plainWordsArbitrary.ts';

const line = fc.tuple(
  fc.oneof(
    { weight: 24, arbitrary: fc.constant('- ') },
    { weight: 2, arbitrary: fc.constantFrom('* ', '1. ', '2) ') },
    {
      weight: 1,
      arbitrary: fc.constantFrom('', '-', ' - ', '  - ', '-  ', '- - ', '- # ', '+ ', '12. ', '• ', '> - '),
    },
  ),
  fc.array(arbitraryWord, { minLength: 1, maxLength: 3 }),
  fc.constantFrom(...['\n', '\n', '\n', '\n', '\n', '\r\n', '\r\n', '\r', '  \n']),
);
/** Mostly no blank line between items. */
const between = fc.constantFrom('', '', '', '', '', '', '\n', '\n\n');
const behind = fc.constantFrom(
  ...['', '\n', '\nText', '\n- more', '\n  more', '\n\n1. more', '\n    code', '\n\n## Title\n', '---'],
);
const text = fc
  .tuple(fc.constantFrom('- ', '* ', '1. '), fc.array(line, { minLength: 1, maxLength: 5 }), between, behind)
  .map(([usual, lines, gap, end]) => {
    const items = lines.map(
      ([marker, words, stop]) => (marker === '- ' ? usual : marker) + words.join('').replace(/ $/, '') + stop,
    );
    return items.join(gap) + end;
  });
const format = fc.constantFrom<SourceFormat>('markdown', 'text');
const NONE: ReadonlySet<string> = new Set();

describe('a list of plain words', () => {
  it('is the block that the parser makes of it', () => {
    let found = 0;
    fc.assert(
      fc.property(text, format, arbitraryLabels, (source, as, labels) => {
        const block = readPlainList(source, 0, labels);
        if (!block) return;
        found++;
        expect(block).toEqual(readFirst(source, as, labels));
        expect(endOfPlainList(source, 0)).toBe(block.source.length);
      }),
      { numRuns: 500 },
    );
    expect(found).toBeGreaterThan(30);
  });

  it('has an item on each line', () => {
    const block = readPlainList('- 40 ships\n- [12 boats](boats.md) in 2020\n\nMore', 0, NONE);
    expect(block?.source).toBe('- 40 ships\n- [12 boats](boats.md) in 2020\n\n');
    expect(block?.prose.map(({ text: prose, place }) => [prose, place.item?.index])).toEqual([
      ['40 ships', 0],
      ['12 boats in 2020', 1],
    ]);
  });

  it.each([
    '- ships\n  in 2020',
    '- ships\n\n  More',
    '- ships\n* boats',
    '1. ships\n2) boats',
    '- ships\nand boats',
    '- ships\n  - boats',
    '- 1. ships',
    '- # Ships',
    '- [ ] ships',
    '- - -',
    '-',
    `${'- ships\n'.repeat(400)}`,
  ])('is left to the parser: %j', (source) => {
    expect(readPlainList(source, 0, NONE)).toBeUndefined();
  });
});
