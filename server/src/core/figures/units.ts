// Units as they follow a number: "km", " square miles", "-foot", " per cent", " percentage points", "/hour". What the
// units mean stands in unitTable.ts; what an amount of them makes of the sentence is for amounts.ts.

import { findWordAfter, isDashAt, isLetterAt, isLetterCode, skipBlanks, wordAt, wordEndAt } from './scan.ts';
import { longNames, type Unit, unitsByName, unitsBySymbol } from './unitTable.ts';

export interface UnitHit {
  readonly start: number;
  readonly end: number;
  readonly symbol: string;
  readonly unit?: Unit;
}

/** Symbols that are English words or letters of many meanings: they must touch the number, or stand by one more sign. */
const TOUCHING = new Set([
  'm',
  'g',
  'l',
  'L',
  't',
  's',
  'h',
  'A',
  'V',
  'W',
  'N',
  'J',
  'B',
  'K',
  'st',
  'in',
  'pt',
  'ct',
  'ly',
  'kn',
]);
/** Of those, the ones that a blank may precede where nothing but the end of the phrase follows. */
const TOUCHING_OR_LAST = new Set(['m', 'g', 'l', 'L', 't', 'W', 'V', 's', 'K']);

/** End of a printed symbol: letters, degree and prime signs, squares, a slash before letters. */
function symbolEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && end - at < 8) {
    const code = text.charCodeAt(end);
    const sign = code === 0xb0 || code === 0xb2 || code === 0xb3 || code === 0xb5 || code === 0x2032 || code === 0x2033;
    if (!isLetterCode(code) && !sign && code !== 0x2103 && code !== 0x2109) break;
    end++;
  }
  return end;
}

function findSymbol(text: string, at: number, touching: boolean): UnitHit | undefined {
  let end = symbolEnd(text, at);
  if (end === at) return undefined;
  // "km/h", "m2", "sq. km"
  if (text.charAt(end) === '/' && isLetterAt(text, end + 1)) {
    const longer = symbolEnd(text, end + 1);
    const unit = unitsBySymbol.get(text.slice(at, longer));
    if (unit) return { start: at, end: longer, symbol: unit.symbol, unit };
  }
  const power = text.charAt(end);
  if ((power === '2' || power === '3') && !isLetterAt(text, end + 1) && !/\d/.test(text.charAt(end + 1))) {
    const unit = unitsBySymbol.get(text.slice(at, end + 1));
    if (unit) return { start: at, end: end + 1, symbol: unit.symbol, unit };
  }
  if (text.slice(at, at + 3).toLowerCase() === 'sq.') {
    const next = skipBlanks(text, at + 3);
    const length = wordEndAt(text, next);
    const unit =
      unitsBySymbol.get(`sq. ${text.slice(next, length)}`) ?? unitsByName.get(`square ${wordAt(text, next)}`);
    if (unit) return { start: at, end: length, symbol: unit.symbol, unit };
  }
  let print = text.slice(at, end);
  if (print.startsWith('°') && print.length > 2) {
    print = print.slice(0, 2);
    end = at + 2;
  }
  const unit = unitsBySymbol.get(print);
  if (!unit) return undefined;
  if (TOUCHING.has(print) && !touching) {
    if (!TOUCHING_OR_LAST.has(print)) return undefined;
    const next = findWordAfter(text, end);
    const sameLine = next && !text.slice(end, next.start).includes('\n');
    if (next && sameLine && !FOLLOWERS.has(next.text)) return undefined;
  }
  return { start: at, end, symbol: unit.symbol, unit };
}

/** Words that may follow a bare symbol of one letter. */
const FOLLOWERS = new Set(
  'and or of in to from by on at for above below wide long tall high deep away per with while was is are were x'.split(
    ' ',
  ),
);

function findName(text: string, at: number): UnitHit | undefined {
  const end = wordEndAt(text, at);
  if (end === at) return undefined;
  const word = text.slice(at, end).toLowerCase();
  const most = longNames.get(word);
  if (most !== undefined) {
    let name = word;
    let place = end;
    let best: UnitHit | undefined;
    for (let count = 1; count < most; count++) {
      const gap = isDashAt(text, place) ? place + 1 : skipBlanks(text, place);
      if (gap === place) break;
      const next = wordEndAt(text, gap);
      if (next === gap) break;
      name += ` ${text.slice(gap, next).toLowerCase()}`;
      place = next;
      const unit = unitsByName.get(name);
      if (unit) best = { start: at, end: place, symbol: unit.symbol, unit };
    }
    if (best) return best;
  }
  const unit = unitsByName.get(word);
  // "two degrees of freedom"
  if (unit?.dimension === 'angle' && findWordAfter(text, end)?.text === 'of') return undefined;
  return unit ? { start: at, end, symbol: unit.symbol, unit } : undefined;
}

