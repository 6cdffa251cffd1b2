// The rule on a weekday that is printed beside a full date and does not belong to it.

import { t } from '@vscode/l10n';
import { weekdayName } from '../figures/calendarNames.ts';
import { WEEKDAY_NAMES } from '../figures/calendarWords.ts';
import { reportAll, searchProse } from './proseFindings.ts';
import type { Rule } from './rule.ts';

/** Before this day the calendar of the place would have to be known. */
const GREGORIAN = '1900-01-01';

/** The weekday of an ISO day: 0 for Sunday; undefined for a day that no month has. */
function findWeekday(day: string): number | undefined {
  const date = new Date(`${day}T00:00:00Z`);
  return date.toJSON()?.startsWith(day) ? date.getUTCDay() : undefined;
}

/** A weekday and a full date do not agree. */
export const weekdayMismatch: Rule = {
  code: 'weekday-mismatch',
  severity: 'warning',
  title: 'A weekday and a full date do not agree.',
  documentation: `
A date that names its weekday, its day, its month and its year can be checked against the calendar. A date without a year is
left alone, and so is one before 1900, when not every country had today's calendar.

**To cure it**, look up which of the two is wrong: often it is the year.
`.trim(),
  examples: {
    fires: [
      'The council met on Monday, 4 March 2025.\n                   ^^^^^^^^^^^^^^^^^^^^ weekday-mismatch',
      'The ferry sank on Friday, 13 June 2024.',
      'On Tuesday, January 1, 2020, the law took effect.',
      'The vote is set for Sunday 2 May 2022.',
      'She resigned on Wednesday, 24 February 2022.',
      'The store opens on Saturday, March 3, 2024.',
      'Published Monday, 29 February 2024.',
      '- Friday, 12 August 2021: the final hearing',
      '| Event | Day |\n|---|---|\n| Launch | Friday, 5 July 2023 |',
      'They left on Sat, 5 April 2019.',
    ],
    silent: [
      'The council met on Tuesday, 4 March 2025.',
      'The ferry sank on Thursday, 13 June 2024.',
      'On Wednesday, January 1, 2020, the law took effect.',
      'The vote is set for Sunday 2 May.',
      'She resigned on Thursday, 24 February 2022.',
      'On Monday the council met; on 5 March 2025 it met again.',
      'The battle was fought on Friday, 14 October 1066.',
      'Published on 29 February 2024.',
      'Every Monday in March 2025 the library is closed.',
      'Monday to Friday, 3 to 7 March 2025, the road is closed.',
      'The Friday 2025 edition sold out.',
      'It happened on Saturday night, 6 April 2019.',
      'Black Friday 2024 broke the record.',
      'Good Friday was on 29 March in 2024.',
      'The Sunday Times of 12 May 2023 reported it.',
    ],
  },
  check: reportAll(
    'weekday-mismatch',
    searchProse(({ claims }) =>
      claims.flatMap((claim) => {
        const { period, weekday } = claim.figure;
        if (weekday === undefined || period === undefined || !/^\d{4}-\d\d-\d\d$/.test(period)) return [];
        const actual = period < GREGORIAN ? undefined : findWeekday(period);
        if (actual === undefined || actual === weekday) return [];
        return [
          {
            message: t('{0} is a {1}, not a {2}', period, weekdayName(actual), weekdayName(weekday)),
            claim,
            operands: [],
            confidence: 0.98,
            reason: { date: period, stated: WEEKDAY_NAMES[weekday], calendar: WEEKDAY_NAMES[actual] },
          },
        ];
      }),
    ),
  ),
};
