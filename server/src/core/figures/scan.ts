// Looking at prose character by character and word by word: the few questions that every reader of figures asks of a
// place in the text. Knows nothing of numbers; every look is bounded, so that readers stay linear on any text.

/** Longest word that any table of figures knows, with room to spare. */
const LONGEST_WORD = 24;
/** More blanks than this separate two things; figures do not reach across. */
const MOST_BLANKS = 4;

const LETTER = /\p{L}/u;

/** Whether the UTF-16 code unit is one of 0 … 9. */
export function isDigitCode(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Whether a digit stands at `at`; false outside the text. */
export function isDigitAt(text: string, at: number): boolean {
  return isDigitCode(text.charCodeAt(at));
}

/** Whether the UTF-16 code unit is a letter of any script of the basic plane. */
export function isLetterCode(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  return code >= 0xaa && LETTER.test(String.fromCharCode(code));
}

/** Whether a letter stands at `at`; false outside the text. */
export function isLetterAt(text: string, at: number): boolean {
  return at >= 0 && at < text.length && isLetterCode(text.charCodeAt(at));
}

/** Whether a capital letter stands at `at`. */
export function isUpperAt(text: string, at: number): boolean {
  const character = text.charAt(at);
  return character !== '' && character !== character.toLowerCase();
}

/** The units that `isBlankCode` holds for, as a character class of a pattern has them. */
export const BLANKS = String.raw` \t\n\r\xa0\u202f\u2000-\u200a`;

/** Whether the UTF-16 code unit is white space within prose: blanks of all widths, tabs, line ends. */
export function isBlankCode(code: number): boolean {
  return (
    code === 32 ||
    code === 9 ||
    code === 10 ||
    code === 13 ||
    code === 0xa0 ||
    code === 0x202f ||
    (code >= 0x2000 && code <= 0x200a)
  );
}

/** Offset of what follows a few blanks and at most one line break; `at` itself where more than that follows. */
export function skipBlanks(text: string, at: number): number {
  let end = at;
  let lines = 0;
  while (end < text.length && isBlankCode(text.charCodeAt(end))) {
    if (text.charCodeAt(end) === 10 && ++lines > 1) return at;
    if (++end - at > MOST_BLANKS) return at;
  }
  return end;
}

/** Where a few blanks before `at` begin; `at` itself where more than a few stand there. */
export function skipBlanksBack(text: string, at: number): number {
  let start = at;
  let lines = 0;
  while (start > 0 && isBlankCode(text.charCodeAt(start - 1))) {
    if (text.charCodeAt(start - 1) === 10 && ++lines > 1) return at;
    if (at - --start > MOST_BLANKS) return at;
  }
  return start;
}

/** End of the run of letters that begins at `at`; stops where no word of any table could be so long. */
export function wordEndAt(text: string, at: number): number {
  let end = at;
  while (end < text.length && end - at < LONGEST_WORD && isLetterCode(text.charCodeAt(end))) end++;
  return end;
}

/** The word at `at` in lower case; empty where no letter stands there or a letter stands before it. */
export function wordAt(text: string, at: number): string {
  return text.slice(at, wordEndAt(text, at)).toLowerCase();
}

export interface Word {
  readonly start: number;
  readonly end: number;
  /** As it is printed. */
  readonly print: string;
  /** In lower case. */
  readonly text: string;
}

/** The word that follows `at` after a few blanks: "people" in "40| people". */
export function findWordAfter(text: string, at: number): Word | undefined {
  const start = skipBlanks(text, at);
  const end = wordEndAt(text, start);
  if (end === start) return undefined;
  const print = text.slice(start, end);
  return { start, end, print, text: print.toLowerCase() };
}

/** The word that ends before `at`, a few blanks between: "about" in "about |40". */
export function findWordBefore(text: string, at: number): Word | undefined {
  const end = skipBlanksBack(text, at);
  let start = end;
  while (start > 0 && end - start < LONGEST_WORD && isLetterCode(text.charCodeAt(start - 1))) start--;
  if (start === end) return undefined;
  const print = text.slice(start, end);
  return { start, end, print, text: print.toLowerCase() };
}

/** Whether the phrase (in lower case, one space between words) stands at `at` as whole words; its end, or -1. */
export function phraseEndAt(text: string, at: number, phrase: string): number {
  let place = at;
  for (const [index, part] of phrase.split(' ').entries()) {
    if (index > 0) {
      const next = skipBlanks(text, place);
      if (next === place) return -1;
      place = next;
    }
    const end = place + part.length;
    if (text.slice(place, end).toLowerCase() !== part || isLetterAt(text, end)) return -1;
    place = end;
  }
  return place;
}

/** Whether a hyphen or dash stands at `at`: "-", "‐", "‑", "‒", "–", "—", "−". */
export function isDashAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 45 || (code >= 0x2010 && code <= 0x2014) || code === 0x2212;
}
