// Whether a text prints what a figure measures right behind it, so that the two can be read out as they stand.

import type { Claim } from './claim.ts';
import type { ClaimSetting } from './resolveClaims.ts';

/** Whether the words of a claim's measure follow its figure: in "24 stations", but not in "stations: 24". */
export function hasMeasureBehind(
  { blocks }: Pick<ClaimSetting, 'blocks'>,
  { block, prose, span, measure }: Claim,
): boolean {
  const followed = blocks[block]!.prose[prose]!.text.slice(span.end).trimStart();
  return measure.text !== '' && followed.toLowerCase().startsWith(measure.text.toLowerCase());
}
