// What of an analysed document must be the same however it was arrived at, with positions in the source: what laws compare.

import type { AnalysedDocument } from '../../server/src/core/document.ts';

/** Everything of a document that an edit could get wrong. */
export function contentOf(document: AnalysedDocument) {
  const place = (ref: Parameters<AnalysedDocument['spanOf']>[0]) => document.spanOf(ref);
  return {
    source: document.source,
    sections: document.sections,
    actors: document.actors.map(({ mentions, descriptions, quotations, ...actor }) => ({
      ...actor,
      mentions: mentions.map(place),
      descriptions: descriptions.map(place),
      quotations: quotations.map(place),
    })),
    claims: document.claims.map((claim) => ({ ...claim, evidence: undefined, context: undefined, at: place(claim) })),
  };
}
