import { expect, it } from 'vitest';
import { analyse } from '../../../../server/src/core/document.ts';
import { timelineOf } from '../../../../server/src/core/queries/timeline.ts';

const day = (date: string) => Date.parse(date) / 86_400_000;

it('puts what is said of a time on its days, the earliest first', () => {
  const source = 'The pier opened on 4 May 2019. In 2023 the port had 3,150 dock workers.\n';
  const dated = timelineOf(analyse(source));
  expect(dated.map(({ text, period, first, last }) => [text, period, first, last])).toEqual([
    ['pier opened', '4 May 2019', day('2019-05-04'), day('2019-05-04')],
    ['3,150 dock workers', '2023', day('2023-01-01'), day('2023-12-31')],
  ]);
  expect(dated.map(({ span }) => source.slice(span.start, span.end))).toEqual(['4 May 2019', '3,150']);
});

it('leaves out what no year is known of', () => {
  expect(timelineOf(analyse('The pier opened on 4 May. It has 12 berths.'))).toEqual([]);
  expect(timelineOf(analyse(''))).toEqual([]);
});
