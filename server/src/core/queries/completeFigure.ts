// The figures that a text has already stated for the measure just written: "active personnel of" and then what the
// documents say. Only where all words of a measure stand there, since a wrong figure is worse than none.

import type { Actor } from '../actors/actor.ts';
import type { Claim } from '../claims/claim.ts';
import { stemOf } from '../claims/stem.ts';
import type { AnalysedDocument } from '../document.ts';
import { type Span, sliceSpan } from '../text/span.ts';
import { splitWords, type Word } from '../text/words.ts';
import { periodText } from './periodText.ts';
import { findWrittenProse, isBeingWritten } from './proseAt.ts';
import type { KeyedDocument, Site } from './site.ts';

export interface FigureCompletion {
  /** As the first of its places prints it. */
  readonly text: string;
  /** In the source: what is typed of the number. */
  readonly span: Span;
  readonly measure: string;
  /** Name of the actor that it is about. */
  readonly subject?: string;
  /** In words. */
  readonly period?: string;
  /** Where it is stated first, those of the document asked about before others. */
  readonly site: Site;
  /** Title of the section of that place; empty before the first heading. */
  readonly section: string;
  /** How many places state it so. */
  readonly count: number;
}

/** Words that may stand between a measure and its figure. */
const linking = new Set(
  `of is was are were be been at in by for to a an the has have had with about around roughly nearly some approximately
   came come comes amounted amounts reached reaches totalled totaled totals stood stands numbered numbers comprised counted counts fell rose grew`.split(
    /\s+/u,
  ),
);

const year = /^(?:1[89]|20)\d\d$/u;

/** How many words may stand there at most, names of subjects and years included. */
const mostLinking = 6;

/** How far before the cursor the measure is looked for, in UTF-16 units. */
const reach = 160;

/** The last stems of all measures that a document states a figure for. */
export function statedMeasures(document: AnalysedDocument): string[] {
  return [...indexOf(document).keys()];
}

/** The last stems of the measures for which figures would be offered at the offset: which documents could have one. */
export function soughtMeasures(document: AnalysedDocument, offset: number): ReadonlySet<string> {
  const written = findWrittenProse(document, offset);
  return new Set(written ? readWritten(written.before).measured.map((run) => run.at(-1)!) : []);
}

