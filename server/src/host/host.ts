// The port through which the server reaches files. What is behind it (a disk, an editor's file system) is the business of
// the folders beside this file.

export interface Host {
  /** URIs of the documents below a folder, sorted; without hidden folders and what `.gitignore` excludes. */
  findDocuments(folder: string): Promise<readonly string[]>;
  /** The text of a file, or in one line why there is none. Never rejects for a file that cannot be read. */
  readDocument(uri: string): Promise<DocumentText>;
}

export type DocumentText = { readonly text: string } | { readonly problem: string };
