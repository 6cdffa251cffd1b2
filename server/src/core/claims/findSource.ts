// Finds whom a sentence gives as the source of a figure: "the Harbour Board estimates", "according to the ministry",
// "the board's estimate of". A verb in the passive names nobody.

import { stemOf } from './stem.ts';
import type { ProseTokens, Token } from './tokens.ts';

const stems = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(stemOf));

/** Words that say that somebody gives a figure, as verbs and as nouns. */
const GIVING = stems('say report estimate project forecast calculate predict claim expect find');
const PASSIVE = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being']);
const OURS = new Set(['we', 'our']);
const AUTHOR = 'the authors';
/** How many tokens before a figure its source may stand, and how many words may name it. */
const REACH = 14;
const LONGEST = 3;

/** The words that name the source of the figure at token `at`, “the authors” where they say “we”; undefined where the sentence names none. */
export function findSource(words: ProseTokens, at: number): string | undefined {
  const { tokens, sentences } = words;
  const own = (i: number) => sentences[i] === sentences[at];
  for (let i = at - 1; i >= Math.max(0, at - REACH) && own(i); i--) {
    const token = tokens[i]!;
    // What stands behind another figure and a comma belongs to that one.
    if (token.text === ';') break;
    if (isAccording(tokens, i)) return nameAfter(words, i + 2);
    if (GIVING.has(token.stem)) return nameBefore(words, i);
  }
  for (let i = at + 1; i < Math.min(tokens.length, at + REACH) && own(i); i++) {
    const token = tokens[i]!;
    if (token.kind === 'figure' || token.text === ';') return undefined;
    if (isAccording(tokens, i)) return nameAfter(words, i + 2);
  }
  return undefined;
}

/** Whether two claims are each attributed to somebody else than the authors, and not to the same one. */
export function haveOtherSources(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined || a === AUTHOR || b === AUTHOR) return false;
  const known = new Set(b.toLowerCase().split(' '));
  return !a
    .toLowerCase()
    .split(' ')
    .some((word) => known.has(word));
}

function isAccording(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === 'according' && tokens[at + 1]?.text === 'to';
}

function nameBefore({ tokens, sentences }: ProseTokens, verb: number): string | undefined {
  if (PASSIVE.has(tokens[verb - 1]?.text ?? '')) return undefined;
  const name: string[] = [];
  for (let i = verb - 1; i >= 0 && sentences[i] === sentences[verb] && name.length < LONGEST; i--) {
    const { kind, text, written } = tokens[i]!;
    if (OURS.has(text)) return AUTHOR;
    if (kind !== 'content') break;
    name.unshift(written ?? text);
  }
  return name.join(' ') || undefined;
}

function nameAfter({ tokens, sentences }: ProseTokens, from: number): string | undefined {
  const name: string[] = [];
  let i = from;
  while (tokens[i]?.kind === 'function' && !OURS.has(tokens[i]!.text)) i++;
  if (OURS.has(tokens[i]?.text ?? '')) return AUTHOR;
  for (; i < tokens.length && sentences[i] === sentences[from - 1] && name.length < LONGEST; i++) {
    if (tokens[i]!.kind !== 'content') break;
    name.push(tokens[i]!.written ?? tokens[i]!.text);
  }
  return name.join(' ') || undefined;
}
