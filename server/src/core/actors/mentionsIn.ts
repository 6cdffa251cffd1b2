// The mentions of a document's actors by where they stand. After an edit they are gathered anew only for the blocks that name
// actors who have become others.

import { diffLists } from '../text/diffLists.ts';
import { partitionPoint } from '../text/partitionPoint.ts';
import { type AlignedEnds, NOTHING_SHARED, noteShared, sharedEnds } from '../text/sharedEnds.ts';
import { compareSpans, isSameSpan, type Span } from '../text/span.ts';
import type { Actor, Mention } from './actor.ts';

export interface NamedActor {
  readonly mention: Mention;
  readonly actor: string;
}

/** By block; absent where it names nobody. In the order of the actors; the same list as long as it names the same ones alike. */
export type MentionsByBlock = readonly (readonly NamedActor[] | undefined)[];

const NOBODY: readonly NamedActor[] = [];

const gathered = new WeakMap<readonly Actor[], MentionsByBlock>();

/** The mentions of all actors; `before` are the actors of an earlier state of the document, of which lists are kept. */
export function mentionsIn(actors: readonly Actor[], before?: readonly Actor[]): MentionsByBlock {
  const known = gathered.get(actors);
  if (known) return known;
  const earlier = before && gathered.get(before);
  const found = (earlier && before && gatherAgain(actors, before, earlier)) ?? gather(actors);
  gathered.set(actors, found);
  return found;
}

function gather(actors: readonly Actor[]): MentionsByBlock {
  const byBlock: (NamedActor[] | undefined)[] = [];
  for (const actor of actors) addMentions(actor, byBlock);
  return byBlock;
}

function addMentions({ id, mentions }: Actor, byBlock: (NamedActor[] | undefined)[]): void {
  for (const mention of mentions) {
    const own = byBlock[mention.block];
    if (own) own.push({ mention, actor: id });
    else byBlock[mention.block] = [{ mention, actor: id }];
  }
}

/** The mentions where only some actors are others than before; undefined where those of the same ids stand in another order. */
function gatherAgain(
  actors: readonly Actor[],
  before: readonly Actor[],
  earlier: MentionsByBlock,
): MentionsByBlock | undefined {
  const { gone, come } = diffLists(before, actors);
  const left = new Map(gone.map((at) => [before[at]!.id, before[at]!]));
  const now = new Map(come.map((at) => [actors[at]!.id, actors[at]!]));
  const isLeft = new Set(gone.filter((at) => !now.has(before[at]!.id)));
  const isNew = new Set(come.filter((at) => !left.has(actors[at]!.id)));
  if (!stayInOrder(before, isLeft, actors, isNew)) return undefined;
  if (left.size === 0 && now.size === 0) return earlier;
  const lists = new Map<number, NamedActor[]>();
  for (const id of new Set([...left.keys(), ...now.keys()])) {
    for (const block of changedBlocks(left.get(id)?.mentions ?? [], now.get(id)?.mentions ?? [])) lists.set(block, []);
  }
  for (const { id, mentions } of now.values())
    for (const mention of mentions) lists.get(mention.block)?.push({ mention, actor: id });
  const ranks = new Map<string, number>();
  for (let rank = 0; rank < actors.length; rank++) ranks.set(actors[rank]!.id, rank);
  const byBlock = earlier.slice();
  let [start, end] = [earlier.length, 0];
  for (const [block, added] of lists) {
    const kept = (earlier[block] ?? NOBODY).filter(({ actor }) => !left.has(actor));
    const named = mergeByRank(kept, added, ranks);
    if (areSame(earlier[block] ?? NOBODY, named)) continue;
    byBlock[block] = named.length === 0 ? undefined : named;
    start = Math.min(start, block);
    end = Math.max(end, block + 1);
  }
  if (start >= end) return earlier;
  return end > earlier.length ? byBlock : noteShared(earlier, byBlock, { start, end: earlier.length - end });
}

/** Two lists of mentions as one, in the order of their actors; none of these is in both lists. */
function mergeByRank(
  many: readonly NamedActor[],
  few: readonly NamedActor[],
  ranks: ReadonlyMap<string, number>,
): NamedActor[] {
  const merged: NamedActor[] = [];
  let from = 0;
  for (const one of few) {
    const rank = ranks.get(one.actor)!;
    const to = partitionPoint(many.length, (index) => ranks.get(many[index]!.actor)! < rank);
    while (from < to) merged.push(many[from++]!);
    merged.push(one);
  }
  while (from < many.length) merged.push(many[from++]!);
  return merged;
}

/** The blocks in which one list of an actor's mentions has others than the other list. */
function changedBlocks(before: readonly Mention[], after: readonly Mention[]): number[] {
  const { gone, come } = diffLists(before, after);
  return [...gone.map((at) => before[at]!.block), ...come.map((at) => after[at]!.block)];
}

/** Whether the actors that two lists share by their ids stand in one order, given the places of those that only one has. */
function stayInOrder(
  before: readonly Actor[],
  isLeft: ReadonlySet<number>,
  after: readonly Actor[],
  isNew: ReadonlySet<number>,
): boolean {
  let at = 0;
  for (let index = 0; index < after.length; index++) {
    if (isNew.has(index)) continue;
    while (isLeft.has(at)) at++;
    const was = before[at++];
    const is = after[index]!;
    if (was !== is && was?.id !== is.id) return false;
  }
  return true;
}

