// Reads the figures of one piece of prose, left to right: looks for a digit or a number word, asks what stands there (a
// name, a date, an ordinal, an amount), and joins amounts into ranges and ratios with the words around them. What is
// counted, of whom and when is left to the claims.

import { findAge } from './ages.ts';
import { findAmount } from './amount.ts';
import { findClosedInterval } from './bounds.ts';
import { amountFigure, dateFigure, ordinalFigure, rangeFigure, ratioFigure } from './buildFigure.ts';
import { monthOf } from './calendarWords.ts';
import { findChangeAfter, findChangeBefore } from './changes.ts';
import { findDate } from './dates.ts';
import type { Figure } from './figure.ts';
import { isFractionSign } from './fractions.ts';
import { findHedgeAfter, findHedgeBefore, type Hedge } from './hedges.ts';
import { addressEnd, countsPlural, isLabelled } from './nonQuantity/labels.ts';
import { addressChunkEnd, identifierEnd, namedEnd } from './nonQuantity/named.ts';
import { countsAsOne, countsAsOneUnit, ranksSomething } from './nonQuantity/pronouns.ts';
import { countsAsZero, isJoinedManner, isModelNumber, isNameWord } from './nonQuantity/properNames.ts';
import { scoreEnd } from './nonQuantity/scores.ts';
import { isCardinalWord } from './numberWords.ts';
import { denominatorOf, findOrdinalWords, ordinalOf, ordinalSuffixEnd } from './ordinalWords.ts';
import { findRange } from './ranges.ts';
import { findRatio, foldValue } from './ratios.ts';
import { findWordBefore, isDashAt, isDigitCode, isLetterAt, isLetterCode, isUpperAt, wordEndAt } from './scan.ts';

/** Whether a number may begin with the word: looked up once for each pair of first letters. */
const STARTS = new Uint8Array(26 * 26);
const OTHER_STARTS = new Set(['half', 'quarter', 'dozen', 'fiscal', 'fy']);
for (const word of 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fourty fifty sixty seventy eighty ninety zero nought naught hundred thousand lakh lac million milliard crore billion trillion quadrillion first second third fourth ninth twelfth half quarter dozen fiscal fy jan feb mar apr may jun jul aug sep oct nov dec'.split(
  ' ',
)) {
  STARTS[(word.charCodeAt(0) - 97) * 26 + word.charCodeAt(1) - 97] = 1;
}

function maybeNumberWord(text: string, at: number): boolean {
  const first = (text.charCodeAt(at) | 32) - 97;
  const second = (text.charCodeAt(at + 1) | 32) - 97;
  return first >= 0 && first < 26 && second >= 0 && second < 26 && STARTS[first * 26 + second] === 1;
}

/** What was read at a place: a figure or nothing, and where to go on. */
interface Step {
  readonly figure?: Figure;
  readonly end: number;
  /** The number names something: "Section 8", so that "… and 9" does too. */
  readonly label?: boolean;
}

/**
 * The figures of `text`, in order, none overlapping another. The text is prose without markup; one line break may stand
 * for a blank. "Sales rose 5 % to about $2.8 billion in 2023" has three: 5 %, 2.8e9 USD and the year.
 */
export function readFigures(text: string): Figure[] {
  const figures: Figure[] = [];
  let floor = 0;
  let labelEnd = -1;
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    let step: Step | undefined;
    if (isDigitCode(code)) step = readAtDigit(text, at, floor, labelEnd);
    else if (isLetterCode(code)) {
      if (code < 128 && maybeNumberWord(text, at)) step = readAtWord(text, at, floor, labelEnd);
      if (!step) {
        at = wordEndAt(text, at);
        continue;
      }
    } else if (code > 127 && isFractionSign(text.charAt(at))) step = readAmountAt(text, at, floor, labelEnd);
    if (!step) {
      at++;
      continue;
    }
    if (step.figure) {
      const last = figures.at(-1);
      const closed = last?.bound && step.figure.bound ? findClosedInterval(text, last, step.figure) : undefined;
      if (closed) figures[figures.length - 1] = closed;
      else figures.push(step.figure);
      floor = step.figure.span.end;
    }
    if (step.label) labelEnd = step.end;
    at = Math.max(at + 1, step.end);
  }
  return figures;
}

