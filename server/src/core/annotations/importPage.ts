// Annotations from elsewhere put into a document's page: another program's file, or CriticMarkup in the text itself.

import type { Span } from '../text/span.ts';
import { type Annotation, annotationOf, createAnnotation, withSource } from './annotation.ts';
import { type AnnotationPage, parsePage, putAnnotation } from './annotationPage.ts';
import type { CriticMark } from './criticMarkup.ts';
import { fileOffsetsOf } from './fileOffsets.ts';
import { type ImportResult, importHypothesis } from './importHypothesis.ts';
import { jsonOf, withMember } from './jsonTree.ts';
import { describePassage } from './selectors.ts';

export const importFormats = ['hypothesis', 'jsonld'] as const;
export type ImportFormat = (typeof importFormats)[number];

/** Reads another program's file. `source` is the document's name as its own file has it, `newId` gives ids to what has none. */
export function readImport(text: string, format: ImportFormat, source: string, newId: () => string): ImportResult {
  if (format === 'hypothesis') return importHypothesis(text, source);
  const parsed = parsePage(text);
  if ('error' in parsed) return parsed;
  const annotations = parsed.page.annotations.map((annotation) => {
    const named = annotation.id === '' ? annotationOf(withMember(annotation.json, 'id', jsonOf(newId()))) : annotation;
    return named.replyTo === undefined ? withSource(named, source) : named;
  });
  return { annotations };
}

export interface MergedImport {
  readonly page: AnnotationPage;
  readonly added: number;
  /** There already: they stay as they are. */
  readonly known: number;
}

export function addImported(page: AnnotationPage, annotations: readonly Annotation[]): MergedImport {
  const ids = new Set(page.annotations.map(({ id }) => id));
  const fresh = annotations.filter(({ id }) => !ids.has(id));
  return { page: fresh.reduce(putAnnotation, page), added: fresh.length, known: annotations.length - fresh.length };
}

/** Who made the marks, and when they were taken out of the text. */
export interface MarkOrigin {
  readonly source: string;
  readonly creator?: string;
  readonly created: string;
}

/**
 * Annotations of the marks that were taken out of a text; `text` is what is left of it. A comment that stands at no words is
 * about the word before it.
 */
export function annotationsOfMarks(
  text: string,
  marks: readonly CriticMark[],
  origin: MarkOrigin,
  newId: () => string,
): Annotation[] {
  const offsets = fileOffsetsOf(text);
  return marks.flatMap(({ span, comment }) => {
    const words = span.start < span.end ? span : wordAt(text, span.start);
    if (!words) return [];
    const { tags, rest } = splitTags(comment);
    const motivation = rest !== '' ? 'commenting' : tags.length > 0 ? 'tagging' : 'highlighting';
    const selectors = describePassage(text, words, offsets);
    return [createAnnotation({ id: newId(), motivation, comment: rest, tags, selectors, ...origin })];
  });
}

/** The tags that a comment ends with. */
function splitTags(comment: string): { readonly rest: string; readonly tags: string[] } {
  const parts = comment.split(/(\s+)/);
  const tags: string[] = [];
  while (parts.length > 0) {
    const last = parts.at(-1)!;
    if (/^#[^\s#]+$/.test(last)) tags.unshift(last.slice(1));
    else if (last.trim() !== '') break;
    parts.pop();
  }
  return { rest: parts.join('').trim(), tags: [...new Set(tags)] };
}

const NEAR = 200;

/** The word before an offset, else the one behind it; undefined where there is none near. */
function wordAt(text: string, offset: number): Span | undefined {
  const from = Math.max(0, offset - NEAR);
  const words = [...text.slice(from, offset + NEAR).matchAll(/[\p{L}\p{N}]+/gu)].map(({ index, 0: word }) => ({
    start: from + index,
    end: from + index + word.length,
  }));
  return words.findLast(({ start }) => start < offset) ?? words[0];
}
