// Units as they follow a number: "km", " square miles", "-foot", " per cent", " percentage points", "/hour". What the
// units mean stands in unitTable.ts; what an amount of them makes of the sentence is for amounts.ts.

import { findWordAfter, isDashAt, isLetterAt, isLetterCode, skipBlanks, wordAt, wordEndAt } from './scan.ts';
import { longNames, type Unit, unitsByName, unitsBySymbol } from './unitTable.ts';

export interface UnitHit {
  readonly start: number;
  readonly end: number;
  readonly symbol: string;
  readonly unit?: Unit;
  /** What the symbol has in it besides: "bpd" is barrels per day. */
  readonly per?: string;
}

/** Symbols that are English words or letters of many meanings: they must touch the number, or stand by one more sign. */
const TOUCHING = new Set('m g l L t s h A V W N J B K st in pt ct ly kn Ah MP AU lm nit C F'.split(' '));
/** Of those, the ones that a blank may precede where nothing but the end of the phrase follows. */
const TOUCHING_OR_LAST = new Set('m g l L t W V s K AU C F'.split(' '));

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

const BARRELS_PER_DAY = { symbol: 'bbl', unit: unitsBySymbol.get('bbl')!, per: 'day' };

const WARM =
  /temperature|degree|celsius|fahrenheit|heat|warm|\bhot|cold|cool|freez|chill|°|weather|climate|pre-?industrial|fever|oven|\bbake|roast|mercury|\bhighs? of|\blows? of/i;