function readAtDigit(text: string, at: number, floor: number, labelEnd: number): Step {
  const address = addressChunkEnd(text, at);
  if (address > at) return { end: address };
  const date = findDate(text, at, floor);
  if (date) return { figure: dateFigure(text, date, floor), end: date.end };
  const named = Math.max(namedEnd(text, at), addressEnd(text, at), scoreEnd(text, at));
  if (named > at) return { end: named };
  const ordinal = findDigitOrdinal(text, at);
  if (ordinal) return ordinal;
  const start =
    text.charAt(at - 1) === '.' && at - 1 >= floor && !isLetterAt(text, at - 2) && !/[\d.]/.test(text.charAt(at - 2))
      ? at - 1
      : at;
  return readAmountAt(text, start, floor, labelEnd) ?? { end: identifierEnd(text, at) };
}

function findDigitOrdinal(text: string, at: number): Step | undefined {
  let end = at;
  while (isDigitCode(text.charCodeAt(end)) && end - at < 5) end++;
  // "the 1,000th visitor"
  if (text.charAt(end) === ',' && /^,\d{3}[a-z]{2}/i.test(text.slice(end, end + 6))) end += 4;
  const after = ordinalSuffixEnd(text, end);
  if (after < 0) return undefined;
  return { figure: ordinalFigure(at, after, Number(text.slice(at, end).replace(',', ''))), end: after };
}

function readAtWord(text: string, at: number, floor: number, labelEnd: number): Step | undefined {
  if (isLetterAt(text, at - 1) || text.charAt(at - 1) === '’' || text.charAt(at - 1) === "'") return undefined;
  const end = wordEndAt(text, at);
  const word = text.slice(at, end).toLowerCase();
  const cardinal = isCardinalWord(word);
  const ordinal = ordinalOf(word) !== undefined;
  if (!cardinal && !ordinal && !OTHER_STARTS.has(word) && monthOf(word) === undefined) {
    const fold = foldValue(word);
    return fold === undefined ? undefined : { figure: ratioFigure(at, end, { start: at, end }, fold, {}), end };
  }
  if (monthOf(word) !== undefined || ordinal || cardinal || word === 'fiscal' || word === 'fy') {
    const date = findDate(text, at, floor);
    if (date) return { figure: dateFigure(text, date, floor), end: date.end };
    if (monthOf(word) !== undefined || word === 'fiscal' || word === 'fy') return undefined;
  }
  if (cardinal && isNameWord(text, at, end)) return { end };
  if (word === 'zero' && !countsAsZero(text, at, end)) return { end };
  if (word === 'one' && !countsAsOne(text, at, end)) {
    const amount = findAmount(text, at, floor);
    const alone =
      !amount ||
      (amount.numeral.end === end && (amount.unit === undefined || !countsAsOneUnit(text, at, end, amount.unit)));
    if (alone && !(amount && findRatio(text, amount))) return { end };
  }
  if (ordinal || cardinal) {
    const rank = findOrdinalWords(text, at);
    const share = rank && denominatorOf(word) !== undefined ? readAmountAt(text, at, floor, labelEnd) : undefined;
    if (share) return share;
    if (rank)
      return ranksSomething(text, at, rank.end, word)
        ? { figure: ordinalFigure(at, rank.end, rank.value), end: rank.end }
        : { end: rank.end };
  }
  return readAmountAt(text, at, floor, labelEnd);
}

function isInList(text: string, labelEnd: number, at: number, end: number): boolean {
  return (
    labelEnd > 0 &&
    at > labelEnd &&
    at - labelEnd < 7 &&
    /^(?:,? (?:and|or|to|&) |, ?|[-–/])$/.test(text.slice(labelEnd, at)) &&
    !(text.charAt(labelEnd) === ',' && countsPlural(text, end))
  );
}

/** End of a label's number with what belongs to it: "1:3" of "Psalm 1:3", "2–5" of "Sections 2–5". */
function labelNumberEnd(text: string, at: number): number {
  const more = /^[:.]\d{1,4}(?!\d)/.exec(text.slice(at, at + 6));
  return more ? at + more[0].length : at;
}

