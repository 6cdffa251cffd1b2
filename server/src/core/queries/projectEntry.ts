// The entry of a project file that an offset stands in, and where the texts state a declared fact.

import type { AnalysedDocument } from '../document.ts';
import type { AcceptedDifference, ActorEntry, DeclaredFact, Project } from '../project/project.ts';
import { findPlaceInProject } from '../project/projectPlace.ts';
import { findFactStatements } from '../rules/factStatements.ts';
import { rules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import { type Span, sliceSpan, spanOf } from '../text/span.ts';
import type { KeyedDocument, Site } from './site.ts';

export type ProjectEntry =
  | { readonly kind: 'rule'; readonly rule: Rule; readonly span: Span }
  | { readonly kind: 'fact'; readonly fact: DeclaredFact; readonly span: Span }
  | { readonly kind: 'actor'; readonly index: number; readonly entry: ActorEntry; readonly span: Span }
  | { readonly kind: 'accepted'; readonly entry: AcceptedDifference; readonly span: Span };

/** The code of a rule at the offset, or else the fact, actor or accepted difference whose entry it stands in. */
export function findProjectEntry(text: string, project: Project, offset: number): ProjectEntry | undefined {
  const word = wordAt(text, offset);
  const rule = rules.find(({ code }) => code === sliceSpan(text, word));
  const [section] = findPlaceInProject(text, word.end)?.path ?? [];
  if (rule && (section === 'rules' || section === 'accepted')) return { kind: 'rule', rule, span: word };
  const isHere = ({ span }: { readonly span: Span }) => span.start <= offset && offset < span.end;
  const fact = project.facts.find(isHere);
  if (fact) return { kind: 'fact', fact, span: fact.span };
  const index = project.actors.findIndex((actor) => !actor.not && isHere(actor));
  const entry = project.actors[index];
  if (entry) return { kind: 'actor', index, entry, span: entry.nameSpan ?? entry.span };
  const accepted = project.accepted.find(isHere);
  return accepted && { kind: 'accepted', entry: accepted, span: accepted.span };
}

function wordAt(text: string, offset: number): Span {
  const isPart = (at: number) => /[\w-]/.test(text[at] ?? '');
  let start = offset;
  let end = offset;
  while (start > 0 && isPart(start - 1)) start--;
  while (end < text.length && isPart(end)) end++;
  return spanOf(start, end);
}

/** A figure of a text that a declared fact speaks of. */
export interface FactSite {
  readonly site: Site;
  readonly text: string;
  /** Title of the section that it stands in; empty before the first heading. */
  readonly section: string;
  readonly agrees: boolean;
}

/** Where the documents state the fact, those that disagree first. */
export function findFactSites(documents: readonly KeyedDocument[], fact: DeclaredFact): FactSite[] {
  const sites = documents.flatMap(({ key, document }) =>
    findFactStatements(document, [fact]).map(({ claim, agrees }): FactSite => {
      const span = document.spanOf(claim);
      const section = document.sections[claim.section]?.title ?? '';
      return { site: { document: key, span }, text: sliceSpan(document.source, span), section, agrees };
    }),
  );
  return [...sites.filter(({ agrees }) => !agrees), ...sites.filter(({ agrees }) => agrees)];
}

/** The declared fact that a figure of a document states or contradicts. */
export function findFactOf(
  document: AnalysedDocument,
  claim: { readonly index: number },
  facts: readonly DeclaredFact[],
): DeclaredFact | undefined {
  return findFactStatements(document, facts).find((statement) => statement.claim.index === claim.index)?.fact;
}
