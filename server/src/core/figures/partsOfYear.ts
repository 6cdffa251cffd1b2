// Parts of years and longer times: "Q3 2023", "third quarter of fiscal 2024", "H1", "nineteenth century".

import { findOrdinalWords, ordinalSuffixEnd } from './ordinalWords.ts';
import { findWordAfter, isDashAt, isDigitAt, isLetterAt, isUpperAt, skipBlanks, wordAt } from './scan.ts';
import { type DatePoint, digitRun, findDay, findFiscal, findYear, findYearAfter, LATEST, two } from './years.ts';

/** "Q3 2023", "H1 of 2024", "3Q23": at the digit, the letter beside it. */
export function findQuarter(text: string, at: number): DatePoint | undefined {
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
  const inDigits = findDay(text, at);
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
