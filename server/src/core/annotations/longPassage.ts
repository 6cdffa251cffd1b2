// Very long passages: looked for by their first and last words, each with what is outside beside it, because to align
// whole pages takes too long and says no more.

import { withPlainLineEnds } from './fileOffsets.ts';
import type { Selectors } from './selectors.ts';
import type { Placement } from './verdict.ts';

/** Passages up to this length are looked for as they are, in UTF-16 units. */
const MAX_WHOLE = 1500;
/** So much at either end is quoted, and so much beside it within the passage. */
const END_LENGTH = 300;
const INNER_CONTEXT = 60;

/** The two ends of a long passage as passages of their own; undefined for one that is not too long. */
export function splitEnds({ quote, position }: Selectors): [Selectors, Selectors] | undefined {
  if (!quote || quote.exact.length <= MAX_WHOLE) return undefined;
  const { exact, prefix, suffix } = quote;
  const characters = (text: string) => text.length - (text.match(/[\udc00-\udfff]/g)?.length ?? 0);
  const head = exact.slice(0, END_LENGTH);
  const tail = exact.slice(-END_LENGTH);
  return [
    {
      quote: { exact: head, prefix, suffix: exact.slice(END_LENGTH, END_LENGTH + INNER_CONTEXT) },
      ...(position && { position: { start: position.start, end: position.start + characters(head) } }),
    },
    {
      quote: { exact: tail, prefix: exact.slice(-END_LENGTH - INNER_CONTEXT, -END_LENGTH), suffix },
      ...(position && { position: { start: position.end - characters(tail), end: position.end } }),
    },
  ];
}

/** The passage between its two ends; where only one of them is left, what remains of it cannot be told. */
export function joinEnds({ quote }: Selectors, head: Placement, tail: Placement, source: string): Placement {
  const certainty = Math.min(head.certainty, tail.certainty);
  const isSure = ({ state }: Placement) => state === 'found' || state === 'changed';
  if (isSure(head) && isSure(tail) && head.span && tail.span && head.span.start < tail.span.end) {
    const span = { start: head.span.start, end: tail.span.end };
    const same = quote !== undefined && plain(source.slice(span.start, span.end)) === plain(quote.exact);
    const kept = same ? 1 : (head.kept + tail.kept) / 2;
    return { state: same ? 'found' : 'changed', span, candidates: [span], certainty, kept };
  }
  const candidates = [...head.candidates, ...tail.candidates];
  const span = head.span ?? tail.span;
  if (!span) return { state: 'orphaned', candidates, certainty, kept: 0 };
  return { state: 'ambiguous', span, candidates, certainty, kept: Math.max(head.kept, tail.kept) };
}

/** The text with every run of white space as one space. */
function plain(text: string): string {
  return withPlainLineEnds(text).replace(/\s+/g, ' ').trim();
}
