// An amount: a numeral with its sign, currency, unit and rate, and what several of them make together ("5 ft 2 in",
// "thirteen dollars forty-five cents"). Knows nothing of hedges, ranges and dates.

import { type CurrencyHit, findCurrencyAfter, findCurrencyBefore } from './currencies.ts';
import type { FigureKind } from './figure.ts';
import { isFractionSign } from './fractions.ts';
import { findNumeralInDigits, findNumeralInWords, type Numeral, times } from './numeral.ts';
import {
  findWordAfter,
  findWordBefore,
  isBlankCode,
  isDashAt,
  isDigitAt,
  isLetterAt,
  phraseEndAt,
  skipBlanks,
} from './scan.ts';
import { findPerAfter, findPercentAfter, findUnitAfter, type UnitHit } from './units.ts';
import { unitsBySymbol } from './unitTable.ts';

export interface Amount {
  readonly start: number;
  readonly end: number;
  readonly numeral: Numeral;
  readonly kind: FigureKind;
  readonly value: number;
  /** Size of one unit of the last printed digit. */
  readonly step: number;
  readonly unit?: string;
  readonly per?: string;
  /** Where the currency that stands before the number begins. */
  readonly currencyFirst: boolean;
  /** "1.2m" read as metres where it may be millions, or "1.234" in the other number style. */
  readonly others: readonly {
    readonly value: number;
    readonly step: number;
    readonly unit?: string;
    readonly kind?: FigureKind;
  }[];
}

const NEGATIVE_WORDS = new Set(['minus', 'negative']);

/** Where a minus sign before `at` begins; undefined where the dash joins or separates. */
function findMinus(text: string, at: number, floor: number): number | undefined {
  const sign = text.charAt(at - 1);
  if ((sign === '-' || sign === '−' || sign === '–') && at - 1 >= floor) {
    if (at - 1 === 0) return at - 1;
    const before = text.charCodeAt(at - 2);
    const opens = isBlankCode(before) || '([<=>:,"“^'.includes(text.charAt(at - 2));
    return opens && (sign !== '–' || isDigitAt(text, at)) ? at - 1 : undefined;
  }
  const word = findWordBefore(text, at);
  return word && word.start >= floor && NEGATIVE_WORDS.has(word.text) ? word.start : undefined;
}

const WIDTHS = new Set('tall long wide high deep thick away above below from apart'.split(' '));

const IRREGULAR_PLURALS = new Set(['people', 'children', 'men', 'women', 'staff', 'sheep', 'cattle']);

/** Words that tell before "2.4m" that it counts millions. */
const COUNTED_BEFORE =
  /\b(?:number|numbers|people|population|sold|bought|down from|up from|costs?|spend|spends|spending|households|children|workers|users|viewers|jobs|sales|revenues?|profits?|budget|bn|million|billion)\b/i;

/** Whether "9.6m" counts millions: what is counted follows or was named shortly before. */
function readsAsMillions(text: string, start: number, end: number): boolean {
  const next = findWordAfter(text, end);
  if (next && WIDTHS.has(next.text)) return false;
  if (next && next.print === next.text) {
    if (IRREGULAR_PLURALS.has(next.text) || (next.text.length > 3 && next.text.endsWith('s'))) return true;
  }
  return COUNTED_BEFORE.test(text.slice(Math.max(0, start - 80), start));
}

function kindOf(unit: string | undefined, hit: UnitHit | undefined, numeral: Numeral): FigureKind {
  if (unit === undefined) {
    if (numeral.form === 'fraction' && numeral.factor === 1 && numeral.value < 1) return 'ratio';
    return Number.isInteger(numeral.value) ? 'count' : 'number';
  }
  if (unit === '%' || unit === 'pp' || unit === 'bp' || unit === '‰') return 'percent';
  if (hit?.unit) return hit.unit.dimension === 'time' ? 'duration' : 'measurement';
  return 'money';
}

/** The second part that a unit may take, and how many of it make one: "5 ft 2 in". */
const PARTS: Readonly<Record<string, readonly [unit: string, count: number]>> = {
  ft: ['in', 12],
  lb: ['oz', 16],
  st: ['lb', 14],
  hour: ['minute', 60],
  minute: ['second', 60],
};

function findSecondPart(text: string, end: number, unit: string): { end: number; value: number } | undefined {
  const part = PARTS[unit];
  if (!part) return undefined;
  const and = findWordAfter(text, end);
  const comma = text.charAt(end) === ',' ? end + 1 : end;
  const at = skipBlanks(text, and?.text === 'and' ? and.end : comma);
  const numeral = isDigitAt(text, at) ? findNumeralInDigits(text, at, false) : findNumeralInWords(text, at, at);
  if (!numeral || numeral.start !== at || numeral.value >= part[1]) return undefined;
  const place = skipBlanks(text, numeral.end);
  const symbol = text.slice(place, place + 2);
  if (unit === 'ft' && symbol === 'in' && !isLetterAt(text, place + 2))
    return { end: place + 2, value: numeral.value / part[1] };
  const hit = findUnitAfter(text, numeral.end);
  return hit?.symbol === part[0] ? { end: hit.end, value: numeral.value / part[1] } : undefined;
}

function findCents(text: string, end: number): { end: number; value: number } | undefined {
  const and = findWordAfter(text, end);
  const at = skipBlanks(text, and?.text === 'and' ? and.end : end);
  const numeral = isDigitAt(text, at) ? findNumeralInDigits(text, at, false) : findNumeralInWords(text, at, at);
  if (!numeral || numeral.start !== at || numeral.value >= 100 || numeral.value < 1) return undefined;
  const unit = findCurrencyAfter(text, numeral.end);
  return unit?.code === '¢' || unit?.code === 'p' ? { end: unit.end, value: numeral.value / 100 } : undefined;
}

