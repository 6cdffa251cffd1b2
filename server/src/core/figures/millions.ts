// "1.2m": metres or millions? Judged from what follows and from what was counted shortly before.

import { findWordAfter } from './scan.ts';

const WIDTHS = new Set('tall long wide high deep thick away above below from apart'.split(' '));
/** What is run or swum over so many metres: "the 400m hurdles". */
const RACES = new Set(
  'hurdles sprint sprints race races final finals relay relays freestyle butterfly backstroke breaststroke medley steeplechase dash title titles gold record records heat heats event events swimmers runners sprinters champions medallists times steps stairs waves sections lengths walls ships boats yachts vessels telescopes buildings'.split(
    ' ',
  ),
);
const IRREGULAR_PLURALS = new Set(['people', 'children', 'men', 'women', 'staff', 'sheep', 'cattle']);

/** Words that tell before "2.4m" that it counts millions. */
const COUNTED_BEFORE =
  /\b(?:number|numbers|people|population|sold|bought|down from|up from|costs?|spend|spends|spending|households|children|workers|users|viewers|jobs|sales|revenues?|profits?|budget|bn|million|billion)\b/i;

/** Whether "9.6m" at `start…end` counts millions: what is counted follows or was named shortly before. */
export function readsAsMillions(text: string, start: number, end: number): boolean {
  const next = findWordAfter(text, end);
  if (next && (WIDTHS.has(next.text) || RACES.has(next.text))) return false;
  if (next && next.print === next.text) {
    if (IRREGULAR_PLURALS.has(next.text) || (next.text.length > 3 && next.text.endsWith('s'))) return true;
  }
  return COUNTED_BEFORE.test(text.slice(Math.max(0, start - 80), start));
}
