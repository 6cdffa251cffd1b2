// The day that a text is dated with, standing alone above a letter or a report of news, and the day that a summary opens
// with: a summary dates the text as the text dates itself, unless the text tells of the other day too.

import { WEEKDAY_NAMES } from '../figures/calendarWords.ts';
import type { Claim } from './claim.ts';
import { type ComparableValue, valuesMeet } from './comparableValue.ts';
import type { Relations } from './relation.ts';
import type { ClaimedDocument } from './resolveClaims.ts';

/** A summary's day and the dateline that it differs from. */
export interface DatelinePair {
  readonly dateline: Claim;
  readonly opening: Claim;
}

/** A weekday names the nearest day of its name: within a week before or after. */
const WEEK = 6;

/**
 * The days that summaries open with ("On May 9, 2019, the council …") and that differ from the dateline within one month,
 * where nothing in the text tells of that day: neither its date, nor its weekday, nor "yesterday". None where a text has
 * several datelines, as a diary has.
 */
export function findDatelinePairs(
  { claims, blocks, sections }: ClaimedDocument,
  values: readonly (ComparableValue | undefined)[],
  relations: Relations,
): DatelinePair[] {
  const dates = claims.filter((claim) => isDay(claim, values[claim.index]));
  const datelines = dates.filter((claim) => claim.figure.misdated === undefined && standsAlone(claim, blocks));
  const [dateline] = datelines;
  if (!dateline || datelines.length > 1) return [];
  const openings = dates.filter(
    (claim) =>
      claim !== dateline &&
      opensSection(claim, sections) &&
      relations.between(dateline, claim).summary &&
      inOneMonth(dateline, claim) &&
      !valuesMeet(values[dateline.index]!, values[claim.index]!),
  );
  return openings
    .filter((opening) => {
      const own = values[opening.index]!;
      const isDated = dates.some((claim) => claim !== opening && valuesMeet(values[claim.index]!, own));
      return !isDated && !isNamed(own.low - values[dateline.index]!.low, own, opening, blocks);
    })
    .map((opening) => ({ dateline, opening }));
}

/** Whether a claim is a single day, also one that no month has. */
function isDay({ figure }: Claim, value: ComparableValue | undefined): boolean {
  return figure.kind === 'date' && value !== undefined && value.low === value.high;
}

/** Whether the date is all that its paragraph or heading says: "Tuesday, 4 March 2014". */
function standsAlone({ block, prose, figure, evidence }: Claim, blocks: ClaimedDocument['blocks']): boolean {
  // Another figure has letters or digits; asked first, no text is looked through for each of its dates.
  if (evidence.words.figureTokens.length > 1) return false;
  const own = blocks[block]!;
  if (own.kind !== 'paragraph' && own.kind !== 'heading') return false;
  const { text } = own.prose[prose]!;
  return !/[\p{L}\p{N}]/u.test(text.slice(0, figure.span.start) + text.slice(figure.span.end));
}

/** Whether a section's text begins with the date: "On 4 March 2014, the council …". */
function opensSection({ block, evidence, section }: Claim, sections: ClaimedDocument['sections']): boolean {
  const { words, token } = evidence;
  const first = sections[section]!.blocks.start + (sections[section]!.level > 0 ? 1 : 0);
  return block === first && (token === 0 || (token === 1 && words.tokens[0]!.text === 'on'));
}

/** Whether two days lie in one month, of one year if both print it. */
function inOneMonth(a: Claim, b: Claim): boolean {
  const [left, right] = [a, b].map(({ figure }) => figure.period!.slice(0, 7));
  return left === right || ((left!.startsWith('X') || right!.startsWith('X')) && left!.slice(4) === right!.slice(4));
}

/** Whether the text names a day, that lies so many days after its dateline, by its weekday or as "yesterday". */
function isNamed(after: number, day: ComparableValue, own: Claim, blocks: ClaimedDocument['blocks']): boolean {
  if (Math.abs(after) > WEEK || day.anyYear) return false;
  const weekday = WEEKDAY_NAMES[new Date(day.low * 86_400_000).getUTCDay()]!;
  const names = after === -1 ? `${weekday}|yesterday|last night` : after === 1 ? `${weekday}|tomorrow` : weekday;
  const pattern = new RegExp(`\\b(?:${names})\\b`, 'i');
  return blocks.some(({ prose }, block) => block !== own.block && prose.some(({ text }) => pattern.test(text)));
}
