// Whether a text prints what a figure measures right behind it, so that the two can be read out as they stand.

import type { Claim } from './claim.ts';
import type { ClaimSetting } from './resolveClaims.ts';

/** Whether the words of a claim's measure follow its figure: in "24 stations", but not in "stations: 24". */
export function hasMeasureBehind(
  { blocks }: Pick<ClaimSetting, 'blocks'>,
  { block, prose, span, measure }: Claim,
): boolean {
  if (measure.text === '') return false;
  const { text } = blocks[block]!.prose[prose]!;
  let start = span.end;
  while (/\s/.test(text[start] ?? '')) start++;
  // A few letters more, so that the last ones are in lower case what they are within the text.
  const followed = text.slice(start, start + measure.text.length + 8);
  return followed.toLowerCase().startsWith(measure.text.toLowerCase());
}