function readAmountAt(text: string, at: number, floor: number, labelEnd: number): Step | undefined {
  const amount = findAmount(text, at, floor);
  if (!amount) return undefined;
  const { numeral } = amount;
  // "12 deaths per 1,000 births"
  if (!amount.currencyFirst && text.startsWith('per ', amount.start - 4) && !isLetterAt(text, amount.start - 5))
    return { end: numeral.end };
  const bare =
    amount.unit === undefined && numeral.factor === 1 && numeral.form !== 'fraction' && amount.per === undefined;
  const ratio = findRatio(text, amount);
  if (!ratio && numeral.form === 'digits' && amount.unit === undefined && isLetterAt(text, amount.end))
    return { end: identifierEnd(text, at) };
  const plain = bare && Number.isInteger(amount.value) && !numeral.digits?.grouped && numeral.end === amount.end;
  if (
    (plain || (numeral.digits?.decimal && bare)) &&
    (isLabelled(text, amount.start, amount.end, amount.value) || isInList(text, labelEnd, amount.start, amount.end))
  ) {
    return { end: labelNumberEnd(text, amount.end), label: true };
  }
  // "Seat 4A" has nothing to do with amperes.
  if (
    numeral.end + 1 === amount.end &&
    isUpperAt(text, numeral.end) &&
    isLabelled(text, amount.start, amount.end, amount.value)
  ) {
    return { end: amount.end, label: true };
  }
  if (plain && isModelNumber(text, amount.start, amount.end, amount.value)) return { end: amount.end };
  if (bare && isJoinedManner(text, amount.start, numeral.end)) return { end: identifierEnd(text, at) };
  // "5G", "13-F": a letter after a hyphen that is no word.
  if (plain && isDashAt(text, amount.end) && isUpperAt(text, amount.end + 1) && !isLetterAt(text, amount.end + 2)) {
    return { end: identifierEnd(text, at) };
  }
  const range = findRange(text, amount, floor);
  if (range) {
    const ends = [amountFigure(range.ends[0], {}), amountFigure(range.ends[1], {})] as const;
    const age = findAge(text, { ...range.ends[1], start: range.start }, floor);
    return finish(
      text,
      floor,
      range.start,
      range.end,
      (hedge, start, end) => rangeFigure(range.ends[1], ends, hedge, start, end, age?.unit),
      age,
    );
  }
  if (ratio) {
    return finish(text, floor, amount.start, ratio.end, (hedge, start, end) =>
      ratioFigure(start, end, { start: numeral.start, end: ratio.end }, ratio.value, hedge),
    );
  }
  const age = findAge(text, amount, floor);
  return finish(
    text,
    floor,
    amount.start,
    amount.end,
    (hedge, start, end) => amountFigure(amount, hedge, start, end, age?.unit),
    age,
  );
}

/** Puts the hedges and words of change around what was read. */
function finish(
  text: string,
  floor: number,
  innerStart: number,
  innerEnd: number,
  make: (hedge: Hedge, start: number, end: number) => Figure,
  age?: { readonly start: number; readonly end: number },
): Step {
  let start = Math.min(innerStart, age?.start ?? innerStart);
  let end = Math.max(innerEnd, age?.end ?? innerEnd);
  let hedge: Hedge = {};
  for (let count = 0; count < 3; count++) {
    const before = findHedgeBefore(text, start, floor);
    if (!before) break;
    // "over 3 years" may be the time it took, and "some one" is a pronoun.
    if (
      findWordBefore(text, innerStart)?.text === 'over' &&
      /^\s?(?:over)\s*$/i.test(text.slice(before.start, start)) &&
      make({}, start, end).kind === 'duration'
    )
      break;
    hedge = { ...before, ...hedge, ...(before.bound ? { bound: before.bound } : {}) };
    start = before.start;
  }
  const after = findHedgeAfter(text, end);
  if (after) {
    hedge = { ...hedge, ...after };
    end = after.end;
  }
  const { approximate, side, bound, exact } = hedge;
  const own: Hedge = {
    ...(approximate ? { approximate } : {}),
    ...(side ? { side } : {}),
    ...(bound ? { bound } : {}),
    ...(exact ? { exact } : {}),
  };
  const figure = make(own, start, end);
  const change = findChangeBefore(text, start, figure) ?? findChangeAfter(text, end);
  return { figure: change ? { ...figure, change } : figure, end };
}
