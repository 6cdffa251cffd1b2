// What cross-references lead to: passages, whole documents and actors, found where they are now. What is gone says so.

import { t } from '@vscode/l10n';
import { anchorAll, type Placement } from '../../core/annotations/anchor.ts';
import type { Annotation } from '../../core/annotations/annotation.ts';
import { actorOfAddress, type LinkTarget } from '../../core/annotations/linkTarget.ts';
import type { Selectors } from '../../core/annotations/selectors.ts';
import { mentionSpans } from '../../core/digest.ts';
import { describeFigureChange } from '../../core/queries/figureChange.ts';
import { locateSites } from '../location.ts';
import { type IndexedText, indexText, rangeOf } from '../positions.ts';
import type { AnnotationLink } from '../protocol.ts';
import { allDigests, type Session } from '../session.ts';
import { keyOfUri, nameOfUri } from '../uri.ts';
import { resolveAddress } from './addresses.ts';
import { shortQuote } from './shortQuote.ts';

/** Says what the cross-references of an annotation lead to. */
export type LinksOf = (annotation: Annotation) => readonly AnnotationLink[];

interface Linking {
  readonly uri: string;
  readonly live: { readonly annotations: readonly Annotation[] };
}

/** Finds the targets of all cross-references of a document, each document that they lead to read once. */
export async function resolveLinks(session: Session, { uri, live }: Linking): Promise<LinksOf> {
  const byDocument = new Map<string, LinkTarget[]>();
  const resolved = new Map<LinkTarget, AnnotationLink>();
  for (const { links } of live.annotations) {
    for (const link of links) {
      const address = documentOfLink(link, uri);
      if (address !== undefined) byDocument.set(address, [...(byDocument.get(address) ?? []), link]);
      else resolved.set(link, await describeActor(session, link));
    }
  }
  for (const [address, links] of byDocument) {
    const text = await readText(session, address);
    const placements = text && placePassages(text.source, links);
    for (const [i, link] of links.entries())
      resolved.set(link, text ? describeTarget(address, text, link, placements![i]) : goneDocument(address));
  }
  return ({ links }) => links.flatMap((link) => resolved.get(link) ?? []);
}

/** The address of the document that a link leads to; undefined for one that leads to an actor or out of the workspace. */
export function documentOfLink({ source }: LinkTarget, from: string): string | undefined {
  if (actorOfAddress(source) !== undefined) return undefined;
  const address = resolveAddress(source, from);
  return address?.split(':')[0] === from.split(':')[0] ? address : undefined;
}

/** The text of a document as it is now, open or not; undefined where there is none. */
async function readText(session: Session, uri: string): Promise<IndexedText | undefined> {
  const open = session.documents.textOf(uri);
  if (open) return open;
  const read = await session.host.readDocument(uri);
  return 'text' in read ? indexText(read.text, session.encoding) : undefined;
}

const placed = new Map<
  string,
  { readonly source: string; readonly key: string; readonly placements: readonly Placement[] }
>();
const MOST_KEPT = 50;

/** Where the passages are; undefined for a link to the whole document. Asked again for the same text, it is not looked again. */
export function placePassages(
  source: string,
  links: readonly { readonly selectors?: Selectors }[],
): (Placement | undefined)[] {
  const passages = links.flatMap(({ selectors }) => selectors ?? []);
  if (passages.length === 0) return links.map(() => undefined);
  const key = JSON.stringify(passages);
  let known = placed.get(key);
  if (known?.source !== source) {
    known = { source, key, placements: anchorAll(source, passages) };
    if (placed.size >= MOST_KEPT) placed.clear();
    placed.set(key, known);
  }
  const placements = known.placements.values();
  return links.map(({ selectors }) => (selectors ? placements.next().value : undefined));
}

function describeTarget(
  uri: string,
  text: IndexedText,
  { selectors }: LinkTarget,
  placement: Placement | undefined,
): AnnotationLink {
  const start = { line: 0, character: 0 };
  if (!selectors || !placement)
    return { label: nameOfUri(uri), state: 'found', location: { uri, range: { start, end: start } } };
  const was = selectors.quote?.exact ?? '';
  const { state, span } = placement;
  if (!span || state === 'orphaned') {
    return { label: `${shortQuote(was)} (${nameOfUri(uri)})`, state: 'orphaned', note: t('this passage is gone') };
  }
  const now = text.source.slice(span.start, span.end);
  const range = rangeOf(text, span);
  const label = `${shortQuote(now)} (${nameOfUri(uri)}, ${t('line {0}', range.start.line + 1)})`;
  const location = { uri, range };
  if (state === 'found') return { label, state, location };
  const note =
    state === 'ambiguous'
      ? t('several passages fit')
      : (describeFigureChange(was, now) ?? t('was {0}', shortQuote(was)));
  return { label, state, location, note };
}

function goneDocument(uri: string): AnnotationLink {
  return { label: nameOfUri(uri), state: 'orphaned', note: t('this document is gone') };
}

/** An actor is looked for in the documents that are known by now. */
async function describeActor(session: Session, { source }: LinkTarget): Promise<AnnotationLink> {
  const id = actorOfAddress(source);
  if (id === undefined) return { label: source, state: 'found' };
  for (const { key, digest } of allDigests(session)) {
    const index = digest.actors.findIndex((candidate) => candidate.id === id);
    const actor = digest.actors[index];
    const [span] = actor ? mentionSpans(digest, index) : [];
    const [location] = span ? await locateSites(session, [{ document: key, span }]) : [];
    if (actor && location) return { label: actor.name, state: 'found', location };
  }
  return { label: id.replaceAll('-', ' '), state: 'orphaned', note: t('no document mentions this actor') };
}

/** Whether two addresses are of one document. */
export function isSameDocument(one: string, other: string): boolean {
  return keyOfUri(one) === keyOfUri(other);
}
