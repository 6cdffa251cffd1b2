// textDocument/hover: the card of the figure or the actor under the cursor.

import type { Hover, HoverParams } from 'vscode-languageserver';
import { actorCardOf, figureCardOf, findSymbol } from '../core/index.ts';
import { actorMarkdown, figureMarkdown } from './cardMarkdown.ts';
import { plainMarkdown } from './escapeMarkdown.ts';
import { findCursor, findLink, keyed } from './location.ts';
import { rangeOf } from './positions.ts';
import type { Session } from './session.ts';

export function hover(session: Session, params: HoverParams): Hover | null {
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
  const contents = session.client.markdownHover
    ? { kind: 'markdown' as const, value }
    : { kind: 'plaintext' as const, value: plainMarkdown(value) };
  return { contents, range: rangeOf(snapshot.text, symbol.span) };
}
