// Dates and periods in prose, as EDTF: single points (datePoint.ts), ranges of them ("2019–2021", "5 to 12 June",
// "2023-24"), and the words before them (weekdays, "early", "fiscal year"). Decides when a bare year is a year.

import { monthOf, weekdayOf } from './calendarWords.ts';
import { findDigitPoint, findMonthName, findMonthPoint } from './datePoint.ts';
import { findPartOfYear } from './partsOfYear.ts';
import {
  findWordAfter,
  findWordBefore,
  isDashAt,
  isDigitAt,
  isLetterAt,
  skipBlanks,
  skipBlanksBack,
  type Word,
  wordAt,
} from './scan.ts';
import { findUnitAfter } from './units.ts';
import { type DatePoint, digitRun, edtfOf, findEraYear, findFiscal, findYear } from './years.ts';

export interface DateHit {
  readonly start: number;
  readonly end: number;
  readonly period: string;
  /** The period with a day that no calendar has: "1911-06-31", whose `period` is "1911-06". */
  readonly misdated?: string;
  readonly weekday?: number;
  readonly fiscal?: boolean;
  /** Other readings, in EDTF. */
  readonly others: readonly string[];
}

const PREPOSITIONS = new Set(
  'in since by from of until till during before after between to through for early late mid around circa year years and as the both or than on spring summer autumn fall winter calendar election ending ended beginning'.split(
    ' ',
  ),
);

const QUANTIFIERS = new Set(
  'about some over nearly almost roughly approximately up more fewer least all these those another only'.split(' '),
);
const YEAR_NOUNS = new Set(
  'sales results levels elections figures estimates prices budgets terms dollars earnings profits revenues plans standings olympics games rates tax numbers projections olympics amendments rules changes averages taxes'.split(
    ' ',
  ),
);

function looksPlural(word: string): boolean {
  return word === 'people' || (word.length > 3 && word.endsWith('s') && !/(?:ss|us|is)$/.test(word));
}

const CHANGES = new Set(
  'increase rise gain growth improvement decrease decline drop fall reduction percent cent'.split(' '),
);

/** Whether "over" leads to what a change is told against: "an increase of 8 % |over 2020", "a rise |over 2020". */
function isComparedOver(text: string, { start }: Word): boolean {
  return text.charAt(skipBlanksBack(text, start) - 1) === '%' || CHANGES.has(findWordBefore(text, start)?.text ?? '');
}

/** Whether the bare year is a year and no count: "in 2019", "2019 results", but not "1500 soldiers". */
function isYearHere(text: string, start: number, end: number): boolean {
  const year = Number(text.slice(start, end));
  const before = findWordBefore(text, start);
  if (before && QUANTIFIERS.has(before.text))
    return before.text === 'over' && year >= 1900 && isComparedOver(text, before);
  const sign = text.charAt(skipBlanksBack(text, start) - 1);
  if (sign !== '' && '$€£¥<>=~≥≤#'.includes(sign)) return false;
  // "in 2022 dollars"
  if (year >= 1900 && year < 2100 && before && /^(?:in|constant|real)$/.test(before.text)) {
    if (findWordAfter(text, end)?.text === 'dollars') return true;
  }
  if (text.charAt(end) === '%' || findUnitAfter(text, end))
    return (
      before !== undefined &&
      PREPOSITIONS.has(before.text) &&
      year >= 1900 &&
      !/^\s?%/.test(text.slice(end, end + 2)) &&
      !isLetterAt(text, end) &&
      text.charAt(end) !== '-'
    );
  const next = findWordAfter(text, end);
  const adjacent = next && skipBlanks(text, end) === next.start ? next : undefined;
  const counted =
    adjacent !== undefined &&
    adjacent.print === adjacent.text &&
    looksPlural(adjacent.text) &&
    !YEAR_NOUNS.has(adjacent.text);
  if (counted && (year % 100 === 0 || year < 1900))
    return (
      before !== undefined &&
      before.text !== 'the' &&
      before.text !== 'of' &&
      before.text !== 'to' &&
      PREPOSITIONS.has(before.text) &&
      year % 100 !== 0
    );
  if (adjacent && (adjacent.text === 'hundred' || adjacent.text === 'million' || adjacent.text === 'dollars'))
    return false;
  if (year >= 1900 && year < 2100) return true;
  if (before === undefined) return year >= 1500 && sign !== '';
  return (
    (before !== undefined && PREPOSITIONS.has(before.text)) ||
    sign === '(' ||
    (before !== undefined && monthOf(before.text) !== undefined)
  );
}

function findPoint(text: string, at: number): DatePoint | undefined {
  if (isDigitAt(text, at)) return findDigitPoint(text, at);
  return findMonthPoint(text, at) ?? findFiscal(text, at) ?? findPartOfYear(text, at);
}

interface Join {
  readonly at: number;
  readonly dash: boolean;
}

