// The report formats by their names on the command line.

import { csvReport } from '../../reports/csv.ts';
import { htmlReport } from '../../reports/html.ts';
import { jsonReport } from '../../reports/json.ts';
import { markdownReport } from '../../reports/markdown.ts';
import type { ReportFormat } from '../../reports/report.ts';
import { sarifReport } from '../../reports/sarif.ts';
import { textReport } from './text.ts';

export const reportFormats = {
  text: textReport,
  json: jsonReport,
  sarif: sarifReport,
  markdown: markdownReport,
  html: htmlReport,
  csv: csvReport,
} satisfies Readonly<Record<string, ReportFormat>>;

export type ReportFormatName = keyof typeof reportFormats;

export const reportFormatNames = Object.keys(reportFormats) as ReportFormatName[];
