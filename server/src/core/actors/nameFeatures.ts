// Describes a run of words to the model that judges names: its words, their senses and capitals, and its neighbours.
// Each feature is a number from a hash, so that the model needs no dictionary of features.

import type { Place } from '../markdown/block.ts';
import { Sense, sensesOfPhrase } from './lexicon.ts';
import { isAbbreviation, isCapital, type ReadWords, type WordRun } from './nameSpans.ts';
import { Gap, quiet, WordShape } from './nameTokens.ts';

/** Counts and addresses what all runs of one text share. */
export interface TextTraits {
  readonly place: number;
  /** Most words are capitalised: a title in title case, or a text in capitals. */
  readonly titleCase: boolean;
  readonly words: number;
}

const PLACE_KINDS = ['heading', 'paragraph', 'item', 'cell', 'frontMatter'];

export function traitsOf(words: ReadWords, place: Place): TextTraits {
  let capitals = 0;
  let letters = 0;
  for (let i = 0; i < words.senses.length; i++) {
    const shape = words.tokens.shape[i]!;
    if (shape === WordShape.number || shape === WordShape.code) continue;
    if ((words.senses[i]! & Sense.function) !== 0 && i > 0) continue;
    letters++;
    if (isCapital(shape)) capitals++;
  }
  return {
    place: PLACE_KINDS.indexOf(place.kind),
    titleCase: letters > 2 && capitals * 4 > letters * 3,
    words: letters,
  };
}

/** How a sentence or a phrase begins before a word: 0 not at all, 1 surely, 2 perhaps (after a colon, a quotation mark). */
export function startKind(words: ReadWords, index: number): number {
  if (index === 0) return 1;
  const gap = words.tokens.gap[index]!;
  if ((gap & Gap.stop) !== 0) {
    if (words.tokens.shape[index - 1] === WordShape.initial || isAbbreviation(words, index - 1)) return 0;
    return 1;
  }
  if ((gap & (Gap.colon | Gap.quote | Gap.open | Gap.dash | Gap.other)) !== 0) return 2;
  return words.tokens.shape[index - 1] === WordShape.dotted ? 2 : 0;
}

