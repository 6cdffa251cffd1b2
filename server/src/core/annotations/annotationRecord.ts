// An annotation with where it stands, as plain data: what the command line prints and the export formats are made from.

import { createLineIndex, type LinePosition } from '../text/lineIndex.ts';
import type { Span } from '../text/span.ts';
import type { PlacementState } from './anchor.ts';
import type { PlacedAnnotation } from './placedAnnotations.ts';

export interface AnnotationRecord {
  readonly id: string;
  readonly state: PlacementState;
  /** Where it is; of several places that fit, the likeliest; absent where it is gone. */
  readonly span?: Span;
  readonly range?: { readonly start: LinePosition; readonly end: LinePosition };
  /** The document's text at `span`; absent where there is none. */
  readonly text?: string;
  /** The words that were annotated. */
  readonly quote: string;
  readonly motivation: string;
  readonly comment: string;
  readonly tags: readonly string[];
  /** The addresses of what it leads to. */
  readonly links: readonly string[];
  /** The words that were annotated before a figure among them was edited. */
  readonly was?: string;
  readonly replyTo?: string;
  readonly creator?: string;
  readonly created?: string;
  readonly modified?: string;
  readonly resolved: boolean;
  /** The places that could be it, where that is not sure. */
  readonly candidates?: readonly Span[];
}

/** The records of a document's annotations, in document order; those that are gone come last, in the order given. */
export function annotationRecords(source: string, placed: readonly PlacedAnnotation[]): AnnotationRecord[] {
  const lines = createLineIndex(source);
  const records = placed.map(({ annotation, placement }): AnnotationRecord => {
    const { span, state, candidates } = placement;
    const { id, motivation, comment, tags, links, replyTo, creator, created, modified, resolved, was, selectors } =
      annotation;
    return {
      id,
      state,
      ...(span && {
        span,
        range: { start: lines.positionAt(span.start), end: lines.positionAt(span.end) },
        text: source.slice(span.start, span.end),
      }),
      quote: selectors.quote?.exact ?? '',
      motivation,
      comment,
      tags,
      links: links.map(({ source }) => source),
      ...(was !== undefined && { was }),
      ...(replyTo !== undefined && { replyTo }),
      ...(creator !== undefined && { creator }),
      ...(created !== undefined && { created }),
      ...(modified !== undefined && { modified }),
      resolved,
      ...((state === 'ambiguous' || state === 'orphaned') && { candidates }),
    };
  });
  const placeOf = ({ span }: AnnotationRecord) => span?.start ?? Number.POSITIVE_INFINITY;
  return records
    .map((record, order) => ({ record, order }))
    .sort((a, b) =>
      placeOf(a.record) === placeOf(b.record) ? a.order - b.order : placeOf(a.record) - placeOf(b.record),
    )
    .map(({ record }) => record);
}
