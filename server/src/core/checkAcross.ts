// Problems between documents: statements of one document that another contradicts. What a document says against itself is
// found by checking it alone.

import { mergeDocuments } from './mergeDocuments.ts';
import type { KeyedDocument } from './queries/site.ts';
import { checkDocument } from './rules/index.ts';
import type { Problem, RelatedSite, Sensitivity } from './rules/problem.ts';

/** More related sites are counted and not listed. */
const mostRelated = 8;

/** For each document, in the order given, the problems that it has with the others. */
export function checkAcross(documents: readonly KeyedDocument[], sensitivity: Sensitivity): Problem[][] {
  const found = documents.map((): Problem[] => []);
  if (documents.length < 2) return found;
  const merged = mergeDocuments(documents.map(({ document }) => document));
  for (const problem of checkDocument(merged.document, { sensitivity })) {
    const { index, span } = merged.trace(problem.span);
    const related = problem.related.flatMap((site): RelatedSite[] => {
      const other = merged.trace(site.span);
      const key = documents[other.index]?.key;
      return other.index === index || key === undefined ? [] : [{ ...site, span: other.span, document: key }];
    });
    if (related.length > 0) found[index]?.push({ ...problem, span, related, relatedCount: related.length });
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
