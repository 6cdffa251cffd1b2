// Words around a number that widen it or leave a side open: "about 40", "at least 50", "nearly 60 %", "120 or more".

import {
  findWordAfter,
  findWordBefore,
  isDashAt,
  isDigitAt,
  isLetterAt,
  skipBlanks,
  skipBlanksBack,
  type Word,
} from './scan.ts';

/** What words around a number do to it. */
export interface Hedge {
  readonly approximate?: boolean;
  /** The side of an approximation that the words name: "nearly" is below, "just over" is above. */
  readonly side?: 'below' | 'above';
  readonly bound?: 'least' | 'most';
  /** "exactly 40": as printed, trailing zeros and all. */
  readonly exact?: boolean;
}

export interface HedgeHit extends Hedge {
  readonly start: number;
  readonly end: number;
}

const ABOUT: Hedge = { approximate: true };
const BELOW: Hedge = { approximate: true, side: 'below' };
const ABOVE: Hedge = { approximate: true, side: 'above' };
const LEAST: Hedge = { bound: 'least' };
const MOST: Hedge = { bound: 'most' };
const EXACT: Hedge = { exact: true };

const PHRASES = new Map<string, Hedge>();
function add(hedge: Hedge, phrases: string): void {
  for (const phrase of phrases.split('|')) PHRASES.set(phrase, hedge);
}
add(
  ABOUT,
  'plus or minus|perhaps|maybe|something like|more like|anywhere around|about|around|approximately|approx|roughly|circa|ca|some|estimated|an estimated|in the region of|in the order of|on the order of|somewhere around|more or less|give or take|at about|at around|very roughly|probably about|in the neighborhood of|in the neighbourhood of',
);
add(
  BELOW,
  'nearly|almost|close to|approaching|just under|just below|just shy of|just short of|shy of|slightly shy of|a little short of|a little below|a shade under|fractionally below|slightly under|slightly less than|slightly below|a little under|a little less than|just less than|not quite|near',
);
add(
  ABOVE,
  'just over|just above|slightly over|slightly more than|slightly above|a little over|a little more than|little more than|just more than|a bit more than|a bit over|a shade over|a touch over|marginally over|fractionally above|marginally above|a fraction above|just north of',
);
add(
  LEAST,
  'at least|at the least|at minimum|no less than|no fewer than|not less than|not fewer than|minimum of|a minimum of|as few as|as little as|more than|greater than|larger than|higher than|bigger than|longer than|older than|better than|over|above|well over|well above|in excess of|exceeding|exceeds|exceed|exceeded|surpassing|surpass|surpasses|surpassed|upwards of|upward of|north of|greater or equal than|higher or equal than|larger or equal than|greater than or equal to|more than or equal to|equal to or greater than|equal to or more than|well more than|far more than|many more than',
);
add(
  MOST,
  'at most|at the most|up to|no more than|no greater than|no higher than|no larger than|not more than|not exceeding|a maximum of|maximum of|as many as|as much as|as high as|less than|fewer than|smaller than|lower than|shorter than|younger than|under|below|well under|well below|south of|smaller or equal than|lower or equal than|less or equal than|less than or equal to|fewer than or equal to|lower than or equal to|equal to or less than|equal to or fewer than|far less than|far fewer than|much less than|not even',
);
add(EXACT, 'exactly|precisely|equal to|equals|equals to|equaling to');

/** The last words of all phrases: one look tells that no hedge ends here. */
const LAST_WORDS = new Set([...PHRASES.keys()].map((phrase) => phrase.slice(phrase.lastIndexOf(' ') + 1)));
const MOST_WORDS = Math.max(...[...PHRASES.keys()].map((phrase) => phrase.split(' ').length));

const SIGNS: readonly (readonly [sign: string, hedge: Hedge])[] = [
  ['>=', LEAST],
  ['=>', LEAST],
  ['<=', MOST],
  ['=<', MOST],
  ['>', LEAST],
  ['≥', LEAST],
  ['⩾', LEAST],
  ['<', MOST],
  ['≤', MOST],
  ['⩽', MOST],
  ['~', ABOUT],
  ['≈', ABOUT],
  ['∼', ABOUT],
  ['≃', ABOUT],
  ['±', ABOUT],
];

