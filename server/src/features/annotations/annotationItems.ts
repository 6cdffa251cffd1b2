// Annotations as the client has them: with ranges, in document order, and with what their figures have become.

import type { Annotation } from '../../core/annotations/annotation.ts';
import { placedNow } from '../../core/annotations/liveAnnotations.ts';
import type { PlacedAnnotation } from '../../core/annotations/placedAnnotations.ts';
import { describeFigureChange } from '../../core/queries/figureChange.ts';
import { type IndexedText, indexText, type PositionEncoding, rangeOf } from '../positions.ts';
import type { AnnotationItem, AnnotationLink } from '../protocol.ts';
import type { AnnotatedDocument } from './annotationStore.ts';

/** `linksOf` says what the cross-references of an annotation lead to. */
export function annotationItems(
  document: AnnotatedDocument,
  encoding: PositionEncoding,
  linksOf: (annotation: Annotation) => readonly AnnotationLink[],
): AnnotationItem[] {
  const text = indexText(document.live.source, encoding);
  return inDocumentOrder(placedNow(document.live)).map((placed) =>
    itemOf(document.uri, text, placed, linksOf(placed.annotation)),
  );
}

function itemOf(
  uri: string,
  text: IndexedText,
  { annotation, placement }: PlacedAnnotation,
  links: readonly AnnotationLink[],
): AnnotationItem {
  const { id, motivation, comment, tags, creator, created, modified, resolved, replyTo, selectors } = annotation;
  const { state, span, candidates } = placement;
  const now = span && text.source.slice(span.start, span.end);
  const change = now !== undefined && state !== 'ambiguous' ? changeOf(annotation, now) : undefined;
  const isOpen = state === 'ambiguous' || state === 'orphaned';
  return {
    id,
    uri,
    state,
    ...(span && { range: rangeOf(text, span), text: now }),
    quote: selectors.quote?.exact ?? '',
    ...(change !== undefined && { change }),
    candidates: isOpen ? candidates.map((candidate) => rangeOf(text, candidate)) : [],
    motivation,
    comment,
    tags,
    ...(creator !== undefined && { creator }),
    ...(created !== undefined && { created }),
    ...(modified !== undefined && { modified }),
    resolved,
    ...(replyTo !== undefined && { replyTo }),
    links,
  };
}

/** What the figures of a passage have become since it was annotated, or since somebody confirmed them. */
export function changeOf({ was, selectors }: Annotation, now: string): string | undefined {
  const former = was ?? selectors.quote?.exact;
  return former === undefined || former === now ? undefined : describeFigureChange(former, now);
}

function inDocumentOrder(placed: readonly PlacedAnnotation[]): PlacedAnnotation[] {
  const startOf = ({ placement: { span } }: PlacedAnnotation) => span?.start ?? Number.POSITIVE_INFINITY;
  return placed.toSorted((a, b) => (startOf(a) === startOf(b) ? 0 : startOf(a) - startOf(b)));
}
