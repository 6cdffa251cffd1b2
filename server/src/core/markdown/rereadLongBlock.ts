// A long table or list after an edit that concerns no more than some of its pieces: only what stands around the edit is looked at.
// Where that is not certain, nothing is answered, and the block is read as any other.

import { lastAtMost } from '../text/partitionPoint.ts';
import type { Span } from '../text/span.ts';
import type { Block } from './block.ts';
import { areWithinBounds, hasFewDelimiters, type LineCounts } from './excessMarkup.ts';
import { isBlankLine, isLineBreak, nextLineStart } from './lines.ts';
import { blockOfPieces, piecesOf } from './longBlock.ts';
import { maskSource, mayHaveForeign } from './maskSource.ts';
import { endOfRun, findCuts, type LongKind, usualSizes } from './pieceCuts.ts';
import type { PlacedPiece } from './pieces.ts';
import { readPieces } from './readPieces.ts';

/**
 * The block that an edit makes of a long one, equal to what is read there afresh, if `labels` are defined before and after. Undefined
 * where the edit may concern a table's header, where the block ends, or what it is. Offsets are those of the block.
 */
export function rereadLongBlock(
  before: Block,
  { span, text }: { readonly span: Span; readonly text: string },
  labels: ReadonlySet<string>,
  sizes = usualSizes,
): Block | undefined {
  const was = piecesOf(before);
  if (!was?.isPlain) return undefined;
  const { setting, pieces } = was;
  const starts = pieces.map(({ at }) => at!.source);
  const first = firstConcerned(before.source, starts, span.start);
  const last = lastAtMost(starts, span.end);
  if (first < (setting.kind === 'table' ? 1 : 0) || last === pieces.length - 1) return undefined;
  const shift = text.length - (span.end - span.start);
  const start = starts[first]!;
  for (let more = 2; last + more <= pieces.length; more++) {
    const end = starts[last + more] ?? before.source.length;
    const window = before.source.slice(start, span.start) + text + before.source.slice(span.end, end);
    const cuts = findCuts(window, setting.kind, 0, sizes);
    // Behind a cut that was one before all is cut as it was.
    const known = new Set(starts.slice(last + 1, last + more).map((old) => old + shift - start));
    const own = cuts.findIndex((cut) => known.has(cut));
    if (own < 0) continue;
    const changed = window.slice(0, cuts[own]);
    if (!mayStandInside(changed, setting.kind)) return undefined;
    const sources = [0, ...cuts.slice(0, own)].map((from, index) => {
      const source = window.slice(from, cuts[index]);
      return { source, masked: source, isFirst: false };
    });
    const after = starts.indexOf(cuts[own]! + start - shift);
    const read = readPieces(sources, setting, labels, pieces.slice(first, after));
    if (!read) return undefined;
    const all = [...pieces.slice(0, first), ...read, ...pieces.slice(after)];
    const source = before.source.slice(0, span.start) + text + before.source.slice(span.end);
    if (source.length < sizes.long || !areWithinBounds(addLines(all))) return undefined;
    return blockOfPieces(source, { setting, pieces: all, isPlain: true }, before);
  }
  return undefined;
}

/** Index of the first piece that an edit may change: an edited first line may no longer be one that a piece begins with. */
function firstConcerned(source: string, starts: readonly number[], offset: number): number {
  const index = lastAtMost(starts, offset);
  for (let at = starts[index]!; at < offset; at++) if (isLineBreak(source.charCodeAt(at))) return index;
  return index - 1;
}

/** Whether lines that begin with a row or item, and which a row or item follows, end no table or list, and have nothing to mask. */
function mayStandInside(lines: string, kind: LongKind): boolean {
  if (kind === 'table' ? hasBlankLine(lines) : endOfRun(lines, 0, kind).end < lines.length) return false;
  if (mayHaveForeign(lines) || !hasFewDelimiters(lines)) return false;
  const { text, refused } = maskSource(lines);
  return refused.length === 0 && text === lines;
}

function hasBlankLine(lines: string): boolean {
  for (let line = 0; line < lines.length; line = nextLineStart(lines, line)) if (isBlankLine(lines, line)) return true;
  return false;
}

function addLines(pieces: readonly PlacedPiece[]): LineCounts {
  const sum = { marked: 0, unmarked: 0 };
  for (const { piece } of pieces) {
    sum.marked += piece.lines.marked;
    sum.unmarked += piece.lines.unmarked;
  }
  return sum;
}
