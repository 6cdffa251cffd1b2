// The annotations of a document that is open: their places move with every edit, and are looked for by their words only when
// the document is opened, and where an edit swept a passage away that may have been put in again elsewhere.

import type { Span } from '../text/span.ts';
import { anchorAll, type Placement } from './anchor.ts';
import type { Annotation } from './annotation.ts';
import { fileOffsetsOf } from './fileOffsets.ts';
import { type LiveSpan, moveSpans, narrowEdit, type TextEdit } from './liveSpans.ts';
import { type PlacedAnnotation, withAnswers } from './placedAnnotations.ts';
import { describePassage, type Selectors } from './selectors.ts';

/** Where one annotated passage is. */
export interface LivePlace {
  /** What was found when it was last looked for. */
  readonly found: Placement;
  /** The place found, moved since. */
  readonly live: LiveSpan | undefined;
  /** The places that came into question, moved since. */
  readonly candidates: readonly LiveSpan[];
  /** How to find it again: its description right before an edit swept it away. */
  readonly lost?: Selectors;
  /** Text has been put in since then that may be it. */
  readonly isWorthLooking: boolean;
}

export interface LiveAnnotations {
  readonly source: string;
  readonly annotations: readonly Annotation[];
  /** Of the annotations that have selectors of their own. */
  readonly places: ReadonlyMap<Annotation, LivePlace>;
}

/** Finds the annotations in a document that is being opened. */
export function openAnnotations(source: string, annotations: readonly Annotation[]): LiveAnnotations {
  return replaceAnnotations({ source, annotations: [], places: new Map() }, annotations);
}

/** The annotations after an edit of the document. */
export function editAnnotations(before: LiveAnnotations, edit: TextEdit): LiveAnnotations {
  const { source } = before;
  const narrow = narrowEdit(source, edit);
  const places = new Map<Annotation, LivePlace>();
  for (const [annotation, place] of before.places) places.set(annotation, movePlace(place, narrow, source));
  const after = source.slice(0, narrow.span.start) + narrow.text + source.slice(narrow.span.end);
  return { source: after, annotations: before.annotations, places };
}

function movePlace(place: LivePlace, edit: TextEdit, source: string): LivePlace {
  const [live] = place.live ? moveSpans([place.live], [edit]) : [];
  const candidates = place.candidates.length > 0 ? moveSpans(place.candidates, [edit]) : place.candidates;
  if (live?.state === 'gone' && place.live?.state !== 'gone') {
    return { ...place, live, candidates, lost: describePassage(source, place.live!.span), isWorthLooking: true };
  }
  const sought = place.lost?.quote?.exact.length;
  const isWorthLooking = place.isWorthLooking || (sought !== undefined && 2 * edit.text.length >= sought);
  return { ...place, live, candidates, isWorthLooking };
}

/** Looks for passages that edits swept away: what was cut may have been pasted, or the edit undone. */
export function settleAnnotations(live: LiveAnnotations): LiveAnnotations {
  const wanted = [...live.places].filter(([, { lost, isWorthLooking }]) => lost && isWorthLooking);
  if (wanted.length === 0) return live;
  const found = anchorAll(
    live.source,
    wanted.map(([, { lost }]) => lost!),
  );
  const places = new Map(live.places);
  for (const [i, [annotation, place]] of wanted.entries()) {
    const placement = found[i]!;
    const isBack = placement.state !== 'orphaned';
    places.set(
      annotation,
      isBack
        ? cameBack(place, placement)
        : { ...place, candidates: keptSpans(placement.candidates), isWorthLooking: false },
    );
  }
  return { ...live, places };
}

/** The words it had before the edit are there again; how they compare with the annotation's own is seen when asked. */
function cameBack(place: LivePlace, placement: Placement): LivePlace {
  const found: Placement = { ...placement, state: placement.state === 'ambiguous' ? 'ambiguous' : place.found.state };
  const span = placement.span;
  return {
    found,
    live: span && { span, state: 'changed' },
    candidates: keptSpans(placement.state === 'ambiguous' ? placement.candidates : []),
    isWorthLooking: false,
  };
}

