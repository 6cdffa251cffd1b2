// One point in the calendar as texts print it: a day, a month, a quarter, a year, a decade or a century. Ranges of them
// and the words around them are put together in dates.ts.

import { daysInMonth, isOnlyMonth, monthOf } from './calendarWords.ts';
import { findOrdinalWords, ordinalSuffixEnd } from './ordinalWords.ts';
import {
  findWordAfter,
  findWordBefore,
  isDashAt,
  isDigitAt,
  isDigitCode,
  isLetterAt,
  isUpperAt,
  skipBlanks,
  wordAt,
} from './scan.ts';

export interface DatePoint {
  readonly start: number;
  readonly end: number;
  /** Four characters, "X" for what is left open: "2024", "199X", "18XX"; more for years before Christ ("-0043"). */
  readonly year?: string;
  /** 1…12 a month, 33…36 a quarter, 40 and 41 a half of the year (the codes of EDTF level 2). */
  readonly month?: number;
  readonly day?: number;
  /** The other order of day and month: "5/4/2018". */
  readonly swapped?: { readonly month: number; readonly day: number };
  readonly fiscal?: boolean;
  /** A bare year: whether it is one depends on what stands around it. */
  readonly bare?: boolean;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** The point in EDTF: "2024-02-24", "XXXX-02", "199X". */
export function edtfOf(point: Pick<DatePoint, 'year' | 'month' | 'day'>): string {
  const month = point.month === undefined ? '' : `-${two(point.month)}`;
  const day = point.day === undefined ? '' : `-${two(point.day)}`;
  return `${point.year ?? 'XXXX'}${month}${day}`;
}

const EARLIEST = 1000;
const LATEST = 2199;

function digitRun(text: string, at: number): number {
  let end = at;
  while (end - at < 5 && isDigitCode(text.charCodeAt(end))) end++;
  return end - at;
}

/** The year in four digits at `at`, with nothing glued to it but an "s" of a decade. */
export function findYear(text: string, at: number): DatePoint | undefined {
  if (digitRun(text, at) !== 4 || isDigitAt(text, at - 1)) return undefined;
  const value = Number(text.slice(at, at + 4));
  if (value < EARLIEST || value > LATEST) return undefined;
  const end = at + 4;
  const next = text.charAt(end);
  if ((next === 's' || next === '’' || next === "'") && value % 10 === 0) {
    const decade = next === 's' ? end + 1 : text.charAt(end + 1) === 's' ? end + 2 : end;
    if (decade > end && !isLetterAt(text, decade) && (next === 's' || value % 100 !== 0)) {
      return { start: at, end: decade, year: `${String(value).slice(0, 3)}X` };
    }
  }
  if (isLetterAt(text, end)) return undefined;
  if ((next === '.' || next === ',') && isDigitAt(text, end + 1) && !/^,\d{1,2}[,. ]/.test(text.slice(end, end + 4)))
    return undefined;
  return { start: at, end, year: String(value), bare: true };
}

/** The year that follows a month or day: ", 2022", " of 2022", " 2022", "’22" is left alone. */
function findYearAfter(text: string, at: number): DatePoint | undefined {
  let place = text.charAt(at) === ',' ? at + 1 : at;
  if (text.charAt(place) === '.') place++;
  place = skipBlanks(text, place);
  if (place === at) return undefined;
  const word = wordAt(text, place);
  if (word === 'of' || word === 'in') place = skipBlanks(text, place + 2);
  const fiscal = findFiscal(text, place);
  if (fiscal) return fiscal;
  const year = findYear(text, place);
  return year?.year && !year.year.includes('X') ? year : undefined;
}

/** "fiscal 2024", "fiscal year 2024", "financial year 2024", "FY2024", "FY 24" at `at`. */
export function findFiscal(text: string, at: number): DatePoint | undefined {
  const word = wordAt(text, at);
  let place = at + word.length;
  let named = word === 'fy';
  if (word === 'fiscal' || word === 'financial' || word === 'tax' || word === 'school' || word === 'academic') {
    const next = findWordAfter(text, place);
    if (next?.text === 'year' || next?.text === 'years') place = next.end;
    else if (word !== 'fiscal') return undefined;
    named = true;
  }
  if (!named) return undefined;
  if (text.charAt(place) === '-') place++;
  place = skipBlanks(text, place);
  const year = findYear(text, place);
  if (year?.bare) return { start: at, end: year.end, year: year.year ?? '', fiscal: true };
  if (word === 'fy' && digitRun(text, place) === 2 && !isLetterAt(text, place + 2)) {
    return { start: at, end: place + 2, year: `20${text.slice(place, place + 2)}`, fiscal: true };
  }
  return undefined;
}

function isDay(text: string, at: number): { end: number; day: number } | undefined {
  const length = digitRun(text, at);
  if (length < 1 || length > 2) return undefined;
  const day = Number(text.slice(at, at + length));
  if (day < 1 || day > 31) return undefined;
  const suffix = ordinalSuffixEnd(text, at + length);
  return { end: suffix > 0 ? suffix : at + length, day };
}

/** A point and a day after an abbreviation: "Feb. 24", and "feb . 24" in tokenised text. */
const POINT_AND_DAY = /^ ?\. ?\d/;

/** The month whose name begins at `at`, capitalised or unmistakable, with the point of its abbreviation. */
export function findMonthName(text: string, at: number): { end: number; month: number } | undefined {
  const word = wordAt(text, at);
  const month = monthOf(word);
  if (month === undefined) return undefined;
  const end = at + word.length;
  const short = word.length <= 4 && word !== 'may' && word !== 'june' && word !== 'july';
  const pointed = short && POINT_AND_DAY.test(text.slice(end, end + 5));
  if (!isUpperAt(text, at) && !isOnlyMonth(word) && !pointed) return undefined;
  if (pointed) return { end: text.indexOf('.', end) + 1, month };
  return { end: text.charAt(end) === '.' && short ? end + 1 : end, month };
}

function withYear(text: string, start: number, end: number, month: number, day?: number): DatePoint | undefined {
  const year = findYearAfter(text, end);
  const number = year?.year === undefined ? undefined : Number(year.year);
  if (day !== undefined && day > daysInMonth(number, month)) return undefined;
  return {
    start,
    end: year ? year.end : end,
    month,
    ...(year?.year === undefined ? {} : { year: year.year }),
    ...(year?.fiscal ? { fiscal: true } : {}),
    ...(day === undefined ? {} : { day }),
  };
}

/** "24 February 2022", "24th of Feb.", at the day. */
function findDayMonth(text: string, at: number): DatePoint | undefined {
  const day = isDay(text, at);
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
  const day = place > month.end ? isDay(text, place) : undefined;
  const next = day ? text.charAt(day.end) : '';
  const counts =
    day &&
    ((next === ',' && isDigitAt(text, day.end + 1)) || next === '%' || next === '.') &&
    isDigitAt(text, day.end + 1);
  if (day && !counts && !isLetterAt(text, day.end)) return withYear(text, at, day.end, month.month, day.day);
  return withYear(text, at, month.end, month.month);
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

/** "Q3 2023", "H1 of 2024", "3Q23": at the digit, the letter beside it. */
function findQuarter(text: string, at: number): DatePoint | undefined {
  if (digitRun(text, at) !== 1) return undefined;
  const count = Number(text.charAt(at));
  const before = text.charAt(at - 1).toUpperCase();
  const after = text.charAt(at + 1).toUpperCase();
  let start = at - 1;
  let end = at + 1;
  let letter = before;
  if ((before !== 'Q' && before !== 'H') || isLetterAt(text, at - 2)) {
    if ((after !== 'Q' && after !== 'H') || isLetterAt(text, at - 1) || isLetterAt(text, at + 2)) return undefined;
    letter = after;
    start = at;
    end = at + 2;
  }
  const month = partCode(letter === 'Q' ? 'quarter' : 'half', count);
  if (month === undefined || isLetterAt(text, end) || !isUpperAt(text, letter === before ? at - 1 : at + 1))
    return undefined;
  const short = /^\s?['’]?(\d{2})(?![\d.,%]|\s?%)/.exec(text.slice(end, end + 5));
  const year =
    findYearAfter(text, end) ?? (isDashAt(text, end) ? findYear(text, end + 1) : undefined) ?? findYear(text, end);
  if (year?.year) return { start, end: year.end, month, year: year.year, ...(year.fiscal ? { fiscal: true } : {}) };
  if (short && !isDigitAt(text, end + 3)) return { start, end: end + short[0].length, month, year: `20${short[1]}` };
  const earlier = findYearBefore(text, start);
  if (earlier?.year) return { start: earlier.start, end, month, year: earlier.year };
  return { start, end, month };
}

/** "2023 |Q3", "2023|Q3". */
function findYearBefore(text: string, at: number): DatePoint | undefined {
  const end = text.charAt(at - 1) === ' ' || text.charAt(at - 1) === '-' ? at - 1 : at;
  return end >= 4 && /^\d{4}$/.test(text.slice(end - 4, end))
    ? (findYear(text, end - 4) ?? yearGlued(text, end - 4))
    : undefined;
}

function yearGlued(text: string, at: number): DatePoint | undefined {
  const value = Number(text.slice(at, at + 4));
  return value >= 1900 && value <= LATEST && !isDigitAt(text, at - 1) && !isLetterAt(text, at - 1)
    ? { start: at, end: at + 4, year: String(value) }
    : undefined;
}

function partCode(part: string, count: number): number | undefined {
  if (part === 'quarter') return count >= 1 && count <= 4 ? 32 + count : undefined;
  return part === 'half' && (count === 1 || count === 2) ? 39 + count : undefined;
}

/** "third quarter of 2023", "first half", "nineteenth century", at the ordinal in words or digits. */
export function findPartOfYear(text: string, at: number): DatePoint | undefined {
  const inDigits = isDay(text, at);
  const ordinal = isDigitAt(text, at)
    ? inDigits && ordinalSuffixEnd(text, inDigits.end - 2) === inDigits.end
      ? { end: inDigits.end, value: inDigits.day }
      : undefined
    : findOrdinalWords(text, at);
  if (!ordinal) return undefined;
  const place = isDashAt(text, ordinal.end) ? ordinal.end + 1 : skipBlanks(text, ordinal.end);
  const word = wordAt(text, place);
  let end = place + word.length;
  if (word === 'century' && ordinal.value >= 1 && ordinal.value <= 21) {
    const before = /^ ?B\.?C\.?/.exec(text.slice(end, end + 6));
    if (before) return undefined;
    return { start: at, end, year: `${two(ordinal.value - 1)}XX` };
  }
  const fiscal = word === 'fiscal' ? findWordAfter(text, end) : undefined;
  const month = partCode(fiscal?.text ?? word, ordinal.value);
  if (month === undefined) return undefined;
  if (fiscal) end = fiscal.end;
  let tail = end;
  const of = findWordAfter(text, tail);
  if (of?.text === 'of') {
    tail = of.end;
    const the = findWordAfter(text, tail);
    if (the?.text === 'the' || the?.text === 'its') tail = the.end;
  }
  const year =
    findFiscal(text, skipBlanks(text, tail)) ??
    findYearAfter(text, tail) ??
    (tail > end ? findYear(text, skipBlanks(text, tail)) : undefined);
  // Without a year, "second half" may be of a match or a book; a quarter is one of a year.
  if (!year && (word === 'half' || of?.text === 'of')) return undefined;
  const known = year?.year !== undefined && !year.year.includes('X');
  return {
    start: at,
    end: known ? year.end : end,
    month,
    ...(known ? { year: year.year ?? '' } : {}),
    ...(year?.fiscal || fiscal ? { fiscal: true } : {}),
  };
}

/** Years before Christ: "44 BC", "2400 B.C.", and "AD 79". */
function findEraYear(text: string, at: number): DatePoint | undefined {
  const length = digitRun(text, at);
  if (length < 1 || length > 4 || isDigitAt(text, at - 1)) return undefined;
  const era = /^ ?(B\.?C\.?(?:E\.?)?|A\.?D\.?|C\.E\.?|CE)(?!\p{L})/u.exec(text.slice(at + length, at + length + 8));
  const value = Number(text.slice(at, at + length));
  if (!era || value === 0) return undefined;
  const before = era[1]?.startsWith('B');
  const year = before
    ? value === 1
      ? '0000'
      : `-${String(value - 1).padStart(4, '0')}`
    : String(value).padStart(4, '0');
  const full = era[0].endsWith('.') && !text.slice(at + length, at + length + era[0].length - 1).includes('.') ? 1 : 0;
  return { start: at, end: at + length + era[0].length - full, year };
}

/** "the '90s", "the 90s": a decade of the twentieth century, as none is meant otherwise. */
function findShortDecade(text: string, at: number): DatePoint | undefined {
  const match = /^([3-9]0)['’]?s(?!\p{L})/u.exec(text.slice(at, at + 6));
  if (!match || isDigitAt(text, at - 1)) return undefined;
  const start = text.charAt(at - 1) === '’' || text.charAt(at - 1) === "'" || text.charAt(at - 1) === '‘' ? at - 1 : at;
  const before = findWordBefore(text, start);
  const the = before && /^(?:early|mid|late)$/.test(before.text) ? findWordBefore(text, before.start) : before;
  if (the?.text !== 'the' && start === at) return undefined;
  return { start, end: at + match[0].length, year: `19${match[1]?.charAt(0)}X` };
}

/** The point whose digits begin at `at`; bare years are marked as such. */
export function findDigitPoint(text: string, at: number): DatePoint | undefined {
  return (
    findQuarter(text, at) ??
    findShortDecade(text, at) ??
    findNumericDate(text, at) ??
    findDayMonth(text, at) ??
    findPartOfYear(text, at) ??
    findEraYear(text, at) ??
    findYear(text, at)
  );
}
