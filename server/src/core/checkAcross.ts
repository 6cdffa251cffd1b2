// Problems between documents: statements of one document that another contradicts. What a document says against itself is
// found by checking it alone.

import { mergeDocuments } from './mergeDocuments.ts';
import { emptyProject, type Project } from './project/project.ts';
import { isLanguageRead, uniteWordings } from './projectReading.ts';
import type { KeyedDocument } from './queries/site.ts';
import { checkDocumentInSteps, comparingRules } from './rules/index.ts';
import type { Problem, RelatedSite, Sensitivity } from './rules/problem.ts';
import { findSuppressions, silencedBy } from './rules/suppressions.ts';
import { finish, type Steps } from './text/steps.ts';

/** More related sites are counted and not listed. */
const mostRelated = 8;

export interface ComparedDocument extends KeyedDocument {
  /** What its project file says; nothing where there is none. */
  readonly project?: Project;
}

/**
 * For each document, in the order given, the problems that it has with the others. Wordings that one project tells apart
 * are told apart in all.
 */
export function checkAcross(documents: readonly ComparedDocument[], sensitivity: Sensitivity): Problem[][] {
  return finish(checkAcrossInSteps(documents, sensitivity));
}

/**
 * The same in steps. Of documents that were compared under the same `lineage` before, only what has changed since is
 * weighed again.
 */
export function* checkAcrossInSteps(
  documents: readonly ComparedDocument[],
  sensitivity: Sensitivity,
  lineage?: object,
): Steps<Problem[][]> {
  const found = documents.map((): Problem[] => []);
  const compared = documents.flatMap(({ key, document, project = emptyProject }, index) =>
    isLanguageRead(project.language)
      ? [
          {
            key,
            index,
            document: uniteWordings(document, project.sameClaims),
            isSilenced: silencedBy(findSuppressions(document)),
          },
        ]
      : [],
  );
  if (compared.length < 2) return found;
  const merged = mergeDocuments(
    compared.map(({ document }) => document),
    lineage,
  );
  const projects = new Set(documents.map(({ project }) => project ?? emptyProject));
  const differentClaims = [...projects].flatMap((project) => project.differentClaims);
  const problems = yield* checkDocumentInSteps(merged.document, { sensitivity, differentClaims }, comparingRules);
  for (const problem of problems) {
    const own = merged.trace(problem.span);
    const related = problem.related.flatMap((site): RelatedSite[] => {
      const place = merged.trace(site.span);
      const other = compared[place.index];
      if (place.index === own.index || !other || other.isSilenced(problem.code, place.span)) return [];
      return [{ ...site, span: place.span, document: other.key }];
    });
    const index = compared[own.index]?.index ?? 0;
    if (related.length > 0) found[index]?.push({ ...problem, span: own.span, related, relatedCount: related.length });
  }
  return found;
}

/** The problems of a document with itself and with others, each place once for a code, in document order. */
export function joinProblems(own: readonly Problem[], across: readonly Problem[]): Problem[] {
  const keyOf = ({ code, span }: Problem): string => `${code} ${span.start} ${span.end}`;
  const joined = new Map(own.map((problem) => [keyOf(problem), problem]));
  for (const problem of across) {
    const known = joined.get(keyOf(problem));
    joined.set(
      keyOf(problem),
      known
        ? {
            ...known,
            related: [...known.related, ...problem.related].slice(0, mostRelated),
            relatedCount: known.relatedCount + problem.relatedCount,
            confidence: Math.max(known.confidence, problem.confidence),
          }
        : problem,
    );
  }
  return [...joined.values()].sort((a, b) => a.span.start - b.span.start);
}
