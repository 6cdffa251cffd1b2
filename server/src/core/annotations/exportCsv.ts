// Annotations as comma-separated values after RFC 4180, a line for each.

import type { AnnotatedDocument } from './exportMarkdown.ts';

const header = [
  'path',
  'line',
  'column',
  'state',
  'text',
  'quote',
  'comment',
  'tags',
  'links',
  'motivation',
  'creator',
  'created',
  'modified',
  'resolved',
  'reply to',
  'id',
];

/** The table, with its header. Tags and links are separated by "; ", lines and columns begin with 1. */
export function exportCsv(documents: readonly AnnotatedDocument[]): string {
  const rows = documents.flatMap(({ path, records }) =>
    records.map((record) => [
      path,
      record.range ? String(record.range.start.line + 1) : '',
      record.range ? String(record.range.start.character + 1) : '',
      record.state,
      record.text ?? '',
      record.quote,
      record.comment,
      record.tags.join('; '),
      record.links.join('; '),
      record.motivation,
      record.creator ?? '',
      record.created ?? '',
      record.modified ?? '',
      record.resolved ? 'yes' : 'no',
      record.replyTo ?? '',
      record.id,
    ]),
  );
  return [header, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** What a spreadsheet would take for a formula begins with an apostrophe. */
function cell(value: string): string {
  const safe = /^\s*[=+\-@]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