/** The same temperature in the other scale beside it: "40C| (104F)", "40C (|104F)". */
const CONVERTED_AFTER = /^ ?[(/,] ?[-−]?\d{1,3}(?:\.\d{1,2})? ?[°º]?[CF]\b/;
const CONVERTED_BEFORE = /\d ?[°º]?[CF] ?[(/] ?[-−]?\d{1,3}(?:\.\d{1,2})?$/;

/** "47.3C", "-5C", "40C (104F)": a letter that is a temperature where the number or its surroundings say so. */
function findTemperatureLetter(text: string, at: number, touching: boolean): UnitHit | undefined {
  const end = at + 1;
  const next = text.charAt(end);
  if (isLetterAt(text, end) || (next >= '0' && next <= '9') || '/&+#'.includes(next || ' ')) return undefined;
  const before = text.slice(Math.max(0, at - 80), at);
  const after = text.slice(end, end + 60);
  const precise = touching && /(?:\.\d|[-−–]\d{1,2}|\bminus \d{1,2})$/.test(before);
  const converted = touching && (CONVERTED_AFTER.test(after) || CONVERTED_BEFORE.test(before.slice(-16)));
  if (!precise && !converted && !WARM.test(before) && !WARM.test(after)) return undefined;
  const unit = unitsBySymbol.get(text.charAt(at) === 'C' ? '°C' : '°F')!;
  return { start: at, end, symbol: unit.symbol, unit };
}

function findSymbol(text: string, at: number, touching: boolean): UnitHit | undefined {
  let end = symbolEnd(text, at);
  if (end === at) return undefined;
  const joint = text.charAt(end);
  // "km/h", "m/s2", "lb-ft", "m2", "sq. km"
  if ((joint === '/' || joint === '-' || joint === '·') && isLetterAt(text, end + 1)) {
    let longer = symbolEnd(text, end + 1);
    const powered = text.charAt(longer);
    if ((powered === '2' || powered === '3') && unitsBySymbol.has(text.slice(at, longer + 1))) longer++;
    const print = text.slice(at, longer);
    if (print === 'b/d') return { start: at, end: longer, ...BARRELS_PER_DAY };
    const unit = unitsBySymbol.get(print);
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
  if (print === 'C' || print === 'F') return findTemperatureLetter(text, at, touching);
  if (print === 'bpd') return { start: at, end, ...BARRELS_PER_DAY };
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
      const cent = findWordAfter(text, isDashAt(text, end) ? end + 1 : end);
      if (cent?.text !== 'cent') return undefined;
      const points = findPoints(text, cent.end);
      return points ? { start, end: points, symbol: 'pp' } : { start, end: cent.end, symbol: '%' };
    }
    case 'p':
      return /^\.c\.?(?!\p{L})/u.test(text.slice(end, end + 4)) ? { start, end: end + 2, symbol: '%' } : undefined;
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
  const symbol = findSymbol(text, place, place === at);
  // "100 km per hour", "5 sq km"
  const name =
    symbol && !longNames.has(text.slice(place, symbol.end).toLowerCase()) ? undefined : findName(text, place);
  return name && (!symbol || name.end > symbol.end) ? name : symbol;
}

function findHyphenedSymbol(text: string, at: number): UnitHit | undefined {
  const hit = findSymbol(text, at, true);
  return hit && hit.end - hit.start >= 2 && hit.symbol !== 'in' ? hit : undefined;
}

const PER_NOUNS = new Set(
  'year month week day hour minute second quarter night barrel share tonne ton kilo kilogram gallon litre liter mile person head capita piece annum household family child student pupil unit vote customer user acre hectare ounce pound decade bushel trip ride ticket copy bottle pack box seat room bed plate cup page word game match season lesson session visit journey flight metre meter kilometre kilometer foot yard square'.split(
    ' ',
  ),
);

/** Those that may be told of which kind they are: "per common share". */
const HELD = new Set(
  'share person head household family child student pupil unit customer user acre hectare ticket copy room bed'.split(
    ' ',
  ),
);

export interface PerHit {
  readonly end: number;
  /** What one of the amount belongs to, a unit by its symbol: "hour", "bbl" for "a barrel", "1000" for "per 1,000 people". */
  readonly noun: string;
}

/** The rate after an amount: " per hour", " a week", "/month", " per capita", "-a-year", " per 100,000". */
export function findPerAfter(text: string, at: number): PerHit | undefined {
  const hit = findRate(text, at);
  if (!hit) return undefined;
  const { noun } = hit;
  if (noun === 'h' || noun === 's') return { end: hit.end, noun: noun === 'h' ? 'hour' : 'second' };
  return { end: hit.end, noun: (unitsByName.get(noun) ?? unitsBySymbol.get(noun))?.symbol ?? noun };
}

function findRate(text: string, at: number): PerHit | undefined {
  if (text.charAt(at) === '/' && isLetterAt(text, at + 1)) {
    const end = wordEndAt(text, at + 1);
    const word = text.slice(at + 1, end);
    const noun = unitsBySymbol.get(word)?.symbol ?? unitsByName.get(word.toLowerCase())?.symbol ?? word.toLowerCase();
    const known = PER_NOUNS.has(noun) || unitsBySymbol.has(word) || unitsByName.has(word.toLowerCase());
    return known ? { end, noun } : undefined;
  }
  const joined = isDashAt(text, at) ? /^.(a|an|per)[-‑](?!side)(?=\p{L})/u.exec(text.slice(at, at + 9)) : null;
  const word = joined ? undefined : findWordAfter(text, at);
  const link = joined?.[1] ?? word?.text;
  const linkEnd = joined ? at + joined[0].length : (word?.end ?? at);
  if (link === 'per' || joined) {
    const number = joined ? undefined : findPerNumber(text, linkEnd);
    if (number) return number;
    const noun = findWordAfter(text, linkEnd);
    if (!noun || noun.text === 'cent') return undefined;
    const unit = joined ? undefined : findName(text, noun.start);
    if (unit && unit.end > noun.end) return { end: unit.end, noun: unit.symbol };
    // "per common share", "per eligible child"
    const next = PER_NOUNS.has(noun.text) ? undefined : findWordAfter(text, noun.end);
    const { end, text: name } = next && HELD.has(next.text) ? next : noun;
    return { end, noun: name };
  }
  if (link !== 'a' && link !== 'an' && link !== 'each' && link !== 'every') return undefined;
  const noun = findWordAfter(text, linkEnd);
  if (!noun || !PER_NOUNS.has(noun.text)) return undefined;
  // "from 3 % a year earlier" says when.
  const next = findWordAfter(text, noun.end);
  return next && NOT_AFTER_PER.has(next.text) ? undefined : { end: noun.end, noun: noun.text };
}

const NOT_AFTER_PER = new Set('earlier ago later before after previously prior'.split(' '));

/** "per 1,000 people", "per 100 km": the number that the amount is related to, with its unit. */
function findPerNumber(text: string, at: number): PerHit | undefined {
  const start = skipBlanks(text, at);
  const number = /^1(?:0{0,2}(?:[, ]000){1,2}|0{1,6})(?!\d|[.,]\d)/.exec(text.slice(start, start + 12));
  if (!number) return undefined;
  const end = start + number[0].length;
  const value = number[0].replace(/\D/g, '');
  const unit = findSymbol(text, skipBlanks(text, end), skipBlanks(text, end) === end);
  return unit ? { end: unit.end, noun: `${value} ${unit.symbol}` } : { end, noun: value };
}
