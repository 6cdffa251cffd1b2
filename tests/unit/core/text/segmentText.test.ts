import fc from 'fast-check';
import { expect, it } from 'vitest';
import { segmentText } from '../../../../server/src/core/text/segmentText.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

const part = fc.constantFrom(
  ...[
    'It rained',
    'he left',
    'etc',
    'Dr',
    'No',
    'U.S',
    '3.1',
    '12 34',
    '2019',
    'é',
    '\u0301',
    '中',
    '😀',
    '\ud800',
    'a',
  ],
  ...[
    '.',
    '. ',
    '.  ',
    '! ',
    '?',
    '… ',
    '.) ',
    '.” ',
    ', ',
    '; ',
    ' ',
    '  ',
    '(',
    '“',
    '–',
    '\u00ad',
    '\u200b',
    '\n',
    ':',
  ],
);

it('finds in windows of any size what is found in the whole text', () => {
  const text = fc.array(part, { maxLength: 60 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 40 }), (source, window) => {
      const whole = [...segmenter.segment(source)].map(({ index, segment }) => ({ index, segment }));
      expect([...segmentText(source, window)]).toEqual(whole);
    }),
    { numRuns: 2000 },
  );
});

it('ends no segment where a small letter follows far behind', () => {
  const source = `He paid approx. ${'12 '.repeat(40)}pounds. He left. It rained. It rained. It rained.`;
  expect([...segmentText(source, 30)][0]?.segment).toMatch(/pounds\. $/);
});

it('looks at each part of a long text only some times', () => {
  const source = 'The port has 40 ships. '.repeat(20_000);
  let looked = 0;
  const counting = new Proxy(Object(source), {
    get: (target, key) => {
      if (key === 'slice')
        return (start: number, end?: number) => {
          const slice = source.slice(start, end);
          looked += slice.length;
          return slice;
        };
      return target[key as keyof typeof target];
    },
  });
  expect([...segmentText(counting as string)]).toHaveLength(20_000);
  expect(looked).toBeLessThan(2 * source.length);
});
