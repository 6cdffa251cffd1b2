// Decides which candidates of a document are names, and of which kind: the best readings that do not cross. A name may
// stand within another of a different kind ("Leeds" in "University of Leeds").

import type { NameCandidate, NameEvidence } from './actor.ts';
import { documentFeatures, type PlacedCandidate } from './judgeNames.ts';
import { type KindScores, scoreInDocument } from './nameModel.ts';

export interface ChosenName {
  readonly evidence: NameEvidence;
  readonly candidate: NameCandidate;
  readonly scores: KindScores;
  /** 0 person, 1 organization, 2 place. */
  readonly kind: number;
}

/** Names score at least this much in their best kind. */
export const THRESHOLD = -0.6;

const PLACES = ['heading', 'paragraph', 'item', 'cell', 'frontMatter'];

/** The names of a document, in document order; those of one piece of prose by start, the longer first. */
export function chooseNames(evidence: readonly NameEvidence[]): ChosenName[] {
  const placed: PlacedCandidate[] = [];
  evidence.forEach((piece, prose) => {
    const place = PLACES.indexOf(piece.place);
    for (const candidate of piece.candidates) placed.push({ candidate, prose, place });
  });
  const features = documentFeatures(placed);
  const chosen: ChosenName[] = [];
  for (let from = 0; from < placed.length; ) {
    const prose = placed[from]!.prose;
    const names: ChosenName[] = [];
    let next = from;
    for (; next < placed.length && placed[next]!.prose === prose; next++) {
      const scores = scoreInDocument(features[next]!);
      const best = Math.max(scores[0], scores[1], scores[2]);
      if (best > THRESHOLD) {
        names.push({
          evidence: evidence[prose]!,
          candidate: placed[next]!.candidate,
          scores,
          kind: scores.indexOf(best),
        });
      }
    }
    for (const name of selectCompatible(names)) chosen.push(name);
    from = next;
  }
  return withoutTitleCase(chosen);
}

/** In headings and cells capitals mean little: ordinary words are a name there only if they are one in running text. */
function withoutTitleCase(names: readonly ChosenName[]): ChosenName[] {
  const running = new Set<string>();
  for (const { evidence, candidate } of names) if (!isTitle(evidence)) running.add(candidate.key);
  return names.filter(
    ({ evidence, candidate }) => !candidate.ordinary || !isTitle(evidence) || running.has(candidate.key),
  );
}

const isTitle = ({ place }: NameEvidence) => place === 'heading' || place === 'cell' || place === 'frontMatter';

/** The best-scored of overlapping readings. */
function selectCompatible(names: readonly ChosenName[]): ChosenName[] {
  if (names.length < 2) return [...names];
  const ranked = [...names].sort((a, b) => rank(b) - rank(a));
  const taken: ChosenName[] = [];
  for (const name of ranked) if (taken.every((other) => areCompatible(name, other))) taken.push(name);
  return taken.sort(
    (a, b) => a.candidate.span.start - b.candidate.span.start || b.candidate.span.end - a.candidate.span.end,
  );
}

/** Scores, with a little more for longer readings. */
function rank(name: ChosenName): number {
  return name.scores[name.kind]! + (name.candidate.key.includes(' ') ? 0.5 : 0) - (name.candidate.titled ? 0.5 : 0);
}

function areCompatible(a: ChosenName, b: ChosenName): boolean {
  const s = a.candidate.span;
  const t = b.candidate.span;
  if (s.end <= t.start || t.end <= s.start) return true;
  const aOuter = s.start <= t.start && t.end <= s.end;
  const bOuter = t.start <= s.start && s.end <= t.end;
  if (!aOuter && !bOuter) return false;
  const outer = aOuter ? a : b;
  const inner = aOuter ? b : a;
  // The name without its title is the same one.
  if (outer.candidate.titled !== undefined && inner.candidate.span.end === outer.candidate.span.end) return false;
  if (outer.kind === 0) return inner.kind !== 0 && outer.candidate.titled !== undefined;
  return true;
}
