// Sections: what the headings of a document divide it into, worked out from placed blocks at document level.

import type { Span } from '../text/span.ts';

export interface Section {
  readonly index: number;
  readonly title: string;
  /** 1…6; 0 for what stands before the first heading. */
  readonly level: number;
  /** From the heading to the end of its last subsection. */
  readonly span: Span;
  /** Where the title's words stand; empty for the part before the first heading. */
  readonly titleSpan: Span;
  readonly parent: number | undefined;
  /** Indices of the first block and of the block after the last one. */
  readonly blocks: Span;
}
