// textDocument/hover: what is said of the words under the cursor, and the card of the figure or the actor there; or the card
// of an entry of the project file.

import type { CancellationToken, Hover, HoverParams, Range } from 'vscode-languageserver';
import { actorCardOf, figureCardOf, findSymbol } from '../core/index.ts';
import { annotationCard } from './annotations/annotationHover.ts';
import { actorMarkdown, figureMarkdown } from './cardMarkdown.ts';
import { declaredEntry } from './declaration.ts';
import { plainMarkdown } from './escapeMarkdown.ts';
import { findCursor, findLink, keyed } from './location.ts';
import { offsetAt, rangeOf } from './positions.ts';
import { isProjectFile } from './projectCursor.ts';
import { projectHover } from './projectHover.ts';
import type { Session } from './session.ts';

interface Card {
  readonly markdown: string;
  readonly range: Range;
}

export async function hover(session: Session, params: HoverParams, token: CancellationToken): Promise<Hover | null> {
  if (!isProjectFile(params.textDocument?.uri)) return textHover(session, params);
  const card = await projectHover(session, params, token);
  return card && toHover(session, card.value, card.range);
}

async function textHover(session: Session, params: HoverParams): Promise<Hover | null> {
  // What stands in the text first, since the text may be another one when files have been read.
  const symbol = symbolCard(session, params);
  const said = await annotationsAt(session, params);
  const cards = [said, symbol].filter((card) => card !== undefined);
  if (cards.length === 0) return null;
  const value = cards.map(({ markdown }) => markdown).join('\n\n---\n\n');
  return toHover(session, value, (symbol ?? said)!.range);
}

function toHover(session: Session, value: string, range: Range): Hover {
  const contents = session.client.markdownHover
    ? { kind: 'markdown' as const, value }
    : { kind: 'plaintext' as const, value: plainMarkdown(value) };
  return { contents, range };
}

function symbolCard(session: Session, params: HoverParams): Card | undefined {
  const cursor = findCursor(session, params);
  const symbol = cursor && findSymbol(cursor.snapshot.document, cursor.offset);
  if (!symbol) return undefined;
  const { snapshot } = cursor;
  const { key, document } = keyed(snapshot);
  const options = {
    limit: session.settings.hoverLimit,
    linkTo: (site: Parameters<typeof findLink>[2]) => findLink(session, snapshot, site),
  };
  const markdown =
    symbol.kind === 'figure'
      ? figureMarkdown(figureCardOf(document, key, symbol.claim), options)
      : actorMarkdown(
          actorCardOf(document, key, symbol.actor, declaredEntry(session, snapshot.uri, symbol.actor)),
          options,
        );
  return { markdown, range: rangeOf(snapshot.text, symbol.span) };
}

async function annotationsAt(session: Session, params: HoverParams): Promise<Card | undefined> {
  const uri: unknown = params.textDocument?.uri;
  const text = typeof uri === 'string' ? session.documents.textOf(uri) : undefined;
  const card = text && (await annotationCard(session, uri as string, offsetAt(text, params.position)));
  return card && { markdown: card.markdown, range: rangeOf(text, card.span) };
}
