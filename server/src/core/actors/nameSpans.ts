// Enumerates the runs of words in a text that could be names, by capitals and the small words that may join them. Every
// possible reading is listed ("Bank of England", "Bank", "England"); which of them are names is decided elsewhere.

import { Sense, sensesOf, WELL_KNOWN_PLACE } from './lexicon.ts';
import { Gap, type NameTokens, quiet, WordShape } from './nameTokens.ts';
import { type Word, wordAt } from './vocabulary.ts';

/** Consecutive words, as indices into the text's words; `last` is inclusive. */
export interface WordRun {
  readonly first: number;
  readonly last: number;
  /** The maximal run that this one is part of. */
  readonly segmentFirst: number;
  readonly segmentLast: number;
}

const LONGEST_SEGMENT = 9;
const ALL_PARTS_UP_TO = 4;
const MOST_SEGMENTS = 4;

const CONNECTORS = new Set(
  'of the and for in on at to de la le del della di da do dos das du des von van der den zu bin ibn bint al el y e & &amp; und et'.split(
    ' ',
  ),
);

/** What is known of a text's words, by index. */
export interface ReadWords {
  readonly tokens: NameTokens;
  readonly words: Word[];
  readonly folded: string[];
  readonly senses: number[];
}

export function readWords(tokens: NameTokens): ReadWords {
  const words: Word[] = [];
  const folded: string[] = [];
  const senses: number[] = [];
  for (let i = 0; i < tokens.start.length; i++) {
    const word = wordAt(tokens, i);
    words.push(word);
    folded.push(word.folded);
    senses.push(word.senses);
    if (isPrefixed(word.folded)) tokens.shape[i] = WordShape.compound;
    else if (tokens.shape[i] === WordShape.compound && isHyphenatedName(word.folded))
      tokens.shape[i] = WordShape.capitalized;
  }
  return { tokens, words, folded, senses };
}

const PREFIXES = new Set(
  'pro anti non post pre ex neo un mid trans inter intra sub semi all half multi cross counter'.split(' '),
);

/** "pro-Warsaw", "Post-Soviet": an adjective, whatever it is made of. */
function isPrefixed(word: string): boolean {
  const hyphen = word.indexOf('-');
  return hyphen > 1 && PREFIXES.has(word.slice(0, hyphen));
}

/** "Jae-won" is a name, "US-led" is not: what follows the hyphen has to be no ordinary word. */
function isHyphenatedName(word: string): boolean {
  const tail = word.slice(word.lastIndexOf('-') + 1);
  return tail.length > 1 && (sensesOf(tail) & (Sense.common | Sense.function)) === 0;
}

/** Whether a word is written as names are. */
export function isCapital(shape: number): boolean {
  return (
    shape === WordShape.capitalized ||
    shape === WordShape.upper ||
    shape === WordShape.initial ||
    shape === WordShape.dotted
  );
}

/** Whether nothing but space lies between a word and the one before it, or a dot that belongs to an abbreviation. */
export function isAdjacent(words: ReadWords, index: number): boolean {
  const { tokens } = words;
  const gap = tokens.gap[index]!;
  if (quiet(gap)) return tokens.fullEnd[index - 1] === tokens.end[index - 1];
  if ((gap & ~(Gap.space | Gap.newline | Gap.stop)) !== 0) return false;
  const before = index - 1;
  if (tokens.start[index]! - tokens.end[before]! > 3) return false;
  return tokens.shape[before] === WordShape.initial || isAbbreviation(words, before);
}

/** "Dr", "St", "Jr": a dot after them ends no sentence. */
export function isAbbreviation(words: ReadWords, index: number): boolean {
  return (words.senses[index]! & Sense.honorific) !== 0 && words.folded[index]!.length <= 4;
}

/** All runs that could be names, in order of their first word. Linear in the text. */
export function findWordRuns(words: ReadWords): WordRun[] {
  const segments = findSegments(words);
  const runs: WordRun[] = [];
  for (let s = 0; s < segments.length; s++) {
    const segment = segments[s]!;
    addParts(words, segment, runs);
    addJoined(words, segments, s, runs);
  }
  return runs;
}

