// Comma-separated values after RFC 4180, one line for each site of a problem. A cell that a spreadsheet would take for a
// formula begins with an apostrophe.

import type { CheckReport } from './report.ts';

const header = [
  'path',
  'line',
  'column',
  'severity',
  'code',
  'text',
  'message',
  'other path',
  'other line',
  'other column',
  'other text',
  'other places',
  'confidence',
];

export function* csvReport(report: CheckReport): Generator<string> {
  yield csvLine(header);
  for (const { problems } of report.documents) {
    for (const { path, range, severity, code, text, message, related, relatedCount, confidence } of problems) {
      const other = related[0];
      yield csvLine([
        path,
        range.start.line + 1,
        range.start.character + 1,
        severity,
        code,
        text,
        message,
        other?.path ?? '',
        other ? other.range.start.line + 1 : '',
        other ? other.range.start.character + 1 : '',
        other?.text ?? '',
        relatedCount,
        confidence.toFixed(2),
      ]);
    }
  }
}

/** One record with its line end. */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = /^\s*[=+\-@]|^[\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