/** The percentage that follows a number: "%", " per cent", " percentage points", " basis points". */
export function findPercentAfter(text: string, at: number): UnitHit | undefined {
  let start = skipBlanks(text, at);
  const sign = text.charAt(start);
  if (sign === '%' || sign === '％') {
    const points = findPoints(text, start + 1);
    return points ? { start, end: points, symbol: 'pp' } : { start, end: start + 1, symbol: '%' };
  }
  if (sign === '‰') return { start, end: start + 1, symbol: '‰' };
  if (start === at && isDashAt(text, at)) start = at + 1;
  const end = wordEndAt(text, start);
  const word = text.slice(start, end).toLowerCase();
  switch (word) {
    case 'percent':
    case 'percentage':
    case 'pct': {
      const points = findPoints(text, end);
      if (points) return { start, end: points, symbol: 'pp' };
      return { start, end, symbol: '%' };
    }
    case 'per': {
      const cent = findWordAfter(text, end);
      if (cent?.text !== 'cent') return undefined;
      const points = findPoints(text, cent.end);
      return points ? { start, end: points, symbol: 'pp' } : { start, end: cent.end, symbol: '%' };
    }
    case 'pp':
    case 'ppt':
    case 'ppts':
    case 'pps':
      return { start, end, symbol: 'pp' };
    case 'bps':
    case 'bp':
      return { start, end, symbol: 'bp' };
    case 'basis': {
      const points = findPoints(text, end);
      return points ? { start, end: points, symbol: 'bp' } : undefined;
    }
    default:
      return undefined;
  }
}

/** End of "point" or "points" after `at`, with a blank or hyphen; undefined where another word stands. */
function findPoints(text: string, at: number): number | undefined {
  const word = findWordAfter(text, isDashAt(text, at) ? at + 1 : at);
  return word?.text === 'points' || word?.text === 'point' ? word.end : undefined;
}

/** The unit after a number: touching it ("5km"), after a blank ("5 km") or a hyphen ("5-mile"). */
export function findUnitAfter(text: string, at: number): UnitHit | undefined {
  const place = skipBlanks(text, at);
  if (isDashAt(text, at) && isLetterAt(text, at + 1)) return findName(text, at + 1) ?? findHyphenedSymbol(text, at + 1);
  if (text.charAt(place) === '-' && place > at) {
    // "16 - bit": a hyphen set apart, as in tokenised text.
    const after = skipBlanks(text, place + 1);
    return after > place + 1 ? findName(text, after) : undefined;
  }
  return findSymbol(text, place, place === at) ?? findName(text, place);
}

function findHyphenedSymbol(text: string, at: number): UnitHit | undefined {
  const hit = findSymbol(text, at, true);
  return hit && hit.end - hit.start >= 2 && hit.symbol !== 'in' ? hit : undefined;
}

const PER_NOUNS = new Set(
  'year month week day hour minute second quarter night barrel share tonne ton kilo kilogram gallon litre liter mile person head capita piece annum household family child student pupil unit vote customer user acre hectare ounce pound decade'.split(
    ' ',
  ),
);

export interface PerHit {
  readonly end: number;
  /** What one of the amount belongs to: "hour" for "per hour". */
  readonly noun: string;
}

/** The rate after an amount: " per hour", " a week", "/month", " per capita". */
export function findPerAfter(text: string, at: number): PerHit | undefined {
  if (text.charAt(at) === '/' && isLetterAt(text, at + 1)) {
    const end = wordEndAt(text, at + 1);
    const word = text.slice(at + 1, end);
    const noun = unitsBySymbol.get(word)?.symbol ?? unitsByName.get(word.toLowerCase())?.symbol ?? word.toLowerCase();
    return PER_NOUNS.has(noun) || unitsBySymbol.has(word) ? { end, noun } : undefined;
  }
  const word = findWordAfter(text, at);
  if (!word) return undefined;
  if (word.text === 'per') {
    const noun = findWordAfter(text, word.end);
    return noun && noun.text !== 'cent' ? { end: noun.end, noun: noun.text } : undefined;
  }
  if (word.text !== 'a' && word.text !== 'an' && word.text !== 'each' && word.text !== 'every') return undefined;
  const noun = findWordAfter(text, word.end);
  return noun && PER_NOUNS.has(noun.text) ? { end: noun.end, noun: noun.text } : undefined;
}
