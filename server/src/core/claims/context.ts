// What stands above a figure and speaks of it as well: the headings of its section, and the sentence that introduces its list or
// table with its date.

import type { Prose } from '../markdown/block.ts';
import type { LaidOutBlock } from '../markdown/layout.ts';
import type { Section } from '../markdown/section.ts';
import { remembering } from '../text/remembering.ts';
import type { EvidenceByProse } from './evidence.ts';
import { readTokens, type Token } from './tokens.ts';

const NOTHING: readonly Token[] = [];

/** By the headings above, what is made of them with an introduction. */
const contexts = new WeakMap<readonly Token[], WeakMap<readonly Token[], readonly Token[]>>();

/** The words of an introduction and of headings; the same list for the same two. */
export function joinContext(introduction: readonly Token[], headings: readonly Token[]): readonly Token[] {
  if (introduction.length === 0) return headings;
  let known = contexts.get(headings);
  if (!known) {
    known = new WeakMap();
    contexts.set(headings, known);
  }
  const context = known.get(introduction) ?? [...introduction, ...headings];
  known.set(introduction, context);
  return context;
}

const MOST_PATHS = 20_000;

/** Words of headings, by the titles from the innermost outwards. */
const wordsOfHeadings = remembering(MOST_PATHS, (path): readonly Token[] => path.split('\n').flatMap(readContent));

/** Answers the words of the headings above a section's text, its own first; the document's own title says nothing that parts its claims. */
export function readHeadings(sections: readonly Section[]): (section: Section) => readonly Token[] {
  const known: (readonly Token[] | undefined)[] = [];
  const pathOf = ({ title, parent }: Section): string => {
    const above = parent === undefined ? undefined : sections[parent];
    return above && above.level > 1 ? `${title}\n${pathOf(above)}` : title;
  };
  return (section) => {
    const own = known[section.index];
    if (own) return own;
    const path = pathOf(section);
    const tokens = wordsOfHeadings(path);
    known[section.index] = tokens;
    return tokens;
  };
}

function readContent(text: string): readonly Token[] {
  return readTokens(text, []).tokens.filter((token) => token.kind === 'content');
}

/** The prose that stands before a list or a table. */
function proseBefore(blocks: readonly LaidOutBlock[], block: number): Prose | undefined {
  const before = blocks[block - 1];
  return before?.kind === 'paragraph' ? before.prose.at(-1) : undefined;
}

/**
 * The one date of the sentence that announces a list, in EDTF, which holds for what the list tells: "In 2024 the port reported:".
 * `before` is the evidence of the block before the list.
 */
export function introducedPeriod(
  blocks: readonly LaidOutBlock[],
  block: number,
  before: EvidenceByProse | undefined,
): string | undefined {
  if (blocks[block]!.kind !== 'list' || !before) return undefined;
  if (!proseBefore(blocks, block)?.text.trimEnd().endsWith(':')) return undefined;
  const periods = new Set<string>();
  for (const { words, token, figure } of before.findLast((own) => own.length > 0) ?? []) {
    if (words.sentences[token] !== words.sentences.at(-1)) continue;
    if (figure.kind === 'date' && figure.period) periods.add(figure.period);
  }
  return periods.size === 1 ? [...periods][0] : undefined;
}

const introductions = new WeakMap<Prose, readonly Token[]>();

/** The words of the sentence that announces a list or a table: "Key results for 2026:", "Table 3: Spending by year". */
export function introductionOf(blocks: readonly LaidOutBlock[], block: number): readonly Token[] {
  const own = blocks[block]!;
  if (own.kind !== 'list' && own.kind !== 'table') return NOTHING;
  const prose = proseBefore(blocks, block);
  if (!prose) return NOTHING;
  const known = introductions.get(prose);
  if (known) return known;
  const trimmed = prose.text.trimEnd();
  const isAnnouncing = trimmed.endsWith(':') || /^(?:table|figure)\b/i.test(trimmed);
  const words = isAnnouncing ? readContent(trimmed.slice(-200)) : NOTHING;
  introductions.set(prose, words);
  return words;
}
