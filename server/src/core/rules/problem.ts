// What a rule reports. Spans are in the document's own source; paths and line numbers belong to whoever prints it.

import type { Span } from '../text/span.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Every code that a rule can report, in the order of the documentation. */
export const problemCodes = [
  'figure-conflict',
  'date-conflict',
  'total-mismatch',
  'share-mismatch',
  'change-mismatch',
  'duration-mismatch',
  'weekday-mismatch',
  'conversion-mismatch',
  'range-inverted',
  'stale-figure',
  'scale-slip',
  'list-count-mismatch',
  'fact-mismatch',
  'reference-missing',
  'name-variant',
  'role-conflict',
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/** The codes that hold two statements of one figure against each other. */
const conflictCodes: ReadonlySet<string> = new Set<ProblemCode>([
  'figure-conflict',
  'date-conflict',
  'scale-slip',
  'stale-figure',
]);

/** Whether problems of that code say that two statements of one figure differ. */
export function isConflict(code: string): boolean {
  return conflictCodes.has(code);
}

/**
 * What is reported about the instructions that people give rather than about the text: a mistake in the project file,
 * an accepted difference that has ended, a declared fact that no text states, a suppression comment that suppresses nothing.
 */
export type NoticeCode = 'project-file' | 'accepted-obsolete' | 'fact-unstated' | 'suppression-unused';

export interface RelatedSite {
  /** Key of the other document in the workspace; absent for the document itself. */
  readonly document?: string;
  readonly span: Span;
  readonly text: string;
  readonly message: string;
}

export interface Problem {
  readonly code: ProblemCode | NoticeCode;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  readonly text: string;
  /** Best evidence first, at most 8, at least one for each disagreeing value. */
  readonly related: readonly RelatedSite[];
  /** How many related sites there are in all. */
  readonly relatedCount: number;
  /** 0…1. */
  readonly confidence: number;
  /** What was compared and why it was held comparable, for programs. */
  readonly reason: Readonly<Record<string, unknown>>;
}

export type Sensitivity = 'strict' | 'balanced' | 'exhaustive';
