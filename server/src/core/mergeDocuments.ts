// Several documents as one, so that whatever compares statements within a document compares them across documents too.
// Spans in the merged document can be traced back to the document that they came from.

import type { Actor, ProseRef } from './actors/actor.ts';
import type { AnalysedDocument } from './document.ts';
import { partitionPoint } from './text/partitionPoint.ts';
import { type Span, shiftSpan, spanOf } from './text/span.ts';

export interface MergedDocuments {
  readonly document: AnalysedDocument;
  /** The index of the document that a span of the merged one came from, and the span there. */
  trace(span: Span): { readonly index: number; readonly span: Span };
}

/** Where the parts of one document begin in the merged one. */
interface Offsets {
  readonly source: number;
  readonly block: number;
  readonly section: number;
  readonly claim: number;
}

/**
 * Merges documents in their order. Takes time and memory in proportion to their analysis, not to their text alone. Merged
 * documents of one `lineage` are taken for states of one document: what was weighed of the last is not weighed again.
 */
export function mergeDocuments(documents: readonly AnalysedDocument[], lineage?: object): MergedDocuments {
  const offsets = offsetsOf(documents);
  const at = (index: number): Offsets => offsets[index] as Offsets;
  const partOfBlock = (block: number): number => partAt(offsets, (part) => part.block, block);
  const all = <T>(items: (document: AnalysedDocument, offset: Offsets) => readonly T[]): T[] =>
    documents.flatMap((document, index) => items(document, at(index)));

  const sections = all((document, offset) =>
    document.sections.map((section) => ({
      ...section,
      index: section.index + offset.section,
      span: shiftSpan(section.span, offset.source),
      titleSpan: shiftSpan(section.titleSpan, offset.source),
      parent: section.parent === undefined ? undefined : section.parent + offset.section,
      blocks: shiftSpan(section.blocks, offset.block),
    })),
  );
  const document: AnalysedDocument = {
    ...(lineage && { lineage }),
    source: documents.map(({ source }) => source).join(''),
    format: 'markdown',
    blocks: all(({ blocks }) => blocks),
    starts: all(({ starts }, offset) => starts.map((start) => start + offset.source)),
    sections,
    actors: mergeActors(documents, offsets),
    claims: all(({ claims }, offset) =>
      claims.map((claim) => ({
        ...claim,
        index: claim.index + offset.claim,
        block: claim.block + offset.block,
        section: claim.section + offset.section,
      })),
    ),
    spanOf(ref) {
      const part = partOfBlock(ref.block);
      const own = documents[part] as AnalysedDocument;
      return shiftSpan(own.spanOf({ ...ref, block: ref.block - at(part).block }), at(part).source);
    },
    sectionOfBlock(block) {
      const part = partOfBlock(block);
      const own = documents[part] as AnalysedDocument;
      const section = own.sectionOfBlock(block - at(part).block);
      return sections[section.index + at(part).section] ?? section;
    },
  };
  return {
    document,
    trace(span) {
      const index = partAt(offsets, (part) => part.source, span.start);
      const from = at(index).source;
      return { index, span: spanOf(span.start - from, span.end - from) };
    },
  };
}

function offsetsOf(documents: readonly AnalysedDocument[]): Offsets[] {
  const offsets: Offsets[] = [];
  let next: Offsets = { source: 0, block: 0, section: 0, claim: 0 };
  for (const { source, blocks, sections, claims } of documents) {
    offsets.push(next);
    next = {
      source: next.source + source.length,
      block: next.block + blocks.length,
      section: next.section + sections.length,
      claim: next.claim + claims.length,
    };
  }
  return offsets;
}

/** Actors of the same id are one actor. */
function mergeActors(documents: readonly AnalysedDocument[], offsets: readonly Offsets[]): Actor[] {
  const merged = new Map<string, Actor>();
  documents.forEach((document, index) => {
    const by = offsets[index]?.block ?? 0;
    const moved = <T extends ProseRef>(refs: readonly T[]): T[] =>
      refs.map((ref) => ({ ...ref, block: ref.block + by }));
    for (const actor of document.actors) {
      const known = merged.get(actor.id);
      merged.set(actor.id, {
        ...(known ?? actor),
        aliases: [...new Set([...(known?.aliases ?? []), ...actor.aliases])],
        descriptions: [...(known?.descriptions ?? []), ...moved(actor.descriptions)],
        mentions: [...(known?.mentions ?? []), ...moved(actor.mentions)],
        quotations: [...(known?.quotations ?? []), ...moved(actor.quotations)],
      });
    }
  });
  return [...merged.values()];
}

/** Index of the last part whose beginning is at most `value`; empty parts begin where the next one does. */
function partAt(offsets: readonly Offsets[], begin: (part: Offsets) => number, value: number): number {
  return Math.max(0, partitionPoint(offsets.length, (index) => begin(offsets[index] as Offsets) <= value) - 1);
}
