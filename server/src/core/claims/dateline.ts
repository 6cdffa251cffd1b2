// The day that a text is dated with, standing alone above a letter or a report of news, and the day that a summary opens
// with: a summary dates the text as the text dates itself, unless the text tells of the other day too.

import { WEEKDAY_NAMES } from '../figures/calendarWords.ts';
import type { Figure } from '../figures/figure.ts';
import type { Claim } from './claim.ts';
import { type ComparableValue, valuesMeet } from './comparableValue.ts';
import type { Relations } from './relation.ts';
import type { ClaimedDocument } from './resolveClaims.ts';
import { type NumberedClaims, numberClaims } from './sharedClaims.ts';

/** A summary's day and the dateline that it differs from. */
export interface DatelinePair {
  readonly dateline: Claim;
  readonly opening: Claim;
}

/** A weekday names the nearest day of its name: within a week before or after. */
const WEEK = 6;

/** What a date may be, as bits of a number; 0 for what is no day. */
const DAY = 1;
/** The only figure of its prose. */
const ALONE = 2;
/** What its prose begins with. */
const FIRST = 4;

/** Finds the pairs of one document after another of its states, of which each looks only at the claims that the last one did not have. */
export class DatelineFinder {
  private kinds: NumberedClaims | undefined;

  /**
   * The days that summaries open with ("On May 9, 2019, the council …") and that differ from the dateline within one month,
   * where nothing in the text tells of that day: neither its date, nor its weekday, nor "yesterday". None where a text has
   * several datelines, as a diary has.
   */
  find({ claims, blocks, sections }: ClaimedDocument, valueAt: ValueAt, relations: Relations): DatelinePair[] {
    this.kinds = numberClaims(claims, (claim, index) => kindOf(claim, valueAt(index)), this.kinds);
    const { numbers } = this.kinds;
    const daysThatAre = (kind: number): Claim[] => {
      const days: Claim[] = [];
      for (let index = 0; index < numbers.length; index++)
        if ((numbers[index]! & kind) !== 0) days.push(claims[index]!);
      return days;
    };
    const datelines = daysThatAre(ALONE).filter((claim) => standsAlone(claim, blocks));
    const [dateline] = datelines;
    if (!dateline || datelines.length > 1) return [];
    const openings = daysThatAre(FIRST).filter(
      (claim) =>
        claim !== dateline &&
        opensSection(claim, sections) &&
        relations.between(dateline, claim).summary &&
        inOneMonth(dateline, claim) &&
        !valuesMeet(valueAt(dateline.index)!, valueAt(claim.index)!),
    );
    if (openings.length === 0) return [];
    const days = daysThatAre(DAY);
    return openings
      .filter((opening) => {
        const own = valueAt(opening.index)!;
        const isDated = days.some((claim) => claim !== opening && valuesMeet(valueAt(claim.index)!, own));
        return !isDated && !isNamed(own.low - valueAt(dateline.index)!.low, own, opening, blocks);
      })
      .map((opening) => ({ dateline, opening }));
  }
}

type ValueAt = (claim: number) => ComparableValue | undefined;

function kindOf({ figure, evidence: { words, token } }: Claim, value: ComparableValue | undefined): number {
  if (!isDay(figure, value)) return 0;
  // Another figure has letters or digits; asked first, no text is looked through for each of its dates.
  const isAlone = figure.misdated === undefined && words.figureTokens.length <= 1;
  const isFirst = token === 0 || (token === 1 && words.tokens[0]!.text === 'on');
  return DAY | (isAlone ? ALONE : 0) | (isFirst ? FIRST : 0);
}

/** Whether a figure is a single day, also one that no month has. */
function isDay(figure: Figure, value: ComparableValue | undefined): boolean {
  return figure.kind === 'date' && value !== undefined && value.low === value.high;
}

/** Whether the date is all that its paragraph or heading says: "Tuesday, 4 March 2014". */
function standsAlone({ block, prose, figure }: Claim, blocks: ClaimedDocument['blocks']): boolean {
  const own = blocks[block]!;
  if (own.kind !== 'paragraph' && own.kind !== 'heading') return false;
  const { text } = own.prose[prose]!;
  return !/[\p{L}\p{N}]/u.test(text.slice(0, figure.span.start) + text.slice(figure.span.end));
}

/** Whether a date is in the block that a section's text begins with: "On 4 March 2014, the council …". */
function opensSection({ block, section }: Claim, sections: ClaimedDocument['sections']): boolean {
  return block === sections[section]!.blocks.start + (sections[section]!.level > 0 ? 1 : 0);
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
