// The changes to annotations that a client may ask for, each as a function from one state of a document's annotations to the
// next. Names, times and ids come from outside.

import { t } from '@vscode/l10n';
import {
  type Annotation,
  createAnnotation,
  withComment,
  withFormerWords,
  withResolved,
  withSelectors,
  withTags,
} from '../../core/annotations/annotation.ts';
import { type AnnotationPage, putAnnotation, removeAnnotation } from '../../core/annotations/annotationPage.ts';
import type { LinkTarget } from '../../core/annotations/linkTarget.ts';
import { type LiveAnnotations, renewedSelectors } from '../../core/annotations/liveAnnotations.ts';
import { describePassage } from '../../core/annotations/selectors.ts';
import type { Span } from '../../core/text/span.ts';
import { nameOfUri } from '../uri.ts';
import { refusal } from './annotationFile.ts';
import { changeOf } from './annotationItems.ts';
import type { AnnotatedDocument, AnnotationChange } from './annotationStore.ts';

/** Who makes a change, and when. */
export interface Authorship {
  readonly creator?: string;
  /** ISO 8601. */
  readonly at: string;
}

export interface NewAnnotation extends Authorship {
  readonly id: string;
  readonly span: Span;
  readonly comment?: string;
  readonly tags?: readonly string[];
  readonly links?: readonly LinkTarget[];
}

export function addAnnotation({ uri, file, live }: AnnotatedDocument, made: NewAnnotation): AnnotationChange {
  const { id, span, comment, tags, links, creator, at } = made;
  if (span.start >= span.end) throw refusal(t('Select the words that the annotation is about.'));
  const annotation = createAnnotation({
    id,
    motivation: motivationOf(made),
    ...(comment && { comment }),
    tags: tags ?? [],
    links: links ?? [],
    source: sourceOf(uri),
    selectors: describePassage(live.source, span),
    ...(creator !== undefined && { creator }),
    created: at,
  });
  return { page: putAnnotation(file.page, annotation), placed: new Map([[annotation, span]]) };
}

function motivationOf({ comment, tags, links }: NewAnnotation): string {
  if (links && links.length > 0) return 'linking';
  if (comment) return 'commenting';
  return tags && tags.length > 0 ? 'tagging' : 'highlighting';
}

/** The document's name as the file beside it has it. */
export function sourceOf(uri: string): string {
  return encodeURIComponent(nameOfUri(uri));
}

export function addAnswer(
  { file }: AnnotatedDocument,
  id: string,
  replyTo: string,
  comment: string,
  { creator, at }: Authorship,
): AnnotationChange {
  findAnnotation(file.page, replyTo);
  if (comment.trim() === '') throw refusal(t('An answer needs words.'));
  const answer = createAnnotation({
    id,
    motivation: 'replying',
    comment,
    replyTo,
    ...(creator !== undefined && { creator }),
    created: at,
  });
  return { page: putAnnotation(file.page, answer) };
}

export interface AnnotationUpdate {
  readonly comment?: string;
  readonly tags?: readonly string[];
  readonly resolved?: boolean;
  readonly confirmed?: boolean;
}

export function updateAnnotation(
  { file }: AnnotatedDocument,
  id: string,
  { comment, tags, resolved, confirmed }: AnnotationUpdate,
  at: string,
): AnnotationChange | undefined {
  const before = findAnnotation(file.page, id);
  let annotation = before;
  if (comment !== undefined && comment !== annotation.comment) annotation = withComment(annotation, comment, at);
  if (tags !== undefined && tags.join('\n') !== annotation.tags.join('\n')) annotation = withTags(annotation, tags, at);
  if (resolved !== undefined && resolved !== annotation.resolved) annotation = withResolved(annotation, resolved, at);
  if (confirmed && annotation.was !== undefined) annotation = withFormerWords(annotation, undefined);
  return annotation === before ? undefined : { page: putAnnotation(file.page, annotation) };
}

/** Takes the annotation out, and everything that answers it. */
export function deleteAnnotation({ file }: AnnotatedDocument, id: string): AnnotationChange {
  findAnnotation(file.page, id);
  const gone = new Set([id]);
  for (let size = 0; size < gone.size; ) {
    size = gone.size;
    for (const { id: answer, replyTo } of file.page.annotations)
      if (replyTo !== undefined && gone.has(replyTo)) gone.add(answer);
  }
  return { page: [...gone].reduce(removeAnnotation, file.page) };
}

export function reattachAnnotation({ file, live }: AnnotatedDocument, id: string, span: Span): AnnotationChange {
  if (span.start >= span.end) throw refusal(t('Select the words that the annotation is to be attached to.'));
  const before = findAnnotation(file.page, id);
  if (before.replyTo !== undefined) throw refusal(t('An answer stands where the annotation stands that it answers.'));
  const annotation = withSelectors(withFormerWords(before, undefined), describePassage(live.source, span));
  return { page: putAnnotation(file.page, annotation), placed: new Map([[annotation, span]]) };
}

/** The words that passages have after they were edited; where a figure is another one, the former words are kept too. */
export function renewAnnotations({ file, live }: AnnotatedDocument): AnnotationChange | undefined {
  const renewed = renewedSelectors(live);
  if (renewed.size === 0) return undefined;
  const placed = new Map<Annotation, Span>();
  let { page } = file;
  for (const [before, selectors] of renewed) {
    const now = selectors.quote!.exact;
    const was = changeOf(before, now) === undefined ? undefined : (before.was ?? before.selectors.quote?.exact);
    const annotation = withSelectors(before.was === was ? before : withFormerWords(before, was), selectors);
    placed.set(annotation, spanOf(live, before));
    page = putAnnotation(page, annotation);
  }
  return { page, placed };
}

function spanOf(live: LiveAnnotations, annotation: Annotation): Span {
  return live.places.get(annotation)!.live!.span;
}

function findAnnotation(page: AnnotationPage, id: string): Annotation {
  const annotation = page.annotations.find((candidate) => candidate.id === id);
  if (!annotation) throw refusal(t('This annotation is no longer there: somebody has deleted it.'));
  return annotation;
}
