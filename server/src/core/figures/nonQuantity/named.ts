// Digits that are part of a name or an address and count nothing: URLs, identifiers, versions, telephone numbers, clock
// times, citation and list marks. Judged from the characters around the digits alone.

import { monthOf, weekdayOf } from '../calendarWords.ts';
import { currencyOfCode, gluesToNumber, isRand } from '../currencies.ts';
import { findDigits } from '../digits.ts';
import { isCardinalWord } from '../numberWords.ts';
import { BLANKS, isBlankCode, isDigitAt, isLetterAt, isLetterCode } from '../scan.ts';

const CHUNK_BACK = 64;
const CHUNK_AHEAD = 256;

const FILE_OR_HOST = /\.(?:com|org|gov|edu|net|html?|php|pdf|png|jpg|md|io|json|csv)(?:$|[/?#.,;)])/;

/** Whether the run of characters is a web address, an e-mail address, a path or a name with underscores. */
function isAddress(chunk: string): boolean {
  if (chunk.includes('://') || chunk.startsWith('www.') || /^\(?doi:/i.test(chunk) || FILE_OR_HOST.test(chunk))
    return true;
  const sign = chunk.indexOf('@');
  if (sign > 0 && isLetterAt(chunk, sign + 1)) return true;
  const underscore = chunk.indexOf('_');
  if (underscore > 0 && underscore < chunk.length - 1) return true;
  const first = chunk.indexOf('/');
  return first >= 0 && isLetterAt(chunk, first + 1) && chunk.includes('/', first + 1);
}

/** Prefixes that may be joined to a quantity or a year with a hyphen. */
const JOINED = new Set(
  'mid pre post sub non early late near ultra inter plus minus and or to from about some of for in by magnitude category size'.split(
    ' ',
  ),
);

function chunkStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < CHUNK_BACK && !isBlankCode(text.charCodeAt(start - 1))) start--;
  return start;
}

/** A run without blanks. */
const CHUNK = new RegExp(`[^${BLANKS}]{0,${CHUNK_AHEAD}}`, 'y');

function chunkEnd(text: string, at: number): number {
  CHUNK.lastIndex = at;
  CHUNK.test(text);
  return CHUNK.lastIndex;
}

/** End of the identifier around `at`: letters, digits and the joints between them. */
export function identifierEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    const joint =
      (code === 45 || code === 46 || code === 95 || code === 47 || code === 94) &&
      (isLetterAt(text, end + 1) || isDigitAt(text, end + 1));
    if (!isLetterCode(code) && !(code >= 48 && code <= 57) && !joint) break;
    end++;
  }
  return Math.max(end, at + 1);
}

/** Whether letters glued to the digits make a name of them: "A320", "Covid-19", but not "USD5" or "mid-2024". */
function isGlued(text: string, at: number): boolean {
  let end = at;
  const hyphen = text.charAt(at - 1) === '-' || text.charAt(at - 1) === '‑';
  if (hyphen) end--;
  if (!isLetterAt(text, end - 1)) return text.charAt(at - 1) === '_';
  let start = end;
  while (start > 0 && end - start < 24 && isLetterAt(text, start - 1)) start--;
  const word = text.slice(start, end);
  const lower = word.toLowerCase();
  if (!hyphen) {
    if (lower === 'x') return start > 0 && !isDigitAt(text, start - 1) && !isBlankCode(text.charCodeAt(start - 1));
    return !gluesToNumber(word) && !(word === 'R' && isRand(text, at));
  }
  if (isDigitAt(text, start - 1)) return word.length > 3;
  return !(
    JOINED.has(lower) ||
    isCardinalWord(lower) ||
    monthOf(lower) !== undefined ||
    weekdayOf(lower) !== undefined ||
    currencyOfCode(word) !== undefined
  );
}

/** "+1-222-5550100", after its plus sign. */
const TELEPHONE = /^\d{1,3}[ -]\(?\d{2,4}\)?(?:[ /-]\d{2,8}){1,4}/;

