// Judges name candidates in the light of the whole document: a spelling that is surely a name in one place is likely
// one in another, a surname is known by the full name and an acronym by its expansion. Works on the candidates' scores alone, never on the text around them.

import type { NameCandidate } from './actor.ts';

/** A candidate among those of its document. */
export interface PlacedCandidate {
  readonly candidate: NameCandidate;
  /** Counts the pieces of prose; candidates of one piece are consecutive and in order of their start. */
  readonly prose: number;
  /** 0 heading, 1 paragraph, 2 list item, 3 table cell, 4 front matter. */
  readonly place: number;
}

interface Spelling {
  count: number;
  readonly sums: [number, number, number];
  readonly best: [number, number, number];
  starts: number;
  possessives: number;
}

const newSpelling = (): Spelling => ({ count: 0, sums: [0, 0, 0], best: [-9, -9, -9], starts: 0, possessives: 0 });

/** What a document knows of spellings, counted over all its candidates. */
interface DocumentEvidence {
  readonly spellings: Map<string, Spelling>;
  /** For each single word, the best scores of the longer candidates that begin or end with it. */
  readonly begins: Map<string, [number, number, number]>;
  readonly ends: Map<string, [number, number, number]>;
  readonly initials: Map<string, [number, number, number]>;
}

function gather(placed: readonly PlacedCandidate[]): DocumentEvidence {
  const spellings = new Map<string, Spelling>();
  const begins = new Map<string, [number, number, number]>();
  const ends = new Map<string, [number, number, number]>();
  const initials = new Map<string, [number, number, number]>();
  const raise = (map: Map<string, [number, number, number]>, word: string, scores: readonly number[]) => {
    const known = map.get(word);
    if (known === undefined) map.set(word, [scores[0]!, scores[1]!, scores[2]!]);
    else for (let k = 0; k < 3; k++) if (scores[k]! > known[k]!) known[k] = scores[k]!;
  };
  for (const { candidate } of placed) {
    const { key, scores } = candidate;
    let spelling = spellings.get(key);
    if (spelling === undefined) {
      spelling = newSpelling();
      spellings.set(key, spelling);
    }
    spelling.count++;
    if (candidate.startsSentence) spelling.starts++;
    if (candidate.possessive) spelling.possessives++;
    for (let k = 0; k < 3; k++) {
      spelling.sums[k]! += clip(scores[k]!);
      if (scores[k]! > spelling.best[k]!) spelling.best[k] = scores[k]!;
    }
    const blank = key.indexOf(' ');
    if (blank > 0 && Math.max(scores[0], scores[1], scores[2]) > -2) {
      raise(begins, key.slice(0, blank), scores);
      raise(ends, key.slice(key.lastIndexOf(' ') + 1), scores);
      raise(initials, acronymOf(key), scores);
    }
  }
  return { spellings, begins, ends, initials };
}

const SMALL = new Set(['of', 'the', 'and', 'for', 'in', 'on', 'at', 'to', 'de', 'la', '&']);

/** First letters of a folded name's words without the small ones: "korean central news agency" gives "kcna". */
export function acronymOf(key: string): string {
  let acronym = '';
  for (const word of key.split(/[ -]/)) if (!SMALL.has(word)) acronym += word.charAt(0);
  return acronym;
}

const clip = (score: number) => Math.max(-5, Math.min(5, score));

/** Number of features that each kind of each candidate has. */
export const DOCUMENT_FEATURES = 25;

/**
 * What the document says for and against each kind of each candidate: `DOCUMENT_FEATURES` numbers for person, then for
 * organization, then for place. The kinds share their weights.
 */
export function documentFeatures(placed: readonly PlacedCandidate[]): Float32Array[] {
  const evidence = gather(placed);
  const bounds = boundingScores(placed);
  return placed.map((one, index) => describe(one.candidate, evidence, bounds, index));
}

