// The figures of each piece of prose, as the arithmetic rules walk through them, and the problems they make of them. What
// a figure measures is left to the claims: arithmetic takes only what the sentence itself declares.

import type { Claim } from '../claims/claim.ts';
import type { ClaimEvidence } from '../claims/evidence.ts';
import type { AnalysedDocument } from '../document.ts';
import type { Figure } from '../figures/figure.ts';
import { splitSentences } from '../text/sentences.ts';
import { type Span, sliceSpan, spanOf } from '../text/span.ts';
import type { Problem, ProblemCode, RelatedSite, Severity } from './problem.ts';

/** One piece of prose that states figures. */
export interface StatedFigures {
  readonly text: string;
  /** In the order of the text; at least one. */
  readonly claims: readonly Claim[];
}

/** What is known of a piece of prose as long as its evidence stays, wherever it moves. */
interface KnownProse {
  stated: StatedFigures;
  sentences: readonly Span[] | undefined;
  /** The checks that had nothing to say of it, one bit each. */
  passed: number;
}

const knownProse = new WeakMap<ClaimEvidence, KnownProse>();
const knownDocuments = new WeakMap<AnalysedDocument, readonly KnownProse[]>();

function proseWithFigures(document: AnalysedDocument): readonly KnownProse[] {
  const known = knownDocuments.get(document);
  if (known) return known;
  const { claims } = document;
  const found: KnownProse[] = [];
  for (let from = 0; from < claims.length; ) {
    const { block, prose } = claims[from]!;
    let to = from + 1;
    while (to < claims.length && claims[to]!.block === block && claims[to]!.prose === prose) to++;
    found.push(knowProse(document, from, to));
    from = to;
  }
  knownDocuments.set(document, found);
  return found;
}

function knowProse({ claims, blocks }: AnalysedDocument, from: number, to: number): KnownProse {
  const first = claims[from]!;
  const known = knownProse.get(first.evidence);
  if (known && isRun(known.stated.claims, claims, from, to)) return known;
  const { text } = blocks[first.block]!.prose[first.prose]!;
  const stated = { text, claims: claims.slice(from, to) };
  if (known) {
    known.stated = stated;
    return known;
  }
  const made: KnownProse = { stated, sentences: undefined, passed: 0 };
  knownProse.set(first.evidence, made);
  return made;
}

function isRun(run: readonly Claim[], claims: readonly Claim[], from: number, to: number): boolean {
  return run.length === to - from && run.every((claim, at) => claim === claims[from + at]);
}

/**
 * What `find` finds in the pieces of prose with figures, in document order. It may look at the text and the figures of the
 * prose and at nothing else: where it found nothing, it is not asked again under the same name until the prose is
 * another one.
 */
export function findInProse<T>(
  document: AnalysedDocument,
  name: string,
  find: (stated: StatedFigures) => readonly T[],
): T[] {
  const found: T[] = [];
  const bit = bitOf(name);
  for (const known of proseWithFigures(document)) {
    if ((known.passed & bit) !== 0) continue;
    const own = find(known.stated);
    if (own.length === 0) known.passed |= bit;
    for (const one of own) found.push(one);
  }
  return found;
}

const bits = new Map<string, number>();

/** The bit that stands for a check: none for a check too many, which is then asked each time. */
function bitOf(name: string): number {
  const bit = bits.get(name) ?? (bits.size < 31 ? 1 << bits.size : 0);
  bits.set(name, bit);
  return bit;
}

/** Every piece of prose with figures, in document order. */
export function statedFigures(document: AnalysedDocument): StatedFigures[] {
  return proseWithFigures(document).map(({ stated }) => stated);
}

/** One sentence that states figures. */
export interface SentenceFigures extends StatedFigures {
  /** The sentence within the text of its prose. */
  readonly sentence: Span;
}

/**
 * What `find` finds in the sentences of prose with two figures or more, in document order, as `findInProse` does. Their
 * `text` is the whole prose, so that spans need no shift.
 */
export function findInSentences<T>(
  document: AnalysedDocument,
  name: string,
  find: (sentence: SentenceFigures) => readonly T[],
): T[] {
  return findInProse(document, name, (stated) => sentencesOf(stated).flatMap(find));
}

function sentencesOf({ text, claims }: StatedFigures): SentenceFigures[] {
  // Splitting is dear, and of a single figure nothing can be worked out.
  if (claims.length < 2) return [];
  const known = knownProse.get(claims[0]!.evidence);
  const sentences = known?.sentences ?? splitSentences(text);
  if (known) known.sentences = sentences;
  let next = 0;
  return sentences.flatMap((sentence) => {
    const from = next;
    while (next < claims.length && claims[next]!.figure.span.start < sentence.end) next++;
    return next > from ? [{ text, sentence, claims: claims.slice(from, next) }] : [];
  });
}

/** An interval of numbers; infinite where the wording leaves a side open. */
export interface NumberInterval {
  readonly low: number;
  readonly high: number;
}

/** The numbers a figure can stand for: 39.5…40.5 for "40", 40…∞ for "at least 40"; undefined for dates. */
export function numbersOf({ value, low, high }: Figure): NumberInterval | undefined {
  if (value === null) return undefined;
  return { low: low ?? Number.NEGATIVE_INFINITY, high: high ?? Number.POSITIVE_INFINITY };
}

/** Whether two intervals share a number; the noise of computing does not keep them apart. */
export function intervalsTouch(a: NumberInterval, b: NumberInterval): boolean {
  const bounds = [a.low, a.high, b.low, b.high].filter(Number.isFinite).map(Math.abs);
  const noise = 1e-9 * Math.max(0, ...bounds);
  return a.low <= b.high + noise && b.low <= a.high + noise;
}

export interface Finding {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly message: string;
  /** The figure that does not work out. */
  readonly claim: Claim;
  /** The operands, and what each of them is: "the whole". */
  readonly operands: readonly (readonly [claim: Claim, message: string])[];
  readonly confidence: number;
  readonly reason: Readonly<Record<string, unknown>>;
}

/** So many operands are listed with a problem. */
const MOST_RELATED = 8;

/** The problem that an arithmetic rule reports at a figure, with its operands as related sites. */
export function problemOf(document: AnalysedDocument, finding: Finding): Problem {
  const { code, severity, message, claim, operands, confidence, reason } = finding;
  const textAt = (span: Span) => sliceSpan(document.source, span);
  const related = operands.slice(0, MOST_RELATED).map(([operand, text]): RelatedSite => {
    const span = document.spanOf(operand);
    return { span, text: textAt(span), message: text };
  });
  const span = document.spanOf(claim);
  return {
    code,
    severity,
    message,
    span,
    text: textAt(span),
    related,
    relatedCount: operands.length,
    confidence,
    reason,
  };
}

/** The text between two figures of one piece of prose: " of the " in "12 of the 40". */
export function textBetween(text: string, left: Claim, right: Claim): string {
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

/** The numbers a figure can stand for; undefined where it has none or leaves a side open. */
export function intervalOf({ low, high }: Figure): readonly [low: number, high: number] | undefined {
  return low === null || high === null ? undefined : [low, high];
}

/** The words of a text in lower case. "Of the 40" → of, the */
export function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/\p{L}{1,40}/gu) ?? [];
}
