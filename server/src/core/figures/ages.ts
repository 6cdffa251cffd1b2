// Ages: "34 years old", "a 34-year-old", "aged 34", "Maria Kerr, 34,", "87 yo", "ten months of age". A duration, whoever is
// that old.

import type { Amount } from './amount.ts';
import { monthOf, weekdayOf } from './calendarWords.ts';
import { findWordAfter, findWordBefore, isDashAt, isLetterAt, isUpperAt, skipBlanks, skipBlanksBack } from './scan.ts';

export interface AgeHit {
  readonly start: number;
  readonly end: number;
  readonly unit: string;
}

/** The age that the amount is part of, or undefined where it is none. */
export function findAge(text: string, amount: Amount, floor: number): AgeHit | undefined {
  const { start, end, unit } = amount;
  if (unit === 'year' || unit === 'month' || unit === 'week' || unit === 'day') {
    const old = findWordAfter(text, isDashAt(text, end) ? end + 1 : end);
    if (old?.text === 'old' || old?.text === 'olds') return { start, end: old.end, unit };
    if (old?.text === 'of') {
      const age = findWordAfter(text, old.end);
      if (age?.text === 'age') return { start, end: age.end, unit };
    }
    return undefined;
  }
  if (unit !== undefined || amount.value > 130 || amount.value < 0) return undefined;
  const after = findWordAfter(text, end);
  if (after?.text === 'yo' || after?.text === 'yrs') return { start, end: after.end, unit: 'year' };
  if (followsName(text, start, end, amount)) return { start, end, unit: 'year' };
  const before = findWordBefore(text, start);
  if (!before || before.start < floor) return undefined;
  if (before.text === 'aged' || before.text === 'age' || before.text === 'ages')
    return { start: before.start, end, unit: 'year' };
  if (before.text === 'at' && isOfDeath(text, before.start, after?.start === skipBlanks(text, end) ? after.text : '')) {
    return amount.value >= 10 ? { start, end, unit: 'year' } : undefined;
  }
  // "turned 80 on Sunday"
  const turned = before.text === 'turned' || before.text === 'turns' || before.text === 'turning';
  const closed = !after || /^(?:on|in|this|last|next|and|but)$/.test(after.text);
  return turned && closed && amount.value >= 10 ? { start, end, unit: 'year' } : undefined;
}

const DYING = new Set(['died', 'die', 'dies', 'dying', 'dead', 'death']);
/** What may stand between an age and the rest of the sentence without being counted or numbered by it. */
const AFTER_AGE = new Set([
  '',
  'in',
  'on',
  'of',
  'after',
  'from',
  'and',
  'but',
  'he',
  'she',
  'while',
  'when',
  'a',
  'following',
]);

/** "died at 34", "dying of a fever |at 34": whether death stands before "at" and nothing that is numbered behind the number. */
function isOfDeath(text: string, at: number, next: string): boolean {
  if (!AFTER_AGE.has(next)) return false;
  const words =
    text
      .slice(Math.max(0, at - 40), at)
      .split(/[.;:,]/)
      .at(-1)!
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  return words.slice(-5).some((word) => DYING.has(word));
}

/** Words with a capital that stand before a comma and are nobody's name. */
const NO_NAMES = new Set(
  'however meanwhile moreover today yesterday tomorrow sunday and but then now overall instead finally chapter table figure section page'.split(
    ' ',
  ),
);

/** Nouns before a comma and an age: "the mayor, 61, said". */
const PERSONS = new Set(
  'president minister premier chancellor senator governor mayor king queen prince princess pope actor actress singer rapper comedian author writer painter man woman boy girl teenager mother father widow pensioner farmer teacher driver nurse doctor worker soldier pilot captain lawyer student officer gunman attacker victim suspect defendant player striker midfielder defender goalkeeper winger forward batsman bowler rider swimmer sprinter champion coach manager director businessman businesswoman tycoon billionaire millionaire leader owner resident star'.split(
    ' ',
  ),
);

/** "Maria Kerr, 34, said", "… and John Doe, 52.": a bare number between commas after a name. */
function followsName(text: string, start: number, end: number, amount: Amount): boolean {
  const { value, numeral } = amount;
  if (numeral.form !== 'digits' || !Number.isInteger(value) || value < 1 || value > 115) return false;
  const comma = skipBlanksBack(text, start) - 1;
  if (text.charAt(comma) !== ',' || comma + 1 === start) return false;
  const sign = text.charAt(end);
  if (sign !== ',' && sign !== '.' && sign !== ';' && sign !== ')') return false;
  const last = findWordBefore(text, comma);
  if (last?.end === comma && PERSONS.has(last.text)) return sign === ',';
  if (last?.end !== comma || !isUpperAt(text, last.start) || last.text.length < 2) return false;
  if (monthOf(last.text) !== undefined || weekdayOf(last.text) !== undefined || NO_NAMES.has(last.text)) return false;
  // A second name, or the second comma, tells it from the next item of a list: "in Freedonia, 34 and".
  const first = findWordBefore(text, last.start);
  const full = first !== undefined && isUpperAt(text, first.start) && !isLetterAt(text, first.start - 1);
  if (sign !== ',') return full && !/\d/.test(text.slice(Math.max(0, first.start - 3), first.start));
  if (!full && first && /^(?:in|at|from|near|to|of|for)$/.test(first.text)) return false;
  const next = findWordAfter(text, end + 1);
  if (!next || next.print !== next.text || next.text === 'respectively' || next.text === 'to') return false;
  return full || (next.text !== 'and' && next.text !== 'or');
}
