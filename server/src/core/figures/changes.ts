// Signed words of change beside a number: "up 12 %", "fell by 3", "a 5 % increase". Also tells "rose from 3 to 5", two
// figures, from "from 3 to 5 metres", a range.

import { findWordAfter, findWordBefore, type Word } from './scan.ts';

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

/** The change that is said right before `at`: "rose |5 %", "fell by |3", "an increase of |40". */
export function findChangeBefore(text: string, at: number): Change | undefined {
  const word = findWordBefore(text, at);
  if (!word) return undefined;
  const direct = directionOf(word.text);
  if (word.text === 'up' || word.text === 'down') {
    const verb = findWordBefore(text, word.start);
    if (verb && PARTICLE_VERBS.has(verb.text)) return undefined;
  }
  if (direct) return direct;
  if (word.text !== 'by' && word.text !== 'of' && word.text !== 'another' && word.text !== 'a' && word.text !== 'an')
    return undefined;
  let before: Word | undefined = findWordBefore(text, word.start);
  for (let count = 0; count < 3 && before; count++) {
    const direction = directionOf(before.text);
    if (direction) return direction;
    if (word.text !== 'by') return undefined;
    before = findWordBefore(text, before.start);
  }
  return word.text === 'by' ? 'by' : undefined;
}

/** The change that is said right after the figure: "5 %| increase", "12 %| lower". */
export function findChangeAfter(text: string, at: number): Change | undefined {
  let word = findWordAfter(text, at);
  for (let count = 0; count < 2 && word; count++) {
    if (NOUNS_UP.has(word.text)) return 'up';
    if (NOUNS_DOWN.has(word.text)) return 'down';
    word = findWordAfter(text, word.end);
    if (word && /^(?:in|of|to|from|and|than|for|by|on)$/.test(word.text)) return undefined;
  }
  return undefined;
}

/** Whether a word of change stands within a few words before `at`, in the same clause. */
export function changesBefore(text: string, at: number, floor: number): boolean {
  let place = at;
  for (let count = 0; count < 9; count++) {
    const word = findWordBefore(text, place);
    if (!word || word.start < floor) return false;
    if (isChangeWord(word.text)) return true;
    place = word.start;
  }
  return false;
}
