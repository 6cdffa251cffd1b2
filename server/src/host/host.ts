// The port through which the server reaches files. What is behind it (a disk, an editor's file system) is the business of
// the folders beside this file.

export interface Host {
  /** The files below a folder that may be documents, without hidden ones and what the folder's owner excludes. */
  findDocuments(folder: string): Promise<FoundDocuments>;
  /** The text of a file, or in one line why there is none. Never rejects for a file that cannot be read. */
  readDocument(uri: string): Promise<DocumentText>;
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

export type DocumentText = { readonly text: string } | { readonly problem: string };
