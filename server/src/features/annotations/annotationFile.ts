// The file of annotations beside a document, through the host: read, and written whole. A file that cannot be read is never
// written.

import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import {
  ANNOTATIONS_SUFFIX,
  type AnnotationPage,
  emptyPage,
  parsePage,
  serialisePage,
} from '../../core/annotations/annotationPage.ts';
import type { JsonError } from '../../core/annotations/jsonTree.ts';
import type { Host } from '../../host/host.ts';
import { nameOfUri } from '../uri.ts';

export interface AnnotationFile {
  readonly uri: string;
  /** As it stands on disk; absent where there is no file. */
  readonly text?: string;
  readonly page: AnnotationPage;
  /** Where the text is not what it should be. */
  readonly error?: JsonError;
  /** In one line, with file, place and cure, why it cannot be used. */
  readonly problem?: string;
}

/** The address of the file that belongs to a document. */
export function annotationFileOf(document: string): string {
  return document + ANNOTATIONS_SUFFIX;
}

/** The document that a file of annotations stands beside; undefined for any other file. */
export function documentOfFile(file: string): string | undefined {
  return file.endsWith(ANNOTATIONS_SUFFIX) ? file.slice(0, -ANNOTATIONS_SUFFIX.length) : undefined;
}

/** Never rejects: whatever is wrong is said in `problem`. `known` is answered again where the text is the same. */
export async function readAnnotationFile(host: Host, uri: string, known?: AnnotationFile): Promise<AnnotationFile> {
  const read = await host.readDocument(uri);
  if ('problem' in read) {
    if (read.isMissing)
      return known?.text === undefined && known?.problem === undefined && known ? known : { uri, page: emptyPage() };
    return { uri, page: emptyPage(), problem: `${nameOfUri(uri)}: ${read.problem}` };
  }
  if (known?.text === read.text) return known;
  const parsed = parsePage(read.text);
  if ('page' in parsed) return { uri, text: read.text, page: parsed.page };
  const { line, character, message } = parsed.error;
  const place = `${nameOfUri(uri)}:${line + 1}:${character + 1}`;
  const problem = `${place}: ${message}; correct it by hand or take an earlier version, it is left as it is`;
  return { uri, text: read.text, page: emptyPage(), error: parsed.error, problem };
}

/** Answers the file as it is then; rejects with one line that says why nothing was written. */
export async function writeAnnotationFile(host: Host, uri: string, page: AnnotationPage): Promise<AnnotationFile> {
  const text = serialisePage(page);
  const { problem } = await host.writeFile(uri, text);
  if (problem !== undefined) throw refusal(`${nameOfUri(uri)} cannot be written: ${problem}`);
  return { uri, text, page };
}

/** An error that the client shows to whoever asked. */
export function refusal(message: string): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidParams, message);
}
