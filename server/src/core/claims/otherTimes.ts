// Whether two claims are told of two times by words alone: one of what is yet to come, or can be, and one of what is so now, or was; one
// of a quarter and one of a year. Dates are compared elsewhere.

import type { Claim } from './claim.ts';
import type { ClaimEvidence } from './evidence.ts';
import { findBack, nearby } from './tokens.ts';

/** So far from a figure it is told when, in tokens. */
const REACH = 9;
/** What tells that something is so now, or was so: words and pairs of words. */
const NOW = new Set(
  'now,today,currently,already,presently,so far,to date,at present,last year,last month,last week,last quarter,last season'.split(
    ',',
  ),
);
const AHEAD = new Set('will,shall,would,next year,next month,next week,next quarter,next season'.split(','));
/** So far before a figure stands its verb, in tokens. */
const VERB_WITHIN = 4;
const CAN = /^can$/;
const DONE = /[a-z]{2}ed$/;
const PAST = /^(?:was|were|had)$/;
/** Two lengths of stretches are one where they differ by less: nine months are 270 or 273 days. */
const NEARLY = 1.2;

/** Whether two claims are told of two times. */
export function tellOfOtherTimes(one: Claim, other: Claim): boolean {
  if (haveOtherWindows(one.evidence, other.evidence)) return true;
  if (canBe(one.evidence) !== canBe(other.evidence)) return isDone(canBe(one.evidence) ? other.evidence : one.evidence);
  const [ahead, behind] = isAhead(one) ? [one, other] : [other, one];
  if (!isAhead(ahead) || isAhead(behind)) return isNoLonger(one, other) || isNoLonger(other, one);
  return isToldNow(behind.evidence) || (comesTo(ahead) && isState(behind));
}

/** Whether a claim speaks of what is yet to come. */
export function isAhead({ stance }: Pick<Claim, 'stance'>): boolean {
  return stance === 'forecast' || stance === 'target';
}

function haveOtherWindows({ window: one }: ClaimEvidence, { window: other }: ClaimEvidence): boolean {
  if (one === undefined || other === undefined) return false;
  return Math.max(one, other) > NEARLY * Math.min(one, other);
}

/** Whether it is told what can be: "the ferry can carry 240 passengers". */
function canBe(evidence: ClaimEvidence): boolean {
  return hasBefore(evidence, VERB_WITHIN, CAN);
}

/** Whether a verb before the figure tells what was done: "carried 162 passengers". */
function isDone(evidence: ClaimEvidence): boolean {
  return hasBefore(evidence, VERB_WITHIN, DONE);
}

/** Whether it is told what something comes to by a change: "is expected to fall to 5 %". */
function comesTo({ evidence: { direction, end } }: Claim): boolean {
  return direction !== undefined && end === 'to';
}

/** Whether it is told what something is, and nothing of a change nor of what is yet to come. */
function isState({ role, evidence }: Claim): boolean {
  if (evidence.direction !== undefined || evidence.end !== undefined || role === 'change') return false;
  return !hasNear(evidence, AHEAD);
}

/** Whether the one is what something was at a date, and the other what it is now. */
function isNoLonger(was: Claim, is: Claim): boolean {
  if (was.period === undefined || is.period !== undefined) return false;
  return isToldNow(is.evidence) && isPast(was.evidence) && !isToldNow(was.evidence);
}

function isToldNow(evidence: ClaimEvidence): boolean {
  return hasNear(evidence, NOW);
}

/** Whether one of some words, or of pairs of words, stands near a figure in its sentence. */
function hasNear({ words, token: at }: ClaimEvidence, some: ReadonlySet<string>): boolean {
  const { tokens } = words;
  let found = false;
  nearby(words, at, REACH, (i) => {
    const { text } = tokens[i]!;
    found = some.has(text) || some.has(`${text} ${tokens[i + 1]?.text}`);
    return found;
  });
  return found;
}

function isPast(evidence: ClaimEvidence): boolean {
  return hasBefore(evidence, REACH, PAST);
}

/** Whether a word of a kind stands before a figure in its sentence, so many tokens away at most. */
function hasBefore({ words, token: at }: ClaimEvidence, reach: number, kind: RegExp): boolean {
  return findBack(words, at, reach, ({ text }) => kind.test(text)) >= 0;
}
