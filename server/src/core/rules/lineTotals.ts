// Totals in labelled lines: "total: 12", and below it a line for each part, "paved: 9" and "unpaved: 3". What is reported of it is
// left to the rule.

import type { ClaimEvidence } from '../claims/evidence.ts';
import { intervalsTouch, numbersOf } from './numberIntervals.ts';
import { searchProse } from './proseFindings.ts';
import type { StatedFigures } from './statedFigures.ts';
import { addUp, countOf, isAmount, type Total } from './sums.ts';

/** A line that gives one amount a label. */
interface LabelledLine {
  readonly label: string;
  readonly claim: ClaimEvidence;
}

/** What may stand around the amount: a note on when it was so. */
const NOTE = /^\s{0,3}(?:\(\d{4}(?: est\.)?\))?\s{0,3}$/;

/** The labelled line at `start`; undefined where it states something else than one amount. */
function readLine(
  text: string,
  start: number,
  end: number,
  claims: readonly ClaimEvidence[],
): LabelledLine | undefined {
  const line = text.slice(start, end);
  const at = line.indexOf(':');
  // A label may have figures of its own: "1,500 to 1,999 m: 1".
  const amount = claims.find(({ figure }) => figure.span.start > start + at && figure.span.start < end);
  if (!amount || !isAmount(amount)) return undefined;
  const before = line.slice(at + 1, amount.figure.span.start - start);
  if (at < 1 || before.trim() !== '' || !NOTE.test(text.slice(amount.figure.span.end, end))) return undefined;
  return { label: line.slice(0, at).trim().toLowerCase(), claim: amount };
}

/** The total that a piece of prose begins with, after a title perhaps, and the parts of the lines below it. */
function findTotal({ text, claims }: StatedFigures): Total | undefined {
  const title = /^[^\n:]{1,80}:\s{0,4}\n(?=total:)/i.exec(text)?.[0] ?? '';
  if (claims.length < 3 || !/^total:/i.test(text.slice(title.length, title.length + 6))) return undefined;
  const lines: (LabelledLine | undefined)[] = [];
  for (let start = title.length; start < text.length; ) {
    const end = text.indexOf('\n', start) < 0 ? text.length : text.indexOf('\n', start);
    const label = text.slice(start, end).split(':')[0]!.toLowerCase();
    if (label !== 'note') lines.push(readLine(text, start, end, claims));
    start = end + 1;
  }
  const known = lines.filter((line): line is LabelledLine => line !== undefined);
  const [total, ...parts] = known;
  if (known.length !== lines.length || !total || total.label !== 'total' || parts.length < 2) return undefined;
  return parts.every(({ claim }) => claim.figure.unit === total.claim.figure.unit)
    ? { total: total.claim, parts: parts.map(({ claim }) => claim) }
    : undefined;
}

/** Finds the totals in labelled lines that the lines below them do not make up. */
export const findWrongLineTotals = searchProse((stated) => {
  const found = findTotal(stated);
  const numbers = found && numbersOf(found.total.figure);
  return numbers && !intervalsTouch(addUp(found.parts, countOf), numbers) ? [found] : [];
});
