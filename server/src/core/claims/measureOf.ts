// Makes a measure of the words that name it: its head, its other words, and how a reader sees it.

import type { Measure } from './claim.ts';
import { conceptOf, isOnlyMeasured } from './lexicon.ts';
import { stemOf } from './stem.ts';
import { indexOfToken, type ProseTokens, type Token } from './tokens.ts';
import { DETERMINERS, LONGEST, PLACING } from './wordRuns.ts';

/** A run of words as the text prints it, with the small words between them: "trains in service". */
function printed(run: readonly Token[], { tokens }: ProseTokens): string {
  let text = '';
  let last = -1;
  run.forEach((token, order) => {
    const at = indexOfToken(tokens, token);
    const between = last >= 0 && at > last && at - last <= MOST_BETWEEN + 1 ? tokens.slice(last + 1, at) : [];
    if (between.every(({ kind }) => kind === 'function')) for (const word of between) text += ` ${word.text}`;
    // A name that begins a sentence is told from other words by the name that follows it.
    const beginsName = order === 0 && !token.written && run[1]?.written && tokens[at + 1] === run[1];
    const own = token.written ?? (beginsName ? token.text.charAt(0).toUpperCase() + token.text.slice(1) : token.text);
    text += order > 0 ? ` ${own}` : own;
    last = at;
  });
  return text;
}

/** So many small words may stand between two words of a measure. */
const MOST_BETWEEN = 3;

/** Whether a word and those behind it say where or per what something is measured: the share of "earnings per common share". */
function isOnlyWhere(token: Token, { tokens }: ProseTokens): boolean {
  let at = indexOfToken(tokens, token) - 1;
  while (DETERMINERS.has(tokens[at]?.text ?? '')) at--;
  const link = tokens[at]?.text ?? '';
  if (link === 'of') return !tokens[at - 1]!.name && !isOnlyMeasured(tokens[at - 1]!.text);
  return link === 'per' || (token.name && PLACING.has(link));
}

/** The measure that a run of content words names, taken from `words`; its last word is the head, but for what only says where or per what. */
export function measureOf(run: readonly Token[], words: ProseTokens): Measure {
  const behind = run.findIndex((token, order) => order > 0 && isOnlyWhere(token, words));
  const head = run.at(behind - 1 < 0 ? -1 : behind - 1)!;
  return {
    text: printed(run, words),
    head: head.concept,
    words: run
      .filter((token) => token !== head)
      .map((token) => token.concept)
      .sort(),
  };
}

/** "Current maximum", where the figure itself is told as a "maximum of $300". */
export function withLimit({ text, head, words }: Measure, limit: string): Measure {
  return { text: `${text} ${limit}`, head: conceptOf(stemOf(limit)), words: [...words, head].sort() };
}

/** What is placed by the name that an event's words begin with: "depot at" before "Elmford opened"; for the reader only. */
export function thingBefore(words: ProseTokens, first: Token): string | undefined {
  const { tokens } = words;
  const at = indexOfToken(tokens, first);
  const link = tokens[at - 1];
  if (!first.name || !link || !PLACING.has(link.text) || words.sentences[at - 2] !== words.sentences[at])
    return undefined;
  const run: Token[] = [];
  for (let i = at - 2; i >= 0 && run.length < LONGEST && tokens[i]!.kind === 'content'; i--) run.unshift(tokens[i]!);
  return run.length > 0 ? `${printed(run, words)} ${link.text}` : undefined;
}
