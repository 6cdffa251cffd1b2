// The annotations of a document with where each stands now. Answers stand where the annotation stands that they answer.

import { anchorAll, type Placement } from './anchor.ts';
import type { Annotation } from './annotation.ts';

export interface PlacedAnnotation {
  readonly annotation: Annotation;
  readonly placement: Placement;
}

/** Places annotations in their order. One without selectors is about the whole document. */
export function placeAnnotations(source: string, annotations: readonly Annotation[]): PlacedAnnotation[] {
  const passages = annotations.filter(({ selectors }) => selectors.quote || selectors.position);
  const placements = new Map<Annotation, Placement>();
  const placed = anchorAll(
    source,
    passages.map((annotation) => annotation.selectors),
  );
  passages.forEach((annotation, i) => {
    placements.set(annotation, placed[i]!);
  });
  return withAnswers(source, annotations, (annotation) => placements.get(annotation));
}

/** The annotations in their order, given where those stand that have a passage of their own. */
export function withAnswers(
  source: string,
  annotations: readonly Annotation[],
  placementOf: (annotation: Annotation) => Placement | undefined,
): PlacedAnnotation[] {
  const byId = new Map(annotations.map((annotation) => [annotation.id, annotation]));
  return annotations.map((annotation) => {
    const root = rootOf(annotation, byId);
    const placement = root && (placementOf(root) ?? wholeDocument(source));
    return { annotation, placement: placement ?? nowhere };
  });
}

/** The annotation at the beginning of the thread; undefined where the thread does not lead to one. */
export function rootOf(annotation: Annotation, byId: ReadonlyMap<string, Annotation>): Annotation | undefined {
  const seen = new Set<Annotation>();
  let current: Annotation | undefined = annotation;
  while (current?.replyTo !== undefined) {
    if (seen.has(current)) return undefined;
    seen.add(current);
    current = byId.get(current.replyTo);
  }
  return current;
}

function wholeDocument(source: string): Placement {
  const span = { start: 0, end: source.length };
  return { state: 'found', span, candidates: [span], certainty: 1, kept: 1 };
}

const nowhere: Placement = { state: 'orphaned', candidates: [], certainty: 1, kept: 0 };
