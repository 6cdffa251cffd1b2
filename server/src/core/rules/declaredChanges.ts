// The changes that sentences state beside both of their ends: "from 40 to 50, up 25 per cent", "50, ten more than last year's 40". Whether
// they fit is left to the rule.

import type { ClaimEvidence } from '../claims/evidence.ts';
import type { Figure } from '../figures/figure.ts';
import { areEnds, beginAnother, type Ends } from './changeEnds.ts';
import { numbersOf } from './numberIntervals.ts';
import { type SentenceFigures, textBetween, wordsIn } from './statedFigures.ts';

export interface DeclaredChange {
  readonly ends: Ends;
  readonly change: ClaimEvidence;
  /** Which way it goes, where another word than a verb of change says so. */
  readonly direction?: 'up' | 'down';
}

/** What may lead from the later end to the change: "from 40 to 50, |an increase of| 25 per cent". */
const LEADS = new Set(
  'a an or by of up down that is which net total overall representing equal increase rise gain growth jump surge change decrease decline drop fall reduction cut loss dip difference'.split(
    ' ',
  ),
);
/** What may stand between the change and the first of its ends: "up 25 per cent|, from| 40". */
const JOINS = new Set(
  'from to increase rise gain growth jump decrease decline drop fall reduction cut going moving'.split(' '),
);
/** What may follow the change: a noun of change and the end of the clause. Else it may have other ends. */
const CLOSES =
  /^[ -]?(?:increase|rise|gain|growth|jump|surge|change|decrease|decline|drop|fall|reduction|cut|loss|points?)?(?: in total)?\s?(?:[.,;:)\]–—]|$)/;

/** Whether the text from the later end to the figure only names what is counted and then leads to the change. */
function leadsToChange(between: string): boolean {
  const separator = Math.max(...[',', '(', '–', '—'].map((mark) => between.indexOf(mark)));
  if (separator < 0 || between.length > 80 || /[.;:]\s/.test(between)) return false;
  const named = wordsIn(between.slice(0, separator));
  if (named.length > 6 || beginAnother(named)) return false;
  return wordsIn(between.slice(separator)).every((word) => LEADS.has(word));
}

/** The change that the sentence states right before or after its ends. */
function findChange({ text, claims }: SentenceFigures, { claims: ends }: Ends): ClaimEvidence | undefined {
  const [first, last] = ends.map((end) => claims.indexOf(end)).sort((a, b) => a - b) as [number, number];
  const [opening, closing] = [claims[first]!, claims[last]!];
  const isChange = ({ figure }: ClaimEvidence) =>
    figure.change !== undefined && !figure.ends && figure.kind !== 'ordinal' && figure.per === undefined;
  const before = claims[first - 1];
  if (before && isChange(before)) {
    const between = text.slice(before.figure.span.end, opening.figure.numeral.start);
    if (!/[.;:]\s/.test(between) && wordsIn(between).every((word) => JOINS.has(word))) return before;
  }
  const after = claims.slice(last + 1).find(({ figure }) => figure.kind !== 'date');
  if (!after) return undefined;
  const { span } = after.figure;
  const between = text.slice(closing.figure.span.end, span.start);
  if (after.figure.per !== undefined || (!isChange(after) && !/\([+−-]$/.test(between))) return undefined;
  return leadsToChange(between) && CLOSES.test(text.slice(span.end, span.end + 40)) ? after : undefined;
}

/** What may follow "from 40": a date, then the end of the clause. Else another noun may make it another quantity. */
const DATED =
  /^(?: (?:a year|one year|the year|a month|the month|a week|the week|a quarter|the quarter) (?:earlier|before|ago)| last (?:year|month|week)| in \d{4})?\s?(?:[.,;:)\]–—]|$)/;

/** From a change to the first of its ends: "25 per cent| increase from |40". */
const FROM = /^(?: (?:increase|rise|gain|jump|decrease|decline|drop|fall))? from $/;
/** The same where the two are compared: "12| more than last year's |626". */
const THAN =
  /^(?: [\p{L}'’-]{2,24})? (?:(more|higher|greater|longer|larger)|(?:fewer|less|lower|shorter|smaller)) than (?:the |(?:the )?(?:last|previous|prior) (?:year|month|week|quarter)(?:['’]s)? )?$/u;
/** What may follow the first of the ends: a date, or "of the year before". */
const DATED_OF =
  /^ (?:of|in|from|for) (?:the (?:year|month|week|quarter) before|last (?:year|month|week)|\d{4})\s?[.,;:)–—]/;

/** Whether a figure can be the difference to the later end of a change. */
function isDifference({ unit, ends, kind }: Figure, to: Figure): boolean {
  return !ends && kind !== 'ordinal' && (unit === '%' || unit === 'pp' || unit === to.unit);
}

/** A change that stands between its ends: "to 50, up 25 per cent from 40", "640 people, 12 more than last year's 626". */
function findChangesBetween({ text, claims }: SentenceFigures): DeclaredChange[] {
  const stated = claims.filter(({ figure }) => figure.kind !== 'date');
  return stated.slice(2).flatMap((from, index): DeclaredChange[] => {
    const [to, change] = [stated[index]!, stated[index + 1]!];
    if (!areEnds(from.figure, to.figure) || change.figure.per !== undefined) return [];
    if (!leadsToChange(textBetween(text, to, change))) return [];
    const ends: Ends = { from: from.figure, to: to.figure, claims: [from, to] };
    const joint = textBetween(text, change, from);
    const rest = text.slice(from.figure.span.end, from.figure.span.end + 40);
    if (FROM.test(joint)) return change.figure.change !== undefined && DATED.test(rest) ? [{ ends, change }] : [];
    const than = THAN.exec(joint);
    if (!than || !isDifference(change.figure, to.figure) || !(DATED.test(rest) || DATED_OF.test(rest))) return [];
    return [{ ends, change, direction: than[1] === undefined ? 'down' : 'up' }];
  });
}

/** Every change of a sentence that stands beside both of its ends; `found` are the ends that it tells as "from … to …". */
export function findChanges(sentence: SentenceFigures, found: readonly Ends[]): DeclaredChange[] {
  const pairs = found.flatMap((ends): DeclaredChange[] => {
    const change = findChange(sentence, ends);
    return change && numbersOf(change.figure) ? [{ ends, change }] : [];
  });
  return [...pairs, ...findChangesBetween(sentence)];
}
