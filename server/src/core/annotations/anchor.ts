// Finds annotated passages in a document that may have been edited since: each as found, changed, ambiguous or orphaned.
// Every place is judged by what its words prove and by where the passage is to be expected, both in bits, against the
// other places and against its being gone; the best of bad candidates is never taken.

import type { Landmark } from './expectation.ts';
import { type FileOffsets, fileOffsetsOf, spanFromFile } from './fileOffsets.ts';
import { findLetters, isWithinWords } from './letterMatch.ts';
import { joinEnds, splitEnds } from './longPassage.ts';
import { beginSearch, finishSearch, landmarkOf, type Search, type SearchedDocument } from './search.ts';
import type { Selectors } from './selectors.ts';
import { placeUnmoved } from './unmoved.ts';
import type { Placement } from './verdict.ts';
import { indexWords } from './wordIndex.ts';

export type { Placement, PlacementState } from './verdict.ts';

/** So sure a passage has to be for others to follow it. */
const SURE_NEIGHBOUR = 0.99;
/** Testing for landmarks takes time: of very many passages, about so many are tested, evenly spread. */
const MAX_TESTED = 500;

/** Finds one passage. Many passages of one document are found faster, and better, together: `anchorAll`. */
export function findPassage(source: string, selectors: Selectors): Placement {
  return anchorAll(source, [selectors])[0]!;
}

/** Finds many passages of one document, in the order given. Passages that are beyond doubt say how the others moved. */
export function anchorAll(source: string, passages: readonly Selectors[]): Placement[] {
  const offsets = fileOffsetsOf(source);
  const unmoved = placeUnmoved(source, offsets, passages);
  if (unmoved) return unmoved;
  const document: SearchedDocument = { index: indexWords(source), offsets };
  // A very long passage is looked for by its two ends.
  const parts = passages.map((selectors) => splitEnds(selectors) ?? [selectors]);
  const placements = placeAll(parts.flat(), document);
  let next = 0;
  return passages.map((selectors, i) => {
    const { quote, position } = selectors;
    const first = placements[next++]!;
    if (first.state !== 'found' && quote && isWithinWords(quote)) {
      const found = findLetters(source, quote, position && document.offsets.fromFile(position.start));
      if (found) return found;
    }
    return parts[i]!.length === 1 ? first : joinEnds(selectors, first, placements[next++]!, source);
  });
}

function placeAll(passages: readonly Selectors[], document: SearchedDocument): Placement[] {
  const searches = passages.map(({ quote, position }) => quote && beginSearch(quote, position, document));
  const step = Math.ceil(searches.length / MAX_TESTED);
  const landmarks = searches.flatMap((search, i) =>
    search && i % step === 0 ? (landmarkOf(search, document) ?? []) : [],
  );
  const known = inOrder(landmarks);
  const first = searches.map((search) => search && finishSearch(search, known, document));
  const all = inOrder([...landmarks, ...searches.flatMap((search, i) => followed(search, first[i], document) ?? [])]);
  return passages.map((selectors, i) => {
    const search = searches[i];
    const placement = first[i];
    if (!search || !placement) return placeByPosition(selectors, document.offsets);
    return placement.state === 'ambiguous' ? finishSearch(search, all, document) : placement;
  });
}

function inOrder(landmarks: readonly Landmark[]): Landmark[] {
  return landmarks.toSorted((a, b) => a.before - b.before || a.now - b.now);
}

/** A passage that was found with the help of the landmarks is one itself, for those that remain ambiguous. */
function followed(
  search: Search | undefined,
  placement: Placement | undefined,
  { offsets }: SearchedDocument,
): Landmark | undefined {
  if (search?.before === undefined || !placement?.span) return undefined;
  if (placement.state !== 'found' || placement.certainty < SURE_NEIGHBOUR) return undefined;
  return { before: search.before, now: offsets.toFile(placement.span.start) };
}

/** A passage without a word to look for is where its position says: nothing else is known of it. */
function placeByPosition({ quote, position }: Selectors, offsets: FileOffsets): Placement {
  if (!position || position.start > offsets.length || (quote && quote.exact !== '')) {
    return { state: 'orphaned', candidates: [], certainty: 1, kept: 0 };
  }
  const span = spanFromFile(offsets, position.start, position.end);
  return { state: 'changed', span, candidates: [span], certainty: 0, kept: 0 };
}
