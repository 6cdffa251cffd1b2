// The port through which the server reaches files, and what a platform may have beside them: threads to read documents in,
// a place to keep what was read. What is behind it (a disk, an editor's file system) is the business of the folders beside
// this file.

import type { AnalysisOptions, DocumentDigest } from '../core/index.ts';

export interface Host {
  /** The files below a folder that may be documents, without hidden ones and what the folder's owner excludes. */
  findDocuments(folder: string): Promise<FoundDocuments>;
  /** The text of a file, or in one line why there is none. Never rejects for a file that cannot be read. */
  readDocument(uri: string): Promise<DocumentText>;
  /**
   * What tells without reading it that a file is as it was: equal for two moments between which its text has not changed. Undefined
   * where nothing does, as for a file that has changed a moment ago. Absent where no files have such a thing.
   */
  stampOf?(uri: string): string | undefined;
  /** Reads documents in threads of their own; absent where there are none. */
  readonly digester?: Digester;
  /** Keeps digests between sessions; absent where there is no place for them. */
  readonly store?: DigestStore;
  /** The files of annotations below a folder, found as documents are. */
  findAnnotationFiles(folder: string): Promise<FoundDocuments>;
  /** Writes a file whole, so that it is at any moment the old or the new one; answers in one line why it could not. */
  writeFile(uri: string, text: string): Promise<WrittenFile>;
  /** The name that whoever works in the file's folder goes by; undefined where nobody knows. */
  findAuthor(uri: string): Promise<string | undefined>;
}

export interface WrittenFile {
  readonly problem?: string;
}

export interface FoundDocuments {
  readonly uris: readonly string[];
  /** Folders that could not be looked into, each with the reason in one line. */
  readonly unreadable: readonly UnreadablePlace[];
}

export interface UnreadablePlace {
  readonly uri: string;
  readonly reason: string;
}

/** `isMissing`: there is no such file, rather than one that cannot be read. */
export type DocumentText = { readonly text: string } | { readonly problem: string; readonly isMissing?: boolean };

export interface Digester {
  /** How many documents it reads at once. */
  readonly lanes: number;
  /** Whether it can read the address at all. */
  reads(uri: string): boolean;
  /** Told once which digests need not be made again, by the keys of their texts. */
  start(known: Iterable<string>): void;
  /** Reads and digests a document. Never rejects for a file that cannot be read. */
  digest(uri: string, options: AnalysisOptions): Promise<Digested>;
}

/** What a document's text is kept under, with its digest unless that is known already. */
export type Digested = { readonly key: string; readonly digest?: DocumentDigest } | { readonly problem: string };

/** Both reject with a reason where the place cannot be used; nothing is lost then but time. */
export interface DigestStore {
  /** Of the program: what another one has read is not used. */
  readonly version: string;
  /** Empty where there is nothing yet. `folder` is the place that the client offers. */
  read(name: string, folder: string | undefined): Promise<Uint8Array>;
  /** Replaces what is there as a whole, or not at all. */
  write(name: string, folder: string | undefined, bytes: Uint8Array): Promise<void>;
}
