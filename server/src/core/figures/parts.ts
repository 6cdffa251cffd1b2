// Amounts of two parts: "5 ft 2 in", "six-foot-four", "2 hours 30 minutes", "thirteen dollars forty-five cents", "an hour
// and a half". What follows the first unit, as a part of one of that unit.

import { findCurrencyAfter } from './currencies.ts';
import { findFractionAfter } from './fractions.ts';
import { findNumeralInDigits, findNumeralInWords, type Numeral } from './numeral.ts';
import { findWordAfter, findWordBefore, isDashAt, isDigitAt, isLetterAt, skipBlanks } from './scan.ts';
import { findUnitAfter, type UnitHit } from './units.ts';
import { unitsByName } from './unitTable.ts';

/** A part that was read: where it ends, and how much of the whole unit it is. */
export interface Part {
  readonly end: number;
  readonly value: number;
  /** Size of one unit of its last digit. */
  readonly step: number;
}

/** The second part that a unit may take, and how many of it make one: "5 ft 2 in". */
const PARTS: Readonly<Record<string, readonly [unit: string, count: number]>> = {
  ft: ['in', 12],
  lb: ['oz', 16],
  st: ['lb', 14],
  hour: ['minute', 60],
  minute: ['second', 60],
};

function numeralAt(text: string, at: number): Numeral | undefined {
  const numeral = isDigitAt(text, at) ? findNumeralInDigits(text, at, false) : findNumeralInWords(text, at, at);
  return numeral?.start === at ? numeral : undefined;
}

/** The second part of an amount in `unit` that ended at `end`: "| 2 in", "|-4", " and 30 minutes". */
export function findSecondPart(text: string, end: number, unit: string, whole: number): Part | undefined {
  const part = PARTS[unit];
  if (!part) return undefined;
  const and = findWordAfter(text, end);
  const comma = text.charAt(end) === ',' ? end + 1 : end;
  const dashed = unit === 'ft' && isDashAt(text, end);
  const at = dashed ? end + 1 : skipBlanks(text, and?.text === 'and' ? and.end : comma);
  const numeral = numeralAt(text, at);
  if (!numeral || numeral.value >= part[1]) return undefined;
  const value = numeral.value / part[1];
  const step = 1 / part[1];
  const place = skipBlanks(text, numeral.end);
  const symbol = text.slice(place, place + 2);
  if (unit === 'ft' && symbol === 'in' && !isLetterAt(text, place + 2)) return { end: place + 2, value, step };
  const hit = findUnitAfter(text, numeral.end);
  if (hit?.symbol === part[0]) return { end: hit.end, value, step };
  // "2h 30m"
  if (unit === 'hour' && hit?.symbol === 'm' && hit.start === numeral.end && /[hr]/.test(text.charAt(end - 1)))
    return { end: hit.end, value, step };
  if (unit !== 'ft' || hit || comma > end || and?.text === 'and') return undefined;
  return readsAsHeight(text, whole, numeral, dashed) ? { end: numeral.end, value, step } : undefined;
}

/** "6 feet 4", "six-foot-four": a person's height leaves the inches unsaid. */
function readsAsHeight(text: string, feet: number, inches: Numeral, dashed: boolean): boolean {
  if (feet < 3 || feet > 8 || !Number.isInteger(feet) || !Number.isInteger(inches.value)) return false;
  if (dashed) return !isDashAt(text, inches.end);
  const next = findWordAfter(text, inches.end);
  return !next || ['and', 'tall', 'in', 'or', 'but', 'with', 'who', 'when'].includes(next.text);
}

/** `5'2"`, "6'4": feet and inches by their marks, right after the number of feet. */
export function findHeightMarks(text: string, end: number, feet: number): Part | undefined {
  if (feet < 3 || feet > 8 || !Number.isInteger(feet) || !"'’′".includes(text.charAt(end) || ' ')) return undefined;
  const match = /^['’′] ?(\d{1,2})(?:["”″]|['’′]{2}|(?![\d\p{L}'’.,%]|[.,]\d))/u.exec(text.slice(end, end + 7));
  const inches = Number(match?.[1]);
  return match && inches < 12 ? { end: end + match[0].length, value: inches / 12, step: 1 / 12 } : undefined;
}

/** The cents after an amount of dollars: "| forty-five cents", "| and 50" at the end of what is said. */
export function findCents(text: string, end: number): Part | undefined {
  const and = findWordAfter(text, end);
  const joined = and?.text === 'and';
  const numeral = numeralAt(text, skipBlanks(text, joined ? and.end : end));
  if (!numeral || numeral.value >= 100 || numeral.value < 1 || numeral.step !== 1) return undefined;
  const part = { value: numeral.value / 100, step: 0.01 };
  const unit = findCurrencyAfter(text, numeral.end);
  if (unit?.code === '¢' || unit?.code === 'p') return { end: unit.end, ...part };
  const closed = /^(?:$|[.;!?](?!\d))/.test(text.slice(numeral.end, numeral.end + 2));
  return closed && numeral.value >= 10 ? { end: numeral.end, ...part } : undefined;
}

/** "| and a half" after a unit: "two hours and a half". */
export function findFractionTail(text: string, end: number): Part | undefined {
  const and = findWordAfter(text, end);
  if (and?.text !== 'and') return undefined;
  const fraction = findFractionAfter(text, end);
  return fraction && fraction.value < 1 && findWordAfter(text, fraction.end)?.text !== 'of'
    ? { end: fraction.end, value: fraction.value, step: 0 }
    : undefined;
}

const ONE = new Set(['a', 'an', 'one']);

/** "an hour and a |half", "a mile and a quarter": begins at the article, with the unit in its middle. */
export function findUnitAndHalf(text: string, at: number, floor: number): { start: number; hit: UnitHit } | undefined {
  const article = findWordBefore(text, at);
  if (article?.text !== 'a') return undefined;
  const and = findWordBefore(text, article.start);
  const noun = and?.text === 'and' ? findWordBefore(text, and.start) : undefined;
  const unit = noun && unitsByName.get(noun.text);
  const one = noun && findWordBefore(text, noun.start);
  if (!unit || !one || one.start < floor || !ONE.has(one.text)) return undefined;
  return { start: one.start, hit: { start: noun.start, end: noun.end, symbol: unit.symbol, unit } };
}

const NO_PARTS = new Set(['year', 'percent', '%']);

/** The unit of a fraction: "half| an hour", "half|-mile", "a quarter| of an hour", "three quarters| of a mile". */
export function findPartOfUnit(text: string, end: number): UnitHit | undefined {
  if (isDashAt(text, end)) {
    const hit = findUnitAfter(text, end);
    return hit?.unit && !NO_PARTS.has(hit.symbol) ? hit : undefined;
  }
  const of = findWordAfter(text, end);
  const article = of?.text === 'of' ? findWordAfter(text, of.end) : of;
  if (!article || !ONE.has(article.text)) return undefined;
  const hit = findUnitAfter(text, article.end);
  return hit?.unit && hit.start > article.end && /\p{L}$/u.test(text.slice(hit.start, hit.end)) ? hit : undefined;
}
