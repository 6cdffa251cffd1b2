// Two bounds that close one interval: "more than 20 and less than 50", "at least 20, at most 100".

import type { Figure } from './figure.ts';
import { times } from './numeral.ts';

const JOINT = /^(?:,? ?(?:and|but) ?|, ?)$/;

/** The interval that the two neighbours close, or undefined where they are two statements. */
export function findClosedInterval(text: string, first: Figure, second: Figure): Figure | undefined {
  if (!first.bound || !second.bound || first.bound === second.bound) return undefined;
  if (first.value === null || second.value === null || first.per !== second.per) return undefined;
  if (first.unit !== undefined && second.unit !== undefined && first.unit !== second.unit) return undefined;
  const gap = text.slice(first.span.end, second.span.start);
  if (gap.length > 6 || !JOINT.test(gap)) return undefined;
  const [low, high] = first.bound === 'least' ? [first.value, second.value] : [second.value, first.value];
  if (low >= high) return undefined;
  const unit = second.unit ?? first.unit;
  return {
    span: { start: first.span.start, end: second.span.end },
    numeral: { start: first.numeral.start, end: second.numeral.end },
    kind: second.unit === undefined ? first.kind : second.kind,
    value: times(low + high, 0.5),
    low,
    high,
    step: Math.max(first.step, second.step),
    ...(unit === undefined ? {} : { unit }),
    approximate: false,
    ends: [first, second],
  };
}