/** The hedge that ends right before `at`; nothing before `floor` is looked at. */
export function findHedgeBefore(text: string, at: number, floor: number): HedgeHit | undefined {
  const tight = skipBlanksBack(text, at);
  for (const [sign, hedge] of SIGNS) {
    const start = tight - sign.length;
    if (start >= floor && text.startsWith(sign, start)) return { ...hedge, start, end: at };
  }
  if (text.charAt(tight - 1) === '.') {
    const short = /(?:^|[^\p{L}])((?:c|ca|approx)\.)$/u.exec(text.slice(Math.max(floor, tight - 9), tight));
    return short ? { ...ABOUT, start: tight - (short[1]?.length ?? 0), end: at } : undefined;
  }
  const last = findWordBefore(text, at);
  if (!last || last.start < floor || !LAST_WORDS.has(last.text)) return undefined;
  // "nine-under 63"
  if (isDashAt(text, last.start - 1) && isLetterOrDigit(text, last.start - 2)) return undefined;
  let best: HedgeHit | undefined;
  let phrase = '';
  let word: Word | undefined = last;
  for (let count = 0; count < MOST_WORDS && word && word.start >= floor; count++) {
    phrase = phrase === '' ? word.text : `${word.text} ${phrase}`;
    const hedge = PHRASES.get(phrase);
    if (hedge) best = { ...hedge, start: word.start, end: at };
    word = findWordBefore(text, word.start);
  }
  // "The wage will go up to $15."
  if (best && phrase.endsWith('up to') && GOING.has(findWordBefore(text, best.start)?.text ?? '')) return undefined;
  return best;
}

/** Verbs whose "up" says which way, so that "to" behind it leads to where. */
const GOING = new Set('go goes went gone going move moves moved moving'.split(' '));

function isLetterOrDigit(text: string, at: number): boolean {
  return isLetterAt(text, at) || isDigitAt(text, at);
}

const AFTER_OR = new Map<string, Hedge>([
  ['more', LEAST],
  ['greater', LEAST],
  ['higher', LEAST],
  ['above', LEAST],
  ['over', LEAST],
  ['older', LEAST],
  ['longer', LEAST],
  ['larger', LEAST],
  ['better', LEAST],
  ['less', MOST],
  ['fewer', MOST],
  ['lower', MOST],
  ['below', MOST],
  ['under', MOST],
  ['younger', MOST],
  ['smaller', MOST],
  ['shorter', MOST],
  ['so', ABOUT],
]);

/** The hedge right after a number and its unit: " or more", "+", "-plus", "-odd", " or so". */
export function findHedgeAfter(text: string, at: number): HedgeHit | undefined {
  if (text.charAt(at) === '+' && !isLetterAt(text, at + 1) && !/\d/.test(text.charAt(at + 1))) {
    return { ...LEAST, start: at, end: at + 1 };
  }
  const dashed = isDashAt(text, at);
  const start = dashed ? at + 1 : skipBlanks(text, at);
  const word = findWordAfter(text, start);
  if (!word || word.start !== start) return undefined;
  if (dashed) {
    if (word.text === 'plus') return { ...LEAST, start: at, end: word.end };
    return word.text === 'odd' || word.text === 'ish' ? { ...ABOUT, start: at, end: word.end } : undefined;
  }
  if (word.text === 'plus') {
    // "30 plus" is a bound only where the phrase ends; "30 plus 12" adds.
    const next = text.charAt(skipBlanks(text, word.end));
    return next === '' || /[.,;)]/.test(next) ? { ...LEAST, start, end: word.end } : undefined;
  }
  if (word.text !== 'or' && word.text !== 'and') return undefined;
  const next = findWordAfter(text, word.end);
  const hedge = next && AFTER_OR.get(next.text);
  if (!next || !hedge) return undefined;
  if (word.text === 'and' && !['over', 'above', 'older', 'under', 'below', 'younger'].includes(next.text))
    return undefined;
  // "… or more than 40" speaks of the next number; "40 and over the" of something else.
  const third = findWordAfter(text, next.end);
  if (third?.text === 'than' || (word.text === 'and' && third?.text === 'the')) {
    return third.text === 'than' && !/^\s*\d/.test(text.slice(third.end, third.end + 3)) && word.text === 'or'
      ? { ...hedge, start, end: next.end }
      : undefined;
  }
  return { ...hedge, start, end: next.end };
}
