// Numbers that say which and not how many: "Section 8", "Table 2", "Boeing 737", "No. 10", "World War Two", street
// addresses and postal codes. Judged from the words around the number.

import { monthOf, weekdayOf } from '../calendarWords.ts';
import { findWordAfter, findWordBefore, skipBlanksBack, type Word } from '../scan.ts';
import { beginsSentence } from './properNames.ts';

const LABELS = new Set(
  'scene scenes bay seat berth dock terminal hangar hall par heat hole priority group flat section sections sec table tables figure figures fig figs chapter chapters ch page pages pp appendix annex article articles volume vol version versions step steps phase part parts item items note notes footnote ref refs reference equation eq theorem lemma definition example exhibit schedule clause paragraph para question exercise exercises episode season route highway interstate flight room suite apt apartment box block building floor gate platform channel grade title rule amendment proposition prop resolution directive regulation bill act psalm verse line lines district ward precinct zone area tier level stage round game match slide class category type model mark issue number no nos nr nrs num day week lesson unit module option scenario case cases experiment trial study problem task goal objective target principle rank ranked row column port error code id pr rfc iso pm pt lot bus formula sfc form release build sprint milestone super cohort wave lane pier studio sector camp slot pool key player team cell'.split(
    ' ',
  ),
);
/** Labels that are as often counted things or time: they name only with a capital, or with a small number right after. */
const CAPITAL_ONLY = new Set(
  'scene scenes bay seat berth dock hall heat hole priority group flat day week line lines area level round game match case cases study trial target goal problem item items part parts article articles bill act type model title note notes form formula release option unit class number target mark code act building box block floor wave form room no rank grade super issue task stage phase question category step steps row column port season slot pool key player team cell'.split(
    ' ',
  ),
);
/** Of these, the ones that name in lower case as well when the number is small and bare: "step 3", "phase two". */
const SMALL_NAMES = new Set(
  'step steps phase part stage level question option item line row column room floor class grade type category task day round season port slot pool key player team cell number issue case week unit game'.split(
    ' ',
  ),
);

const FUNCTION_WORDS = new Set(
  'the a an in on at of for from to by with and or but as is are was were be been has have had about around over under more less than at least most up only just all some these those its their our his her my your this that it they we he she you i there where when while after before during since until between among within without per not no if so then also both each every another other nearly almost roughly approximately total plus minus times only even still now out off down near than through versus vs into because what which who how why'.split(
    ' ',
  ),
);

function isSentenceStart(text: string, word: Word): boolean {
  return beginsSentence(text, word.start);
}

/** Whether what follows is counted by the number: a word in lower case that is no function word. */
function countsSomething(text: string, end: number): boolean {
  const next = findWordAfter(text, end);
  return next !== undefined && next.print === next.text && !FUNCTION_WORDS.has(next.text);
}

/**
 * Whether the bare whole number at `start…end` is a label: "Section 8", "step 3", "Apollo 11". `small` is its value;
 * grouped numbers, decimals and amounts with a unit are never asked about.
 */
export function isLabelled(text: string, start: number, end: number, value: number): boolean {
  let place = start;
  if (text.charAt(skipBlanksBack(text, start) - 1) === '.') {
    const short = /(?:^|[^\p{L}])(no|nos|nr|nrs|fig|figs|sec|ch|vol|pp|p|eq|ref|pt|art|para|v) ?\.\s?$/iu.exec(
      text.slice(Math.max(0, start - 8), start),
    );
    if (short) return short[1] !== 'no' || /no ?\.\s?$/i.test(text.slice(0, start).slice(-5));
    return false;
  }
  const word = findWordBefore(text, place);
  if (!word) return false;
  place = word.start;
  if (text.charAt(word.start - 1) === '$') return false;
  if (!Number.isInteger(value) && RELEASES.has(findWordAfter(text, end)?.text ?? '')) return true;
  const capital = word.print !== word.text;
  if (word.text === 'top' || word.text === 'bottom') return !countsPlural(text, end);
  if (EMERGENCY.has(value) && CALLS.has(word.text)) return true;
  if (LABELS.has(word.text)) {
    if (capital) return word.text !== 'no' || !isSentenceStart(text, word) || !countsPlural(text, end);
    if (VERBS_TOO.has(word.text) && isVerb(text, word, end)) return false;
    if (!CAPITAL_ONLY.has(word.text)) return true;
    return SMALL_NAMES.has(word.text) && value < 100 && !countsSomething(text, end);
  }
  return capital && isNamed(text, word, end, value);
}

/** Labels that are as often what somebody does: "they build 340 sheds a year". */
const VERBS_TOO = new Set(['build', 'schedule', 'exercise']);
const BEFORE_NOUNS = new Set(['in', 'the', 'of', 'with', 'on', 'since', 'from', 'this', 'a', 'see', 'per', 'under']);

/** Whether such a word is one, since what is counted follows, and nothing that leads to a noun goes before. */
function isVerb(text: string, word: Word, end: number): boolean {
  const before = findWordBefore(text, word.start);
  return countsPlural(text, end) && before !== undefined && !BEFORE_NOUNS.has(before.text);
}

