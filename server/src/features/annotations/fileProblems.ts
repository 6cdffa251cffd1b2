// Files of annotations that cannot be read as such are reported on their line, until they can.

import { t } from '@vscode/l10n';
import { type Connection, DiagnosticSeverity } from 'vscode-languageserver';
import { keyOfUri } from '../uri.ts';
import type { AnnotationFile } from './annotationFile.ts';

/** Answers what to call with every file that was read or written. */
export function createFileProblems(connection: Connection): (file: AnnotationFile) => void {
  const reported = new Set<string>();
  return ({ uri, error }) => {
    const key = keyOfUri(uri);
    if (!error) {
      if (reported.delete(key)) void connection.sendDiagnostics({ uri, diagnostics: [] });
      return;
    }
    reported.add(key);
    const { line, character, message } = error;
    const position = { line, character };
    void connection.sendDiagnostics({
      uri,
      diagnostics: [
        {
          range: { start: position, end: position },
          severity: DiagnosticSeverity.Error,
          code: 'annotation-file',
          source: 'concordance',
          message: t(
            'These annotations cannot be read: {0}. Nothing is written to this file until it is corrected.',
            message,
          ),
        },
      ],
    });
  };
}
