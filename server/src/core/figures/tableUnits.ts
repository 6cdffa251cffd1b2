// The unit that a table's header or caption gives to the numbers below it: "Revenue ($ billions)", "in thousands", "(%)",
// "km²", "€ million"; and a cell's number read with it.

import { findCurrencyAfter, findCurrencyAt } from './currencies.ts';
import type { Figure, FigureKind } from './figure.ts';
import { letterMultiplier, wordMultiplier } from './multipliers.ts';
import { times } from './numeral.ts';
import { findWordAfter, findWordBefore, isDigitAt, isLetterAt, skipBlanks, wordEndAt } from './scan.ts';
import { findPerAfter, findPercentAfter, findUnitAfter } from './units.ts';

export interface UnitNote {
  readonly unit?: string;
  /** What the printed numbers are to be multiplied with: 1e6 for "$m". */
  readonly multiplier?: number;
  readonly kind?: FigureKind;
  readonly per?: string;
}

/** Words that may stand between the parts of a unit note: "in millions of dollars". */
const FILLERS = new Set([
  'in',
  'of',
  'us',
  'the',
  'constant',
  'current',
  'nominal',
  'real',
  'unit',
  'units',
  'figures',
  'values',
  'amounts',
  'all',
  'as',
  'a',
]);
const MULTIPLES: Readonly<Record<string, number>> = {
  hundreds: 1e2,
  '000s': 1e3,
};

interface Part {
  readonly end: number;
  readonly note: UnitNote;
}

