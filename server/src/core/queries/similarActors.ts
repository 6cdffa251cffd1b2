// Which other actors of a document could be the same as one of them, the likeliest first. Only a proposal for a person to
// choose from: what the text itself proves has been joined already.

import type { Actor } from '../actors/actor.ts';
import { foldName } from '../actors/lexicon.ts';
import type { AnalysedDocument } from '../document.ts';

/** The likeliest others: those that share words, letters or initials with it; then the most mentioned of its kind. */
export function findSimilarActors(document: AnalysedDocument, actor: Actor, limit: number): Actor[] {
  return document.actors
    .filter((other) => other !== actor && mayBeOne(other, actor))
    .map((other) => ({ other, score: likenessOf(actor, other) + Math.log1p(other.mentions.length) / 10 }))
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ other }) => other);
}

function mayBeOne(a: Actor, b: Actor): boolean {
  return a.kind === b.kind || a.kind === 'other' || b.kind === 'other';
}

function likenessOf(a: Actor, b: Actor): number {
  let best = 0;
  for (const one of [a.name, ...a.aliases])
    for (const other of [b.name, ...b.aliases]) best = Math.max(best, likenessOfNames(foldName(one), foldName(other)));
  return best;
}

/** 0…4: a word in common and initials count most, then pairs of letters. */
function likenessOfNames(a: string, b: string): number {
  const words = new Set(a.split(/[\s-]+/u).filter((word) => word.length > 2));
  const shared = b.split(/[\s-]+/u).some((word) => words.has(word)) ? 2 : 0;
  const initials = isInitials(a, b) || isInitials(b, a) ? 3 : 0;
  return Math.max(shared, initials) + pairsInCommon(a, b);
}

function isInitials(short: string, long: string): boolean {
  const first = long.split(/[\s-]+/u).map((word) => word[0] ?? '');
  return first.length > 1 && first.join('') === short.replaceAll('.', '');
}

/** Sørensen–Dice coefficient of the pairs of neighbouring letters, 0…1. */
function pairsInCommon(a: string, b: string): number {
  const pairs = new Set(Array.from({ length: Math.max(0, a.length - 1) }, (_, at) => a.slice(at, at + 2)));
  const others = new Set(Array.from({ length: Math.max(0, b.length - 1) }, (_, at) => b.slice(at, at + 2)));
  if (pairs.size + others.size === 0) return 0;
  let common = 0;
  for (const pair of others) if (pairs.has(pair)) common++;
  return (2 * common) / (pairs.size + others.size);
}