/**
 * The amount whose numeral begins at `at`: at a digit, a fraction sign or a number word. Looks back no further than
 * `floor` for a sign, a currency or an article.
 */
export function findAmount(text: string, at: number, floor: number): Amount | undefined {
  const inDigits = isDigitAt(text, at) || text.charAt(at) === '.' || isFractionSign(text.charAt(at));
  const minusInside = inDigits ? findMinus(text, at, floor) : undefined;
  const before = findCurrencyBefore(text, minusInside ?? at, floor);
  const numeral = inDigits ? findNumeralInDigits(text, at, before !== undefined) : findNumeralInWords(text, at, floor);
  if (!numeral) return undefined;

  let start = before ? before.start : numeral.start;
  const minus = before
    ? (minusInside ?? findMinus(text, start, floor))
    : (minusInside ?? findMinus(text, numeral.start, floor));
  if (minus !== undefined) start = Math.min(start, minus);
  let sign = minus === undefined ? 1 : -1;
  // Accountants' negatives: "($1,234)" only in table cells, where nothing else stands.
  if (
    start === 1 &&
    text.charAt(0) === '(' &&
    text.charAt(numeral.end) === ')' &&
    numeral.end === text.length - 1 &&
    before
  ) {
    sign = -1;
  }

  let end = numeral.end;
  let value = numeral.value;
  let step = numeral.step;
  let unit: string | undefined;
  let hit: UnitHit | undefined;
  let counted = false;
  const others: { value: number; step: number; unit?: string; kind?: FigureKind }[] = [];
  if (before) {
    unit = before.code;
    const again = findCurrencyAfter(text, end);
    if (again && (again.code === unit || unit === 'USD')) {
      const cents = findCents(text, again.end);
      if (!cents) {
        end = again.end;
        unit = again.code.length === 3 ? again.code : unit;
      }
    }
  } else {
    const percent =
      findPercentAfter(text, end) ?? (numeral.form === 'fraction' ? findPartOfPercent(text, end) : undefined);
    const currency: CurrencyHit | undefined = percent
      ? undefined
      : (findCurrencyAfter(text, end) ?? findHyphenedCurrency(text, end));
    if (percent) {
      unit = percent.symbol;
      end = percent.end;
    } else if (currency) {
      unit = currency.code;
      end = currency.end;
      if (unit.length === 4 && unit.startsWith('M')) {
        unit = unit.slice(1);
        value = times(value, 1e6);
        step = times(step, 1e6);
      }
      const cents = unit === '¢' ? undefined : findCents(text, end);
      if (cents) {
        value += cents.value;
        end = cents.end;
        step = 0.01;
      }
    } else {
      hit = findUnitAfter(text, end);
      if (hit?.symbol === 'm' && inDigits && hit.start === end && hit.end === end + 1) {
        const millions = { value: sign * times(value, 1e6), step: times(step, 1e6), kind: 'count' as FigureKind };
        if (readsAsMillions(text, at, hit.end)) {
          end = hit.end;
          hit = undefined;
          value = Math.abs(millions.value);
          counted = true;
          step = millions.step;
        } else others.push(millions);
      }
      if (hit) {
        unit = hit.symbol;
        end = hit.end;
        const part = findSecondPart(text, end, unit);
        if (part) {
          value += part.value;
          step = times(1 / (PARTS[unit]?.[1] ?? 1), 1);
          end = part.end;
        }
        if (unit === 'lb') others.push({ value: sign * value, step, unit: 'GBP', kind: 'money' });
      }
    }
  }
  const other = numeral.other;
  if (other) others.push({ value: sign * other.value, step: other.step, ...(unit === undefined ? {} : { unit }) });
  const kind = before ? 'money' : counted ? 'count' : kindOf(unit, hit, numeral);
  const per = unit !== undefined || numeral.form !== 'fraction' ? findPerAfter(text, end) : undefined;
  if (per) end = per.end;
  return {
    start,
    end,
    numeral,
    kind,
    value: sign * value,
    step,
    ...(unit === undefined ? {} : { unit }),
    ...(per ? { per: singular(per.noun) } : {}),
    currencyFirst: before !== undefined,
    others,
  };
}

const PARTS_OF_PERCENT: readonly (readonly [phrase: string, symbol: string])[] = [
  ['of a percentage point', 'pp'],
  ['of one percentage point', 'pp'],
  ['a percentage point', 'pp'],
  ['of a percent', '%'],
  ['of a per cent', '%'],
  ['of one percent', '%'],
  ['of one per cent', '%'],
  ['of 1 percent', '%'],
  ['of 1 per cent', '%'],
  ['a percent', '%'],
  ['a per cent', '%'],
];

/** "a quarter of a percentage point", "half a per cent". */
function findPartOfPercent(text: string, end: number): UnitHit | undefined {
  const start = skipBlanks(text, end);
  const first = text.charAt(start);
  if (first !== 'o' && first !== 'a') return undefined;
  for (const [phrase, symbol] of PARTS_OF_PERCENT) {
    const place = phraseEndAt(text, start, phrase);
    if (place > 0) return { start, end: place, symbol };
  }
  return undefined;
}

/** "a 5-dollar note", "ten-euro". */
function findHyphenedCurrency(text: string, at: number): CurrencyHit | undefined {
  return isDashAt(text, at) && isLetterAt(text, at + 1) ? findCurrencyAfter(text, at + 1) : undefined;
}

function singular(noun: string): string {
  return noun === 'h' ? 'hour' : noun === 's' ? 'second' : (unitsBySymbol.get(noun)?.symbol ?? noun);
}
