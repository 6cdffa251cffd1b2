// Cross-references that lead to a document, from wherever in the workspace they come.

import { t } from '@vscode/l10n';
import type { CancellationToken } from 'vscode-languageserver';
import { placedNow } from '../../core/annotations/liveAnnotations.ts';
import { indexText, rangeOf } from '../positions.ts';
import type { AnnotationLink, Backlink } from '../protocol.ts';
import type { Session } from '../session.ts';
import { nameOfUri } from '../uri.ts';
import { documentOfLink, isSameDocument, placePassages } from './annotationLinks.ts';
import type { AnnotatedDocument } from './annotationStore.ts';
import { shortQuote } from './shortQuote.ts';
import { annotatedDocuments } from './workspaceAnnotations.ts';

/** The links that lead to the document or a passage of it, in the order of the documents they come from. */
export async function findBacklinks(session: Session, uri: string, token?: CancellationToken): Promise<Backlink[]> {
  const target = await session.annotations.find(uri);
  if (!target) return [];
  const text = indexText(target.live.source, session.encoding);
  const found = (await annotatedDocuments(session, token)).flatMap((from) => linksFrom(session, from, uri));
  const placements = placePassages(
    text.source,
    found.map(({ link }) => link),
  );
  return found.map(({ id, from }, i) => {
    const placement = placements[i];
    const span = placement?.state === 'orphaned' ? undefined : placement?.span;
    return { id, from, ...(span && { range: rangeOf(text, span) }) };
  });
}

function linksFrom(session: Session, from: AnnotatedDocument, uri: string) {
  const leading = from.live.annotations.some(({ links }) =>
    links.some((link) => isSameDocument(documentOfLink(link, from.uri) ?? '', uri)),
  );
  if (!leading) return [];
  const text = indexText(from.live.source, session.encoding);
  return placedNow(from.live).flatMap(({ annotation, placement: { state, span } }) => {
    const quote = annotation.selectors.quote?.exact ?? '';
    const words = span ? text.source.slice(span.start, span.end) : quote;
    const range = span && rangeOf(text, span);
    const place = range ? `${nameOfUri(from.uri)}, ${t('line {0}', range.start.line + 1)}` : nameOfUri(from.uri);
    const origin: AnnotationLink = {
      label: `${shortQuote(words)} (${place})`,
      state,
      ...(range && { location: { uri: from.uri, range } }),
      ...(annotation.comment !== '' && { note: annotation.comment }),
    };
    return annotation.links
      .filter((link) => isSameDocument(documentOfLink(link, from.uri) ?? '', uri))
      .map((link) => ({ id: annotation.id, link, from: origin }));
  });
}
