// An extract as one table: a line for every section, every figure and every mention of an actor.

import type { Span } from '../../core/index.ts';
import { csvLine } from '../../reports/csv.ts';
import type { PlacedExtract } from './extract.ts';

const columns = [
  'path',
  'line',
  'column',
  'record',
  'text',
  'kind',
  'value',
  'low',
  'high',
  'unit',
  'approximate',
  'measure',
  'subject',
  'period',
  'actor',
] as const;

type Row = Readonly<Partial<Record<(typeof columns)[number], string | number | null>>>;

export const csvHead = csvLine(columns);

export function csvRecords({ extract, lines }: PlacedExtract): string {
  const { path, sections, figures, actors } = extract;
  const placed = ({ start }: Span): Row => {
    const { line, character } = lines.positionAt(start);
    return { path, line: line + 1, column: character + 1 };
  };
  const rows: Row[] = [
    ...sections.map(({ span, title }) => ({ ...placed(span), record: 'section', text: title })),
    ...figures.map(({ span, text, kind, value, low, high, unit, approximate, measure, subject, period }) => ({
      ...placed(span),
      record: 'figure',
      text,
      kind,
      value,
      low,
      high,
      unit,
      approximate: approximate ? 'yes' : 'no',
      measure,
      subject,
      period,
    })),
    ...actors.flatMap(({ id, kind, mentions }) =>
      mentions.map(({ span, text }) => ({ ...placed(span), record: 'mention', text, kind, actor: id })),
    ),
  ];
  return rows.map((row) => csvLine(columns.map((column) => row[column] ?? ''))).join('');
}
