// The report for programs, with the fields that the documentation of the command line names.

import type { CheckReport, ProblemReport, RelatedReport } from './report.ts';

export const formatVersion = 1;

export function* jsonReport(report: CheckReport): Generator<string> {
  yield `{"version":${formatVersion},"documents":[`;
  let separator = '\n';
  for (const { path, problems } of report.documents) {
    yield `${separator}${JSON.stringify({ path, problems: problems.map(problemJson) })}`;
    separator = ',\n';
  }
  yield '\n]}\n';
}

function problemJson({ code, severity, message, span, range, text, ...rest }: ProblemReport) {
  const { related, relatedCount, confidence, reason } = rest;
  return {
    code,
    severity,
    message,
    span,
    range,
    text,
    related: related.map(relatedJson),
    relatedCount,
    confidence: Math.round(confidence * 1000) / 1000,
    reason,
  };
}

function relatedJson({ path, span, range, text, message }: RelatedReport) {
  return { path, span, range, text, message };
}
