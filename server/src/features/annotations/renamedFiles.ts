// workspace/willRenameFiles and didRenameFiles: a document that is renamed or moved takes its annotations along, and whatever
// names it by its address names it by the new one.

import type { RenameFile, RenameFilesParams, WorkspaceEdit } from 'vscode-languageserver';
import { type Annotation, withLinks, withSource } from '../../core/annotations/annotation.ts';
import { withTargetSource } from '../../core/annotations/linkTarget.ts';
import type { Session } from '../session.ts';
import { keyOfUri } from '../uri.ts';
import { relativeAddress, resolveAddress } from './addresses.ts';
import { sourceOf } from './annotationChanges.ts';
import { annotationFileOf, documentOfFile } from './annotationFile.ts';
import type { AnnotatedDocument, AnnotationChange } from './annotationStore.ts';
import { announceChange } from './annotationSync.ts';
import { documentsWithFiles } from './workspaceAnnotations.ts';

/** What is renamed with the documents: the files beside them. What stands in a folder that is moved goes with it anyway. */
export async function filesToRename(session: Session, { files }: RenameFilesParams): Promise<WorkspaceEdit | null> {
  if (!session.client.fileRenaming) return null;
  const moved = new Set(files.map(({ oldUri }) => keyOfUri(oldUri)));
  const documentChanges: RenameFile[] = [];
  for (const { oldUri, newUri } of files) {
    const [before, after] = [annotationFileOf(oldUri), annotationFileOf(newUri)];
    if (moved.has(keyOfUri(before)) || !('text' in (await session.host.readDocument(before)))) continue;
    documentChanges.push({ kind: 'rename', oldUri: before, newUri: after, options: { ignoreIfExists: true } });
  }
  return documentChanges.length > 0 ? { documentChanges } : null;
}

/** Corrects addresses in all files of annotations, once documents or folders have other names. */
export async function followRenamedFiles(session: Session, { files }: RenameFilesParams): Promise<void> {
  const renames = files.map(({ oldUri, newUri }) => ({
    before: documentOfFile(oldUri) ?? oldUri,
    after: documentOfFile(newUri) ?? newUri,
  }));
  session.annotationFiles = undefined;
  for (const { before, after } of renames) {
    session.annotations.forget(before);
    session.annotations.forget(after);
  }
  for (const uri of await documentsWithFiles(session)) {
    const former =
      renamed(
        uri,
        renames.map(({ before, after }) => ({ before: after, after: before })),
      ) ?? uri;
    const correct = (document: AnnotatedDocument) => withNewAddresses(document, former, renames);
    const document = await session.annotations.find(uri);
    if (!document || document.file.problem !== undefined || !correct(document)) continue;
    try {
      await session.annotations.change(uri, correct);
    } catch (error) {
      session.connection.console.warn(error instanceof Error ? error.message : String(error));
    }
    announceChange(session, uri);
  }
}

interface Renaming {
  readonly before: string;
  readonly after: string;
}

/** `former` is where the document was, which the addresses in its file are relative to. */
function withNewAddresses(
  document: AnnotatedDocument,
  former: string,
  renames: readonly Renaming[],
): AnnotationChange | undefined {
  const { uri, file } = document;
  const correct = (annotation: Annotation): Annotation => {
    let corrected = annotation;
    const { source } = annotation;
    if (uri !== former && source !== undefined && source !== sourceOf(uri)) {
      const meant = resolveAddress(source, former);
      if (meant !== undefined && keyOfUri(meant) === keyOfUri(former)) corrected = withSource(corrected, sourceOf(uri));
    }
    const links = annotation.links.map((link) => {
      const meant = resolveAddress(link.source, former);
      if (meant === undefined || /^urn:/.test(link.source)) return link;
      const now = renamed(meant, renames) ?? meant;
      const address = relativeAddress(uri, now);
      return (now !== meant || uri !== former) && address !== link.source ? withTargetSource(link, address) : link;
    });
    const isLinked = links.some((link, i) => link !== annotation.links[i]);
    if (isLinked)
      corrected = withLinks(corrected, links, annotation.modified ?? annotation.created ?? new Date().toISOString());
    return corrected;
  };
  const annotations = file.page.annotations.map(correct);
  if (annotations.every((annotation, i) => annotation === file.page.annotations[i])) return undefined;
  return { page: { ...file.page, annotations } };
}

/** The new address of what was renamed itself, or stands in a folder that was; undefined for anything else. */
function renamed(uri: string, renames: readonly Renaming[]): string | undefined {
  const key = keyOfUri(uri);
  for (const { before, after } of renames) {
    const old = keyOfUri(before);
    if (key === old) return after;
    if (key.startsWith(`${old}/`))
      return `${after.replace(/\/$/, '')}/${key
        .slice(old.length + 1)
        .split('/')
        .map(encodeURIComponent)
        .join('/')}`;
  }
  return undefined;
}
