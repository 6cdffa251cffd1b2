// What a hover says of the annotations at a place, and of the links that lead there, as Markdown of the same kind as the cards.

import { t } from '@vscode/l10n';
import { placedNow } from '../../core/annotations/liveAnnotations.ts';
import type { PlacedAnnotation } from '../../core/annotations/placedAnnotations.ts';
import { type Span, touches } from '../../core/text/span.ts';
import { escapeMarkdown as text } from '../escapeMarkdown.ts';
import { spanOfRange } from '../positions.ts';
import type { AnnotationLink } from '../protocol.ts';
import type { Session } from '../session.ts';
import { changeOf } from './annotationItems.ts';
import { type LinksOf, resolveLinks } from './annotationLinks.ts';
import { findBacklinks } from './backlinks.ts';
import { shortQuote } from './shortQuote.ts';

/** So much of a comment is shown. */
const MAX_COMMENT = 2000;

export interface AnnotationCard {
  readonly markdown: string;
  /** The words of the innermost annotation. */
  readonly span: Span;
}

/** Undefined where nothing is annotated and nothing leads to. */
export async function annotationCard(
  session: Session,
  uri: string,
  offset: number,
): Promise<AnnotationCard | undefined> {
  const source = session.documents.textOf(uri);
  const document = source && (await session.annotations.find(uri));
  if (!document || document.live.source !== source.source) return undefined;
  const all = placedNow(document.live);
  const here = all
    .filter(({ annotation, placement: { span } }) => annotation.replyTo === undefined && span && touches(span, offset))
    .toSorted((a, b) => lengthOf(a) - lengthOf(b));
  const leading = (await findBacklinks(session, uri)).filter(
    ({ range }) => range && touches(spanOfRange(source, range), offset),
  );
  const span = here[0]?.placement.span ?? (leading[0]?.range && spanOfRange(source, leading[0].range));
  if (!span) return undefined;
  const linksOf = await resolveLinks(session, document);
  const threads = here.map((placed) => threadMarkdown(placed, all, linksOf, source.source));
  const backlinks = leading.map(({ from }) => `← ${linkMarkdown(from)}`);
  return { markdown: [...threads, ...backlinks].join('\n\n'), span };
}

function threadMarkdown(
  root: PlacedAnnotation,
  all: readonly PlacedAnnotation[],
  linksOf: LinksOf,
  source: string,
): string {
  const { annotation, placement } = root;
  const { span, state } = placement;
  const now = source.slice(span!.start, span!.end);
  const quote = annotation.selectors.quote?.exact ?? '';
  const change = changeOf(annotation, now) ?? (state === 'changed' ? t('was {0}', shortQuote(quote)) : undefined);
  const notes = [
    change,
    state === 'ambiguous' && t('several passages could be meant'),
    annotation.resolved && t('resolved'),
  ];
  const answers = answersTo(annotation.id, all).map(remark);
  return [
    [remark(root), ...annotation.tags.map((tag) => `\\#${text(tag)}`)].join(' '),
    notes
      .filter((note) => note)
      .map((note) => `*${text(String(note))}*`)
      .join(' · '),
    ...linksOf(annotation).map((link) => `→ ${linkMarkdown(link)}`),
    ...answers.map((answer) => `↳ ${answer}`),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function remark({ annotation: { creator, created, comment } }: PlacedAnnotation): string {
  const day = created?.match(/^\d{4}-\d{2}-\d{2}/)?.[0];
  const by = [creator && `**${text(creator)}**`, day].filter((part) => part).join(', ');
  const said = comment === '' ? '' : text(comment, MAX_COMMENT);
  return [`✎ ${by}`.trim(), said].filter((part) => part !== '').join(': ');
}

function linkMarkdown({ label, location, note }: AnnotationLink): string {
  const place = location
    ? `[${text(label)}](${location.uri.replace(/[#?].*$/s, '').replace(/[()\s<>]/g, encodeURIComponent)}#L${location.range.start.line + 1},${location.range.start.character + 1})`
    : text(label);
  return note === undefined ? place : `${place} (${text(note)})`;
}

function answersTo(
  id: string,
  all: readonly PlacedAnnotation[],
  seen: Set<string> = new Set([id]),
): PlacedAnnotation[] {
  return all
    .filter(({ annotation }) => annotation.replyTo === id && !seen.has(annotation.id))
    .flatMap((answer) => {
      seen.add(answer.annotation.id);
      return [answer, ...answersTo(answer.annotation.id, all, seen)];
    });
}

function lengthOf({ placement: { span } }: PlacedAnnotation): number {
  return span ? span.end - span.start : 0;
}
