// The prose behind a cursor: what has been written up to it. Nothing stands there in code, in addresses and in markup.

import type { ProseRef } from '../actors/actor.ts';
import type { AnalysedDocument } from '../document.ts';
import { mapStart, type Prose } from '../markdown/block.ts';
import { blockAt } from './symbol.ts';

export interface WrittenProse {
  readonly block: number;
  /** Index of the prose in its block. */
  readonly index: number;
  readonly prose: Prose;
  /** The prose up to the cursor, with the blanks that a line's end may have and prose never has. */
  readonly before: string;
  /** How many of the characters of `before` are such blanks. */
  readonly blanks: number;
}

/** The prose whose text ends at the offset in the source or goes on there, or undefined where none does. */
export function findWrittenProse(document: AnalysedDocument, offset: number): WrittenProse | undefined {
  let end = offset;
  while (end > 0 && (document.source[end - 1] === ' ' || document.source[end - 1] === '\t')) end--;
  // The blanks belong to the prose where it goes on behind them, and are its trailing ones where it does not.
  return findProseEnding(document, offset, 0) ?? findProseEnding(document, end, offset - end);
}

function findProseEnding(document: AnalysedDocument, end: number, blanks: number): WrittenProse | undefined {
  if (end === 0) return undefined;
  const block = blockAt(document, end - 1);
  const own = document.blocks[block];
  for (const [index, prose] of (own?.prose ?? []).entries()) {
    const offset = end - document.starts[block]! - mapStart(own!.block, index);
    const at = prose.map.toText(offset);
    if (!at) continue;
    // The character before the cursor must itself end there; otherwise markup or code lies between.
    if (prose.map.spanToSource({ start: at - 1, end: at }).end !== offset) continue;
    return { block, index, prose, before: prose.text.slice(0, at) + ' '.repeat(blanks), blanks };
  }
  return undefined;
}

/** Whether the cursor of `written` touches a place in the prose, so that the place is what is being written now. */
export function isBeingWritten({ block, index, before, blanks }: WrittenProse, ref: ProseRef): boolean {
  const cursor = before.length - blanks;
  return ref.block === block && ref.prose === index && ref.span.start <= cursor && cursor <= ref.span.end;
}
