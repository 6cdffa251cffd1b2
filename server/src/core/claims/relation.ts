// How the places of two claims relate: whether they stand in different sections at all, whether one place sums the other
// up, and whether the two are siblings that tell the same story of different things.

import type { Section } from '../markdown/section.ts';
import { remembering } from '../text/remembering.ts';
import type { Claim } from './claim.ts';
import { isLightWord } from './lexicon.ts';
import type { ClaimedDocument } from './resolveClaims.ts';
import { readTokens, type Token } from './tokens.ts';

export interface Relation {
  /** Whether one of them stands where the document sums itself up, and the other elsewhere. */
  readonly summary: boolean;
  /**
   * Whether the headings say that the two are about different things: each has words that neither the other's heading nor
   * its sentence knows.
   */
  readonly otherTopic: boolean;
  /** Whether they stand in parts that are built alike, one for each of several things. */
  readonly parallel: boolean;
}

const SUMMARY_WORDS = new Set(
  `summary abstract overview highlight highlights conclusion conclusions introduction findings results digest brief
  glance short takeaways recap tldr tl key outline synopsis gist nutshell background main points essentials`.split(
    /\s+/,
  ),
);

export interface Relations {
  /** As long as it is the same, so is how places relate. */
  readonly outline: Outline;
  /** What kind of text a claim stands in. */
  shapeOf(claim: Claim): string;
  /** Whether the two stand in different places, so that they may be held against each other at all. */
  areApart(a: Claim, b: Claim): boolean;
  between(a: Claim, b: Claim): Relation;
}

/** What a section's title says. */
interface Title {
  readonly sumsUp: boolean;
  /** The concepts that it names. */
  readonly topic: readonly string[];
}

const MOST_TITLES = 20_000;
const recallTitle = remembering(MOST_TITLES, readTitle);

function readTitle(text: string): Title {
  const { tokens } = readTokens(text, []);
  const words = tokens.filter(({ kind }) => kind !== 'punctuation');
  const sumsUp = words.length > 0 && words.length <= 5 && words.some((token) => SUMMARY_WORDS.has(token.text));
  const topic = tokens
    .filter((token) => token.kind === 'content' && !isLightWord(token.stem) && !SUMMARY_WORDS.has(token.text))
    .map(({ concept }) => concept);
  return { sumsUp, topic };
}

/** Whether a section is what a document with further headings says before them: its lead. `sections` are those of its document. */
function isLead(sections: readonly Section[], section: Section): boolean {
  if (sections.length < 3 || section.index - sections[0]!.index > 1) return false;
  return section.level === 0 || (section.level === 1 && sections.some((other) => other.parent === section.index));
}

/** The sections by document, where several have been merged into one: each begins with what stands before its first heading. */
function splitByDocument(sections: readonly Section[]): (readonly Section[])[] {
  const documents: Section[][] = [];
  for (const section of sections) {
    if (section.level === 0 || documents.length === 0) documents.push([]);
    documents.at(-1)!.push(section);
  }
  return documents;
}

/** What the titles and levels of all sections say. */
export interface Outline {
  readonly sections: readonly Section[];
  /** Whether the document has headings: where it has none, each block is a place of its own. */
  readonly headed: boolean;
  /** By section: which document it is of, whether it sums that up, and the concepts that its title names. */
  readonly documents: readonly number[];
  readonly summaries: readonly boolean[];
  readonly topics: readonly (readonly string[])[];
  readonly isParallel: (a: number, b: number) => boolean;
}

/** The outline of sections; the very same as that of an earlier state where titles and levels are as they were. */
export function outlineOf(sections: readonly Section[], before: Outline | undefined): Outline {
  if (before && haveSameHeadings(before.sections, sections)) return before;
  const titles = sections.map(({ title }) => recallTitle(title));
  const documents = splitByDocument(sections);
  return {
    sections,
    headed: sections.some((section) => section.level > 0),
    documents: documents.flatMap((own, document) => own.map(() => document)),
    summaries: documents.flatMap((own) => own.map((section) => titles[section.index]!.sumsUp || isLead(own, section))),
    topics: titles.map(({ topic }) => topic),
    isParallel: findParallels(sections),
  };
}

function haveSameHeadings(before: readonly Section[], after: readonly Section[]): boolean {
  if (before === after) return true;
  if (before.length !== after.length) return false;
  // The levels say which sections are parts of which.
  return after.every((section, index) => {
    const was = before[index]!;
    return was === section || (was.title === section.title && was.level === section.level);
  });
}

