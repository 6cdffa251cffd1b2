// What a document has that its text can refer to by number: tables and figures with captions, numbered sections, footnotes.

import type { AnalysedDocument } from '../document.ts';
import { normalizeLabel } from '../markdown/labels.ts';
import type { LaidOutBlock } from '../markdown/layout.ts';
import { titleOf } from '../markdown/sections.ts';
import { searchAgain } from '../text/searchAgain.ts';

export type TargetKind = 'table' | 'figure' | 'section';

export interface ReferenceTargets {
  /** Numbers by kind: "3", "4.1". Empty where the document does not number things of the kind. */
  readonly numbers: Readonly<Record<TargetKind, ReadonlySet<string>>>;
  /** How deep the numbers of a kind go: 1 for "3", 2 for "4.1". */
  readonly depths: Readonly<Record<TargetKind, ReadonlySet<number>>>;
  /** The greatest first part of the numbers of a kind. */
  readonly lasts: Readonly<Record<TargetKind, number>>;
  /** Normalised labels of footnotes, with their "^". */
  readonly footnotes: ReadonlySet<string>;
}

/** What begins a caption: "Table 3:", "Figure 2.", "Fig. 4 –", or the number alone on its line. */
const CAPTION =
  /^[\s*_>|#]{0,12}(table|figure|fig\.?)\s(\d{1,3}(?:\.\d{1,3}){0,2})[a-z]?[)*_\\]{0,3}(?:\s{0,2}(?:[.:|–—-]|$)|\s\p{Lu})/gimu;
/** In HTML the caption may stand anywhere: "<figcaption>Figure 2". */
const IN_HTML = /\b(table|figure|fig\.?)\s(\d{1,3}(?:\.\d{1,3}){0,2})/gi;
const NUMBERED_HEADING = /^(?:section |§ ?)?(\d{1,2}(?:\.\d{1,3}){0,4})[.:)]?(?:\s|$)/i;
const FEWEST_HEADINGS = 3;

/** Whether a caption's or reference's word is of a table or of a figure: "Fig." of a figure. */
export function targetKindOf(word: string): TargetKind {
  const first = word.charAt(0).toLowerCase();
  return first === 't' ? 'table' : first === 'f' ? 'figure' : 'section';
}

interface Caption {
  readonly kind: TargetKind;
  readonly number: string;
}

const findCaptions = searchAgain(({ kind, block, prose }: LaidOutBlock): Caption[] | undefined => {
  const isMarkup = kind === 'html' || kind === 'code';
  const texts = isMarkup ? [block.source] : prose.map(({ text }) => text);
  const found = texts.flatMap((text) =>
    [...text.matchAll(isMarkup ? IN_HTML : CAPTION)].map(
      ([, word = '', number = '']): Caption => ({ kind: targetKindOf(word), number }),
    ),
  );
  return found.length > 0 ? found : undefined;
});

/** Finds the labels of the footnotes that a block defines. */
const findFootnoteLabels = searchAgain(({ block }: LaidOutBlock): string[] | undefined => {
  const labels = block.defines.filter((label) => label.startsWith('^'));
  return labels.length > 0 ? labels.map(normalizeLabel) : undefined;
});

/** Finds the numbers that headings begin with. */
const findNumberedHeadings = searchAgain(({ level, prose: [title] }: LaidOutBlock): string | undefined =>
  level === undefined || !title ? undefined : NUMBERED_HEADING.exec(titleOf(title))?.[1],
);

/** Finds what the document numbers. */
export function findTargets(document: AnalysedDocument): ReferenceTargets {
  const { blocks } = document;
  const numbers = { table: new Set<string>(), figure: new Set<string>(), section: new Set<string>() };
  for (const { finding } of findCaptions(document, blocks))
    for (const { kind, number } of finding) numbers[kind].add(number);
  const footnotes = new Set(findFootnoteLabels(document, blocks).flatMap(({ finding }) => finding));
  const headings = findNumberedHeadings(document, blocks).map(({ finding }) => finding);
  const tops = new Set(headings.map((number) => number.split('.')[0]));
  if (headings.length >= FEWEST_HEADINGS && tops.has('1') && tops.has('2')) {
    for (const number of headings) numbers.section.add(number);
  }
  const byKind = <T>(read: (known: ReadonlySet<string>) => T) => ({
    table: read(numbers.table),
    figure: read(numbers.figure),
    section: read(numbers.section),
  });
  return {
    numbers,
    depths: byKind((known) => new Set([...known].map(depthOf))),
    lasts: byKind((known) => [...known].reduce((last, number) => Math.max(last, Number.parseInt(number, 10)), 0)),
    footnotes,
  };
}

/** Of how many parts a number consists: 2 for "4.1". */
export function depthOf(number: string): number {
  return number.split('.').length;
}
