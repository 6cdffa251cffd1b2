// How a paragraph reads in text that was pasted without its markup: as a title, as a question with its answer, as a
// table that lost its bars. Whether the document is such text is decided over the whole of it, in `layout.ts`.

import type { PlainReading, Prose } from './block.ts';

/** The plain reading of a paragraph's prose; undefined where it is an ordinary paragraph in any case. */
export function readPlain(_prose: Prose): PlainReading | undefined {
  return undefined;
}
