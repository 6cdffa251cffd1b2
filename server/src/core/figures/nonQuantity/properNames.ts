// Number words that are part of a name or a set phrase: "the Six Nations", "Group of Seven", "two-way", "net zero",
// "top-10". Judged from the capitals and the words around them.

import {
  findWordAfter,
  findWordBefore,
  isDashAt,
  isLetterAt,
  isUpperAt,
  skipBlanks,
  skipBlanksBack,
  wordAt,
} from '../scan.ts';

/** Whether a sentence, a quotation or a list item begins at `at`, so that a capital there tells nothing. */
export function beginsSentence(text: string, at: number): boolean {
  const before = skipBlanksBack(text, at);
  return before === 0 || '.!?:;\n“"‘(•*—–|'.includes(text.charAt(before - 1));
}

/**
 * Whether the number word at `start…end` has the capital of a name: "the Big Three carmakers". In a line of capitals, such
 * as a headline, a capital tells nothing.
 */
export function isNameWord(text: string, start: number, end: number): boolean {
  if (!isUpperAt(text, start) || isUpperAt(text, start + 1)) return false;
  if (beginsSentence(text, start)) return false;
  return hasSmallWord(text, start, end);
}

/** Whether one of the nearest longer words has no capital, as in running prose. */
function hasSmallWord(text: string, start: number, end: number): boolean {
  let seen = 0;
  let place = start;
  for (let count = 0; count < 5 && seen < 2; count++) {
    const word = findWordBefore(text, place);
    if (!word) break;
    if (word.text.length > 3) {
      if (word.print === word.text) return true;
      seen++;
    }
    place = word.start;
  }
  place = end;
  for (let count = 0; count < 5 && seen < 4; count++) {
    let from = place;
    while (from - place < 4 && from < text.length && !isLetterAt(text, from)) from++;
    const word = findWordAfter(text, from);
    if (!word) break;
    if (word.text.length > 3) {
      if (word.print === word.text) return true;
      seen++;
    }
    place = word.end;
  }
  return false;
}

/** What a number joined to it describes without counting: "two-way talks", "a twenty-something", "five-a-side". */
const MANNERS = new Set(
  'way ways figure pointer pointers something somethings faced tone toned on a by under over fingered timer nil love all'.split(
    ' ',
  ),
);

/** Whether the number at `start…end` is only a manner of speaking, by what is joined to it: "two-way", "top-10", "9-under". */
export function isJoinedManner(text: string, start: number, end: number): boolean {
  if (isDashAt(text, end)) {
    const after = wordAt(text, end + 1);
    if (after === 'a') return /^.a[-‑]side/.test(text.slice(end, end + 7));
    if (after === 'by') return /^.by[-‑](?:four|4)/.test(text.slice(end, end + 9));
    if (MANNERS.has(after)) return true;
  }
  if (!isDashAt(text, start - 1)) return false;
  const before = findWordBefore(text, start - 1);
  return before?.end === start - 1 && (before.text === 'top' || before.text === 'under' || before.text === 'over');
}

const NOT_BEFORE_ZERO = new Set('net ground patient absolute size year below sub near carbon day'.split(' '));
const NOT_AFTER_ZERO = new Set('tolerance sum hour waste trust gravity'.split(' '));

/** Whether "zero" at `start…end` counts: "zero goals"; not "net zero", "zero-carbon", "zero tolerance". */
export function countsAsZero(text: string, start: number, end: number): boolean {
  if (isDashAt(text, skipBlanks(text, end)) || isDashAt(text, start - 1)) return false;
  const before = findWordBefore(text, start);
  const next = findWordAfter(text, end);
  return !(before && NOT_BEFORE_ZERO.has(before.text)) && !(next && NOT_AFTER_ZERO.has(next.text));
}

/** Machines that go by a number. */
const MODELS = new Set(
  'chip processor jet jetliner airliner aircraft plane helicopter rifle pistol tank missile camera truck tractor locomotive engine model sedan coupe series'.split(
    ' ',
  ),
);

/** Whether the number of three digits or more is a model: "a 787 jet", "the 486 is slow". */
export function isModelNumber(text: string, start: number, end: number, value: number): boolean {
  if (value < 100 || value >= 10_000) return false;
  const before = findWordBefore(text, start);
  const next = findWordAfter(text, end);
  if (!before || !next || next.print !== next.text || next.start > end + 1) return false;
  if (MODELS.has(next.text)) return before.text === 'a' || before.text === 'the' || before.text === 'its';
  if (before.text !== 'the' || !/^(?:is|was|has|can|will|does)$/.test(next.text)) return false;
  return findWordBefore(text, before.start)?.text !== 'of';
}