const PATTERNS: readonly RegExp[] = [
  // versions and addresses of machines: "1.18.3", "192.168.0.1"
  /^\d{1,5}(?:\.\d{1,5}){2,5}(?![\d%])(?:-[\p{L}\d.]{1,20})?/u,
  // telephone and book numbers: "555-123-4567", "978-3-16-148410-0"
  /^\d{1,5}(?:-\d{1,8}){2,5}(?:\/\d{1,8})?(?!\d)/,
  /^\d{3}-\d{4}(?![\d%])/,
  /^\(?0\d{2,4}\)?[ -]\d{3,4}[ -]?\d{3,4}(?!\d)/,
  // clock times: "10:30", "6pm", "6 p.m.", "1400 GMT"
  /^\d{1,2}[:.]\d{2}(?::\d{2})?(?:\.\d{1,3})?\s?(?:[ap]\.?m\b\.?)/i,
  /^\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?!\d)/,
  /^\d{1,2}(?:[-–]\d{1,2})?\s?(?:[ap]m\b|[ap]\.\s?m\.?|o['’]clock)/i,
  /^\d{4}\s?(?:GMT|UTC|EST|EDT|PST|PDT|CET|hrs)\b/,
  // tens of years of age or degrees: "in her 20s", "the mid-60s"
  /^[1-9]0['’]?s(?!\p{L})/u,
  // screens: "1080p"
  /^(?:480|720|1080|1440|2160)[pi](?!\p{L})/u,
  // set phrases and statutes: "24/7", "9/11", "401(k)"
  /^(?:24\/7|9\/11|7\/7|50[/-]50|20\/20)(?![\d/])/,
  /^\d{1,4}\([a-z\d]{1,3}\)(?:\([a-z\d]{1,3}\)){0,4}/i,
  /^\d{1,2}[x×]\d{1,2}(?![\d.])(?=$|[\s.,;:)])/,
  // coordinates: "17 03 N", "40°42′N"
  /^\d{1,3}[ °]\s?\d{1,2}(?:[ ′']\s?\d{1,2}(?:\.\d{1,3})?[″"]?|['′])?\s?[NSEW](?![\p{L}\d])/u,
  // hexadecimal, hashes and other mixtures: "7f3a9", "24703L202"
  /^\d{1,20}[\p{L}]{1,12}\d[\p{L}\d-]{0,40}/u,
];

const WITH_K =
  /^(?:\d{1,2}K(?= (?:tvs?|television|videos?|display|screen|resolution|content|streaming|camera|footage|monitor|ultra|oled|lcd|run|race|walk|runners?)\b)|[48]K(?=[.,;)]|$))/i;

/** Length of what the digits say without counting: "4K television", "a 10K run", "9-to-5", "1,000s" and "100s of" them; or 0. */
function idiomEnd(piece: string): number {
  if (piece.charAt(1) === 'K' || piece.charAt(2) === 'K') return WITH_K.exec(piece)?.[0].length ?? 0;
  if (piece.startsWith('9')) return /^9[- ]to[- ]5(?!\d)/.exec(piece)?.[0].length ?? 0;
  if (!piece.slice(0, 12).includes('00s')) return 0;
  return /^(?:\d{1,3}(?:,000){1,3}s(?!\p{L})|100s(?= of\b))/u.exec(piece)?.[0].length ?? 0;
}

/** Mixtures that are quantities all the same: "190 km2", "24703m2", "1e10", "6.23x10^-4", "5h30". */
const MEASURED_MIXTURE = /^\d{1,20}(?:[kcm]?m[23](?![\p{L}\d])|e[+-]?\d{1,3}(?![\p{L}\d])|[x×]10\^?-?\d)/u;

/** End of the web address, e-mail address or path around the digit at `at`, or -1. */
export function addressChunkEnd(text: string, at: number): number {
  if (isAlone(text, at)) return -1;
  const start = chunkStart(text, at);
  const end = chunkEnd(text, at);
  return isAddress(text.slice(start, end)) ? end : -1;
}

/** Whether the digit stands by itself between blanks. */
function isAlone(text: string, at: number): boolean {
  const before = at === 0 || isBlankCode(text.charCodeAt(at - 1));
  return before && (at + 1 >= text.length || isBlankCode(text.charCodeAt(at + 1)));
}

