// Comparing EDTF periods: the days that a year, a month, a quarter, a decade or an interval covers, and whether two of
// them can be the same time. An open digit ("X") in the year leaves the year open; everything else has a first and a last
// day. https://www.loc.gov/standards/datetime/

import { daysInMonth } from './calendarWords.ts';

export interface DayInterval {
  /** Days since 1 January 1970; infinite where the side is open. */
  readonly first: number;
  /** The last day, which still belongs to it. */
  readonly last: number;
  /** No year is printed: days count within year 2000, and any year may be meant. */
  readonly anyYear: boolean;
}

const DAY = 86_400_000;

function dayOf(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.floor(date.getTime() / DAY);
}

/** First and last month of EDTF's codes for seasons, quarters, thirds and halves of a year. */
function monthsOf(code: number): readonly [number, number] | undefined {
  if (code >= 1 && code <= 12) return [code, code];
  if (code >= 33 && code <= 36) return [(code - 33) * 3 + 1, (code - 33) * 3 + 3];
  if (code >= 37 && code <= 39) return [(code - 37) * 4 + 1, (code - 37) * 4 + 4];
  if (code === 40 || code === 41) return [(code - 40) * 6 + 1, (code - 40) * 6 + 6];
  return undefined;
}

function findPointDays(point: string): DayInterval | undefined {
  const match = /^(-?[\dX]{4,6})(?:-(\d{2}))?(?:-(\d{2}))?[~?%]?$/.exec(point);
  if (!match) return undefined;
  const [, year = '', monthCode, day] = match;
  const anyYear = /^X+$/.test(year);
  if (!anyYear && year.includes('X') && monthCode !== undefined) return undefined;
  const from = anyYear ? 2000 : Number(year.replaceAll('X', '0'));
  const to = anyYear ? 2000 : Number(year.replaceAll('X', '9'));
  if (monthCode === undefined) return { first: dayOf(from, 1, 1), last: dayOf(to, 12, 31), anyYear };
  const months = monthsOf(Number(monthCode));
  if (!months) return undefined;
  if (day !== undefined) {
    const only = dayOf(from, months[0], Number(day));
    return { first: only, last: only, anyYear };
  }
  return { first: dayOf(from, months[0], 1), last: dayOf(from, months[1], daysInMonth(from, months[1])), anyYear };
}

/** The days that an EDTF period covers: "2023-35" from 1 July to 30 September 2023. Undefined for other strings. */
export function findDays(period: string): DayInterval | undefined {
  const slash = period.indexOf('/');
  if (slash < 0) return findPointDays(period);
  const from = period.slice(0, slash);
  const to = period.slice(slash + 1);
  const first = from === '..' || from === '' ? undefined : findPointDays(from);
  const last = to === '..' || to === '' ? undefined : findPointDays(to);
  if ((!first && from !== '..' && from !== '') || (!last && to !== '..' && to !== '')) return undefined;
  return {
    first: first ? first.first : Number.NEGATIVE_INFINITY,
    last: last ? last.last : Number.POSITIVE_INFINITY,
    anyYear: first?.anyYear === true || last?.anyYear === true,
  };
}

/** A period within one year, moved to the year that stands for any: 2000. Undefined for longer ones. */
export function withoutYear(days: DayInterval): DayInterval | undefined {
  if (days.anyYear) return days;
  if (days.last - days.first >= 365 || !Number.isFinite(days.first)) return undefined;
  const shift = (day: number): number => {
    const date = new Date(day * DAY);
    return dayOf(2000, date.getUTCMonth() + 1, date.getUTCDate());
  };
  return { first: shift(days.first), last: shift(days.last), anyYear: true };
}

function comparable(a: string, b: string): readonly [DayInterval, DayInterval] | undefined {
  const first = findDays(a);
  const second = findDays(b);
  if (!first || !second) return undefined;
  if (first.anyYear === second.anyYear) return [first, second];
  const left = withoutYear(first);
  const right = withoutYear(second);
  return left && right ? [left, right] : undefined;
}

/** Whether the two periods share a day; true as well where that cannot be told ("March" beside "2019"). */
export function periodsMeet(a: string, b: string): boolean {
  const pair = comparable(a, b);
  if (!pair) return true;
  return pair[0].first <= pair[1].last && pair[1].first <= pair[0].last;
}

/** Whether every day of `inner` lies in `outer`: "2023" contains "2023-35". False where that cannot be told. */
export function periodContains(outer: string, inner: string): boolean {
  const pair = comparable(outer, inner);
  return pair !== undefined && pair[0].first <= pair[1].first && pair[1].last <= pair[0].last;
}

/** Whether one range of years ends in the year in which the other begins: "2000/2010" and "2010/2020" tell of two times. */
export function periodsFollow(a: string, b: string): boolean {
  const [one, other] = [a.split('/'), b.split('/')];
  if (one.length !== 2 || other.length !== 2) return false;
  return one[1] === other[0] || other[1] === one[0];
}
