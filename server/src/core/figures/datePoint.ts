// One point in the calendar as texts print it: a day, a month, a quarter, a year, a decade or a century. Ranges of them
// and the words around them are put together in dates.ts.

import { daysInMonth, isOnlyMonth, monthOf } from './calendarWords.ts';
import { findPartOfYear, findQuarter } from './partsOfYear.ts';
import { findWordBefore, isDashAt, isDigitAt, isLetterAt, isUpperAt, skipBlanks, wordAt } from './scan.ts';
import {
  type DatePoint,
  EARLIEST,
  findDay,
  findEraYear,
  findShortDecade,
  findYear,
  findYearAfter,
  LATEST,
} from './years.ts';

/** A point and a day after an abbreviation: "Feb. 24", and "feb . 24" in tokenised text. */
const POINT_AND_DAY = /^ ?\. ?\d/;

/** "on |may 19", "on 1 |may": a month in small letters between "on" and its day. */
function isDatedOn(text: string, at: number, end: number): boolean {
  const before = text.slice(Math.max(0, at - 10), at);
  return (
    /\bon \d{1,2}(?:st|nd|rd|th)? $/.test(before) ||
    (/\bon $/.test(before) && /^ \d{1,2}\b/.test(text.slice(end, end + 4)))
  );
}

/** The month whose name begins at `at`, capitalised or unmistakable, with the point of its abbreviation. */
export function findMonthName(text: string, at: number): { end: number; month: number } | undefined {
  const word = wordAt(text, at);
  const month = monthOf(word);
  if (month === undefined) return undefined;
  const end = at + word.length;
  const short = word.length <= 4 && word !== 'may' && word !== 'june' && word !== 'july';
  const pointed = short && POINT_AND_DAY.test(text.slice(end, end + 5));
  if (!isUpperAt(text, at) && !isOnlyMonth(word) && !pointed && !isDatedOn(text, at, end)) return undefined;
  if (pointed) return { end: text.indexOf('.', end) + 1, month };
  return { end: text.charAt(end) === '.' && short ? end + 1 : end, month };
}

function withYear(text: string, start: number, end: number, month: number, day?: number): DatePoint | undefined {
  const year = findYearAfter(text, end);
  const number = year?.year === undefined ? undefined : Number(year.year);
  const isMissing = day !== undefined && day > daysInMonth(number, month);
  if (isMissing && !isMeantAsDay(text, start, end, day, number !== undefined)) return undefined;
  return {
    start,
    end: year ? year.end : end,
    month,
    ...(year?.year === undefined ? {} : { year: year.year }),
    ...(year?.fiscal ? { fiscal: true } : {}),
    ...(day === undefined ? {} : isMissing ? { missingDay: day } : { day }),
  };
}

/** From here on a number after a month may be a year in two digits: "from May 68 to June 71". */
const SHORT_YEAR = 50;

/**
 * Whether a number that no month has as a day is meant as one all the same: "on June 31, the", "from April 42 to", "34 October
 * 1911", but not "in May 68" and "of March 40 members".
 */
function isMeantAsDay(text: string, start: number, end: number, day: number, hasYear: boolean): boolean {
  if (day <= 31) return true;
  const before = findWordBefore(text, start)?.text ?? '';
  const isLed = before === 'on' || (BEFORE_DAY.has(before) && (hasYear || day < SHORT_YEAR));
  if (hasYear) return isLed || (!isDigitAt(text, start) && !BEFORE_MONTH_ALONE.has(before));
  return isLed && /^(?:[,.;:)\n–—-]|$| (?:to|through|until|and|at|in)\b)/.test(text.slice(end, end + 9));
}

const BEFORE_MONTH_ALONE = new Set(['in', 'since', 'of', 'during']);
const BEFORE_DAY = new Set(['from', 'until', 'till', 'to', 'through', 'by', 'between', 'before', 'after']);

/** "24 February 2022", "24th of Feb.", at the day. */
function findDayMonth(text: string, at: number): DatePoint | undefined {
  const day = findDay(text, at);
  if (!day || isDigitAt(text, at - 1)) return undefined;
  let place = skipBlanks(text, isDashAt(text, day.end) ? day.end + 1 : day.end);
  if (place === day.end) return undefined;
  if (wordAt(text, place) === 'of') place = skipBlanks(text, place + 2);
  const month = findMonthName(text, place);
  return month && withYear(text, at, month.end, month.month, day.day);
}

/** "February 24, 2022", "Feb. 2022", "February" at the month's name. */
export function findMonthPoint(text: string, at: number): DatePoint | undefined {
  const month = findMonthName(text, at);
  if (!month) return undefined;
  let place = skipBlanks(text, month.end);
  if (wordAt(text, place) === 'the') place = skipBlanks(text, place + 3);
  const day = place > month.end ? findDay(text, place) : undefined;
  const next = day ? text.charAt(day.end) : '';
  const counts =
    day &&
    ((next === ',' && isDigitAt(text, day.end + 1)) || next === '%' || next === '.') &&
    isDigitAt(text, day.end + 1);
  const onDay =
    day && !counts && !isLetterAt(text, day.end) ? withYear(text, at, day.end, month.month, day.day) : undefined;
  return onDay ?? withYear(text, at, month.end, month.month);
}

const valid = (month: number, day: number): boolean => month >= 1 && month <= 12 && day >= 1 && day <= 31;

/** "2022-02-24", "2022-02", "2022/02/24", "24/02/2022", "24.02.2022" at the first digit. */
function findNumericDate(text: string, at: number): DatePoint | undefined {
  const piece = text.slice(at, at + 11);
  const iso = /^(\d{4})([-/.])(\d{2})(?:\2(\d{2}))?(?![\d])/.exec(piece);
  if (iso) {
    const [print, year, separator, month, day] = iso;
    const end = at + print.length;
    if (Number(year) >= EARLIEST && Number(year) <= LATEST && valid(Number(month), Number(day ?? 1))) {
      if (day !== undefined) return { start: at, end, year: year ?? '', month: Number(month), day: Number(day) };
      // "2011-12" is a pair of years; "2022-02" a month, for no pair of years runs backwards.
      if (separator === '-' && Number(month) <= Number(year?.slice(2)) && !isLetterAt(text, end)) {
        return { start: at, end, year: year ?? '', month: Number(month) };
      }
    }
    return undefined;
  }
  const local = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)/.exec(piece);
  if (!local) return undefined;
  const first = Number(local[1]);
  const second = Number(local[3]);
  const end = at + local[0].length;
  const year = local[4] ?? '';
  // Points are the European order, slashes the American one unless the numbers say otherwise.
  const dayFirst = local[2] === '.' ? second <= 12 : first > 12;
  const [month, day] = dayFirst ? [second, first] : [first, second];
  if (!valid(month, day)) return undefined;
  const open = valid(day, month) && day !== month && local[2] !== '.';
  return { start: at, end, year, month, day, ...(open ? { swapped: { month: day, day: month } } : {}) };
}

/** The point whose digits begin at `at`; bare years are marked as such. */
export function findDigitPoint(text: string, at: number): DatePoint | undefined {
  const quarter = findQuarter(text, at);
  if (quarter || isLetterAt(text, at - 1)) return quarter;
  return (
    findShortDecade(text, at) ??
    findNumericDate(text, at) ??
    findDayMonth(text, at) ??
    findPartOfYear(text, at) ??
    findEraYear(text, at) ??
    findYear(text, at)
  );
}
