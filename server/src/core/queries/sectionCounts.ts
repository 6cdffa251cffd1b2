// How much there is in each section, its subsections included: for a line above its heading.

import type { AnalysedDocument } from '../document.ts';
import type { Section } from '../markdown/section.ts';
import type { Problem } from '../rules/problem.ts';
import { createDisjointSets } from './disjointSets.ts';
import { sectionAt } from './sectionAt.ts';

export interface SectionCounts {
  readonly section: Section;
  /** Actors mentioned in it, each once. */
  readonly actors: number;
  /** Figures without dates. */
  readonly figures: number;
  /** Conflicts with a place in it, each once, however many places it has. */
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
  /** Counts something once in each section that has one of its places in it. */
  const addOnce = (counts: number[], places: readonly number[]) => {
    const met = new Set<number>();
    for (const place of places)
      for (let at: number | undefined = place; at !== undefined && !met.has(at); at = sections[at]?.parent) met.add(at);
    for (const index of met) counts[index]!++;
  };
  for (const sites of separateConflicts(problems))
    addOnce(
      conflicts,
      sites.map((start) => sectionAt(sections, start)),
    );
  for (const actor of document.actors)
    addOnce(
      actors,
      actor.mentions.map(({ block }) => document.sectionOfBlock(block).index),
    );
  return sections
    .filter(({ level }) => level > 0)
    .map((section) => ({
      section,
      actors: actors[section.index]!,
      figures: figures[section.index]!,
      conflicts: conflicts[section.index]!,
    }));
}

/** The places of each conflict: it is reported at all of them, so those that name each other under one code are one. */
function separateConflicts(problems: readonly Problem[]): number[][] {
  const conflicts = createDisjointSets();
  const found = problems.filter(({ code }) => conflictCodes.has(code));
  for (const { code, span, related } of found) {
    for (const site of related)
      if (site.document === undefined) conflicts.join(`${code} ${site.span.start}`, `${code} ${span.start}`);
  }
  const sites = new Map<string, number[]>();
  for (const { code, span } of found) {
    const key = conflicts.rootOf(`${code} ${span.start}`);
    const known = sites.get(key);
    if (known) known.push(span.start);
    else sites.set(key, [span.start]);
  }
  return [...sites.values()];
}
