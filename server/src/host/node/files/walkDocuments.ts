// Finds the documents below a folder: Markdown and plain text, or the files of annotations beside them, without hidden files and folders and without what
// `.gitignore` excludes. Symbolic links to folders are not followed, so that a walk always ends.

import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ANNOTATIONS_SUFFIX } from '../../../core/annotations/annotationPage.ts';
import { describeFileError } from './fileError.ts';
import { findIgnoreFilesAbove, type IgnoreFiles, isIgnored, withIgnoreFile } from './gitignore.ts';

const documentName = /\.(md|markdown|txt)$/i;

/** Whether a file is taken for a document by its name. */
export function isDocumentName(name: string): boolean {
  return documentName.test(name);
}

/** Whether a file is by its name one of annotations. */
export function isAnnotationFileName(name: string): boolean {
  return name.endsWith(ANNOTATIONS_SUFFIX);
}

/** A document, or a folder that cannot be read and why. */
export type WalkedEntry = { readonly path: string } | { readonly path: string; readonly problem: string };

/**
 * The documents below an absolute path, in the order of their names, a folder's files before its folders; or the files
 * that are wanted by name.
 */
export async function* walkDocuments(folder: string, isWanted = isDocumentName): AsyncGenerator<WalkedEntry> {
  yield* walkFolder(folder, await findIgnoreFilesAbove(folder), isWanted);
}

async function* walkFolder(
  folder: string,
  inherited: IgnoreFiles,
  isWanted: (name: string) => boolean,
): AsyncGenerator<WalkedEntry> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    yield { path: folder, problem: describeFileError(error) };
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const files = entries.some(({ name }) => name === '.gitignore') ? await withIgnoreFile(inherited, folder) : inherited;
  const visible = entries.filter(({ name }) => !name.startsWith('.'));
  for (const entry of visible) {
    const path = join(folder, entry.name);
    if (!entry.isDirectory() && isWanted(entry.name) && !isIgnored(files, path, false)) yield { path };
  }
  for (const entry of visible) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !isIgnored(files, path, true)) yield* walkFolder(path, files, isWanted);
  }
}
