// Which documents of the workspace have annotations: those with a file beside them, and the open ones.

import type { CancellationToken } from 'vscode-languageserver';
import { cancelled } from '../answer.ts';
import type { Session } from '../session.ts';
import { keyOfUri } from '../uri.ts';
import { documentOfFile } from './annotationFile.ts';
import type { AnnotatedDocument } from './annotationStore.ts';

/** Addresses of the documents that have a file of annotations, below the workspace folders. */
export async function documentsWithFiles(session: Session): Promise<readonly string[]> {
  if (session.annotationFiles && session.client.watchRegistration) return session.annotationFiles;
  const found: string[] = [];
  for (const folder of session.folders) {
    const { uris } = await session.host.findAnnotationFiles(folder);
    found.push(...uris.flatMap((uri) => documentOfFile(uri) ?? []));
  }
  session.annotationFiles = found;
  return found;
}

/** The documents that have annotations, each once, by address; throws when cancelled. */
export async function annotatedDocuments(session: Session, token?: CancellationToken): Promise<AnnotatedDocument[]> {
  const uris = new Map<string, string>();
  for (const uri of [...(await documentsWithFiles(session)), ...session.documents.all()]) uris.set(keyOfUri(uri), uri);
  const documents: AnnotatedDocument[] = [];
  for (const uri of [...uris.values()].sort()) {
    if (token?.isCancellationRequested) throw cancelled();
    const document = await session.annotations.find(uri);
    const isWorthShowing =
      document && (document.file.page.annotations.length > 0 || document.file.problem !== undefined);
    if (isWorthShowing) documents.push(document);
  }
  return documents;
}
