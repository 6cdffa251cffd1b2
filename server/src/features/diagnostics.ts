// Problems as diagnostics: the translation, without saying when it happens.

import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { Problem, Severity } from '../core/index.ts';
import { type IndexedText, rangeOf } from './positions.ts';
import { findSnapshot, type Session } from './session.ts';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What problems are placed in: a document, or the project file. */
export interface TextFile {
  readonly uri: string;
  readonly version?: number;
  readonly text: IndexedText;
}

export function toDiagnostic(session: Session, file: TextFile, problem: Problem): Diagnostic {
  const related = problem.related.flatMap((site) => {
    const target = site.document === undefined ? file : findSnapshot(session, site.document);
    if (!target) return [];
    return [{ location: { uri: target.uri, range: rangeOf(target.text, site.span) }, message: site.message }];
  });
  const { code, severity, message, confidence, reason, relatedCount } = problem;
  return {
    range: rangeOf(file.text, problem.span),
    severity: severities[severity],
    code,
    source: 'concordance',
    message,
    ...(session.client.relatedInformation && related.length > 0 && { relatedInformation: related }),
    ...(session.client.diagnosticData && { data: { text: problem.text, confidence, relatedCount, reason } }),
  };
}
