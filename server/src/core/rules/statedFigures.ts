// The pieces of prose that state figures, as the arithmetic rules walk through them. What a figure measures is left to the claims:
// arithmetic takes only what the sentence itself declares.

import type { Claim } from '../claims/claim.ts';
import type { ClaimEvidence } from '../claims/evidence.ts';
import { sharedEvidence } from '../claims/sharedClaims.ts';
import type { AnalysedDocument } from '../document.ts';
import { LastOfLineage } from '../text/lineage.ts';
import { partitionPoint } from '../text/partitionPoint.ts';
import { splitSentences } from '../text/sentences.ts';
import { noteShared, replaceBetween } from '../text/sharedEnds.ts';
import { type Span, spanOf } from '../text/span.ts';

/** One piece of prose that states figures; the same object from one state of a document to the next, wherever it stands. */
export interface StatedFigures {
  readonly text: string;
  /** What the prose shows of its claims, in the order of the text; at least one. */
  readonly claims: readonly ClaimEvidence[];
}

/** All that a document states. */
export interface DocumentFigures {
  readonly claims: readonly Claim[];
  /** In document order. */
  readonly prose: readonly StatedFigures[];
  /** By piece of prose: the index of its first claim. */
  readonly firsts: readonly number[];
}

const lastStated = new LastOfLineage<DocumentFigures>();

/** The pieces of prose with figures; where the document's claims are those of its last state, so is the answer. */
export function statedFigures(document: AnalysedDocument): DocumentFigures {
  const before = lastStated.get(document) ?? NOTHING;
  if (before.claims === document.claims) return before;
  const stated = gather(document, before);
  lastStated.set(document, stated);
  return stated;
}

const NOTHING: DocumentFigures = { claims: [], prose: [], firsts: [] };

function gather({ claims, blocks }: AnalysedDocument, before: DocumentFigures): DocumentFigures {
  const { start, end } = sharedEvidence(before.claims, claims);
  // The claim beside those that changed may share its prose with them.
  const known = before.firsts;
  const head = Math.max(0, partitionPoint(known.length, (at) => known[at]! < start) - 1);
  const tail = partitionPoint(known.length, (at) => known[at]! <= before.claims.length - end);
  const between: StatedFigures[] = [];
  const starts: number[] = [];
  const shift = claims.length - before.claims.length;
  const until = tail < known.length ? known[tail]! + shift : claims.length;
  for (let from = known[head] ?? 0; from < until; ) {
    const { block, prose: own } = claims[from]!;
    let to = from + 1;
    while (to < claims.length && claims[to]!.block === block && claims[to]!.prose === own) to++;
    between.push(recallProse(blocks[block]!.prose[own]!.text, claims, from, to));
    starts.push(from);
    from = to;
  }
  const ends = { start: head, end: known.length - tail };
  const moved = shift === 0 ? known : known.map((at, piece) => (piece < tail ? at : at + shift));
  const prose = noteShared(before.prose, replaceBetween(before.prose, ends, between), ends);
  const isInPlace =
    shift === 0 && starts.length === tail - head && starts.every((at, order) => at === known[head + order]);
  return { claims, prose, firsts: isInPlace ? known : replaceBetween(moved, ends, starts) };
}

/** The pieces of prose with figures in a block, as a span of their indices. */
export function piecesOfBlock({ claims, firsts }: DocumentFigures, block: number): Span {
  const countBefore = (end: number) => partitionPoint(firsts.length, (at) => claims[firsts[at]!]!.block < end);
  return spanOf(countBefore(block), countBefore(block + 1));
}

/** What is known of the prose that a piece of evidence is the first of. */
const knownProse = new WeakMap<ClaimEvidence, StatedFigures>();

function recallProse(text: string, all: readonly Claim[], from: number, to: number): StatedFigures {
  const first = all[from]!.evidence;
  const known = knownProse.get(first);
  const isKnown =
    known?.text === text &&
    known.claims.length === to - from &&
    known.claims.every((evidence, order) => evidence === all[from + order]!.evidence);
  if (isKnown) return known;
  const stated = { text, claims: all.slice(from, to).map(({ evidence }) => evidence) };
  knownProse.set(first, stated);
  return stated;
}

/** One sentence that states figures. */
export interface SentenceFigures extends StatedFigures {
  /** The sentence within the text of its prose, which `text` is the whole of, so that spans need no shift. */
  readonly sentence: Span;
}

/** The sentences of a piece of prose that state figures; splitting is dear, and done once. */
export function sentencesOf(stated: StatedFigures): readonly SentenceFigures[] {
  const { text, claims } = stated;
  const known = knownSentences.get(stated);
  if (known) return known;
  let next = 0;
  const sentences = splitSentences(text).flatMap((sentence): SentenceFigures[] => {
    const from = next;
    while (next < claims.length && claims[next]!.figure.span.start < sentence.end) next++;
    return next > from ? [{ text, sentence, claims: claims.slice(from, next) }] : [];
  });
  knownSentences.set(stated, sentences);
  return sentences;
}

const knownSentences = new WeakMap<StatedFigures, readonly SentenceFigures[]>();

/** The text between two figures of one piece of prose: " of the " in "12 of the 40". */
export function textBetween(text: string, left: ClaimEvidence, right: ClaimEvidence): string {
  return text.slice(left.figure.span.end, right.figure.span.start);
}

/** The sentence around a span, as far as sentence marks tell; at most 300 characters to each side. */
export function sentenceAround(text: string, span: Span): Span {
  const before = text.slice(Math.max(0, span.start - 300), span.start);
  const after = text.slice(span.end, span.end + 300);
  let start = span.start - before.length;
  for (let i = before.length - 1; i > 0; i--) {
    if (/\s/.test(before[i]!) && /[.!?;]/.test(before[i - 1]!)) {
      start = span.start - before.length + i + 1;
      break;
    }
  }
  const mark = /[.!?;](?=\s|$)/.exec(after);
  return spanOf(start, span.end + (mark ? mark.index : after.length));
}

/** The words of a text in lower case. "Of the 40" → of, the */
export function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/\p{L}{1,40}/gu) ?? [];
}