/**
 * The sections whose claims may relate otherwise to others than they did by an earlier outline, by their indices; undefined where that may
 * be all of them.
 */
export function sectionsRelatedAnew(before: Outline, after: Outline): ReadonlySet<number> | undefined {
  if (before.headed !== after.headed || before.sections.length !== after.sections.length) return undefined;
  const anew = new Set<number>();
  for (const [index, { level, parent, title }] of after.sections.entries()) {
    const was = before.sections[index]!;
    if (was.level !== level || was.parent !== parent || before.documents[index] !== after.documents[index])
      return undefined;
    if (was.title === title && before.summaries[index] === after.summaries[index]) continue;
    if (parent !== undefined && mayHaveParallels(after.sections, parent)) return undefined;
    anew.add(index);
  }
  return anew;
}

/** Whether another section beside one has subsections as well. */
function mayHaveParallels(sections: readonly Section[], own: number): boolean {
  const above = sections[own]!.parent;
  return sections.some(({ parent }) => parent !== undefined && parent !== own && sections[parent]!.parent === above);
}

/** How the places of a document's claims relate; `outline` is that of its sections. */
export function relateClaims(document: ClaimedDocument, outline: Outline): Relations {
  const { headed, documents, summaries, topics, isParallel } = outline;
  const shapeOf = (claim: Claim): string => {
    const block = document.blocks[claim.block]!;
    const place = block.prose[claim.prose]?.place;
    if (claim.evidence.cell) return 'table';
    if (place?.footnote !== undefined) return `footnote ${place.footnote}`;
    if (place?.quoted) return 'quotation';
    return place?.kind === 'item' ? 'list' : 'prose';
  };
  const knows = (claim: Claim, topic: readonly string[]): boolean => {
    const own = topics[claim.section] ?? [];
    const isOf = ({ concept }: Token): boolean => topic.includes(concept);
    return topic.some((word) => own.includes(word)) || claim.context.some(isOf) || someOfSentence(claim, isOf);
  };
  const topicsDiffer = (a: Claim, b: Claim): boolean => {
    const left = topics[a.section] ?? [];
    const right = topics[b.section] ?? [];
    if (a.section === b.section || left.length === 0 || right.length === 0) return false;
    return !knows(a, right) && !knows(b, left);
  };
  const sumsUp = ({ section }: Claim, other: Claim) =>
    section !== other.section && documents[section] === documents[other.section] && summaries[section] === true;
  return {
    outline,
    shapeOf,
    areApart: (a, b) => a.section !== b.section || shapeOf(a) !== shapeOf(b) || (!headed && a.block !== b.block),
    between: (a, b) => ({
      summary: sumsUp(a, b) || sumsUp(b, a),
      otherTopic: topicsDiffer(a, b),
      parallel: isParallel(a.section, b.section),
    }),
  };
}

/** Whether something holds for a token of the sentence that a claim stands in. */
function someOfSentence({ evidence: { words, token: at } }: Claim, isSo: (token: Token) => boolean): boolean {
  const { tokens, sentences } = words;
  for (let i = at; i >= 0 && sentences[i] === sentences[at]; i--) if (isSo(tokens[i]!)) return true;
  for (let i = at + 1; i < tokens.length && sentences[i] === sentences[at]; i++) if (isSo(tokens[i]!)) return true;
  return false;
}

/**
 * Answers whether two sections stand in sibling parts with the same subsections: "Costs" and "Results" under one product
 * and again under the next.
 */
function findParallels(sections: readonly Section[]): (a: number, b: number) => boolean {
  const titles = sections.map(() => new Set<string>());
  for (const { parent, title } of sections) {
    if (parent !== undefined && title) titles[parent]!.add(title.trim().toLowerCase());
  }
  const ancestors = (index: number): number[] => {
    const chain = [index];
    for (let at = sections[index]?.parent; at !== undefined; at = sections[at]!.parent) chain.push(at);
    return chain.reverse();
  };
  return (a, b) => {
    if (a === b) return false;
    const left = ancestors(a);
    const right = ancestors(b);
    let depth = 0;
    while (depth < left.length && left[depth] === right[depth]) depth++;
    const one = left[depth];
    const other = right[depth];
    if (one === undefined || other === undefined) return false;
    for (const title of titles[one]!) if (titles[other]!.has(title)) return true;
    return false;
  };
}
