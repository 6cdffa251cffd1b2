// textDocument/hover in the project file: what a rule reports, where the texts state a declared fact, who an actor is.

import type { CancellationToken, Range, TextDocumentPositionParams } from 'vscode-languageserver';
import { actorCardOf, findFactSites, findProjectEntry, type KeyedDocument, type ProjectEntry } from '../core/index.ts';
import { acceptedMarkdown, actorMarkdown, type CardOptions, factMarkdown, ruleMarkdown } from './cardMarkdown.ts';
import { findLinkFrom } from './location.ts';
import { rangeOf } from './positions.ts';
import { documentsOf, findProjectCursor } from './projectCursor.ts';
import type { Session } from './session.ts';

export interface ProjectCard {
  /** Markdown. */
  readonly value: string;
  readonly range: Range;
}

/** The card of the entry at a position; null where there is none. */
export async function projectHover(
  session: Session,
  params: TextDocumentPositionParams,
  token: CancellationToken,
): Promise<ProjectCard | null> {
  const cursor = findProjectCursor(session, params);
  const entry = cursor && findProjectEntry(cursor.text.source, cursor.project, cursor.offset);
  if (!cursor || !entry) return null;
  const documents = entry.kind === 'rule' ? [] : await documentsOf(session, cursor.uri, token);
  const options: CardOptions = {
    limit: session.settings.hoverLimit,
    linkTo: (site) => findLinkFrom(session, cursor.uri, site),
  };
  const value = cardOf(entry, documents, options);
  return value === undefined ? null : { value, range: rangeOf(cursor.text, entry.span) };
}

function cardOf(entry: ProjectEntry, documents: readonly KeyedDocument[], options: CardOptions): string | undefined {
  switch (entry.kind) {
    case 'rule':
      return ruleMarkdown(entry.rule);
    case 'accepted':
      return acceptedMarkdown(entry.entry);
    case 'fact':
      return factMarkdown(entry.fact, findFactSites(documents, entry.fact), options);
    case 'actor': {
      const cards = documents.flatMap(({ key, document }) =>
        document.actors
          .filter(({ declared }) => declared === entry.index)
          .map((actor) => actorMarkdown(actorCardOf(document, key, actor), options)),
      );
      return cards.length > 0 ? cards.slice(0, options.limit).join('\n\n---\n\n') : undefined;
    }
  }
}
