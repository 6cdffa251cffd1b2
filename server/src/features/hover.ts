// textDocument/hover: the card of the figure or the actor under the cursor, or of an entry of the project file.

import type { CancellationToken, Hover, HoverParams, Range } from 'vscode-languageserver';
import { actorCardOf, figureCardOf, findSymbol } from '../core/index.ts';
import { actorMarkdown, figureMarkdown } from './cardMarkdown.ts';
import { plainMarkdown } from './escapeMarkdown.ts';
import { findCursor, findLink, keyed } from './location.ts';
import { rangeOf } from './positions.ts';
import { isProjectFile } from './projectCursor.ts';
import { projectHover } from './projectHover.ts';
import type { Session } from './session.ts';

export async function hover(session: Session, params: HoverParams, token: CancellationToken): Promise<Hover | null> {
  if (!isProjectFile(params.textDocument?.uri)) return textHover(session, params);
  const card = await projectHover(session, params, token);
  return card && toHover(session, card.value, card.range);
}

function textHover(session: Session, params: HoverParams): Hover | null {
  const cursor = findCursor(session, params);
  const symbol = cursor && findSymbol(cursor.snapshot.document, cursor.offset);
  if (!symbol) return null;
  const { snapshot } = cursor;
  const { key, document } = keyed(snapshot);
  const options = {
    limit: session.settings.hoverLimit,
    linkTo: (site: Parameters<typeof findLink>[2]) => findLink(session, snapshot, site),
  };
  const value =
    symbol.kind === 'figure'
      ? figureMarkdown(figureCardOf(document, key, symbol.claim), options)
      : actorMarkdown(actorCardOf(document, key, symbol.actor), options);
  return toHover(session, value, rangeOf(snapshot.text, symbol.span));
}

function toHover(session: Session, value: string, range: Range): Hover {
  const contents = session.client.markdownHover
    ? { kind: 'markdown' as const, value }
    : { kind: 'plaintext' as const, value: plainMarkdown(value) };
  return { contents, range };
}