function describe(candidate: NameCandidate, evidence: DocumentEvidence, bounds: Bounds, index: number): Float32Array {
  const { key, scores } = candidate;
  const out = new Float32Array(3 * DOCUMENT_FEATURES);
  const single = key.indexOf(' ') < 0;
  const spelling = evidence.spellings.get(key)!;
  const others = spelling.count - 1;
  const begin = single ? evidence.begins.get(key) : undefined;
  const end = single ? evidence.ends.get(key) : undefined;
  const spelled =
    single && key.length > 1 && key.length < 8 ? evidence.initials.get(key.replace(/\./g, '')) : undefined;
  for (let k = 0; k < 3; k++) {
    let at = k * DOCUMENT_FEATURES;
    const put = (value: number) => {
      out[at++] = value;
    };
    const own = clip(scores[k]!);
    const rival = clip(Math.max(scores[(k + 1) % 3]!, scores[(k + 2) % 3]!));
    put(1);
    put(single ? 1 : 0);
    put(own);
    put(single ? own : 0);
    put(rival);
    put(others > 0 ? 1 : 0);
    put(others > 0 ? (spelling.sums[k]! - own) / others : 0);
    put(others > 0 ? clip(spelling.best[k]!) : 0);
    put(others > 1 ? (spelling.sums[k]! - own) / others : 0);
    put(
      others > 0
        ? Math.max(
            spelling.sums[(k + 1) % 3]! - clip(scores[(k + 1) % 3]!),
            spelling.sums[(k + 2) % 3]! - clip(scores[(k + 2) % 3]!),
          ) / others
        : 0,
    );
    put(end === undefined ? 0 : 1);
    put(end === undefined ? 0 : clip(end[k]!));
    put(begin === undefined ? 0 : 1);
    put(begin === undefined ? 0 : clip(begin[k]!));
    put(spelled === undefined ? 0 : 1);
    put(spelled === undefined ? 0 : clip(spelled[k]!));
    at = putBound(out, at, bounds.outer, index, k);
    at = putBound(out, at, bounds.inner, index, k);
    at = putBound(out, at, bounds.crossing, index, k);
  }
  return out;
}

/** Whether there is such a neighbour, its score for the kind, its best score. */
function putBound(out: Float32Array, at: number, list: Float32Array, index: number, k: number): number {
  const scores = [list[index * 3]!, list[index * 3 + 1]!, list[index * 3 + 2]!];
  if (scores[k]! > -9) {
    out[at] = 1;
    out[at + 1] = clip(scores[k]!);
    out[at + 2] = clip(Math.max(...scores));
  }
  return at + 3;
}

interface Bounds {
  readonly outer: Float32Array;
  readonly inner: Float32Array;
  readonly crossing: Float32Array;
}

/** Best scores of the candidates that contain, are within, or cross each candidate. */
function boundingScores(placed: readonly PlacedCandidate[]): Bounds {
  const outer = new Float32Array(placed.length * 3).fill(-9);
  const inner = new Float32Array(placed.length * 3).fill(-9);
  const crossing = new Float32Array(placed.length * 3).fill(-9);
  const raise = (list: Float32Array, index: number, scores: readonly number[]) => {
    for (let k = 0; k < 3; k++) if (scores[k]! > list[index * 3 + k]!) list[index * 3 + k] = scores[k]!;
  };
  for (let i = 0; i < placed.length; i++) {
    const a = placed[i]!;
    for (let j = i + 1; j < placed.length; j++) {
      const b = placed[j]!;
      if (b.prose !== a.prose || b.candidate.span.start >= a.candidate.span.end) break;
      const s = a.candidate.span;
      const t = b.candidate.span;
      if (s.start <= t.start && t.end <= s.end) {
        raise(outer, j, a.candidate.scores);
        raise(inner, i, b.candidate.scores);
      } else if (t.start <= s.start && s.end <= t.end) {
        raise(outer, i, b.candidate.scores);
        raise(inner, j, a.candidate.scores);
      } else {
        raise(crossing, i, b.candidate.scores);
        raise(crossing, j, a.candidate.scores);
      }
    }
  }
  return { outer, inner, crossing };
}
