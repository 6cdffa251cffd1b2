// The formats of annotations by their names on the command line.

import { type AnnotationRecord, annotationRecords } from '../../core/annotations/annotationRecord.ts';
import { exportCriticMarkup } from '../../core/annotations/exportCriticMarkup.ts';
import { exportCsv } from '../../core/annotations/exportCsv.ts';
import { exportJsonLd } from '../../core/annotations/exportJsonLd.ts';
import { type AnnotatedDocument, exportMarkdown } from '../../core/annotations/exportMarkdown.ts';
import { type AnnotatedText, exportQdpx } from '../../core/annotations/exportQdpx.ts';
import { printable } from '../../reports/excerpt.ts';
import { CommandError } from '../terminal.ts';

export type AnnotationFormat = (documents: readonly AnnotatedText[]) => string | Uint8Array;

const ofRecords =
  (format: (documents: readonly AnnotatedDocument[]) => string) => (documents: readonly AnnotatedText[]) =>
    format(documents.map(({ path, source, placed }) => ({ path, records: annotationRecords(source, placed) })));

export const annotationFormats = {
  text: ofRecords(textOfAnnotations),
  json: ofRecords(jsonOfAnnotations),
  csv: ofRecords(exportCsv),
  markdown: ofRecords(exportMarkdown),
  jsonld: (documents) =>
    exportJsonLd(
      documents.map(({ path, placed }) => ({ path, annotations: placed.map(({ annotation }) => annotation) })),
    ),
  qdpx: (documents) =>
    exportQdpx(
      documents.filter(({ placed }) => placed.length > 0),
      'Annotations',
    ),
  criticmarkup: criticMarkupOf,
} satisfies Readonly<Record<string, AnnotationFormat>>;

/** A copy of one document: several would run into each other. */
function criticMarkupOf(documents: readonly AnnotatedText[]): string {
  const [document] = documents;
  if (!document || documents.length > 1)
    throw new CommandError('CriticMarkup is written for one document: name the one that is meant');
  if (document.placed.length === 0) throw new CommandError(`${document.path} has no annotations to write into a copy`);
  return exportCriticMarkup(document.source, document.placed);
}

export type AnnotationFormatName = keyof typeof annotationFormats;

export const annotationFormatNames = Object.keys(annotationFormats) as AnnotationFormatName[];

/** So much of a quotation or comment is shown on its line. */
const MAX_SHOWN = 100;

function jsonOfAnnotations(documents: readonly AnnotatedDocument[]): string {
  const list = documents.map(({ path, records }) => JSON.stringify({ path, annotations: records }));
  return `{"version":1,"documents":[\n${list.join(',\n')}\n]}\n`;
}

function textOfAnnotations(documents: readonly AnnotatedDocument[]): string {
  const records = documents.flatMap(({ path, records }) => records.map((record) => entryOf(record, path)));
  const all = documents.flatMap((document) => document.records);
  const states = ['found', 'changed', 'ambiguous', 'orphaned'] as const;
  const counts = states
    .map((state) => [all.filter((record) => record.state === state).length, state] as const)
    .filter(([count]) => count > 0)
    .map(([count, state]) => `${count} ${state}`);
  const noun = all.length === 1 ? 'annotation' : 'annotations';
  const summary = all.length === 0 ? 'no annotations' : `${all.length} ${noun}: ${counts.join(', ')}`;
  return `${[...records, summary].join('\n')}\n`;
}

function entryOf({ range, state, text, quote, comment, tags, creator }: AnnotationRecord, path: string): string {
  const address = range ? `${path}:${range.start.line + 1}:${range.start.character + 1}` : path;
  const isSame = text === undefined || quote === '' || state === 'found';
  const words = isSame ? `“${short(text ?? quote)}”` : `“${short(text)}”, was “${short(quote)}”`;
  const said = [short(comment), ...tags.map((tag) => `#${short(tag)}`)].filter((part) => part !== '').join(' ');
  const by = creator === undefined || said === '' ? '' : `${short(creator)}: `;
  return [`${printable(address)}: ${state}: ${words}`, ...(said === '' ? [] : [`    ${by}${said}`])].join('\n');
}

function short(text: string): string {
  const line = printable(text.trim().replace(/\s+/g, ' '));
  return line.length <= MAX_SHOWN ? line : `${line.slice(0, MAX_SHOWN - 1)}…`;
}
