// What stands at an offset: a mention of an actor, a figure, or nothing. Everything that an editor asks begins here.

import type { Actor, Mention } from '../actors/actor.ts';
import type { Claim } from '../claims/claim.ts';
import type { AnalysedDocument } from '../document.ts';
import { lastAtMost } from '../text/partitionPoint.ts';
import { type Span, touches } from '../text/span.ts';

export interface MentionSymbol {
  readonly kind: 'mention';
  readonly actor: Actor;
  readonly mention: Mention;
  readonly span: Span;
}

export interface FigureSymbol {
  readonly kind: 'figure';
  readonly claim: Claim;
  readonly span: Span;
}

export type DocumentSymbol = MentionSymbol | FigureSymbol;

/** The innermost symbol that the offset touches; one that begins there goes before one that ends there. */
export function findSymbol(document: AnalysedDocument, offset: number): DocumentSymbol | undefined {
  const blocks = indexOf(document);
  const block = blockAt(document, offset);
  const candidates: DocumentSymbol[] = [];
  // A cursor behind the last character of a block already stands in the next one.
  for (const index of block > 0 ? [block, block - 1] : [block])
    for (const symbol of blocks.get(index) ?? []) {
      const span = document.spanOf(symbol.kind === 'mention' ? symbol.mention : symbol.claim);
      if (touches(span, offset)) candidates.push({ ...symbol, span });
    }
  const rank = ({ span }: DocumentSymbol) => (offset < span.end ? 0 : 1);
  candidates.sort((a, b) => rank(a) - rank(b) || lengthOf(a.span) - lengthOf(b.span) || a.kind.localeCompare(b.kind));
  return candidates[0];
}

function lengthOf(span: Span): number {
  return span.end - span.start;
}

/** Index of the block that holds the offset, the last one beyond the end; 0 in an empty document. */
export function blockAt(document: AnalysedDocument, offset: number): number {
  return lastAtMost(document.starts, offset);
}

type UnplacedSymbol = Omit<MentionSymbol, 'span'> | Omit<FigureSymbol, 'span'>;

const indices = new WeakMap<AnalysedDocument, ReadonlyMap<number, readonly UnplacedSymbol[]>>();

/** The symbols of each block. Made once for a document, since an editor asks many things of one text. */
function indexOf(document: AnalysedDocument): ReadonlyMap<number, readonly UnplacedSymbol[]> {
  const known = indices.get(document);
  if (known) return known;
  const index = new Map<number, UnplacedSymbol[]>();
  const add = (block: number, symbol: UnplacedSymbol) => {
    const symbols = index.get(block);
    if (symbols) symbols.push(symbol);
    else index.set(block, [symbol]);
  };
  for (const actor of document.actors)
    for (const mention of actor.mentions) add(mention.block, { kind: 'mention', actor, mention });
  for (const claim of document.claims) add(claim.block, { kind: 'figure', claim });
  indices.set(document, index);
  return index;
}
