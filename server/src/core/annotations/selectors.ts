// What an annotation file says about where a passage stands: its words with what surrounds them, and its position. Making
// it for a span is here; finding the passage again is elsewhere.

import type { Span } from '../text/span.ts';
import { type FileOffsets, fileOffsetsOf, withPlainLineEnds } from './fileOffsets.ts';

/** The Web Annotation selectors of one passage. A file by another program may lack either part. */
export interface Selectors {
  readonly quote?: QuoteSelector;
  /** In code points, a line end counting as one. */
  readonly position?: PositionSelector;
}

export interface QuoteSelector {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

export interface PositionSelector {
  readonly start: number;
  readonly end: number;
}

/** How much of the text on either side is quoted, in UTF-16 units. */
export const CONTEXT_LENGTH = 32;

/**
 * Describes a span so that it can be found again after edits. Line ends are quoted as LF; no surrogate pair and no CRLF
 * is cut apart. `offsets` saves counting again when many spans of one text are described.
 */
export function describePassage(
  source: string,
  span: Span,
  offsets: FileOffsets = fileOffsetsOf(source),
): { readonly quote: QuoteSelector; readonly position: PositionSelector } {
  const first = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  const within = (offset: number) => Math.max(first, Math.min(source.length, offset));
  const start = characterStart(source, within(span.start));
  const end = Math.max(start, characterEnd(source, within(span.end)));
  const before = characterStart(source, within(start - CONTEXT_LENGTH));
  const after = characterEnd(source, within(end + CONTEXT_LENGTH));
  return {
    quote: {
      exact: withPlainLineEnds(source.slice(start, end)),
      prefix: withPlainLineEnds(source.slice(before, start)),
      suffix: withPlainLineEnds(source.slice(end, after)),
    },
    position: { start: offsets.toFile(start), end: offsets.toFile(end) },
  };
}

function characterStart(source: string, offset: number): number {
  return cutsCharacter(source, offset) ? offset - 1 : offset;
}

function characterEnd(source: string, offset: number): number {
  return cutsCharacter(source, offset) ? offset + 1 : offset;
}

/** Whether the offset lies within a surrogate pair or a CRLF. */
function cutsCharacter(source: string, offset: number): boolean {
  if (offset <= 0 || offset >= source.length) return false;
  const before = source.charCodeAt(offset - 1);
  const at = source.charCodeAt(offset);
  return ((before & 0xfc00) === 0xd800 && (at & 0xfc00) === 0xdc00) || (before === 0x0d && at === 0x0a);
}