/** What stands before the cursor: the beginning of a figure, the words of the sentence, and what they may measure. */
function readWritten(before: string) {
  const typed = /(?:(?<=[\s([–—-])[$€£¥]?\d[\d.,]{0,20})?$/u.exec(before.slice(-24))![0];
  const words = wordsOfSentence(before.slice(0, before.length - typed.length).slice(-reach));
  const isPlace = typed !== '' || /[\s(–—-]$/u.test(before);
  return { typed, words, measured: isPlace ? findMeasured(words) : [] };
}

/** The figures stated for the measure that ends before the offset; those stated most often first. */
export function completeFigure(
  documents: readonly KeyedDocument[],
  key: string,
  offset: number,
): readonly FigureCompletion[] {
  const asked = documents.find((candidate) => candidate.key === key);
  const written = asked && findWrittenProse(asked.document, offset);
  if (!written) return [];
  const { typed, words, measured } = readWritten(written.before);
  if (measured.length === 0) return [];
  const span = { start: offset - typed.length, end: offset };
  const found = new Map<string, FigureCompletion>();
  const ordered = [asked, ...documents.filter((candidate) => candidate !== asked)];
  let named: ReadonlySet<string> | undefined;
  for (const candidate of ordered)
    for (const claim of claimsFor(candidate.document, measured)) {
      if (candidate === asked && isBeingWritten(written, claim)) continue;
      const text = sliceSpan(candidate.document.source, candidate.document.spanOf(claim)).replace(/\s+/gu, ' ');
      if (!beginsWith(claim, text, typed) || text === typed) continue;
      named ??= findNamed(documents, words);
      if (!isOfThat(claim, words, named)) continue;
      const id = `${text} ${claim.subject ?? ''} ${claim.period ?? ''}`;
      const known = found.get(id);
      found.set(id, known ? { ...known, count: known.count + 1 } : describe(candidate, claim, text, span));
    }
  return [...found.values()].sort((a, b) => b.count - a.count);
}

/** Whether a printed figure begins as typed, its currency and its hedge aside: "4" begins "$42.8 million". */
function beginsWith({ figure }: Claim, text: string, typed: string): boolean {
  return text.startsWith(typed) || text.slice(figure.numeral.start - figure.span.start).startsWith(typed);
}

function describe({ key, document }: KeyedDocument, claim: Claim, text: string, span: Span): FigureCompletion {
  return {
    text,
    span,
    measure: claim.measure.text,
    ...(claim.subject && { subject: nameOf(document, claim.subject) }),
    ...(claim.period && { period: periodText(claim.period) }),
    site: { document: key, span: document.spanOf(claim) },
    section: document.sections[claim.section]?.title ?? '',
    count: 1,
  };
}

function wordsOfSentence(text: string): Word[] {
  const words = splitWords(text);
  const end = words.findLastIndex((word) => /^[.!?;]$/u.test(word.text));
  return words.slice(end + 1);
}

/** The runs of stems that a measure may be: what is left before the linking words, nearest first, as long as may be. */
function findMeasured(words: readonly Word[]): readonly (readonly string[])[] {
  const runs: string[][] = [];
  for (let end = words.length; end > 0 && words.length - end <= mostLinking; end--) {
    if (words[end - 1]!.kind === 'word')
      runs.push(
        words
          .slice(Math.max(0, end - 6), end)
          .filter(({ kind }) => kind === 'word')
          .map(stemOfWord),
      );
    if (!mayLink(words[end - 1]!)) break;
  }
  return runs;
}

function mayLink({ text, kind }: Word): boolean {
  if (kind === 'number') return year.test(text);
  if (kind === 'symbol') return /^[:,(–—|-]$/u.test(text);
  return linking.has(text.toLowerCase()) || /^\p{Lu}/u.test(text);
}

function stemOfWord({ text }: Word): string {
  return stemOf(text.toLowerCase().replace(/['’]s$/u, ''));
}

interface MeasuredClaim {
  readonly claim: Claim;
  readonly stems: readonly string[];
}

const indices = new WeakMap<AnalysedDocument, ReadonlyMap<string, readonly MeasuredClaim[]>>();

/** The claims by the last stem of their measure. Made once for a document. */
function indexOf(document: AnalysedDocument): ReadonlyMap<string, readonly MeasuredClaim[]> {
  const known = indices.get(document);
  if (known) return known;
  const index = new Map<string, MeasuredClaim[]>();
  for (const claim of document.claims) {
    if (claim.figure.kind === 'date' || claim.stance !== 'stated') continue;
    const stems = splitWords(claim.measure.text)
      .filter(({ kind }) => kind === 'word')
      .map(stemOfWord);
    const last = stems.at(-1);
    if (last === undefined) continue;
    const claims = index.get(last);
    if (claims) claims.push({ claim, stems });
    else index.set(last, [{ claim, stems }]);
  }
  indices.set(document, index);
  return index;
}

/** Words that may stand before a measure of one word: "the number of employees". */
const leading = new Set(
  'the a an its their our number total of all and in on at with has have had'.split(' ').map(stemOf),
);

/** The claims whose measure ends one of the runs; one word is a measure only where nothing before it narrows it. */
function claimsFor(document: AnalysedDocument, runs: readonly (readonly string[])[]): Claim[] {
  const index = indexOf(document);
  const found = new Set<Claim>();
  for (const run of runs)
    for (const { claim, stems } of index.get(run.at(-1)!) ?? []) {
      if (stems.length > run.length) continue;
      if (stems.length === 1 && !run.slice(0, -1).every((word) => leading.has(word))) continue;
      if (stems.every((word, at) => word === run[run.length - stems.length + at])) found.add(claim);
    }
  return [...found];
}

/** Whether the claim is of whom and when the sentence says, as far as it says. */
function isOfThat(claim: Claim, words: readonly Word[], named: ReadonlySet<string>): boolean {
  const years = words.filter(({ kind, text }) => kind === 'number' && year.test(text));
  if (claim.period && years.length > 0 && !years.some(({ text }) => claim.period!.includes(text))) return false;
  return named.size === 0 || claim.subject === undefined || named.has(claim.subject);
}

/** The ids of the actors that the sentence names. */
function findNamed(documents: readonly KeyedDocument[], words: readonly Word[]): ReadonlySet<string> {
  const sentence = ` ${words.map(({ text }) => text.replace(/['’]s?$/u, '')).join(' ')} `;
  const isNamed = ({ name, aliases }: Actor) => [name, ...aliases].some((form) => sentence.includes(` ${form} `));
  return new Set(documents.flatMap(({ document }) => document.actors.filter(isNamed).map(({ id }) => id)));
}

function nameOf(document: AnalysedDocument, idOrName: string): string {
  return document.actors.find(({ id }) => id === idOrName)?.name ?? idOrName;
}
