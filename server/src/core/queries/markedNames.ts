// The actors and figures of a text as marks for highlighting: in document order, none overlapping another, each on one line.

import type { ActorKind } from '../actors/actor.ts';
import type { AnalysedDocument } from '../document.ts';
import { compareSpans, type Span } from '../text/span.ts';

export interface Mark {
  readonly span: Span;
  readonly kind: ActorKind | 'figure' | 'date';
  /** Where the text introduces the actor. */
  readonly introduces: boolean;
}

/** Marks that begin within a span of the source. Of nested names the outer one is marked; headings keep their own looks. */
export function findMarks(document: AnalysedDocument, within: Span): Mark[] {
  const marks: Mark[] = [];
  const isTitle = (block: number, prose: number) => document.blocks[block]?.prose[prose]?.place.kind === 'heading';
  for (const { kind, mentions } of document.actors)
    for (const [index, mention] of mentions.entries())
      if (!isTitle(mention.block, mention.prose))
        marks.push({ span: document.spanOf(mention), kind, introduces: index === 0 });
  for (const claim of document.claims)
    if (!isTitle(claim.block, claim.prose))
      marks.push({
        span: document.spanOf(claim),
        kind: claim.figure.kind === 'date' ? 'date' : 'figure',
        introduces: false,
      });
  marks.sort((a, b) => compareSpans(a.span, b.span));
  const apart: Mark[] = [];
  for (const mark of marks) {
    if (mark.span.start < within.start || mark.span.start > within.end) continue;
    if (mark.span.start < (apart.at(-1)?.span.end ?? 0)) continue;
    apart.push(...onOneLineEach(document.source, mark));
  }
  return apart;
}

/** A name that goes over a line break is two marks, since editors colour line by line. */
function onOneLineEach(source: string, mark: Mark): Mark[] {
  const lines: Mark[] = [];
  let { start } = mark.span;
  while (start < mark.span.end) {
    let end = start;
    while (end < mark.span.end && source[end] !== '\n' && source[end] !== '\r') end++;
    if (end > start) lines.push({ ...mark, span: { start, end } });
    start = end + 1;
  }
  return lines;
}
