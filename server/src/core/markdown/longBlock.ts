// Tables and lists of many lines, read in pieces of a kilobyte or so: a table's rows are read below its own header, a list's
// items by themselves. So they cost the parser no more than as much prose does, and after an edit only the pieces are read
// again that it touched. What cannot be cut so is left to reading as a whole, with the same blocks. Long code is not parsed at all.

import type { Block, SourceFormat } from './block.ts';
import { isBlankLine, mayStartAtLine, nextLineStart } from './lines.ts';
import { endOfCode, readLongCode } from './longCode.ts';
import { maskSource, mayHaveForeign } from './maskSource.ts';
import { endOfRun, findCuts, kindAt, type PieceSizes, type Run, usualSizes } from './pieceCuts.ts';
import { joinPieces, type PlacedPiece } from './pieces.ts';
import { endOfPlain } from './plainBlock.ts';
import { endOfPlainList } from './plainList.ts';
import { endOfPlainTable } from './plainTable.ts';
import { type PieceSetting, readPieces } from './readPieces.ts';
import { ownString } from './windowText.ts';

export interface LongBlock {
  readonly block: Block;
  /** The labels that were taken for defined. */
  readonly known: ReadonlySet<string>;
  /** Where the next block starts. */
  readonly end: number;
}

/** What a long block was read from. */
export interface BlockInPieces {
  readonly setting: PieceSetting;
  /** In order. */
  readonly pieces: readonly PlacedPiece[];
  /** Whether the parser was given the very source, which has nothing to mask. */
  readonly isPlain: boolean;
}

const memories = new WeakMap<Block, BlockInPieces>();

/** What a long block was read from, for reading it again after an edit. */
export function piecesOf(block: Block): BlockInPieces | undefined {
  return memories.get(block);
}

/** The block of the pieces of a source, some of which may be those of the block `before`. */
export function blockOfPieces(source: string, { setting, pieces, isPlain }: BlockInPieces, before?: Block): Block {
  const was = before && piecesOf(before);
  const kind = setting.kind === 'table' ? 'table' : 'list';
  const joined = joinPieces(source, kind, pieces, before && was && { block: before, pieces: was.pieces });
  memories.set(joined.block, { setting, pieces: joined.pieces, isPlain });
  return joined.block;
}

/**
 * Reads the long table, list or code that begins at `start`, where reading may start; undefined where none does, or none that can
 * be read so. The pieces that `known` answers, for such a block alone, are not parsed again.
 */
export function readLongBlock(
  source: string,
  start: number,
  format: SourceFormat,
  labels: ReadonlySet<string>,
  known: () => readonly PlacedPiece[] = () => [],
  sizes = usualSizes,
): LongBlock | undefined {
  const kind = kindAt(source, start);
  if (kind === undefined) {
    const code = readLongCode(source, start, format, sizes.long);
    return code && { block: code, known: new Set(), end: start + code.source.length };
  }
  const { end, isSure } = endOfRun(source, start, kind);
  if (!isSure || end - start < sizes.long) return undefined;
  const text = ownString(source.slice(start, end));
  const masked = maskSource(text);
  if (masked.refused.length > 0) return undefined;
  const header = kind === 'table' ? nextLineStart(text, nextLineStart(text, 0)) : 0;
  const cuts = findCuts(masked.text, kind, header, sizes);
  if (cuts.length === 0) return undefined;
  const sources = [0, ...cuts].map((from, index) => {
    const to = cuts[index] ?? text.length;
    return { source: text.slice(from, to), masked: masked.text.slice(from, to), isFirst: from === 0 };
  });
  const setting = { kind, header: masked.text.slice(0, header), format };
  const pieces = readPieces(sources, setting, labels, known());
  if (!pieces) return undefined;
  const isPlain = masked.text === text && !mayHaveForeign(text);
  const block = blockOfPieces(text, { setting, pieces, isPlain });
  return { block, known: new Set(block.mentions.filter((label) => labels.has(label))), end };
}

/**
 * Where a long table, list or code, or a block of plain words, seems to begin behind `start` and before `end`, so that what stands before
 * may be read apart;
 * `end` if nowhere.
 */
export function findReadApart(
  source: string,
  start: number,
  end: number,
  format: SourceFormat,
  sizes = usualSizes,
): number {
  let isAfterBlank = false;
  for (let line = nextLineStart(source, start); line < end; ) {
    const run = isAfterBlank ? runAt(source, line, format, sizes) : undefined;
    if (run === undefined) {
      isAfterBlank = isBlankLine(source, line);
      line = nextLineStart(source, line);
      continue;
    }
    if (run.isSure && run.end - line >= run.least && mayStartAtLine(source, line)) return line;
    line = run.end;
  }
  return end;
}

/** A block of plain words of fewer characters is no trouble to the parser where it reads what stands before it anyway. */
const PLAIN_AT_LEAST = 150;

/** The block that seems to begin at a line, and with how many characters it is read apart. */
function runAt(
  source: string,
  line: number,
  format: SourceFormat,
  { long }: PieceSizes,
): (Run & { readonly least: number }) | undefined {
  const apart = endOfPlainList(source, line) ?? endOfPlainTable(source, line);
  if (apart !== undefined) return { end: apart, isSure: true, least: PLAIN_AT_LEAST };
  const kind = kindAt(source, line);
  if (kind !== undefined) return { ...endOfRun(source, line, kind), least: long };
  const code = endOfCode(source, line, format);
  if (code !== undefined) return { end: code, isSure: true, least: long };
  const plain = endOfPlain(source, line);
  return plain === undefined ? undefined : { end: plain, isSure: true, least: PLAIN_AT_LEAST };
}
