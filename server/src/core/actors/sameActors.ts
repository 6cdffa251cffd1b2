// Actors that were made anew after an edit, whose scores became others and who are what they were: the same objects as before, and
// of those who changed the mentions that did not. Who goes by these objects then looks at nothing else.

import { haveSameItems } from '../text/sameItems.ts';
import { noteShared, replaceBetween, sharedEnds } from '../text/sharedEnds.ts';
import { compareSpans } from '../text/span.ts';
import type { Actor, Mention, ProseRef } from './actor.ts';
import { placeOf } from './moves.ts';

/** By actor, the equal one that was last put in its place: the two are not compared again. */
const kept = new WeakMap<Actor, Actor>();

/** The actors, with those of `before` in place of equal ones of the same id; the same list where all are. */
export function keepAlike(before: readonly Actor[], actors: readonly Actor[]): readonly Actor[] {
  const known = new Map<string, Actor>();
  for (const actor of before) known.set(actor.id, actor);
  const answers = actors.map((actor) => {
    const was = known.get(actor.id);
    if (was === undefined || was === actor) return actor;
    if (kept.get(actor) === was) return was;
    const answer = keepParts(was, actor);
    kept.set(actor, answer);
    return answer;
  });
  return haveSameItems(answers, before) ? before : answers;
}

function keepParts(was: Actor, actor: Actor): Actor {
  const mentions = keepMentions(was.mentions, actor.mentions);
  const isSame =
    mentions === was.mentions &&
    was.name === actor.name &&
    was.kind === actor.kind &&
    was.declared === actor.declared &&
    haveSameItems(was.aliases, actor.aliases) &&
    areAlike(was.descriptions, actor.descriptions, isSamePassage) &&
    areAlike(was.quotations, actor.quotations, isSamePassage);
  return isSame ? was : { ...actor, mentions };
}

/** The mentions, with earlier ones in place of equal ones; the earlier list where it has no others. Both in document order. */
function keepMentions(before: readonly Mention[], mentions: readonly Mention[]): readonly Mention[] {
  const ends = sharedEnds(before, mentions, isSameMention);
  if (ends.start === before.length && ends.start === mentions.length) return before;
  let next = ends.start;
  const kept = mentions.slice(ends.start, mentions.length - ends.end).map((mention) => {
    while (next < before.length && isBefore(before[next]!, mention)) next++;
    const was = before[next];
    return was !== undefined && isSameMention(was, mention) ? was : mention;
  });
  return noteShared(before, replaceBetween(before, ends, kept), ends);
}

function isBefore(one: Mention, other: Mention): boolean {
  return (placeOf(one) - placeOf(other) || compareSpans(one.span, other.span)) < 0;
}

function isSameMention(one: Mention, other: Mention): boolean {
  return one === other || (one.form === other.form && isSamePassage(one, other));
}

type Passage = ProseRef & { readonly text: string };

/** Whether two are one passage, by the very same span: where that moves with the next edit is looked up by it. */
function isSamePassage(one: Passage, other: Passage): boolean {
  return one.block === other.block && one.prose === other.prose && one.span === other.span && one.text === other.text;
}

function areAlike<T>(some: readonly T[], others: readonly T[], isSame: (one: T, other: T) => boolean): boolean {
  return some.length === others.length && some.every((one, index) => isSame(one, others[index]!));
}
