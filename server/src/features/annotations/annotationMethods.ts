// Which file answers what is asked of annotations.

import type { CancellationToken } from 'vscode-languageserver';
import { answer } from '../answer.ts';
import * as protocol from '../protocol.ts';
import type { Session } from '../session.ts';
import {
  annotationTags,
  createAnnotation,
  deleteAnnotationOf,
  listAnnotations,
  reattachAnnotationOf,
  replyToAnnotation,
  updateAnnotationOf,
} from './annotationRequests.ts';
import { exportAnnotations, extractCriticMarkup, importAnnotations } from './exchange.ts';
import { linkAnnotation, linkChoices } from './linkRequests.ts';
import { quotation } from './quotation.ts';
import { filesToRename, followRenamedFiles } from './renamedFiles.ts';

export function answerAnnotationRequests(session: Session): void {
  const { connection } = session;
  const on = <Params>(method: string, handler: (params: Params, token: CancellationToken) => unknown) =>
    connection.onRequest(method, answer(session, handler));
  on(protocol.listAnnotationsRequest, (params: protocol.ListAnnotationsParams | undefined, token) =>
    listAnnotations(session, params, token),
  );
  on(protocol.createAnnotationRequest, (params: protocol.CreateAnnotationParams) => createAnnotation(session, params));
  on(protocol.replyToAnnotationRequest, (params: protocol.ReplyToAnnotationParams) =>
    replyToAnnotation(session, params),
  );
  on(protocol.updateAnnotationRequest, (params: protocol.UpdateAnnotationParams) =>
    updateAnnotationOf(session, params),
  );
  on(protocol.deleteAnnotationRequest, (params: protocol.DeleteAnnotationParams) =>
    deleteAnnotationOf(session, params),
  );
  on(protocol.reattachAnnotationRequest, (params: protocol.ReattachAnnotationParams) =>
    reattachAnnotationOf(session, params),
  );
  on(protocol.annotationTagsRequest, (_: unknown, token) => annotationTags(session, token));
  on(protocol.linkAnnotationRequest, (params: protocol.LinkAnnotationParams) => linkAnnotation(session, params));
  on(protocol.linkChoicesRequest, (params: protocol.LinkChoicesParams, token) => linkChoices(session, params, token));
  on(protocol.quotationRequest, (params: protocol.QuotationParams) => quotation(session, params));
  on(protocol.exportAnnotationsRequest, (params: protocol.ExportAnnotationsParams, token) =>
    exportAnnotations(session, params, token),
  );
  on(protocol.importAnnotationsRequest, (params: protocol.ImportAnnotationsParams) =>
    importAnnotations(session, params),
  );
  on(protocol.extractCriticMarkupRequest, (params: protocol.ExtractCriticMarkupParams) =>
    extractCriticMarkup(session, params),
  );
  connection.workspace.onWillRenameFiles(answer(session, (params) => filesToRename(session, params)));
  connection.workspace.onDidRenameFiles((params) => followRenamedFiles(session, params));
}
