// Where the thing at an offset is introduced, and everywhere else that it stands: the mentions of an actor in all
// documents, the statements of a figure in its own.

import type { Actor } from '../actors/actor.ts';
import type { Claim } from '../claims/claim.ts';
import { findSameMentions, type KeyedDigest } from '../digest.ts';
import type { AnalysedDocument } from '../document.ts';
import type { Span } from '../text/span.ts';
import { compareSites, type KeyedDocument, type Site } from './site.ts';
import { findStatements } from './statements.ts';
import { findSymbol } from './symbol.ts';

export interface Definition {
  /** What was asked about. */
  readonly origin: Span;
  readonly target: Site;
}

/**
 * A mention leads to where its actor is introduced; a figure to its fullest statement elsewhere, a table cell before
 * running text. A figure without another statement leads to itself.
 */
export function findDefinition({ key, document }: KeyedDocument, offset: number): Definition | undefined {
  const symbol = findSymbol(document, offset);
  if (!symbol) return undefined;
  const ref = symbol.kind === 'mention' ? symbol.actor.mentions[0]! : fullestStatement(document, symbol.claim);
  return { origin: symbol.span, target: { document: key, span: document.spanOf(ref) } };
}

function fullestStatement(document: AnalysedDocument, claim: Claim): Claim {
  const others = findStatements(document, claim).map((statement) => statement.claim);
  return others.find((other) => isCell(document, other)) ?? others[0] ?? claim;
}

function isCell(document: AnalysedDocument, claim: Claim): boolean {
  return document.blocks[claim.block]?.prose[claim.prose]?.place.kind === 'cell';
}

export interface ReferenceOptions {
  /** Whether the introduction of an actor, or the figure asked about, is listed too. */
  readonly includeDeclaration: boolean;
  /** What is known of further documents. */
  readonly elsewhere?: readonly KeyedDigest[];
}

/**
 * The places that mention the actor, in every document that names it, or that state the figure; in order, those of the
 * document asked about first.
 */
export function findReferences(
  documents: readonly KeyedDocument[],
  key: string,
  offset: number,
  { includeDeclaration, elsewhere = [] }: ReferenceOptions,
): readonly Site[] | undefined {
  const asked = documents.find((candidate) => candidate.key === key);
  const symbol = asked && findSymbol(asked.document, offset);
  if (!symbol) return undefined;
  if (symbol.kind === 'figure') {
    const others = findStatements(asked.document, symbol.claim).map(({ span }) => span);
    return (includeDeclaration ? [symbol.span, ...others] : others)
      .map((span) => ({ document: key, span }))
      .sort(compareSites);
  }
  const own = mentionSites(asked, symbol.actor);
  const others = documents
    .filter((candidate) => candidate.key !== key)
    .flatMap((candidate) => {
      const actor = findSameActor(candidate.document, symbol.actor);
      return actor ? mentionSites(candidate, actor) : [];
    });
  const digested = elsewhere.flatMap(({ key: document, digest }) =>
    (findSameMentions(digest, symbol.actor) ?? []).map((span) => ({ document, span })),
  );
  return [...(includeDeclaration ? own : own.slice(1)), ...[...others, ...digested].sort(compareSites)];
}

function mentionSites({ key, document }: KeyedDocument, actor: Actor): Site[] {
  return actor.mentions.map((mention) => ({ document: key, span: document.spanOf(mention) }));
}

/** The actor of another document that has the same name and nothing to say against being the same. */
export function findSameActor(document: AnalysedDocument, actor: Actor): Actor | undefined {
  return document.actors.find(
    ({ id, kind }) => id === actor.id && (kind === actor.kind || kind === 'other' || actor.kind === 'other'),
  );
}