/** "the 1.18 release", "since the 2.0 beta" */
const RELEASES = new Set(
  'release releases version versions beta alpha update milestone branch compatibility toolchain compiler'.split(' '),
);

const COUNTRIES = new Set(['US', 'USA', 'UK', 'EU', 'UAE', 'UN', 'GDR', 'USSR']);

/** Telephone numbers that everybody knows, and the words that dial them. */
const EMERGENCY = new Set([101, 110, 111, 112, 119, 311, 911, 999]);
const CALLS = new Set(
  'call calls called calling dial dials dialled dialed dialling dialing phone phoned ring rang'.split(' '),
);

/** Names that always carry their number: stock indices and the like. */
const NUMBERED_NAMES = new Set(
  'fi nasdaq ftse nikkei stoxx russell fortune cac dax topix asx nifty csi sensex covid sars boeing airbus iphone windows android playstation xbox'.split(
    ' ',
  ),
);
const PLACE_LEADERS = new Set(['in', 'on', 'at', 'near', 'from', 'across', 'around']);
const VERSION_VERBS = new Set(
  'will is was has does adds brings introduces includes added released ships shipped and or onwards'.split(' '),
);

/** "Go 1.18 adds": a name and a decimal that measures nothing. */
function isVersioned(text: string, word: Word, end: number): boolean {
  if (!isSentenceStart(text, word)) return text.slice(word.end, word.end + 1) === ' ';
  const next = findWordAfter(text, end);
  return next !== undefined && VERSION_VERBS.has(next.text);
}

const ACTS = new Set(
  'flew went came made took lost won ran hit left began had would could may can should must'.split(' '),
);

/** "Apollo 11| landed": at a sentence's start, a name is what does something. */
function actsNext(text: string, end: number): boolean {
  if (/^[’']s/.test(text.slice(end, end + 2))) return true;
  const next = findWordAfter(text, end);
  if (!next || next.print !== next.text || next.start > end + 1) return false;
  return VERSION_VERBS.has(next.text)
    ? next.text !== 'and' && next.text !== 'or'
    : ACTS.has(next.text) || /[^e]ed$/.test(next.text);
}

/** Whether a plural follows within a few words of the phrase: "12 new police officers". */
export function countsPlural(text: string, end: number): boolean {
  let place = end;
  for (let count = 0; count < 3; count++) {
    const next = findWordAfter(text, place);
    if (!next || next.print !== next.text || FUNCTION_WORDS.has(next.text)) return false;
    if (/(?:[^su]s|people|men|children)$/.test(next.text) && next.text.length > 3) return true;
    if (',.;'.includes(text.charAt(next.end) || '.')) return false;
    place = next.end;
  }
  return false;
}

/** "Boeing 737", "Windows 11": a capitalised word inside a sentence, then a bare number that counts nothing. */
function isNamed(text: string, word: Word, end: number, value: number): boolean {
  if (value >= 10_000 || FUNCTION_WORDS.has(word.text)) return false;
  if (monthOf(word.text) !== undefined || weekdayOf(word.text) !== undefined) return false;
  if (NUMBERED_NAMES.has(word.text) || text.slice(word.start - 2, word.end) === 'S&P') return true;
  if (!Number.isInteger(value)) return isVersioned(text, word, end);
  // "NGC 7496, IC 5332": catalogues count up in plain digits.
  const letters = word.print.length;
  const capitals = letters > 1 && letters < 5 && word.print === word.print.toUpperCase();
  const short = capitals && !COUNTRIES.has(word.print);
  if (short && value >= 1000) return true;
  // "Portugal 2, Russia 46": a list of names with their numbers counts.
  const sign = text.charAt(skipBlanksBack(text, word.start) - 1);
  if ((sign === ',' || sign === '/') && ',;)./'.includes(text.charAt(end))) return false;
  if (short && text.charAt(word.end) === ' ') {
    return value >= 100 || !countsPlural(text, end);
  }
  if (isSentenceStart(text, word)) return actsNext(text, end);
  if (countsPlural(text, end)) return false;
  const lead = findWordBefore(text, word.start);
  if (lead && PLACE_LEADERS.has(lead.text) && countsSomething(text, end)) return false;
  const gap = text.slice(word.end, word.end + 2);
  return gap.startsWith(' ') || gap.startsWith(' ');
}

const STREETS =
  /^\d{1,5}(?:[ -][A-Z])?(?: (?:[NSEW]\.?|North|South|East|West))?(?: \p{Lu}[\p{L}.’']{0,20}| \d{1,3}(?:st|nd|rd|th)){1,3} ?(?:Street|Avenue|Road|Boulevard|Drive|Lane|Court|Square|Place|Terrace|Highway|Parkway|Way|St\.|Ave\.|Rd\.|Blvd\.)/u;
const POSTAL = /(?:^|[\s,])[A-Z]{2},? $/;

/** End of a street address or postal code at `at`, or -1. */
export function addressEnd(text: string, at: number): number {
  const street = STREETS.exec(text.slice(at, at + 90));
  if (street) return at + street[0].length;
  const code = /^\d{5}(?:-\d{4})?(?![\d,.]\d|\d)/.exec(text.slice(at, at + 12));
  return code && POSTAL.test(text.slice(Math.max(0, at - 5), at)) ? at + code[0].length : -1;
}