/**
 * Another set of annotations on the same text: those whose selectors are the same stay where they are, the others are
 * looked for. `placed` says where annotations are that were just made or attached anew.
 */
export function replaceAnnotations(
  before: LiveAnnotations,
  annotations: readonly Annotation[],
  placed: ReadonlyMap<Annotation, Span> = new Map(),
): LiveAnnotations {
  const known = new Map([...before.places].map(([annotation, place]) => [keyOf(annotation), place]));
  const places = new Map<Annotation, LivePlace>();
  const unknown: Annotation[] = [];
  for (const annotation of annotations) {
    if (!annotation.selectors.quote && !annotation.selectors.position) continue;
    const span = placed.get(annotation);
    const place = span ? placeFound(span) : known.get(keyOf(annotation));
    if (place) places.set(annotation, place);
    else unknown.push(annotation);
  }
  const found = anchorAll(
    before.source,
    unknown.map(({ selectors }) => selectors),
  );
  for (const [i, annotation] of unknown.entries()) places.set(annotation, placeOf(found[i]!));
  return { source: before.source, annotations, places };
}

/** Every annotation with where it stands now; answers stand where what they answer stands. */
export function placedNow({ source, annotations, places }: LiveAnnotations): PlacedAnnotation[] {
  return withAnswers(source, annotations, (annotation) => {
    const place = places.get(annotation);
    return place && placementNow(place, annotation.selectors, source);
  });
}

function placementNow({ found, live, candidates }: LivePlace, { quote }: Selectors, source: string): Placement {
  const places = candidates.filter(({ state }) => state !== 'gone').map(({ span }) => span);
  if (!live) return { ...found, candidates: places };
  if (live.state === 'gone')
    return { state: 'orphaned', candidates: places.length > 0 ? places : [live.span], certainty: 1, kept: 0 };
  const { span } = live;
  if (found.state === 'ambiguous') return { ...found, span, candidates: places };
  if (live.state === 'kept') return { ...found, span, candidates: [span] };
  const now = source.slice(span.start, span.end);
  const same = quote === undefined || isSameText(now, quote.exact);
  return { state: same ? 'found' : 'changed', span, candidates: [span], certainty: 1, kept: same ? 1 : found.kept };
}

/** Equal but for white space and the way line ends are stored. */
export function isSameText(one: string, other: string): boolean {
  return one === other || plain(one) === plain(other);
}

/**
 * New selectors for the passages that were edited while the document was open, with the words they have now. Passages that
 * only moved keep theirs, and so do those whose place is not sure.
 */
export function renewedSelectors(live: LiveAnnotations): ReadonlyMap<Annotation, Selectors> {
  const { source } = live;
  const renewed = new Map<Annotation, Selectors>();
  let offsets: ReturnType<typeof fileOffsetsOf> | undefined;
  for (const [annotation, place] of live.places) {
    if (place.live?.state !== 'changed' || place.found.state === 'ambiguous') continue;
    const { span } = place.live;
    if (isSameText(source.slice(span.start, span.end), annotation.selectors.quote?.exact ?? '')) continue;
    offsets ??= fileOffsetsOf(source);
    renewed.set(annotation, describePassage(source, span, offsets));
  }
  return renewed;
}

/** Where the annotation's passage is, if that is sure. */
export function spanNow(live: LiveAnnotations, annotation: Annotation): Span | undefined {
  const place = live.places.get(annotation);
  return place?.live && place.live.state !== 'gone' ? place.live.span : undefined;
}

function placeFound(span: Span): LivePlace {
  return placeOf({ state: 'found', span, candidates: [span], certainty: 1, kept: 1 });
}

function placeOf(found: Placement): LivePlace {
  const { state, span, candidates } = found;
  const isSure = state === 'found' || state === 'changed';
  return {
    found,
    live: span && { span, state: 'kept' },
    candidates: isSure ? [] : keptSpans(candidates),
    isWorthLooking: false,
  };
}

function keptSpans(spans: readonly Span[]): LiveSpan[] {
  return spans.map((span) => ({ span, state: 'kept' }));
}

function keyOf({ id, selectors: { quote, position } }: Annotation): string {
  return JSON.stringify([id, quote?.exact, quote?.prefix, quote?.suffix, position?.start, position?.end]);
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
