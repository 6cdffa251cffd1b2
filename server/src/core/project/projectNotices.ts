// What has outlived the texts in a project file: accepted differences that have ended, and declared facts that no text
// states any more. Which documents were looked at is told by whoever looked.

import { t } from '@vscode/l10n';
import type { NoticeCode, Problem } from '../rules/problem.ts';
import { type Span, sliceSpan, spanOf } from '../text/span.ts';
import { matchesGlobs } from './glob.ts';
import type { AcceptedDifference, DeclaredFact, Project } from './project.ts';

/** What the documents of a project showed. */
export interface ProjectRecord {
  /** Paths of the documents that were checked, relative to the project file's folder. */
  readonly checked: readonly string[];
  /** The accepted differences that are still there. */
  readonly met: ReadonlySet<AcceptedDifference>;
  /** The declared facts that some text states as they are declared. */
  readonly stated: ReadonlySet<DeclaredFact>;
  /** Whether these are all the documents, so that what none of them says is said nowhere. */
  readonly isWhole: boolean;
  /** Whether documents were held against each other, too. */
  readonly isAcross: boolean;
}

/** The hints, each on the first line of its entry. `text` is the project file's. */
export function projectNotices(project: Project, text: string, record: ProjectRecord): Problem[] {
  const ended = project.accepted.filter((entry) => hasEnded(entry, record));
  const unstated = record.isWhole ? project.facts.filter((fact) => !record.stated.has(fact)) : [];
  return [...ended.map((entry) => obsolete(entry, text)), ...unstated.map((fact) => unstatedFact(fact, text))];
}

/** An entry for certain documents has ended when one of them was looked at and none shows it. */
function hasEnded(entry: AcceptedDifference, { checked, met, isWhole, isAcross }: ProjectRecord): boolean {
  if (met.has(entry)) return false;
  const { document } = entry;
  return document === undefined ? isWhole && isAcross : checked.some((path) => matchesGlobs(path, [document]));
}

function obsolete({ span, values, code }: AcceptedDifference, text: string): Problem {
  const named = values.join(t(' and '));
  const message = t('this accepted difference has ended: {0} no longer disagree; remove the entry', named);
  return hintAt(span, text, 'accepted-obsolete', message, { code, values });
}

function unstatedFact({ span, measure, value }: DeclaredFact, text: string): Problem {
  const fact = `${value} ${measure}`;
  const message = t('no text states this fact: {0}; remove it, or word its measure as the texts do', fact);
  return hintAt(span, text, 'fact-unstated', message, { measure, value });
}

function hintAt(entry: Span, text: string, code: NoticeCode, message: string, reason: Problem['reason']): Problem {
  const lineEnd = text.indexOf('\n', entry.start);
  const span = spanOf(entry.start, lineEnd < 0 ? entry.end : Math.min(entry.end, lineEnd));
  return {
    code,
    severity: 'hint',
    message,
    span,
    text: sliceSpan(text, span),
    related: [],
    relatedCount: 0,
    confidence: 1,
    reason,
  };
}