/** What joins two ends: a dash, "to", "through", "until"; "and" where "between" went before. */
function findJoin(text: string, end: number, between: boolean): Join | undefined {
  const place = skipBlanks(text, end);
  if (isDashAt(text, place) && (place === end) === (skipBlanks(text, place + 1) === place + 1)) {
    return { at: skipBlanks(text, place + 1), dash: true };
  }
  if (text.charAt(place) === '/' && place === end) return { at: place + 1, dash: true };
  const word = findWordAfter(text, end);
  if (!word || word.start !== place) return undefined;
  const joins =
    word.text === 'to' ||
    word.text === 'through' ||
    word.text === 'until' ||
    word.text === 'till' ||
    (between && word.text === 'and');
  return joins ? { at: skipBlanks(text, word.end), dash: false } : undefined;
}

/** The later end of a range that begins with `first`; a day or a short year takes what it lacks from the other end. */
function findRange(
  text: string,
  first: DatePoint,
  between: boolean,
): { first: DatePoint; last: DatePoint } | undefined {
  const join = findJoin(text, first.end, between);
  if (!join) return undefined;
  const year = first.year;
  // "2023-24"
  if (first.bare || first.fiscal) {
    const short = /^\d{2}(?![\d\p{L}]|[.,:]\d)/u.exec(text.slice(join.at, join.at + 4));
    if (short && join.dash && year && Number(short[0]) > Number(year.slice(2))) {
      return { first, last: { start: join.at, end: join.at + 2, year: year.slice(0, 2) + short[0] } };
    }
  }
  // "June 5–12, 2023"
  if (first.month !== undefined && first.day !== undefined && year === undefined) {
    const day = /^\d{1,2}(?!\d)/.exec(text.slice(join.at, join.at + 3));
    if (
      day &&
      Number(day[0]) > first.day &&
      Number(day[0]) <= 31 &&
      !findMonthName(text, skipBlanks(text, join.at + day[0].length))
    ) {
      const tail = text.slice(join.at + day[0].length, join.at + day[0].length + 8);
      const after = /^,? ?(\d{4})(?!\d)/.exec(tail);
      const end = join.at + day[0].length + (after ? after[0].length : 0);
      const own = after?.[1] === undefined ? {} : { year: after[1] };
      if (/^\s?%|^\.\d/.test(tail)) return undefined;
      return {
        first: { ...first, ...own },
        last: { start: join.at, end, month: first.month, day: Number(day[0]), ...own },
      };
    }
  }
  const last = findPoint(text, join.at);
  if (!last) return undefined;
  if (first.bare !== last.bare && (first.bare || last.bare)) return undefined;
  if (first.year !== undefined && last.year === undefined && last.month !== undefined && first.month !== undefined)
    return undefined;
  const filled = first.year === undefined && last.year !== undefined ? { ...first, year: last.year } : first;
  if ((filled.month === undefined) !== (last.month === undefined)) return undefined;
  return { first: filled, last };
}

/** "from 1300 to |about 450 BCE": behind the hedge of a later end. */
function skipAbout(text: string, at: number): number {
  const word = wordAt(text, at);
  return word === 'about' || word === 'around' || word === 'roughly' || word === 'circa'
    ? skipBlanks(text, at + word.length)
    : at;
}

/** "1300–450 BCE", "from 900 to about 700 BC": years before Christ whose later end alone says so. */
function findYearsBefore(text: string, at: number, between: boolean): DateHit | undefined {
  const length = digitRun(text, at);
  const end = at + length;
  if (length === 0 || length > 4 || isDigitAt(text, at - 1) || isLetterAt(text, end)) return undefined;
  const join = findJoin(text, end, between);
  const last = join && findEraYear(text, skipAbout(text, join.at));
  const year = Number(text.slice(at, end)) - 1;
  if (!last?.year?.startsWith('-') || year <= -Number(last.year)) return undefined;
  return { start: at, end: last.end, period: `-${String(year).padStart(4, '0')}/${edtfOf(last)}`, others: [] };
}

/** "5–12 June 2023": two days before one month. */
function findDayRange(text: string, at: number): DateHit | undefined {
  const match = /^(\d{1,2})(?:st|nd|rd|th)?(?: ?[-–—] ?| to | and )(?=\d)/.exec(text.slice(at, at + 12));
  if (!match || isDigitAt(text, at - 1)) return undefined;
  const last = findDigitPoint(text, at + match[0].length);
  const day = Number(match[1]);
  if (
    last?.day === undefined ||
    last.month === undefined ||
    day < 1 ||
    day >= last.day ||
    isDigitAt(text, last.start - 1)
  )
    return undefined;
  if (/^\d{1,2}[/.]/.test(text.slice(last.start, last.start + 3))) return undefined;
  const first = edtfOf({ ...last, day });
  return { start: at, end: last.end, period: `${first}/${edtfOf(last)}`, others: [] };
}

const PARTS_OF_YEAR = new Set(['early', 'late', 'mid']);

