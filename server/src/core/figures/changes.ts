// Signed words of change beside a number: "up 12 %", "fell by 3", "a 5 % increase". Also tells "rose from 3 to 5", two
// figures, from "from 3 to 5 metres", a range.

import type { Figure } from './figure.ts';
import { findWordAfter, findWordBefore, isDigitAt, isLetterAt, type Word } from './scan.ts';

export type Change = 'up' | 'down' | 'by';

const UP = new Set(
  'up rose rise rises rising risen increase increases increased increasing grew grow grows growing grown gain gains gained gaining jump jumps jumped jumping climb climbs climbed climbing surge surged surging soar soared soaring added adding raise raises raised raising advance advanced expanded expand expanding leapt rallied improved hike hiked boosted boost growth'.split(
    ' ',
  ),
);
const DOWN = new Set(
  'down fell fall falls falling fallen decrease decreases decreased decreasing drop drops dropped dropping decline declines declined declining cut cuts cutting reduce reduces reduced reducing reduction lost lose loses losing slid slide slides slipped slip slips tumbled tumble plunged plunge plunging sank sink shed sheds shrank shrink shrinks shrunk contracted contract lowered lowers lowering slashed trimmed dipped dip dipping eased retreated'.split(
    ' ',
  ),
);
const OTHER = new Set(
  'went go goes going gone moved move moves moving changed change changes changing shifted shift doubled tripled widened narrowed upgraded revised downgraded switched ranged'.split(
    ' ',
  ),
);
const NOUNS_UP = new Set(
  'increase rise gain jump growth surge raise hike uptick higher more larger bigger improvement expansion'.split(' '),
);
const NOUNS_DOWN = new Set(
  'decrease drop decline fall reduction cut loss dip slump plunge lower less fewer smaller discount contraction'.split(
    ' ',
  ),
);

/** Verbs whose "up" or "down" tells no direction: "laid down 50 miles of track". */
const PARTICLE_VERBS = new Set(
  'lay laid laying put puts putting set sets setting make makes made making take takes took pick picked bring brought hold held add adds round rounded line lined sign signed track tracked write wrote open opened shut build built'.split(
    ' ',
  ),
);

/** Whether the word says that something changed: "rose", "cut", "went". */
export function isChangeWord(word: string): boolean {
  return UP.has(word) || DOWN.has(word) || OTHER.has(word);
}

/** The direction of the word of change, if it has one. */
function directionOf(word: string): Change | undefined {
  if (UP.has(word)) return 'up';
  return DOWN.has(word) ? 'down' : undefined;
}

/** Forms of verbs of which "by" tells how far something went, and not who did it: "missed by 3 votes". */
const DIFFERING = new Set(
  `exceeded missed delayed extended shortened outnumbered outperformed overspent underspent overshot overestimated underestimated
  overstated understated multiplied divided adjusted beaten postponed corrected upped differed`.split(/\s+/),
);

/** Forms of verbs that "by" follows to tell who did it, though they do not end in "ed". */
const DONE = new Set(
  'led made run held written seen owned won taken given driven shown known spoken sung bought sold'.split(' '),
);

/** Whether "by" behind a word leads to those who did it: "signed by 340 residents". */
function isByWhom(word: string): boolean {
  if (OTHER.has(word) || DIFFERING.has(word)) return false;
  return DONE.has(word) || /[a-z]{2}ed$/.test(word);
}

/** The change that is said right before a figure of a kind at `at`: "rose |5 %", "fell by |3", "an increase of |40". */
export function findChangeBefore(text: string, at: number, { kind }: Pick<Figure, 'kind'>): Change | undefined {
  const word = findWordBefore(text, at);
  if (!word) return undefined;
  const direct = directionOf(word.text);
  // "They raised $3 million" has nothing rise.
  if (kind === 'money' && /^rais(?:e|es|ed|ing)$/.test(word.text)) return undefined;
  if (word.text === 'up' || word.text === 'down') {
    const verb = findWordBefore(text, word.start);
    if (verb && PARTICLE_VERBS.has(verb.text)) return undefined;
  }
  if (direct) return direct;
  if (word.text !== 'by' && word.text !== 'of' && word.text !== 'another') return undefined;
  let before: Word | undefined = findWordBefore(text, word.start);
  for (let count = 0; count < 3 && before; count++) {
    const direction = directionOf(before.text);
    if (direction) return direction;
    if (word.text !== 'by' || (count === 0 && kind === 'count' && isByWhom(before.text))) return undefined;
    before = findWordBefore(text, before.start);
  }
  return word.text === 'by' ? 'by' : undefined;
}

const LINKS = new Set(['in', 'of', 'to', 'from', 'and', 'than', 'for', 'by', 'on']);

/** The change that is said right after the figure: "5 %| increase", "12 %| lower". */
export function findChangeAfter(text: string, at: number): Change | undefined {
  let word = findWordAfter(text, at);
  for (let count = 0; count < 2 && word && !LINKS.has(word.text); count++) {
    if (NOUNS_UP.has(word.text)) return 'up';
    if (NOUNS_DOWN.has(word.text)) return 'down';
    word = findWordAfter(text, word.end);
  }
  return undefined;
}

/** Verbs that shift something from one amount to another, and say nothing of an amount right behind them: "extends leave from 12 to 16 weeks". */
const SHIFTING = new Set(
  `extend extends extended extending expands lengthen lengthens lengthened shorten shortens shortened bring brings bringing brought
  take takes taking took double doubles doubling triple triples tripling halve halves halved halving lift lifts lifted lifting push pushes pushed pushing hike hikes hiking boosts boosting`.split(
    /\s+/,
  ),
);

/** So many words are looked at in search of a verb of change, and so many more where further changes are told between. */
const REACH = 12;
const NEAR = 7;
const FAR_REACH = 40;
/** So many other characters may stand between two words. */
const WIDEST_GAP = 20;

/**
 * Whether a word of change stands before `at`, in the same sentence: "raise the rates (of most)| from 5 %". Beyond the figure that ends
 * at `floor` only where that is near, "cut the rate by 5 points,| from 41 %", or tells another change, "raise it from 3 to 5 for some
 * and| from 4".
 */
export function changesBefore(text: string, at: number, floor: number): boolean {
  let place = at;
  let isNearEnd = false;
  let isNearChange = false;
  for (let count = 0; count < (isNearEnd || isNearChange ? FAR_REACH : REACH); count++) {
    const end = wordEndBefore(text, place);
    if (end < 0) return false;
    const word = findWordBefore(text, end)!;
    const isBeyond = end <= floor;
    if (!isBeyond || isNearChange || count < NEAR) {
      if (isChangeWord(word.text) || SHIFTING.has(word.text) || (isBeyond && word.text === 'by')) return true;
    }
    if (isBeyond && word.text === 'to') isNearEnd = true;
    if (isNearEnd && word.text === 'from') isNearChange = true;
    place = word.start;
  }
  return false;
}

/** Where the last word before `at` ends, -1 where none does or where the sentence begins between. */
function wordEndBefore(text: string, at: number): number {
  let end = at;
  while (end > 0 && !isLetterAt(text, end - 1)) {
    end--;
    const mark = text.charAt(end);
    if (at - end > WIDEST_GAP || (/[.;!?]/.test(mark) && !isDigitAt(text, end + 1))) return -1;
  }
  return end > 0 ? end : -1;
}
