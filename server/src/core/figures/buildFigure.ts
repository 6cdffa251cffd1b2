// Makes figures of what was read: puts value, interval, unit and hedge together.

import type { Amount } from './amount.ts';
import type { DateHit } from './dates.ts';
import type { Figure, FigureKind } from './figure.ts';
import { findHedgeBefore, type Hedge } from './hedges.ts';
import { times } from './numeral.ts';
import { intervalOf, statedStep } from './precision.ts';

/** The figure of one amount: "about $2.8 billion", from where its hedge begins to where its unit or hedge ends. */
export function amountFigure(
  amount: Amount,
  hedge: Hedge,
  start = amount.start,
  end = amount.end,
  ageUnit?: string,
): Figure {
  const { numeral, value } = amount;
  const unit = ageUnit ?? amount.unit;
  const kind: FigureKind = ageUnit ? 'duration' : amount.kind;
  const stated = statedStep(value, amount.step, numeral.factor);
  const alternatives = amount.others.map((other): Figure => {
    const otherUnit = other.unit;
    const otherKind = other.kind ?? kind;
    return {
      span: { start, end },
      numeral: { start: numeral.start, end: numeral.end },
      kind: otherKind,
      value: other.value,
      ...intervalOf(other.value, other.step, other.step, hedge),
      step: other.step,
      ...(otherUnit === undefined ? {} : { unit: otherUnit }),
      approximate: hedge.approximate === true,
      ...(hedge.bound ? { bound: hedge.bound } : {}),
      ...(amount.per === undefined ? {} : { per: amount.per }),
    };
  });
  return {
    span: { start, end },
    numeral: { start: numeral.start, end: numeral.end },
    kind,
    value,
    ...intervalOf(value, amount.step, stated, hedge),
    step: stated,
    ...(unit === undefined ? {} : { unit }),
    approximate: hedge.approximate === true,
    ...(ageUnit ? { age: true } : {}),
    ...(hedge.bound ? { bound: hedge.bound } : {}),
    ...(amount.per === undefined ? {} : { per: amount.per }),
    ...(alternatives.length > 0 ? { alternatives } : {}),
  };
}

/** The figure of a range, with the printed ends as its interval: "12 to 15 per cent" is [12, 15], its value 13.5. */
export function rangeFigure(
  last: Amount,
  ends: readonly [Figure, Figure],
  hedge: Hedge,
  start: number,
  end: number,
  ageUnit?: string,
): Figure {
  const [first, second] = ends;
  const a = first.value ?? 0;
  const b = second.value ?? 0;
  const unit = ageUnit ?? second.unit;
  return {
    span: { start, end },
    numeral: { start: first.numeral.start, end: second.numeral.end },
    kind: ageUnit ? 'duration' : second.kind,
    value: times(a + b, 0.5),
    low: hedge.bound === 'most' ? null : Math.min(a, b),
    high: hedge.bound === 'least' ? null : Math.max(a, b),
    step: Math.max(first.step, second.step),
    ...(unit === undefined ? {} : { unit }),
    approximate: hedge.approximate === true,
    ...(hedge.bound ? { bound: hedge.bound } : {}),
    ends: [first, second],
    ...(last.per === undefined ? {} : { per: last.per }),
  };
}

/** The figure of a proportion or multiple: "1 in 5" is 0.2, "threefold" is 3. */
export function ratioFigure(
  start: number,
  end: number,
  numeral: { start: number; end: number },
  value: number,
  hedge: Hedge,
): Figure {
  return {
    span: { start, end },
    numeral,
    kind: 'ratio',
    value,
    ...intervalOf(value, 0, 0, hedge),
    step: 0,
    approximate: hedge.approximate === true,
    ...(hedge.bound ? { bound: hedge.bound } : {}),
  };
}

/** The figure of a rank: "third" is exactly 3. */
export function ordinalFigure(start: number, end: number, value: number): Figure {
  return {
    span: { start, end },
    numeral: { start, end },
    kind: 'ordinal',
    value,
    low: value,
    high: value,
    step: 1,
    approximate: false,
  };
}

/** The figure of a date or period; "circa 1850" is approximate. */
export function dateFigure(text: string, date: DateHit, floor: number): Figure {
  const hedge = findHedgeBefore(text, date.start, floor);
  const about = hedge?.approximate === true && !hedge.side && !/^\d{2}|some/i.test(text.slice(hedge.start, hedge.end));
  const make = (period: string): Figure => ({
    span: { start: about ? (hedge?.start ?? date.start) : date.start, end: date.end },
    numeral: { start: date.start, end: date.end },
    kind: 'date',
    value: null,
    low: null,
    high: null,
    step: 0,
    period,
    ...(date.misdated === undefined ? {} : { misdated: date.misdated }),
    approximate: about,
    ...(date.weekday === undefined ? {} : { weekday: date.weekday }),
    ...(date.fiscal ? { fiscal: true } : {}),
  });
  const figure = make(date.period);
  return date.others.length > 0 ? { ...figure, alternatives: date.others.map(make) } : figure;
}
