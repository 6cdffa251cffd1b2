// An amount: a numeral with its sign, currency, unit and rate, and what several of them make together ("5 ft 2 in",
// "thirteen dollars forty-five cents"). Knows nothing of hedges, ranges and dates.

import { type CurrencyHit, findCurrencyAfter, findCurrencyBefore } from './currencies.ts';
import { findUnitOfSides } from './dimensions.ts';
import type { FigureKind } from './figure.ts';
import { isFractionSign } from './fractions.ts';
import { readsAsMillions } from './millions.ts';
import { findNumeralInDigits, findNumeralInWords, type Numeral, times } from './numeral.ts';
import {
  findCents,
  findFractionTail,
  findHeightMarks,
  findPartOfUnit,
  findSecondPart,
  findUnitAndHalf,
} from './parts.ts';
import {
  findWordAfter,
  findWordBefore,
  isBlankCode,
  isDashAt,
  isDigitAt,
  isLetterAt,
  phraseEndAt,
  skipBlanks,
  wordAt,
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
  if (!word || word.start < floor || !NEGATIVE_WORDS.has(word.text)) return undefined;
  // "plus or minus 3" goes both ways.
  return findWordBefore(text, word.start)?.text === 'or' ? undefined : word.start;
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
  const and = !inDigits && numeral.form === 'fraction' && !before ? findUnitAndHalf(text, at, floor) : undefined;
  if (and) return unitAndHalf(numeral, and);

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
      if (!findCents(text, again.end)) {
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
      hit = numeral.form === 'fraction' ? findPartOfUnit(text, end) : undefined;
      hit ??= findUnitAfter(text, end);
      if (hit?.symbol === 'm' && inDigits && hit.start === end && hit.end === end + 1) {
        const millions = { value: sign * times(value, 1e6), step: times(step, 1e6), kind: 'count' as FigureKind };
        const paid = findCurrencyAfter(text, hit.end);
        const counts = findUnitAfter(text, hit.end);
        if (paid || counts || readsAsMillions(text, at, hit.end)) {
          end = paid?.end ?? hit.end;
          unit = paid?.code;
          hit = paid ? undefined : counts;
          value = Math.abs(millions.value);
          counted = !paid && !counts;
          step = millions.step;
        } else others.push(millions);
      }
      const marks = hit === undefined || hit.symbol === 'ft' ? findHeightMarks(text, numeral.end, value) : undefined;
      const part =
        marks ?? (hit && (findSecondPart(text, hit.end, hit.symbol, value) ?? findFractionTail(text, hit.end)));
      if (marks) hit = { start: numeral.end, end: marks.end, symbol: 'ft', unit: unitsBySymbol.get('ft')! };
      if (hit) {
        unit = hit.symbol;
        end = part?.end ?? hit.end;
        value += part?.value ?? 0;
        step = part?.step ?? step;
        const below =
          unit === '°' || unit === '°C' || unit === '°F' ? phraseEndAt(text, skipBlanks(text, end), 'below zero') : -1;
        if (below > 0) {
          sign = -1;
          end = below;
        }
        if (unit === 'lb') {
          const money = { value: sign * value, step, unit: 'GBP', kind: 'money' as FigureKind };
          if (readsAsSterling(text, start, end, value)) {
            others.push({ value: sign * value, step, unit: 'lb', kind: 'measurement' });
            unit = 'GBP';
            hit = undefined;
          } else others.push(money);
        }
      } else if (unit === undefined && !counted) {
        hit = findUnitOfSides(text, end);
        unit = hit?.symbol;
      }
    }
  }
  const other = numeral.other;
  if (other) others.push({ value: sign * other.value, step: other.step, ...(unit === undefined ? {} : { unit }) });
  const kind = before ? 'money' : counted ? 'count' : kindOf(unit, hit, numeral);
  const per = unit !== undefined || numeral.form !== 'fraction' ? findPerAfter(text, end) : undefined;
  if (per) end = per.end;
  const noun = per?.noun ?? hit?.per;
  return {
    start,
    end,
    numeral,
    kind,
    value: sign * value,
    step,
    ...(unit === undefined ? {} : { unit }),
    ...(noun ? { per: noun } : {}),
    currencyFirst: before !== undefined,
    others,
  };
}

/** "an hour and a half" */
function unitAndHalf(numeral: Numeral, { start, hit }: { start: number; hit: UnitHit }): Amount {
  return {
    start,
    end: numeral.end,
    numeral: { ...numeral, start },
    kind: kindOf(hit.symbol, hit, numeral),
    value: 1 + numeral.value,
    step: 0,
    unit: hit.symbol,
    currencyFirst: false,
    others: [],
  };
}

const PAID =
  /(?:£|\b(?:pay|pays|paid|paying|cost|costs|costing|worth|spent|spend|spends|spending|price|prices|priced|earn|earns|earned|earning|fine|fined|fee|fees|wage|wages|salary|bill|bills|debt|debts|owe|owes|owed|raised|donated|invest|invested|budget|sterling|currency|exchange)\b)/i;

/** Whether "pounds" are money: millions of them, or words of paying before; "pounds of flour" are weighed. */
function readsAsSterling(text: string, start: number, end: number, value: number): boolean {
  const next = findWordAfter(text, end);
  if (next && /^(?:of|lighter|heavier|overweight)$/.test(next.text)) return false;
  return value >= 1e6 || PAID.test(text.slice(Math.max(0, start - 40), start));
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
  // "a quarter-point rise"
  if (isDashAt(text, end) && wordAt(text, end + 1) === 'point') return { start: end, end: end + 6, symbol: 'pp' };
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
