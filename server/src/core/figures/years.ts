// Years as texts print them: "2024", "FY24", "the 1990s", "44 BC"; and the shape of a point in the calendar.

import { ordinalSuffixEnd } from './ordinalWords.ts';
import {
  findWordAfter,
  findWordBefore,
  isDigitAt,
  isDigitCode,
  isLetterAt,
  skipBlanks,
  skipBlanksBack,
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
  /** A printed day that its month does not have: 31 in "31 June". */
  readonly missingDay?: number;
  /** The other order of day and month: "5/4/2018". */
  readonly swapped?: { readonly month: number; readonly day: number };
  readonly fiscal?: boolean;
  /** A bare year: whether it is one depends on what stands around it. */
  readonly bare?: boolean;
}

/** The number in two digits: "03". */
export const two = (value: number): string => String(value).padStart(2, '0');

/** The point in EDTF: "2024-02-24", "XXXX-02", "199X". */
export function edtfOf(point: Pick<DatePoint, 'year' | 'month' | 'day'>): string {
  const month = point.month === undefined ? '' : `-${two(point.month)}`;
  const day = point.day === undefined ? '' : `-${two(point.day)}`;
  return `${point.year ?? 'XXXX'}${month}${day}`;
}

/** The first and the last number in four digits that is read as a year of our era without "AD". */
export const EARLIEST = 1000;
export const LATEST = 2199;

/** How many digits begin at `at`; counts no further than five. */
export function digitRun(text: string, at: number): number {
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
export function findYearAfter(text: string, at: number): DatePoint | undefined {
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

/** Years before Christ: "44 BC", "2400 B.C.", and "AD 79". */
export function findEraYear(text: string, at: number): DatePoint | undefined {
  if (isDigitAt(text, at - 1)) return undefined;
  const comma = text.charAt(at + 1) === ',' || text.charAt(at + 2) === ',';
  const grouped = comma && /^\d{1,2},\d{3} ?B\.?C/.test(text.slice(at, at + 11));
  const length = grouped ? text.indexOf(',', at) - at + 4 : digitRun(text, at);
  if (length < 1 || (length > 4 && !grouped)) return undefined;
  const mark = text.charAt(skipBlanksBack(text, at) - 1);
  const anno =
    (mark === 'D' || mark === 'E' || mark === '.') &&
    /(?:^|[^\p{L}])(A\.?D\.?|CE) ?$/u.exec(text.slice(Math.max(0, at - 6), at));
  const age = Number(text.slice(at, at + length));
  if (anno && age > 0 && !isLetterAt(text, at + length) && text.charAt(at + length) !== ',') {
    return { start: at, end: at + length, year: String(age).padStart(4, '0') };
  }
  const era = /^ ?(B\.?C\.?(?:E\.?)?|A\.?D\.?|C\.E\.?|CE)(?!\p{L})/u.exec(text.slice(at + length, at + length + 8));
  const value = Number(text.slice(at, at + length).replace(',', ''));
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
export function findShortDecade(text: string, at: number): DatePoint | undefined {
  const match = /^([3-9]0)['’]?s(?!\p{L})/u.exec(text.slice(at, at + 6));
  if (!match || isDigitAt(text, at - 1)) return undefined;
  const start = text.charAt(at - 1) === '’' || text.charAt(at - 1) === "'" || text.charAt(at - 1) === '‘' ? at - 1 : at;
  const before = findWordBefore(text, start);
  const the = before && /^(?:early|mid|late)$/.test(before.text) ? findWordBefore(text, before.start) : before;
  if (the?.text !== 'the' && start === at) return undefined;
  return { start, end: at + match[0].length, year: `19${match[1]?.charAt(0)}X` };
}

/** A day of the month at `at`, with its ordinal ending if it has one: "24", "3rd"; up to 99, which no month has. */
export function findDay(text: string, at: number): { end: number; day: number } | undefined {
  const length = digitRun(text, at);
  if (length < 1 || length > 2) return undefined;
  const day = Number(text.slice(at, at + length));
  if (day < 1) return undefined;
  const suffix = ordinalSuffixEnd(text, at + length);
  return { end: suffix > 0 ? suffix : at + length, day };
}
