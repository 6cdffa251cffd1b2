import { describe, expect, it } from 'vitest';
import { tellOfOtherTimes } from '../../../../server/src/core/claims/otherTimes.ts';
import { analyse } from '../../../../server/src/core/document.ts';

/** The claim of the last figure of a text that is no date. */
const lastOf = (text: string) => analyse(text).claims.findLast(({ figure }) => figure.kind !== 'date')!;

describe('two claims told of two times', () => {
  it.each([
    ['The fleet will have 340 boats by 2030.', 'The fleet now has 120 boats.'],
    ['The town plans to build 340 sheds.', 'The town has built 120 sheds so far.'],
    ['The town plans to sell 340 boats.', 'Last year the town sold 120 boats.'],
    ['Leakage is expected to fall to 5%.', 'Leakage is 7%.'],
    ['The fleet was 340 boats in 1990.', 'The fleet is 120 boats today.'],
    ['It sold 340 boats in the quarter.', 'In the first nine months it sold 520 boats.'],
    ['It sold 340 boats in the quarter.', 'It sold 520 boats in the full year.'],
    ['The ferry carried 340 crews.', 'The ferry can carry 520 crews.'],
    ['It sold 34 boats on Monday.', 'It sold 52 boats over the week.'],
  ])('are told so in words: %s %s', (one, other) => {
    expect(tellOfOtherTimes(lastOf(one), lastOf(other))).toBe(true);
    expect(tellOfOtherTimes(lastOf(other), lastOf(one))).toBe(true);
  });

  it.each([
    ['The fleet will have 340 boats by 2030.', 'The fleet is to have 120 boats.'],
    ['Leakage is expected to fall to 5%.', 'Leakage will be 7%.'],
    ['Leakage is expected to fall to 5%.', 'Leakage falls to 7%.'],
    ['Leakage is expected to be 5%.', 'Leakage is 7%.'],
    ['Tolls will rise to $600 next year.', 'Next year $660 will be paid in tolls.'],
    ['The fleet was 340 boats in 1990.', 'The fleet was 120 boats.'],
    ['The fleet was 340 boats.', 'The fleet is 120 boats today.'],
    ['It sold 340 boats in the quarter.', 'It sold 520 boats for the three months.'],
    ['It sold 340 boats in nine months.', 'It sold 520 boats.'],
    ['It sold 340 boats in the year to June.', 'It sold 520 boats over twelve months.'],
    ['It sold 340 boats in the harbour.', 'It sold 520 boats in the year.'],
    ['The ferry carries 340 crews.', 'The ferry can carry 520 crews.'],
    ['The ferry can carry 340 crews.', 'The ferry can carry 520 crews.'],
    ['It has sailed for 34 days.', 'It has sailed for 52 weeks.'],
  ])('are not, for all that the words tell: %s %s', (one, other) => {
    expect(tellOfOtherTimes(lastOf(one), lastOf(other))).toBe(false);
    expect(tellOfOtherTimes(lastOf(other), lastOf(one))).toBe(false);
  });
});
