// Passages inside very long words (an encoded picture, a text without spaces): no whole word of theirs is known, so they are
// looked for letter by letter, and taken only where all of the quotation stands, and stands once.

import { withPlainLineEnds } from './fileOffsets.ts';
import type { QuoteSelector } from './selectors.ts';
import type { Placement } from './verdict.ts';

/** Whether the quotation begins or ends in words that are cut off on their far sides too. */
export function isWithinWords({ exact, prefix, suffix }: QuoteSelector): boolean {
  return exact !== '' && ((prefix !== '' && !/\s/.test(prefix)) || (suffix !== '' && !/\s/.test(suffix)));
}

/** The one place where the quotation and its surroundings stand letter by letter; `expected` decides between two. */
export function findLetters(source: string, quote: QuoteSelector, expected: number | undefined): Placement | undefined {
  const newline = source.includes('\r\n') ? '\r\n' : source.includes('\r') ? '\r' : '\n';
  const stored = (text: string) => withPlainLineEnds(text).replaceAll('\n', newline);
  const [prefix, exact, suffix] = [stored(quote.prefix), stored(quote.exact), stored(quote.suffix)];
  const whole = prefix + exact + suffix;
  const first = source.indexOf(whole);
  if (first < 0) return undefined;
  const start = expected === undefined ? first + prefix.length : expected;
  const isThere = source.startsWith(whole, start - prefix.length);
  if (!isThere && source.indexOf(whole, first + 1) >= 0) return undefined;
  const at = isThere ? start : first + prefix.length;
  const span = { start: at, end: at + exact.length };
  return { state: 'found', span, candidates: [span], certainty: 1, kept: 1 };
}