/** End of what the digit at `at` names, or -1 where it may count: an offset after `at`. */
export function namedEnd(text: string, at: number): number {
  const before = text.charAt(at - 1);
  if (before === '#' || before === '%' || before === '§' || before === '№' || before === '\\')
    return identifierEnd(text, at);
  // "deaths/1,000", "9.5/10": what is divided by
  if (before === '/' && (isLetterAt(text, at - 2) || isDigitAt(text, at - 2))) {
    return findDigits(text, at)?.end ?? identifierEnd(text, at);
  }
  if (isGlued(text, at)) return identifierEnd(text, at);
  // "BA.5", "No.5", and the mark of a note that touches its sentence: "as was said.5"
  if (before === '.' && isLetterAt(text, at - 2)) return identifierEnd(text, at);
  const piece = text.slice(at, at + 64);
  // "under-18s"
  if (before === '-' && isLetterAt(text, at - 2) && /^\d{1,3}s(?!\p{L})/u.test(piece)) return identifierEnd(text, at);
  if (before === '+' && TELEPHONE.test(piece)) return at + (TELEPHONE.exec(piece)?.[0].length ?? 1);
  if (before === '[' || before === '^') {
    const mark = /^\d{1,3}(?:(?:, ?|[-–])\d{1,3}){0,8}\]/.exec(piece);
    if (mark) return at + mark[0].length;
  }
  // "(555) 123-4567"
  const dialled = before === '(' ? /^\d{3}\) ?\d{3}[-. ]\d{4}(?!\d)/.exec(piece) : null;
  if (dialled) return at + dialled[0].length;
  // "7-6 (4)": the points of a tie-break
  if (before === '(' && /^\d{1,2}\)/.test(piece) && /\d[-–]\d \($/.test(text.slice(Math.max(0, at - 5), at))) {
    return at + piece.indexOf(')');
  }
  if (before === '(' || before === '' || before === '\n') {
    const mark = (before === '(' ? /^\d{1,2}\)(?=\s)/ : /^\d{1,3}[.)](?= {1,4}\p{L})/u).exec(piece);
    if (mark) return at + mark[0].length;
  }
  if (isItemMark(text, at, piece)) return at + piece.indexOf(')') + 1;
  if (!mayName(text, at)) return -1;
  // "a 60/40 split", "120/80": two numbers side by side
  const slash = piece.slice(1, 4).includes('/');
  const pair = slash && /^(\d{1,3})\/(\d{1,3})(?![\d/]|[.,]\d|\s?%)/.exec(piece);
  if (pair && Number(pair[1]) >= Math.max(10, Number(pair[2]))) return at + pair[0].length;
  if (MEASURED_MIXTURE.test(piece)) return -1;
  const idiom = idiomEnd(piece);
  if (idiom > 0) return at + idiom;
  for (const pattern of PATTERNS) {
    const match = pattern.exec(piece);
    if (match && !isGroupedNumber(match[0])) return at + match[0].length;
  }
  // "007" numbers things; ".08" does not begin here.
  const zeros = before === '.' || before === ',' ? null : /^0\d{1,17}(?![.,]\d)/.exec(piece);
  return zeros ? at + zeros[0].length : -1;
}

/** "1) the port, |2) the mill": a bracket that closes what none opened. */
function isItemMark(text: string, at: number, piece: string): boolean {
  if (piece.charAt(1) !== ')' && piece.charAt(2) !== ')') return false;
  if (!/^\d{1,2}\) /.test(piece) || !isBlankCode(text.charCodeAt(at - 1))) return false;
  const before = text.slice(Math.max(0, at - 80), at);
  return before.lastIndexOf('(') <= before.lastIndexOf(')');
}

/** Whether what follows the digits allows any pattern of names at all: most numbers end at a blank or a comma. */
function mayName(text: string, at: number): boolean {
  if (text.charCodeAt(at) === 48) return true;
  let end = at;
  while (end - at < 20 && isDigitAt(text, end)) end++;
  const next = text.charAt(end);
  if (next === ',' && (text.charAt(end + 4) === 's' || text.charAt(end + 8) === 's')) return true;
  if (next === '' || next === ',' || next === '%' || next === '\n' || next === ';') return false;
  const after = text.charAt(end + 1);
  if (next === ')') return false;
  if (next === '.') return isDigitAt(text, end + 1);
  if (next !== ' ') return true;
  return isDigitAt(text, end + 1) || 'apoAPONSEWGUCH('.includes(after);
}

/** "1.234.567" is a number in the comma style and no version. */
function isGroupedNumber(print: string): boolean {
  return /^[1-9]\d{0,2}(?:\.\d{3}){2,5}$/.test(print);
}
