// How much there is in each section, its subsections included: for a line above its heading.

import type { AnalysedDocument } from '../document.ts';
import type { Section } from '../markdown/section.ts';
import type { Problem } from '../rules/problem.ts';
import { sectionAt } from './sectionAt.ts';

export interface SectionCounts {
  readonly section: Section;
  /** Actors mentioned in it, each once. */
  readonly actors: number;
  /** Figures without dates. */
  readonly figures: number;
  /** Problems that hold two statements against each other. */
  readonly conflicts: number;
}

const conflictCodes: ReadonlySet<Problem['code']> = new Set(['figure-conflict', 'date-conflict', 'scale-slip']);

/** The counts of every section with a heading, in document order; `problems` are those of the document. */
export function countSections(document: AnalysedDocument, problems: readonly Problem[]): SectionCounts[] {
  const { sections } = document;
  const figures = sections.map(() => 0);
  const conflicts = sections.map(() => 0);
  const actors = sections.map(() => 0);
  const addTo = (counts: number[], index: number) => {
    for (let at: number | undefined = index; at !== undefined; at = sections[at]?.parent) counts[at]!++;
  };
  for (const claim of document.claims) if (claim.figure.kind !== 'date') addTo(figures, claim.section);
  for (const { code, span } of problems) if (conflictCodes.has(code)) addTo(conflicts, sectionAt(sections, span.start));
  for (const actor of document.actors) {
    const met = new Set<number>();
    for (const mention of actor.mentions) {
      let at: number | undefined = document.sectionOfBlock(mention.block).index;
      for (; at !== undefined && !met.has(at); at = sections[at]?.parent) met.add(at);
    }
    for (const index of met) actors[index]!++;
  }
  return sections
    .filter(({ level }) => level > 0)
    .map((section) => ({
      section,
      actors: actors[section.index]!,
      figures: figures[section.index]!,
      conflicts: conflicts[section.index]!,
    }));
}