/** The words before a date that belong to it: "Monday, ", "early ", "mid-", "fiscal year ", "calendar year ". */
function extendBack(text: string, start: number, floor: number): { start: number; weekday?: number; fiscal?: boolean } {
  let at = start;
  let weekday: number | undefined;
  let fiscal = false;
  for (let count = 0; count < 3; count++) {
    const tight = skipBlanksBack(text, at);
    const joint = text.charAt(tight - 1);
    const from = joint === ',' || joint === '-' || joint === '.' || joint === '(' ? tight - 1 : at;
    const word = findWordBefore(text, from);
    if (!word || word.start < floor || isLetterAt(text, word.start - 1)) break;
    const day = weekdayOf(word.text);
    if (day !== undefined && joint !== '-' && word.print !== word.text && weekday === undefined) weekday = day;
    else if (joint === ',' || joint === '.' || joint === '(') break;
    else if (PARTS_OF_YEAR.has(word.text)) {
      // "early 2024", "mid-1990s"
    } else if (joint !== '-' && word.text === 'fiscal') fiscal = true;
    else if (joint !== '-' && (word.text === 'year' || word.text === 'years')) {
      const kind = findWordBefore(text, word.start);
      if (!kind || kind.start < floor || !/^(?:fiscal|financial|tax|school|academic|calendar)$/.test(kind.text)) break;
      fiscal = kind.text !== 'calendar';
      at = kind.start;
      continue;
    } else break;
    at = word.start;
  }
  return { start: at, ...(weekday === undefined ? {} : { weekday }), ...(fiscal ? { fiscal } : {}) };
}

const BEFORE_MONTH = new Set(
  'in since until till by last next this early late mid during of before after from through between'.split(' '),
);

/** Whether a month without day or year is meant as a time: "in March", "since last May". */
function isMonthHere(text: string, start: number): boolean {
  const before = findWordBefore(text, text.charAt(start - 1) === '-' ? start - 1 : start);
  return before !== undefined && BEFORE_MONTH.has(before.text);
}

/** "|May to July 2023": a month that begins a range of months. */
function beginsMonths(text: string, first: DatePoint): boolean {
  const join = findJoin(text, first.end, false);
  const last = join && findMonthPoint(text, join.at);
  return last?.month !== undefined && last.day === undefined && last.year !== undefined;
}

/** The date or period at `at`: at a digit, at the name of a month, or at an ordinal. */
export function findDate(text: string, at: number, floor: number): DateHit | undefined {
  if (isDigitAt(text, at)) {
    const days = findDayRange(text, at);
    if (days) return withLead(text, days, floor);
    const lead = findWordBefore(text, at);
    const years = findYearsBefore(text, at, lead?.text === 'between');
    if (years) return { ...years, start: lead?.text === 'between' && lead.start >= floor ? lead.start : at };
  }
  const first = findPoint(text, at);
  if (!first || first.start < floor) return undefined;
  if (first.bare) {
    if (!isYearHere(text, first.start, first.end) && !yearRangeAhead(text, first)) return undefined;
  } else if (
    first.month !== undefined &&
    first.month <= 12 &&
    first.day === undefined &&
    first.year === undefined &&
    first.missingDay === undefined
  ) {
    if (!isMonthHere(text, first.start) && !beginsMonths(text, first)) return undefined;
  }
  const lead = findWordBefore(text, first.start);
  const range = findRange(text, first, lead?.text === 'between');
  if (range) {
    const period = `${edtfOf(range.first)}/${edtfOf(range.last)}`;
    const misdated = `${printedDate(range.first)}/${printedDate(range.last)}`;
    const fiscal = first.fiscal === true || range.last.fiscal === true;
    const start =
      lead && lead.text === 'between' && lead.start >= floor && text.slice(first.end, range.last.start).includes('and')
        ? lead.start
        : first.start;
    const hit = {
      start,
      end: range.last.end,
      period,
      others: [],
      ...(misdated === period ? {} : { misdated }),
      ...(fiscal ? { fiscal } : {}),
    };
    return withLead(text, hit, floor);
  }
  const others = first.swapped ? [edtfOf({ ...first, ...first.swapped })] : [];
  const hit = {
    start: first.start,
    end: first.end,
    period: edtfOf(first),
    ...(first.missingDay === undefined ? {} : { misdated: printedDate(first) }),
    others,
    ...(first.fiscal ? { fiscal: true } : {}),
  };
  return withLead(text, hit, floor);
}

/** A point as it is printed, also where no month has such a day. */
function printedDate({ missingDay, ...point }: DatePoint): string {
  return edtfOf(missingDay === undefined ? point : { ...point, day: missingDay });
}

/** "2019-2021" stays a period even where the first year alone would read as a count. */
function yearRangeAhead(text: string, first: DatePoint): boolean {
  if (Number(first.year) < 1800) return false;
  const join = findJoin(text, first.end, false);
  const last = join?.dash ? findYear(text, join.at) : undefined;
  return (
    last?.bare === true &&
    Number(last.year) > Number(first.year) &&
    !looksPlural(wordAt(text, skipBlanks(text, last.end)))
  );
}

function withLead(text: string, hit: DateHit, floor: number): DateHit {
  return { ...hit, ...extendBack(text, hit.start, floor) };
}
