// Annotations as a Markdown report: every quotation with what is said about it, gathered by tag.

import type { AnnotationRecord } from './annotationRecord.ts';

export interface AnnotatedDocument {
  /** As the reader knows it: a path, used as it is. */
  readonly path: string;
  readonly records: readonly AnnotationRecord[];
}

const UNTAGGED = 'Without a tag';

/** The report of one or more documents. A passage with several tags stands under each; answers follow what they answer. */
export function exportMarkdown(documents: readonly AnnotatedDocument[]): string {
  const byTag = new Map<string, string[]>();
  for (const document of documents) {
    for (const record of document.records) {
      if (isAnswer(record, document)) continue;
      const entry = entryOf(record, document);
      for (const tag of record.tags.length > 0 ? record.tags : ['']) {
        byTag.set(tag, [...(byTag.get(tag) ?? []), entry]);
      }
    }
  }
  const tags = [...byTag.keys()].sort((a, b) => Number(a === '') - Number(b === '') || (a < b ? -1 : a > b ? 1 : 0));
  const sections = tags.map((tag) => `## ${tag === '' ? UNTAGGED : plain(tag)}\n\n${byTag.get(tag)!.join('\n')}`);
  return ['# Annotations\n', ...sections].join('\n');
}

function isAnswer({ replyTo }: AnnotationRecord, { records }: AnnotatedDocument): boolean {
  return replyTo !== undefined && records.some(({ id }) => id === replyTo);
}

function entryOf(record: AnnotationRecord, document: AnnotatedDocument): string {
  const parts = [quotation(record.text ?? record.quote), `— ${placeOf(record, document.path)}`];
  if (record.state === 'changed' && record.quote !== '') parts.push(`Was: “${plain(record.quote)}”`);
  const said = [...remarks(record), ...answersTo(record, document, new Set([record.id]))];
  if (said.length > 0) parts.push(said.join('\n'));
  return `${parts.join('\n\n')}\n`;
}

function answersTo(record: AnnotationRecord, document: AnnotatedDocument, seen: Set<string>): string[] {
  return document.records.flatMap((answer) => {
    if (answer.replyTo !== record.id || seen.has(answer.id)) return [];
    seen.add(answer.id);
    return [...remarks(answer), ...answersTo(answer, document, seen)];
  });
}

function remarks({ comment, links, creator }: AnnotationRecord): string[] {
  const name = creator === undefined ? '' : `**${plain(creator)}:** `;
  const said = comment === '' ? [] : [`- ${name}${comment.trim().replace(/\r\n?|\n/g, '\n  ')}`];
  return [...said, ...links.map((link) => `- see <${link.replace(/[<>\s]/g, encodeURIComponent)}>`)];
}

function placeOf({ range, state, resolved }: AnnotationRecord, path: string): string {
  const line = range ? `, line ${range.start.line + 1}` : '';
  const notes = [state === 'found' ? '' : state, resolved ? 'resolved' : ''].filter((note) => note !== '');
  return `${plain(path)}${line}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`;
}

function quotation(text: string): string {
  return text
    .trim()
    .split(/\r\n|\r|\n/)
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}

/** The text on one line, with the signs escaped that Markdown would read. */
function plain(text: string): string {
  return text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>#]/g, '\\$&');
}
