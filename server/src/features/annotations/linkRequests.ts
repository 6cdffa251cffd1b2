// concordance/annotations/link and what goes with it: cross-references made, what they can be made to, and followed.

import { t } from '@vscode/l10n';
import type { CancellationToken, Range } from 'vscode-languageserver';
import { withLinks } from '../../core/annotations/annotation.ts';
import { putAnnotation } from '../../core/annotations/annotationPage.ts';
import { actorAddress, type LinkTarget } from '../../core/annotations/linkTarget.ts';
import { placedNow } from '../../core/annotations/liveAnnotations.ts';
import { describePassage } from '../../core/annotations/selectors.ts';
import { type Span, sliceSpan, touches } from '../../core/text/span.ts';
import type { Target } from '../declaration.ts';
import { indexText, rangeOf, spanOfRange } from '../positions.ts';
import type { AnnotationId, LinkAnnotationParams, LinkChoice, LinkChoicesParams, LinkEnd } from '../protocol.ts';
import { allDigests, loadWorkspace, type Session } from '../session.ts';
import { nameOfUri } from '../uri.ts';
import { relativeAddress } from './addresses.ts';
import { addAnnotation } from './annotationChanges.ts';
import { refusal } from './annotationFile.ts';
import { isSameDocument, resolveLinks } from './annotationLinks.ts';
import { authorshipIn, change, newId, now, spanIn } from './annotationRequests.ts';
import { findBacklinks } from './backlinks.ts';
import { shortQuote } from './shortQuote.ts';
import { annotatedDocuments } from './workspaceAnnotations.ts';

/** An annotation of the very passage carries the link; else one is made. */
export async function linkAnnotation(session: Session, params: LinkAnnotationParams): Promise<AnnotationId> {
  const { uri, range, target, comment } = params;
  const author = await authorshipIn(session, uri);
  const link = await describeTarget(session, uri, target);
  let id = newId();
  await change(session, uri, (document) => {
    const span = spanIn(session, document, range);
    const known = placedNow(document.live).find(
      ({ annotation, placement }) =>
        annotation.replyTo === undefined && placement.span?.start === span.start && placement.span.end === span.end,
    )?.annotation;
    if (!known) return addAnnotation(document, { id, span, links: [link], ...(comment && { comment }), ...author });
    id = known.id;
    const linked = withLinks(known, [...known.links, link], now());
    return { page: putAnnotation(document.file.page, linked) };
  });
  return { id };
}

async function describeTarget(session: Session, from: string, target: LinkEnd): Promise<LinkTarget> {
  if ('actor' in target) return { source: actorAddress(target.actor) };
  if (typeof target?.uri !== 'string') throw refusal(t('What the link is to lead to is missing.'));
  const source = relativeAddress(from, target.uri);
  if (!target.range) return { source };
  const document = await session.annotations.find(target.uri);
  if (!document) throw refusal(t('{0} cannot be read.', nameOfUri(target.uri)));
  const span = spanIn(session, document, target.range);
  if (span.start >= span.end) throw refusal(t('Select the words that the link is to lead to.'));
  return { source, selectors: describePassage(document.live.source, span) };
}

/** Annotated passages of the workspace; figures of the document; actors; other documents. */
export async function linkChoices(
  session: Session,
  { uri }: LinkChoicesParams,
  token: CancellationToken,
): Promise<LinkChoice[]> {
  await loadWorkspace(session, token);
  const passages: LinkChoice[] = [];
  for (const document of await annotatedDocuments(session, token)) {
    const text = indexText(document.live.source, session.encoding);
    for (const { annotation, placement } of placedNow(document.live)) {
      if (!placement.span || annotation.replyTo !== undefined) continue;
      const range = rangeOf(text, placement.span);
      const place = `${nameOfUri(document.uri)}, ${t('line {0}', range.start.line + 1)}`;
      const detail = annotation.comment === '' ? place : `${place}: ${annotation.comment}`;
      const label = shortQuote(sliceSpan(text.source, placement.span));
      passages.push({ kind: 'passage', label, detail, target: { uri: document.uri, range } });
    }
  }
  const here = session.documents.find(uri);
  const figures = (here?.document.claims ?? []).map((claim): LinkChoice => {
    const span = here!.document.spanOf(claim);
    const range = rangeOf(here!.text, span);
    const label = sliceSpan(here!.text.source, span);
    return { kind: 'figure', label, detail: t('line {0}', range.start.line + 1), target: { uri, range } };
  });
  const digests = allDigests(session);
  const actors = new Map<string, LinkChoice>();
  for (const { key, digest } of digests) {
    for (const { id, name } of digest.actors)
      if (!actors.has(id))
        actors.set(id, { kind: 'actor', label: name, detail: nameOfUri(key), target: { actor: id } });
  }
  const documents = digests
    .filter(({ key }) => !isSameDocument(key, uri))
    .map(({ key }): LinkChoice => ({ kind: 'document', label: nameOfUri(key), detail: '', target: { uri: key } }));
  return [...passages, ...figures, ...actors.values(), ...documents];
}

export interface FollowedLinks {
  /** The words that the links are about. */
  readonly origin: Range;
  readonly targets: readonly Target[];
}

/** Where the links of the annotations at an offset lead, and where links to that place come from; for a definition. */
export async function linksAt(session: Session, uri: string, offset: number): Promise<FollowedLinks | undefined> {
  const text = session.documents.textOf(uri);
  const document = text && (await session.annotations.find(uri));
  if (!document || document.live.source !== text.source) return undefined;
  const linksOf = await resolveLinks(session, document);
  const targets: Target[] = [];
  let origin: Span | undefined;
  for (const { annotation, placement } of placedNow(document.live)) {
    const { span } = placement;
    if (annotation.replyTo !== undefined || annotation.links.length === 0 || !span || !touches(span, offset)) continue;
    origin ??= span;
    for (const { location } of linksOf(annotation)) if (location) targets.push(targetOf(location));
  }
  for (const { range, from } of await findBacklinks(session, uri)) {
    const span = range && spanOfRange(text, range);
    if (!span || !touches(span, offset) || !from.location) continue;
    origin ??= span;
    targets.push(targetOf(from.location));
  }
  return origin && { origin: rangeOf(text, origin), targets };
}

function targetOf({ uri, range }: { readonly uri: string; readonly range: Range }): Target {
  return { uri, range, selection: range };
}
