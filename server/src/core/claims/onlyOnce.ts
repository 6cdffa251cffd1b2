// Dates of what happens once: somebody is born, a bank is founded, a bridge is opened. Two different ones contradict each other more
// surely than two dates do that are only told in like words. How like the two are is for others to say.

import type { Claim } from './claim.ts';
import type { Likeness } from './compareClaims.ts';
import { isOrdinal } from './tokens.ts';

const OF_PERSONS = ['born', 'died'];
const OF_THINGS = [
  'founded established created incorporated',
  'opened open inaugurated',
  'published',
  'signed',
  'built completed',
];
/** By verb: those that tell the same of something. */
const EVENTS = new Map(
  [...OF_PERSONS, ...OF_THINGS].flatMap((group) => group.split(' ').map((verb) => [verb, group] as const)),
);

/**
 * Whether two dates are those of one event that happens once, going by its verb and by whom or what they are told of: "the bridge
 * opened in 1998" and "opened by the king in 1989, the bridge".
 */
export function tellOneEvent(a: Claim, b: Claim, { subject, namesA, namesB }: Likeness): boolean {
  const event = eventOf(a);
  if (event === undefined || event !== eventOf(b)) return false;
  if (OF_PERSONS.includes(event)) return subject === 'same';
  return subject !== 'different' && Math.min(namesA, namesB) === 0 && !isOneOfSeveral(a) && !isOneOfSeveral(b);
}

function eventOf({ measure: { text } }: Claim): string | undefined {
  return EVENTS.get(text.slice(text.lastIndexOf(' ') + 1).toLowerCase());
}

/** How far from a date an ordinal may stand, in tokens. */
const NEAR = 12;

/** Whether there is another one of what a date is told of: "a second report was published in 2018". */
function isOneOfSeveral({ evidence: { words, token: at } }: Claim): boolean {
  const { tokens, sentences } = words;
  for (let i = Math.max(0, at - NEAR); i < Math.min(tokens.length, at + NEAR); i++) {
    const token = tokens[i]!;
    if (sentences[i] === sentences[at] && (isOrdinal(token) || token.text === 'another')) return true;
  }
  return false;
}
