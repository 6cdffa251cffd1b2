// Where something stands in a set of documents, and the set itself as the queries are given it. What a key is (a path, a
// URI) is the caller's business.

import type { AnalysedDocument } from '../document.ts';
import type { Span } from '../text/span.ts';

export interface KeyedDocument {
  readonly key: string;
  readonly document: AnalysedDocument;
}

export interface Site {
  /** Key of the document. */
  readonly document: string;
  readonly span: Span;
}

export function compareSites(a: Site, b: Site): number {
  if (a.document !== b.document) return a.document < b.document ? -1 : 1;
  return a.span.start - b.span.start || a.span.end - b.span.end;
}
