// Sentences: the boundaries of Unicode's text segmentation (UAX #29, through Intl.Segmenter), without those that stand
// after an abbreviation, an initial or a quoted exclamation. Leaves words and clauses to others.

import { segmentText } from './segmentText.ts';
import type { Span } from './span.ts';

/** Abbreviations that a name, a number or another word always follows: a capital after them starts no sentence. */
const leading = new Set(
  (
    'mr mrs ms mx dr prof rev hon pres gov sen rep gen adm col maj capt cmdr lt sgt cpl pvt st mt ft messrs mme mlle ' +
    'sir fr br amb supt insp det cllr no nos vol vols fig figs tab eq eqs ch chap sec art para pp p ed eds cf vs v viz ' +
    'al approx ca c est incl excl resp e.g i.e eg ie esp max min avg op aka a.k.a'
  ).split(' '),
);

/** Abbreviations that may also end a sentence: what follows starts one unless it is a figure or in lower case. */
const trailing = new Set(
  (
    'jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun etc ave blvd rd hwy tel ext a.m p.m ' +
    'b.c a.d m bn tn mn k yr yrs mo hr hrs km mi lb lbs oz sq in gal'
  ).split(' '),
);

/** Abbreviations within names, which go on with a capital unless a word follows that begins sentences. */
const naming = new Set('inc corp co ltd llc plc bros jr sr dept univ assn ph.d m.d'.split(' '));

/** Words that begin a sentence more often than they go on with a name. */
const starters = new Set(
  (
    'the a an this that these those he she it they we i you his her its their our my your there here who what when ' +
    'where why how which in on at by for from with without after before since during under over between among as if ' +
    'but and or nor so yet while although though because however meanwhile moreover instead still then thus also ' +
    'not no nobody none nothing all both each every many most much more some several few one two three another other ' +
    'others only even just now today yesterday tomorrow according despite until once unlike like such'
  ).split(' '),
);

/**
 * The sentences of a prose text, in order, without the white space between them; line breaks count as spaces. A text
 * of white space alone has none. "Dr. Okafor paid $3.1 million. He left." → two.
 */
export function splitSentences(text: string): Span[] {
  const spans: Span[] = [];
  let start = -1;
  for (const { index, segment } of segmentText(text.replace(/[\r\n\u2028\u2029\u0085]/g, ' '))) {
    const end = index + segment.trimEnd().length;
    if (end === index) continue;
    const from = index + segment.length - segment.trimStart().length;
    const previous = spans.at(-1);
    if (previous && start >= 0 && !endsSentence(text, start, previous.end, from)) {
      spans[spans.length - 1] = { start: previous.start, end };
    } else {
      spans.push({ start: from, end });
    }
    start = from;
  }
  return spans;
}

/** Whether the segment from `start` to `end` ends a sentence, given that the next segment begins at `next`. */
function endsSentence(text: string, start: number, end: number, next: number): boolean {
  const following = text[next]!;
  let close = end;
  while (close > start && /["'”’»)\]]/.test(text[close - 1]!)) close--;
  const stop = text[close - 1]!;
  // “Stop!” he said.
  if (/\p{Ll}/u.test(following) && (close < end || stop === '!' || stop === '?' || stop === '…')) return false;
  if (stop !== '.') return true;
  const word = wordBefore(text, start, close - 1);
  if (word === '') return true;
  const lower = word.toLowerCase();
  if (leading.has(lower)) return false;
  const isAcronym = /^(?:\p{Lu}\.){1,4}\p{Lu}$/u.test(word);
  const isInitial = /^\p{Lu}$/u.test(word) && word !== 'I';
  if (isInitial || isAcronym || naming.has(lower)) return starters.has(wordAt(text, next));
  if (trailing.has(lower)) return !/[\p{Nd}\p{Ll}(]/u.test(following);
  return !/\p{Ll}/u.test(following);
}

/** The letters from `start` on, in lower case. */
function wordAt(text: string, start: number): string {
  return /^\p{L}{0,16}/u.exec(text.slice(start, start + 32))![0].toLowerCase();
}

/** The letters (with inner full stops) that end at `end`, at most 12 of them: "e.g", "Dr". */
function wordBefore(text: string, start: number, end: number): string {
  let from = end;
  while (from > start && end - from < 12 && /[\p{L}\p{M}.]/u.test(text[from - 1]!)) from--;
  return text.slice(from, end).replace(/^\.+/, '');
}