/** Whether two lists hold the same mentions of the same actors. */
function areSame(some: readonly NamedActor[], others: readonly NamedActor[]): boolean {
  return some.length === others.length && some.every((one, at) => isSameNaming(one, others[at]!));
}

/**
 * The pieces of prose of a block that an earlier list of its mentions does not name the same actors in, alike, as a later one does;
 * undefined where the actors of the two stand in another order. Pieces are told as they are now; of those that are other ones than before,
 * which `pieces` tells, all are meant that name somebody.
 */
export function proseNamedOtherwise(
  before: readonly NamedActor[],
  after: readonly NamedActor[],
  pieces: AlignedEnds,
): ReadonlySet<number> | undefined {
  const changed = new Set<number>();
  const isMoved = pieces.shift !== 0;
  if (before === after && !isMoved) return changed;
  const { start, end } = isMoved ? NOTHING_SHARED : sharedEnds(before, after, isSameNaming);
  const left = findRuns(before, { start, end: before.length - end });
  let last = -1;
  for (const [actor, run] of findRuns(after, { start, end: after.length - end })) {
    const was = left.get(actor);
    if (was && was.start < last) return undefined;
    if (was) last = was.start;
    left.delete(actor);
    noteChanges(before, was, after, run, pieces, changed);
  }
  for (const run of left.values()) noteChanges(before, run, after, undefined, pieces, changed);
  return changed;
}

/** The stretches of a list that are mentions of one actor each, in their order. */
function findRuns(named: readonly NamedActor[], { start, end }: Span): Map<string, Span> {
  const runs = new Map<string, Span>();
  for (let from = start; from < end; ) {
    const { actor } = named[from]!;
    let to = from + 1;
    while (to < end && named[to]!.actor === actor) to++;
    runs.set(actor, { start: from, end: to });
    from = to;
  }
  return runs;
}

/** Notes the pieces of prose, as they are now, in which only one of two runs of an actor's mentions has one. */
function noteChanges(
  before: readonly NamedActor[],
  was: Span = NO_RUN,
  after: readonly NamedActor[],
  is: Span = NO_RUN,
  pieces: AlignedEnds,
  changed: Set<number>,
): void {
  let next = was.start;
  for (let at = is.start; at < is.end; at++) {
    const { prose, span } = after[at]!.mention;
    let isKnown = false;
    while (next < was.end && !isKnown) {
      const one = before[next]!.mention;
      const place = pieces.after(one.prose);
      if (place > prose || (place === prose && one.span.start > span.start)) break;
      isKnown = place === prose && isSameSpan(one.span, span);
      if (!isKnown && place >= 0) changed.add(place);
      next++;
    }
    if (!isKnown) changed.add(prose);
  }
  for (; next < was.end; next++) {
    const place = pieces.after(before[next]!.mention.prose);
    if (place >= 0) changed.add(place);
  }
}

const NO_RUN: Span = { start: 0, end: 0 };

function isSameNaming(one: NamedActor, other: NamedActor): boolean {
  return one.mention === other.mention && one.actor === other.actor;
}

/** The mentions of a block by their prose, and those of them that are no part of another one, as far as somebody has asked. */
interface GroupedMentions {
  readonly all: ReadonlyMap<number, readonly NamedActor[]>;
  readonly outermost: Map<number, readonly NamedActor[]>;
}

const grouped = new WeakMap<readonly NamedActor[], GroupedMentions>();

/** The mentions in one piece of prose that are no part of another one; the same list each time. */
export function outermostIn(byBlock: MentionsByBlock, block: number, prose: number): readonly NamedActor[] {
  const own = byBlock[block];
  if (!own) return NOBODY;
  const ofBlock = grouped.get(own) ?? { all: groupByProse(own), outermost: new Map() };
  grouped.set(own, ofBlock);
  const named = ofBlock.all.get(prose);
  if (!named) return NOBODY;
  const outer = ofBlock.outermost.get(prose) ?? outermost(named);
  ofBlock.outermost.set(prose, outer);
  return outer;
}

function groupByProse(named: readonly NamedActor[]): Map<number, NamedActor[]> {
  const groups = new Map<number, NamedActor[]>();
  for (const one of named) {
    const group = groups.get(one.mention.prose);
    if (group) group.push(one);
    else groups.set(one.mention.prose, [one]);
  }
  return groups;
}

/** The mentions that are no part of another one, in their order: “the Port of Vik” speaks of the port, not of Vik. */
function outermost(named: readonly NamedActor[]): NamedActor[] {
  const order = [...named].sort(({ mention: a }, { mention: b }) => compareSpans(a.span, b.span));
  const outer = new Set<NamedActor>();
  let end = -1;
  for (const one of order) {
    if (one.mention.span.end <= end) continue;
    outer.add(one);
    end = one.mention.span.end;
  }
  return named.filter((one) => outer.has(one));
}