type Segment = readonly [number, number];

function findSegments(words: ReadWords): Segment[] {
  const { tokens, senses } = words;
  const count = tokens.start.length;
  const segments: Segment[] = [];
  for (let i = 0; i < count; ) {
    if (!canStart(words, i)) {
      i++;
      continue;
    }
    let last = i;
    while (
      last + 1 < count &&
      last - i < LONGEST_SEGMENT &&
      isCapital(tokens.shape[last + 1]!) &&
      isAdjacent(words, last + 1) &&
      !isDate(words, last)
    )
      last++;
    while (last > i && isLoose(senses[last]!, tokens.shape[last]!)) last--;
    segments.push([i, last]);
    i = last + 1;
  }
  return segments;
}

/** "Monday" and "October" begin no name; "May" and "April" may. */
function isDate(words: ReadWords, index: number): boolean {
  return (words.senses[index]! & (Sense.calendar | Sense.given | Sense.common)) === Sense.calendar;
}

function canStart(words: ReadWords, index: number): boolean {
  if (!isCapital(words.tokens.shape[index]!)) return false;
  const sense = words.senses[index]!;
  return (
    (sense & Sense.function) === 0 ||
    (sense & (Sense.given | Sense.country)) !== 0 ||
    words.tokens.shape[index] === WordShape.upper
  );
}

/** A function word written as one does not end a name. */
function isLoose(sense: number, shape: number): boolean {
  return (sense & Sense.function) !== 0 && (sense & Sense.given) === 0 && shape === WordShape.capitalized;
}

function addParts(words: ReadWords, [first, last]: Segment, runs: WordRun[]): void {
  const length = last - first + 1;
  const add = (a: number, b: number) => runs.push({ first: a, last: b, segmentFirst: first, segmentLast: last });
  if (length <= ALL_PARTS_UP_TO) {
    for (let a = first; a <= last; a++) for (let b = last; b >= a; b--) add(a, b);
    return;
  }
  const known = WELL_KNOWN_PLACE | Sense.given;
  add(first, last);
  for (let a = first + 1; a <= last; a++) add(a, last);
  for (let b = last - 1; b > first; b--) add(first, b);
  for (let a = first; a < last; a++) {
    if (a === first || (words.senses[a]! & known) !== 0) add(a, a);
    if (a > first && a + 1 < last && (words.senses[a]! & known) !== 0) add(a, a + 1);
  }
}

function addJoined(words: ReadWords, segments: readonly Segment[], from: number, runs: WordRun[]): void {
  const [first, firstLast] = segments[from]!;
  for (let next = from + 1; next < segments.length && next - from < MOST_SEGMENTS; next++) {
    const joint = jointBetween(words, segments[next - 1]![1], segments[next]![0]);
    if (!joint) return;
    const last = segments[next]![1];
    if (last - first > 14) return;
    for (let a = first; a <= Math.min(firstLast, first + 3); a++) {
      runs.push({ first: a, last, segmentFirst: first, segmentLast: last });
      if (last > segments[next]![0] && a === first)
        runs.push({ first: a, last: segments[next]![0], segmentFirst: first, segmentLast: last });
    }
  }
}

/** Whether small words alone, a possessive or an ampersand lie between two words. */
function jointBetween(words: ReadWords, before: number, after: number): boolean {
  const { tokens, folded } = words;
  if (after - before > 3) return false;
  if (after === before + 1) {
    const gap = tokens.gap[after]!;
    if (tokens.fullEnd[before]! > tokens.end[before]!) return quiet(gap);
    return (gap & ~(Gap.space | Gap.ampersand | Gap.newline)) === 0 && (gap & Gap.ampersand) !== 0;
  }
  for (let i = before + 1; i <= after; i++) {
    if (!quiet(tokens.gap[i]!)) return false;
    if (tokens.fullEnd[i - 1]! > tokens.end[i - 1]!) return false;
    if (i < after && !CONNECTORS.has(folded[i]!)) return false;
  }
  return true;
}
