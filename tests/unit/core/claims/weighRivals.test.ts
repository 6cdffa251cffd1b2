import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weighPairs } from '../../../../server/src/core/claims/weighPairs.ts';
import { analyse, reanalyse } from '../../../../server/src/core/document.ts';
import { weighed } from '../../../support/weighed.ts';

/** A statement that much the same can be said as: each word is an index into one of the lists. */
const statement = fc.record({ which: fc.nat(4), what: fc.nat(3), value: fc.nat(5), tail: fc.nat(4), more: fc.nat(3) });
const section = fc.array(statement, { minLength: 2, maxLength: 6 });
const WHICH = ['', 'old ', 'northern ', 'old northern ', 'new '];
const WHAT = ['clerks', 'porters', 'dock workers', 'lorries'];
const VALUES = ['120', '125', '340', '350', '1,240', '3'];
const TAILS = ['', ' in 2019', ' on its quays', ' in winter', ' on the northern quays in 2021'];
const MORE = ['', ' It cost $12 million.', ' It cost $14 million to build.', ' Of these, 40 work at night.'];
const TITLES = ['Summary', 'Work', 'Quays'];

type Statement = typeof statement extends fc.Arbitrary<infer T> ? T : never;
function tell({ which, what, value, tail, more }: Statement): string {
  return `The ${WHICH[which]}harbour employs ${VALUES[value]} ${WHAT[what]}${TAILS[tail]}.${MORE[more]}`;
}

/** A word or a value of a statement that becomes another one. */
const rewording = fc.record({
  at: fc.nat(40),
  is: statement,
  part: fc.constantFrom('which', 'what', 'value', 'tail', 'more'),
});
const PARTS = { which: WHICH, what: WHAT, value: VALUES, tail: TAILS, more: MORE } as const;

describe('weighing where much the same is told of several', () => {
  it('answers after every rewording what it answers for the text as it is then', () => {
    fc.assert(
      fc.property(
        fc.array(section, { minLength: 2, maxLength: 3 }),
        fc.array(rewording, { minLength: 1, maxLength: 8 }),
        (sections, rewordings) => {
          const text = sections.map((own, at) => `## ${TITLES[at]}\n\n${own.map(tell).join('\n\n')}`).join('\n\n');
          let document = analyse(`${text}\n`);
          weighPairs(document);
          for (const { at, is, part } of rewordings) {
            const words = PARTS[part].filter((word) => word !== '').sort((a, b) => b.length - a.length);
            const places = [...document.source.matchAll(new RegExp(words.join('|').replaceAll('$', '\\$'), 'g'))];
            const place = places[at % Math.max(1, places.length)];
            if (!place) continue;
            const span = { start: place.index, end: place.index + place[0].length };
            document = reanalyse(document, { span, text: PARTS[part][is[part] % PARTS[part].length]! });
            expect(weighed(document)).toEqual(weighed(analyse(document.source)));
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
