// The only door to the analysis for everything outside core.

export { type AnalysedDocument, type AnalysisOptions, analyse, type Edit, reanalyse } from './document.ts';
export type { Section } from './markdown/section.ts';
export { checkDocument } from './rules/index.ts';
export type { Problem, ProblemCode, RelatedSite, Sensitivity, Severity } from './rules/problem.ts';
export type { Span } from './text/span.ts';
