// How the places of two claims relate: whether they stand in different sections at all, whether one place sums the other
// up, and whether the two are siblings that tell the same story of different things.

import type { Claim } from './claim.ts';
import type { ClaimedDocument } from './resolveClaims.ts';
import { readTokens } from './tokens.ts';

export interface Relation {
  /** Whether the two may be held against each other at all. */
  readonly apart: boolean;
  /** Whether exactly one of them stands where the document sums itself up. */
  readonly summary: boolean;
  /** Whether both are cells of one table. */
  readonly sameTable: boolean;
}

const SUMMARY_WORDS = new Set(
  `summary abstract overview highlight highlights conclusion conclusions introduction findings results digest brief
  glance short takeaways recap tldr tl key outline synopsis gist nutshell background main points essentials`.split(
    /\s+/,
  ),
);

export interface Relations {
  between(a: Claim, b: Claim): Relation;
  isSummary(claim: Claim): boolean;
}

export function relateClaims(document: ClaimedDocument): Relations {
  const summaries = document.sections.map((section) => {
    const words = readTokens(section.title, []).tokens.filter((token) => token.kind !== 'punctuation');
    return words.length > 0 && words.length <= 5 && words.some((token) => SUMMARY_WORDS.has(token.text));
  });
  const headed = document.sections.some((section) => section.level > 0);
  const shapeOf = (claim: Claim): string => {
    const { block } = document.blocks[claim.block]!;
    const place = block.prose[claim.prose]?.place;
    if (claim.evidence.cell) return 'table';
    if (place?.footnote !== undefined) return `footnote ${place.footnote}`;
    if (place?.quoted) return 'quotation';
    return place?.kind === 'item' ? 'list' : 'prose';
  };
  const isSummary = (claim: Claim) => summaries[claim.section] ?? false;
  return {
    isSummary,
    between(a, b) {
      const sameTable = a.block === b.block && a.evidence.cell !== undefined && b.evidence.cell !== undefined;
      const apart = a.section !== b.section || shapeOf(a) !== shapeOf(b) || (!headed && a.block !== b.block);
      return { apart, summary: isSummary(a) !== isSummary(b), sameTable };
    },
  };
}
