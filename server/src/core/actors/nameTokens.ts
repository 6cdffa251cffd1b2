// Words as names need them: where each one stands, how it is capitalised, and what lies between it and the word before.
// Knows nothing of what words mean.

/** How a word is written. */
export const WordShape = {
  lower: 0,
  /** "Berlin", "McDonald". */
  capitalized: 1,
  /** Two or more letters, all capitals: "NATO". */
  upper: 2,
  /** One capital letter, with or without a dot. */
  initial: 3,
  /** Letters with dots: "U.S.". */
  dotted: 4,
  number: 5,
  /** Addresses, identifiers, handles: what is no word. */
  code: 6,
  /** Ends in lower case after a hyphen: "US-led". */
  compound: 7,
} as const;

/** What lies between a word and the one before it; bits. */
export const Gap = {
  space: 1,
  newline: 2,
  comma: 4,
  /** Full stop, question or exclamation mark, ellipsis. */
  stop: 8,
  colon: 16,
  open: 32,
  close: 64,
  quote: 128,
  dash: 256,
  ampersand: 512,
  other: 1024,
} as const;

/** Whether nothing but space stands in a gap. */
export function quiet(gap: number): boolean {
  return (gap & ~(Gap.space | Gap.newline)) === 0;
}

/** The words of a text as parallel arrays; offsets are UTF-16 code units. */
export interface NameTokens {
  readonly text: string;
  readonly start: number[];
  /** Without a possessive ending. */
  readonly end: number[];
  /** With it: "Anna" of "Anna's" ends two code units earlier. */
  readonly fullEnd: number[];
  readonly shape: number[];
  readonly gap: number[];
  /** Equal for equal spellings. */
  readonly hash: number[];
}

const isDigit = (c: number) => c >= 48 && c <= 57;
const isApostrophe = (c: number) => c === 0x27 || c === 0x2019 || c === 0x2bc;

const LETTER = /[\p{L}\p{M}]/u;

const LETTER_LOWER = 1;
const LETTER_UPPER = 2;
const OTHER = 3;
const DIGIT = 4;

/** Class of each code unit; 0 where it has not been asked for yet. */
const CLASSES = new Uint8Array(0x10000);
for (let code = 0; code < 128; code++) {
  const isUpper = code >= 65 && code <= 90;
  const isLower = code >= 97 && code <= 122;
  CLASSES[code] = isLower ? LETTER_LOWER : isUpper ? LETTER_UPPER : isDigit(code) ? DIGIT : OTHER;
}

/** Class of a code unit: a letter in lower case (or without case), in upper case, a digit, or anything else. */
function classOf(code: number): number {
  // Beyond the text's end the code is NaN, which no table has.
  const known = CLASSES[code];
  if (known !== 0) return known ?? OTHER;
  const character = String.fromCharCode(code);
  let found = OTHER;
  if (LETTER.test(character)) found = character !== character.toLowerCase() ? LETTER_UPPER : LETTER_LOWER;
  CLASSES[code] = found;
  return found;
}

const isWordCode = (code: number) => classOf(code) !== OTHER;

function gapBit(code: number): number {
  switch (code) {
    case 0x20:
    case 0x09:
    case 0xa0:
    case 0x202f:
    case 0x2009:
      return Gap.space;
    case 0x0a:
    case 0x0d:
      return Gap.newline;
    case 0x2c:
      return Gap.comma;
    case 0x2e:
    case 0x21:
    case 0x3f:
    case 0x2026:
      return Gap.stop;
    case 0x3a:
    case 0x3b:
      return Gap.colon;
    case 0x28:
    case 0x5b:
      return Gap.open;
    case 0x29:
    case 0x5d:
      return Gap.close;
    case 0x22:
    case 0x27:
    case 0x201c:
    case 0x201d:
    case 0x201e:
    case 0x2018:
    case 0x2019:
    case 0xab:
    case 0xbb:
      return Gap.quote;
    case 0x2d:
    case 0x2013:
    case 0x2014:
    case 0x2015:
      return Gap.dash;
    case 0x26:
      return Gap.ampersand;
    default:
      return Gap.other;
  }
}

/** The hash of a spelling that goes on with a code unit. */
const hashWith = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);
/** Hashes of so many bits are kept without boxing. */
const HASH_BITS = 0x3fffffff;

/** The hash of the words that are spelled so. */
export function hashOfSpelling(word: string): number {
  let hash = 0;
  for (let at = 0; at < word.length; at++) hash = hashWith(hash, word.charCodeAt(at));
  return hash & HASH_BITS;
}

/** The words of a piece of prose, in order. Linear time; any string. */
export function tokenizeNames(text: string): NameTokens {
  const tokens: NameTokens = { text, start: [], end: [], fullEnd: [], shape: [], gap: [], hash: [] };
  const length = text.length;
  let at = 0;
  let gap = 0;
  while (at < length) {
    const code = text.charCodeAt(at);
    if (!isWordCode(code)) {
      const attached = possessiveAfterSpace(text, at, gap, tokens);
      if (attached > 0) {
        at += attached;
        gap = 0;
        continue;
      }
      gap |= gapBit(code);
      at++;
      continue;
    }
    at = readWord(tokens, at, gap);
    gap = 0;
  }
  return tokens;
}

