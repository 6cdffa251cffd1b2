// Problems at places in prose: at mentions of actors, or at figures that do not work out.

import type { ProseRef } from '../actors/actor.ts';
import { type AnalysedDocument, textAt } from '../document.ts';
import type { Problem, ProblemCode, RelatedSite } from './problem.ts';

/** More related sites are counted and not listed. */
export const RELATED_AT_MOST = 8;

export interface ProseProblem {
  readonly code: ProblemCode;
  readonly message: string;
  readonly at: ProseRef;
  /** At most `RELATED_AT_MOST` of all the `relatedCount` others. */
  readonly related: readonly { readonly at: ProseRef; readonly message: string }[];
  readonly relatedCount: number;
  readonly confidence: number;
  readonly reason: Readonly<Record<string, unknown>>;
}

/** The problem with its spans in the document's source. */
export function problemAtProse(document: AnalysedDocument, problem: ProseProblem): Problem {
  const site = (at: ProseRef) => {
    const span = document.spanOf(at);
    return { span, text: textAt(document, span) };
  };
  const related: RelatedSite[] = problem.related.map(({ at, message }) => ({ ...site(at), message }));
  const { code, message, confidence, reason, at, relatedCount } = problem;
  return {
    code,
    severity: 'warning',
    message,
    ...site(at),
    related,
    relatedCount,
    confidence,
    reason,
  };
}