function findPart(text: string, at: number, hasCurrency: boolean): Part | undefined {
  const thousands = /^['’]?000s?(?![\d,.])/.exec(text.slice(at, at + 6));
  if (thousands) return { end: at + thousands[0].length, note: { multiplier: 1e3 } };
  const word = text.slice(at, wordEndAt(text, at));
  const factor =
    wordMultiplier(word.toLowerCase()) ?? MULTIPLES[word.toLowerCase()] ?? letterMultiplier(word, hasCurrency);
  if (factor !== undefined) return { end: at + word.length, note: { multiplier: factor } };
  const percent = findPercentAfter(text, at);
  if (percent?.start === at) return { end: percent.end, note: { unit: percent.symbol, kind: 'percent' } };
  const before = findCurrencyAt(text, at);
  if (before) return { end: before.end, note: { unit: before.code, kind: 'money' } };
  const currency = findCurrencyAfter(text, at);
  if (currency?.start === at) return { end: currency.end, note: { unit: currency.code, kind: 'money' } };
  const unit = findUnitAfter(text, at);
  if (unit?.start === at) {
    const kind = unit.unit?.dimension === 'time' ? 'duration' : 'measurement';
    return { end: unit.end, note: { unit: unit.symbol, kind } };
  }
  return undefined;
}

/** Reads the whole of `text` as a unit note; undefined where a word remains that is none of its parts. */
function findWholeNote(text: string): UnitNote | undefined {
  let note: UnitNote = {};
  let at = skipBlanks(text, 0);
  for (let count = 0; count < 8 && at < text.length; count++) {
    const rate = note.unit === undefined ? undefined : findPerAfter(text, at);
    if (rate) {
      note = { ...note, per: rate.noun };
      at = skipBlanks(text, rate.end);
      continue;
    }
    // "in €m" is no length; "Height (in)" is one.
    const first = findWordAfter(text, at);
    if (first?.start === at && first.text === 'in' && skipBlanks(text, first.end) < text.length) {
      at = skipBlanks(text, first.end);
      continue;
    }
    const part = findPart(text, at, note.kind === 'money');
    if (part) {
      // A second unit contradicts the first; a unit and a multiplier complete each other.
      if (part.note.unit !== undefined && note.unit !== undefined && part.note.unit !== note.unit) return undefined;
      note = { ...note, ...part.note };
      at = skipBlanks(text, part.end);
      continue;
    }
    const filler = findWordAfter(text, at);
    if (filler?.start === at && FILLERS.has(filler.text)) at = skipBlanks(text, filler.end);
    else if (',.:;'.includes(text.charAt(at))) at = skipBlanks(text, at + 1);
    else return undefined;
  }
  return at >= text.length && (note.unit !== undefined || note.multiplier !== undefined) ? note : undefined;
}

/**
 * Words that head a column of something else as often: "Year", "Degree", "Cup", "Won". As the whole header, a name is a
 * unit in the plural ("Hours") or in a code ("USD", "km²").
 */
function isOrdinaryWord(text: string): boolean {
  return /^[A-Z]?[a-z]{2,24}$/.test(text) && (!/(?:s|percent|feet|000)$/.test(text) || text.length < 3);
}

/** Names of currencies that are common words too. */
const COMMON_WORDS = new Set(['won', 'real', 'mark', 'marks', 'rand', 'dong', 'bucks']);

/**
 * The unit note of a table's header or caption: in brackets ("Area (km²)"), after a comma or "in" ("Revenue, $m", "GDP in
 * billions"), or the whole of it ("%", "USD"). Undefined where it gives none.
 */
export function findUnitNote(text: string): UnitNote | undefined {
  for (let open = text.indexOf('('), count = 0; open >= 0 && count < 4; open = text.indexOf('(', open + 1), count++) {
    const close = text.indexOf(')', open);
    if (close < 0) break;
    const note = findWholeNote(text.slice(open + 1, close));
    if (note) return note;
  }
  const square = /\[([^[\]]{1,40})\]/.exec(text);
  const inSquare = square?.[1] === undefined ? undefined : findWholeNote(square[1]);
  if (inSquare) return inSquare;
  const rate = findRateNote(text);
  if (rate) return rate;
  const comma = text.lastIndexOf(',');
  const afterComma = comma < 0 || isDigitAt(text, comma - 1) ? undefined : findWholeNote(text.slice(comma + 1));
  if (afterComma) return afterComma;
  for (
    let at = text.lastIndexOf(' in '), count = 0;
    at >= 0 && count < 3;
    at = text.lastIndexOf(' in ', at - 1), count++
  ) {
    const note = findWholeNote(text.slice(at + 4));
    if (note) return note;
    if (at === 0) break;
  }
  const print = text.trim();
  const whole =
    /^[A-Z]$/.test(print) || isOrdinaryWord(print) || COMMON_WORDS.has(print.toLowerCase())
      ? undefined
      : findWholeNote(text);
  if (whole) return whole;
  const last = /[%$€£¥]$/.exec(text.trimEnd());
  return last && isLetterAt(text, 0) ? findWholeNote(last[0]) : undefined;
}

/** "Deaths per 100,000", "Cars per 1,000 people": the number that the cells are related to. */
function findRateNote(text: string): UnitNote | undefined {
  const at = text.toLowerCase().lastIndexOf(' per 1');
  const rate = at < 0 ? undefined : findPerAfter(text, at);
  return rate && /^\d/.test(rate.noun) ? { per: rate.noun } : undefined;
}

/** Where the unit note of a header begins: 8 in "Revenue ($m)", 5 in "Speed in km/h"; the header's length without one. */
export function unitNoteStart(text: string): number {
  const bracket = text.indexOf('(');
  if (bracket > 0) return bracket;
  if (findRateNote(text)) return text.toLowerCase().lastIndexOf(' per 1');
  const comma = text.lastIndexOf(',');
  if (comma > 0 && !isDigitAt(text, comma - 1) && findWholeNote(text.slice(comma + 1))) return comma;
  const joint = text.lastIndexOf(' in ');
  return joint > 0 && findWholeNote(text.slice(joint + 4)) ? joint : text.length;
}

/** What begins the caption of a table, or a note on all its figures. */
const CAPTION = /^\W{0,4}(?:table|tab\.|exhibit|schedule|appendix|annex)\b/i;
const WHOLE_NOTE =
  /^\W{0,4}(?:notes?:? {0,3})?(?:(?:all |the )?(?:figures|amounts|values|numbers|data)(?: (?:are|is|shown|given|stated|expressed|reported)){0,3}[ :]{0,3})?/i;

/**
 * The unit note of the words right before a table: a caption ("Table 2: Revenue by region ($m)") or a note on all its
 * figures ("All figures in thousands of euros", "US$ million"). Undefined for any other sentence.
 */
export function findCaptionNote(text: string): UnitNote | undefined {
  if (text.length > 200 || text.includes('\n')) return undefined;
  if (CAPTION.test(text)) return findUnitNote(text);
  const lead = WHOLE_NOTE.exec(text)?.[0] ?? '';
  const rest = text.slice(lead.length).replace(/^[([ ]{1,3}|[)\]. :]{1,4}$/g, '');
  const opens =
    /^(?:in\b|[$€£¥]|us\$|%|per ?cent|thousands?\b|millions?\b|billions?\b)/i.test(rest) || /^[A-Z]{3}\b/.test(rest);
  return opens ? findWholeNote(rest) : undefined;
}

/**
 * A cell's number with the unit note of its table: 12.5 under "$m" is 12,500,000 USD. A figure with its own unit keeps it, and one
 * that `text`, the cell, prints with a scale keeps that: "$3.1 million" under "$m" is 3,100,000 USD, and so is "3.1m".
 */
export function applyUnitNote(text: string, figure: Figure, note: UnitNote): Figure {
  const inMillions = note.unit === undefined || note.kind === 'money' ? readInMillions(figure) : undefined;
  if (inMillions) return withUnit(inMillions, note, 1);
  const factor = note.multiplier === undefined || printsScale(text, figure) ? 1 : note.multiplier;
  return withUnit(figure, note, factor);
}

/** The other reading of metres: "3.1m" as 3.1 million. */
function readInMillions({ unit, alternatives }: Figure): Figure | undefined {
  return unit === 'm' ? alternatives?.find((other) => other.unit === undefined) : undefined;
}

/** Whether a number ends with its scale: "3.1 million", "12k"; "three hundred" is a number of any. */
function printsScale(text: string, { numeral }: Figure): boolean {
  const word = findWordBefore(text, numeral.end);
  if (!word || word.end < numeral.end) return false;
  return (wordMultiplier(word.text) ?? letterMultiplier(word.print, true) ?? 0) >= 1e3;
}

/** A number with the unit of a note, so many times as large as it is printed. */
function withUnit(figure: Figure, note: UnitNote, factor: number): Figure {
  if (figure.value === null || figure.kind === 'ordinal' || figure.kind === 'date') return figure;
  const own = figure.unit;
  if (own !== undefined && note.unit !== undefined && own !== note.unit) return figure;
  if (own !== undefined && note.unit === undefined && figure.kind !== 'money') return figure;
  const scaled = (value: number | null): number | null => (value === null ? null : times(value, factor));
  const unit = own ?? note.unit;
  const kind = own === undefined && note.kind !== undefined ? note.kind : figure.kind;
  const per = figure.per ?? note.per;
  return {
    ...figure,
    kind,
    value: scaled(figure.value),
    low: scaled(figure.low),
    high: scaled(figure.high),
    step: times(figure.step, factor),
    ...(unit === undefined ? {} : { unit }),
    ...(per === undefined ? {} : { per }),
    ...(figure.ends === undefined
      ? {}
      : { ends: [withUnit(figure.ends[0], note, factor), withUnit(figure.ends[1], note, factor)] as const }),
    ...(figure.alternatives === undefined
      ? {}
      : { alternatives: figure.alternatives.map((each) => withUnit(each, note, factor)) }),
  };
}
