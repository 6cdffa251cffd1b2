// concordance/checkDocument: one open document, now.

import { t } from '@vscode/l10n';
import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { countFindings } from './countFindings.ts';
import type { CheckDocumentParams, CheckSummary } from './protocol.ts';
import type { Publisher } from './publisher.ts';
import type { Session } from './session.ts';

export async function checkOpenDocument(
  session: Session,
  publisher: Publisher,
  params: CheckDocumentParams,
): Promise<CheckSummary> {
  if (typeof params?.uri !== 'string')
    throw new ResponseError(ErrorCodes.InvalidParams, 'The document’s URI is missing.');
  await session.readiness.wait;
  session.documents.serve(params.uri);
  if (await session.projects.follow(params.uri)) session.documents.reset();
  const problems = await publisher.check(params.uri);
  if (problems) return { documents: 1, ...countFindings([[params.uri, problems]]), unreadable: [] };
  const snapshot = session.documents.find(params.uri);
  if (!snapshot) {
    const reason = t('It is not open in the editor.');
    return { documents: 0, ...countFindings([]), unreadable: [{ uri: params.uri, reason }] };
  }
  return { documents: 1, ...countFindings([[snapshot.uri, publisher.publish(snapshot)]]), unreadable: [] };
}