function mix(seed: number, value: number): number {
  let hash = Math.imul(seed, 0x9e3779b1) ^ Math.imul(value, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return (hash ^ (hash >>> 15)) >>> 0;
}

const BEYOND = -1;
/** Numbers of this size are kept without boxing. */
const SMALL_INTEGER = 0x3fffffff;

/**
 * The features of one run, appended to `out` as hashes of 30 bits; `contextOnly` leaves out those that tell which words it
 * is made of.
 */
export function addFeatures(
  words: ReadWords,
  run: WordRun,
  traits: TextTraits,
  out: number[],
  contextOnly = false,
): void {
  const { tokens, words: known, folded, senses } = words;
  const { first, last } = run;
  const count = tokens.start.length;
  const length = last - first + 1;
  const add = (seed: number, value: number) => out.push(mix(seed, value) & SMALL_INTEGER);
  const firstSense = senses[first]!;
  const lastSense = senses[last]!;
  const single = length === 1 ? 1 : 0;
  const phrase = length > 1 && length < 6 ? sensesOfPhrase(folded.slice(first, last + 1).join(' ')) : 0;
  const start = startKind(words, first);

  add(1, 0);
  const size = Math.min(length, 5);
  const edges = (first === run.segmentFirst ? 1 : 0) | (last === run.segmentLast ? 2 : 0);
  add(2, size * 4 + edges);
  let middle = 0;
  let capitals = 0;
  let connectors = 0;
  let initials = 0;
  for (let i = first; i <= last; i++) {
    if (isCapital(tokens.shape[i]!)) capitals++;
    else connectors = mix(connectors + 1, known[i]!.hash);
    if (tokens.shape[i] === WordShape.initial && i < last) initials++;
    if (i > first && i < last) middle |= senses[i]!;
    if (i > first && tokens.fullEnd[i - 1]! > tokens.end[i - 1]!) connectors = mix(connectors + 1, 7);
    if (i > first && (tokens.gap[i]! & Gap.ampersand) !== 0) connectors = mix(connectors + 1, 8);
  }
  add(3, connectors);
  add(4, connectors === 0 ? Math.min(capitals, 5) : 9);
  if (initials > 0) add(5, Math.min(initials, 2));

  // The words themselves.
  const lastWord = known[last]!;
  if (!contextOnly) {
    add(6, lastWord.hash + single);
    if (single === 0) add(7, known[first]!.hash);
    let whole = 0;
    for (let i = first; i <= last; i++) whole = mix(whole + 1, known[i]!.hash);
    add(8, whole);
    add(9, lastWord.hashOfLastThree + single);
    add(10, lastWord.hashOfLastFour);
    if (single === 1) add(11, lastWord.hashOfFirstThree);
    add(57, lastWord.hashOfLastTwo + single);
  }
  const shapes = tokens.shape[first]! * 8 + tokens.shape[last]!;
  add(12, shapes * 2 + single);
  add(13, Math.min(lastWord.folded.length, 9) + 10 * single + 20 * (tokens.shape[last] === WordShape.upper ? 1 : 0));

  // What the words are known for.
  const kindOfFirst = summary(firstSense);
  const kindOfLast = summary(lastSense);
  addBits(out, 14 + single, lastSense);
  if (single === 0) addBits(out, 16, firstSense);
  addBits(out, 17, middle);
  addBits(out, 18, phrase);
  add(19, kindOfFirst * 64 + kindOfLast * 2 + single);
  add(
    20,
    (firstSense & Sense.given ? 1 : 0) +
      2 * (lastSense & Sense.common ? 1 : 0) +
      4 * (firstSense & Sense.common ? 1 : 0) +
      8 * size,
  );

  // Neighbours.
  const before = first - 1;
  const gapBefore = first > 0 ? tokens.gap[first]! : BEYOND;
  const quietBefore = first > 0 && quiet(gapBefore);
  const beforeHash = first > 0 ? known[before]!.hash : 0;
  const beforeSense = first > 0 ? senses[before]! : 0;
  const gapKind = gapClass(gapBefore);
  add(21, gapKind * 4 + single);
  if (first > 0) {
    add(22, beforeHash * 2 + (quietBefore ? 1 : 0));
    add(23, mix(beforeHash, kindOfLast * 2 + single));
    addBits(out, quietBefore ? 24 : 25, beforeSense);
    if (quietBefore && isCapital(tokens.shape[before]!)) add(26, summary(beforeSense) * 8 + size);
    if (tokens.fullEnd[before]! > tokens.end[before]!) add(27, single);
    if (first > 1) add(28, mix(beforeHash, known[first - 2]!.hash));
    if (first > 1 && quietBefore) addBits(out, 29, senses[first - 2]!);
  }
  const after = last + 1;
  const gapAfter = after < count ? tokens.gap[after]! : BEYOND;
  const possessive = tokens.fullEnd[last]! > tokens.end[last]! ? 1 : 0;
  const quietAfter = after < count && quiet(gapAfter);
  add(30, gapClass(gapAfter) * 4 + single * 2 + possessive);
  if (after < count) {
    const afterHash = known[after]!.hash;
    const afterSense = senses[after]!;
    add(31, afterHash * 2 + (quietAfter ? 1 : 0));
    add(32, mix(afterHash, kindOfLast * 2 + single));
    addBits(out, quietAfter ? 33 : 34, afterSense);
    if (quietAfter && isCapital(tokens.shape[after]!)) add(35, summary(afterSense) * 8 + size);
    if (quietAfter) add(36, known[after]!.hashOfLastThree);
    if (after + 1 < count) {
      add(37, known[after + 1]!.hash);
      if (gapClass(gapAfter) === 2) addBits(out, 38, senses[after + 1]!);
    }
    if (gapClass(gapAfter) === 2) addBits(out, 39, afterSense);
  }
  add(40, gapKind * 64 + gapClass(gapAfter) * 4 + single);

  // What the text says next that it is, and what is around it.
  if (after < count) {
    const isYear = tokens.shape[after] === WordShape.number && tokens.end[after]! - tokens.start[after]! === 4;
    add(48, (isYear ? 1 : 0) + 2 * (folded[after] === 'et' ? 1 : 0) + 4 * gapClass(gapAfter) + 64 * single);
    add(49, tokens.shape[after]! * 32 + gapClass(gapAfter) * 2 + single);
    if (COPULAS.has(folded[after]!) && quietAfter) add(50, definition(words, after + 1));
    else if (gapClass(gapAfter) === 2 && ARTICLES.has(folded[after]!)) add(51, definition(words, after));
  }
  if (first > 1 && quietBefore) add(52, mix(beforeHash, summary(senses[first - 2]!)));
  if (first > 0) add(53, tokens.shape[before]! * 32 + gapKind * 2 + single);
  const position = first === run.segmentFirst ? 0 : last === run.segmentLast ? 1 : 2;
  if (length < run.segmentLast - run.segmentFirst + 1) {
    add(54, mix(summary(senses[run.segmentLast]!) * 4 + position, kindOfLast * 8 + size));
    add(55, mix(summary(senses[run.segmentFirst]!) * 4 + position, kindOfFirst * 8 + size));
    add(56, known[run.segmentLast]!.hash + position);
  }
  // Where it stands.
  add(41, start * 4 + single * 2 + (lastSense & Sense.common ? 1 : 0));
  add(42, start * 32 + kindOfFirst);
  add(43, traits.place * 4 + (traits.titleCase ? 2 : 0) + single);
  add(44, traits.place * 32 + kindOfLast + (traits.titleCase ? 1024 : 0));
  if (traits.words <= size) add(45, traits.place * 2 + single);
  if (first < run.segmentFirst + 1 && last < run.segmentLast) add(46, size);
  add(47, (run.segmentLast - run.segmentFirst) * 8 + size);
}

const COPULAS = new Set(['is', 'was', 'are', 'were', 'became', 'remains']);
const ARTICLES = new Set(['a', 'an', 'the', 'one']);

/** The first telling noun of what something is said to be: "is a small town in the north" is a place. */
function definition(words: ReadWords, from: number): number {
  const telling = Sense.role | Sense.organization | Sense.placeWord | Sense.thing | Sense.relation;
  for (let i = from; i < Math.min(from + 8, words.senses.length); i++) {
    if (i > from && (words.tokens.gap[i]! & Gap.stop) !== 0) return 0;
    if (i > from && words.folded[i] === 'of') return 1;
    if ((words.senses[i]! & telling) !== 0) return 2 + summary(words.senses[i]! & telling);
  }
  return 0;
}

/** The strongest of a word's senses. */
function summary(sense: number): number {
  if (sense & Sense.honorific) return 1;
  if (sense & Sense.country) return 2;
  if (sense & Sense.placePrefix) return 18;
  if (sense & Sense.region) return 3;
  if (sense & Sense.demonym) return 4;
  if (sense & Sense.calendar) return 5;
  if (sense & Sense.function) return 6;
  if (sense & Sense.organization && sense & Sense.placeWord) return 7;
  if (sense & Sense.organization) return 8;
  if (sense & Sense.role) return 9;
  if (sense & Sense.placeWord) return 10;
  if (sense & Sense.thing) return 11;
  if (sense & Sense.people && !(sense & Sense.common)) return 19;
  if (sense & Sense.given) return sense & Sense.common ? 12 : sense & Sense.knownPlace ? 20 : 13;
  if (sense & Sense.city) return sense & Sense.surname ? 21 : 14;
  if (sense & Sense.particle) return 15;
  if (sense & Sense.common) return sense & Sense.surname ? 22 : 16;
  if (sense & Sense.knownPlace) return 23;
  if (sense & Sense.knownGroup) return 24;
  if (sense & (Sense.surname | Sense.famous)) return 25;
  return sense & Sense.properThing ? 26 : 17;
}

function addBits(out: number[], seed: number, bits: number): void {
  for (let rest = bits, bit = 0; rest !== 0; rest >>>= 1, bit++)
    if (rest & 1) out.push(mix(seed + 100, bit) & SMALL_INTEGER);
}

function gapClass(gap: number): number {
  if (gap === BEYOND) return 0;
  if (quiet(gap)) return 1;
  if (gap & Gap.stop) return 3;
  if (gap & Gap.open) return 4;
  if (gap & Gap.close) return 5;
  if (gap & Gap.quote) return 6;
  if (gap & Gap.comma) return 2;
  if (gap & Gap.colon) return 7;
  if (gap & Gap.dash) return 8;
  return gap & Gap.ampersand ? 9 : 10;
}
