// Number words that are no numbers where they stand: "this one", "no one", "one of the", "at first", "a second".

import { findWordAfter, findWordBefore, isDashAt, isLetterAt, isUpperAt, wordAt } from '../scan.ts';

const NOT_BEFORE_ONE = new Set(
  'this that these those the which no any every each some another next last only such other wrong right new old big good best better first second latter former same whole little single lone great else is was be loved day years square number its his her their our my or and'.split(
    ' ',
  ),
);
/** "one-time", "one-off", "one-sided": a manner, no number. */
const NOT_JOINED_TO_ONE = new Set(
  'time off on sided size stop way to liner man woman shot click two upmanship'.split(' '),
);
/** "at one point", "on one side", "one morning": some one of them. */
const NOT_AFTER_AT_ONE = new Set('point stage end side hand level moment extreme'.split(' '));
const SOME_TIME = new Set('day morning afternoon evening night'.split(' '));
/** "one analyst said": somebody. */
const SAYING = new Set(
  'said says told tells asked asks called calls wrote writes thought thinks described describes explained recalled recalls put estimates estimated suggested suggests argued argues added noted complained joked quipped posted tweeted commented'.split(
    ' ',
  ),
);
const NOT_AFTER_ONE = new Set(
  'of that who which another thing is was are were has had can could may might must should would will to for with by on at as and or but if when where day way side time more less than does did be been being i you he she we they not also only another’s whose from size such'.split(
    ' ',
  ),
);

/** Whether "one" at `start…end` counts: "one person", "one million"; not "the one that", "one of them", "one day". */
export function countsAsOne(text: string, start: number, end: number): boolean {
  if (isDashAt(text, start - 1)) return false;
  if (isDashAt(text, end)) return isLetterAt(text, end + 1) && !NOT_JOINED_TO_ONE.has(wordAt(text, end + 1));
  const before = findWordBefore(text, start);
  if (before && NOT_BEFORE_ONE.has(before.text)) return false;
  const next = findWordAfter(text, end);
  if (!next || NOT_AFTER_ONE.has(next.text) || SOME_TIME.has(next.text)) return false;
  if (NOT_AFTER_AT_ONE.has(next.text) && before && (before.text === 'at' || before.text === 'on')) return false;
  return !saysSomething(text, next.end, next.text);
}

/** Whether a noun of one or two words and a verb of saying follow: "one| senior official said". */
function saysSomething(text: string, end: number, noun: string): boolean {
  const second = findWordAfter(text, end);
  if (!second || noun.endsWith('s')) return false;
  if (SAYING.has(second.text)) return true;
  const third = findWordAfter(text, second.end);
  return third !== undefined && SAYING.has(third.text) && second.print === second.text;
}

const DETERMINERS = new Set('this that these those the which no any every each some another next last only'.split(' '));

/** Whether "one" before a unit counts: "is one year old", "a one-day strike"; not "that one day", "one day". */
export function countsAsOneUnit(text: string, start: number, end: number, unit: string): boolean {
  const before = findWordBefore(text, start);
  const joined = isDashAt(text, end);
  return (unit !== 'day' || joined) && !(before && DETERMINERS.has(before.text));
}

const NOT_AFTER_SECOND = new Set('of to and or but is was later after before thought nature hand'.split(' '));

const ADVERB_LEADERS = new Set(
  'we i they you he she it who was were is are be been being to when come comes came must should will can could would may go goes put always has had have then ratepayers people'.split(
    ' ',
  ),
);

/** Whether the ordinal word at `start…end` ranks something: not "at first", "First, …", "first of all", "a second later". */
export function ranksSomething(text: string, start: number, end: number, word: string): boolean {
  if (isDashAt(text, start - 1) && isLetterAt(text, start - 2)) return false;
  const before = findWordBefore(text, start);
  const next = findWordAfter(text, end);
  if (word === 'second' || word === 'third') {
    if (before && /^(?:a|per|each|every|split)$/.test(before.text) && (!next || NOT_AFTER_SECOND.has(next.text)))
      return false;
  }
  if (word === 'first') {
    if (before?.text === 'at' || next?.text === 'of') return false;
    // "we first asked", "was first proposed", "comes first"
    if (before && ADVERB_LEADERS.has(before.text)) return false;
    if (next && (next.text.endsWith('ed') || next.text === 'and' || next.text === 'introduced')) return false;
    // "First Lady", "First Amendment"
    if (isUpperAt(text, start) && next && isUpperAt(text, next.start) && before !== undefined) return false;
    if (isDashAt(text, end)) return false;
  }
  const sign = text.charAt(end);
  if (sign === ',' && (!before || '.!?:;'.includes(text.charAt(before.end)))) return false;
  return next !== undefined || sign === '' || before !== undefined;
}