/** Length of a possessive ending that stands apart, as in "Anna 's"; 0 if there is none. */
function possessiveAfterSpace(text: string, at: number, gap: number, tokens: NameTokens): number {
  if (!isApostrophe(text.charCodeAt(at)) || gap !== Gap.space || tokens.start.length === 0) return 0;
  const next = text.charCodeAt(at + 1);
  if ((next === 115 || next === 83) && !isWordCode(text.charCodeAt(at + 2))) {
    tokens.fullEnd[tokens.fullEnd.length - 1] = at + 2;
    return 2;
  }
  return 0;
}

function readWord(tokens: NameTokens, from: number, gap: number): number {
  const text = tokens.text;
  let at = from;
  let uppers = 0;
  let lowers = 0;
  let digits = 0;
  let dots = 0;
  let code = false;
  let hyphen = -1;
  let lastUpper = -1;
  let hash = 0;
  for (;;) {
    const c = text.charCodeAt(at);
    const kind = classOf(c);
    if (kind === LETTER_LOWER) lowers++;
    else if (kind === DIGIT) digits++;
    else if (kind === LETTER_UPPER) {
      uppers++;
      lastUpper = at;
    } else {
      // A joint within a word: it has to be followed by a letter or a digit.
      if (at >= text.length) break;
      const next = text.charCodeAt(at + 1);
      if (!isWordCode(next)) break;
      if (isApostrophe(c)) {
        if ((next === 115 || next === 83) && !isWordCode(text.charCodeAt(at + 2))) break;
      } else if (c === 0x2d || c === 0x2011) hyphen = at;
      else if (c === 0x2e) {
        if (digits > 0 && uppers + lowers === 0) dots++;
        else if (uppers === dots + 1 && lowers === 0 && classOf(next) === LETTER_UPPER) dots++;
        else if (classOf(next) === LETTER_UPPER && lowers > 0) break;
        else code = true;
      } else if (c === 0x40 || c === 0x5f) code = true;
      else if (c === 0x2c && digits > 0 && isDigit(next)) dots++;
      else if (c !== 0xad) break;
    }
    hash = hashWith(hash, c);
    at++;
  }
  let end = at;
  const first = classOf(text.charCodeAt(from));
  let shape: number = WordShape.lower;
  if (from > 0 && (gap & Gap.other) !== 0 && /[@#/\\]/.test(text[from - 1]!)) code = true;
  if (code) shape = WordShape.code;
  else if (uppers + lowers === 0) shape = WordShape.number;
  else if (dots > 0 && lowers === 0 && uppers > 1) {
    shape = WordShape.dotted;
    if (text.charCodeAt(end) === 0x2e) end = at = at + 1;
  } else if (first === LETTER_UPPER) {
    if (uppers === 1 && lowers === 0 && digits === 0) shape = WordShape.initial;
    else if (lowers === 0) shape = WordShape.upper;
    else if (hyphen > 0 && lastUpper < hyphen && at - hyphen > 3) shape = WordShape.compound;
    else if (isPluralAcronym(text, from, end, uppers, lowers)) shape = WordShape.upper;
    else shape = WordShape.capitalized;
  } else if (uppers > 0 && lastUpper > from && digits === 0)
    shape = hyphen > 0 ? mixedShape(text, from) : WordShape.capitalized;
  let fullEnd = end;
  if (isApostrophe(text.charCodeAt(end))) {
    const next = text.charCodeAt(end + 1);
    if ((next === 115 || next === 83) && !isWordCode(text.charCodeAt(end + 2))) fullEnd = end + 2;
    else if ((text.charCodeAt(end - 1) | 32) === 115 && text.charCodeAt(end) === 0x2019 && gapBit(next) === Gap.space)
      fullEnd = end + 1;
  }
  tokens.start.push(from);
  tokens.end.push(end);
  tokens.fullEnd.push(fullEnd);
  tokens.shape.push(shape);
  tokens.gap.push(gap);
  tokens.hash.push(hash & HASH_BITS);
  return Math.max(at, fullEnd);
}

/** "DHBs", "NGOs". */
function isPluralAcronym(text: string, start: number, end: number, uppers: number, lowers: number): boolean {
  return lowers === 1 && uppers > 1 && end - start === uppers + 1 && text.charCodeAt(end - 1) === 115;
}

const NAME_PREFIXES = new Set(['al', 'el', 'ad', 'an', 'ar', 'as', 'at', 'ash', 'az', 'ibn', 'ul']);

/** "al-Assad" counts as a name, "anti-American" does not. */
function mixedShape(text: string, start: number): number {
  const prefix = text.slice(start, text.indexOf('-', start));
  return NAME_PREFIXES.has(prefix.toLowerCase()) ? WordShape.capitalized : WordShape.compound;
}
