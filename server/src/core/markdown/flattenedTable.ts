// Tables that lost their bars on the way through a clipboard: one row a line, cells apart by tabs, by several spaces, or
// by nothing but the figures in them.

import type { Span } from '../text/span.ts';
import { sliceSpan } from '../text/span.ts';
import type { PlainReading, Prose } from './block.ts';
import { sliceProse, trimSpan } from './sliceProse.ts';

const longestRow = 160;
/** A white-space separated word that is a figure: "12,400", "$3.1", "(2023)", "-4%", "1990–1995", "5.2m". */
const figureWord = /^[(~≈<>≤≥+−–-]{0,3}[$€£¥₹]?\d[\d.,:/–−-]{0,24}(?:%|°C|[a-zA-Z]{1,3})?[)%*]{0,2}$/;
const scaleWord = /^(?:hundred|thousand|million|billion|trillion|mn|bn|tn|per|percent|cent)$/i;

/**
 * The table that lines of a prose are, or undefined if they are none: at least two rows with figures and no sentence.
 * Where only figures tell cells apart, a row is its label, one cell for each figure, and the rest.
 */
export function findFlattenedTable(prose: Prose, lines: readonly Span[]): PlainReading | undefined {
  const { text } = prose;
  if (lines.length < 2 || lines.some((line) => line.end - line.start > longestRow)) return undefined;
  const separated = splitAtGaps(text, lines);
  const hasHeader = isHeader(text, lines[0]!);
  if (separated) return readRows(prose, separated, hasHeader ? 1 : 0);
  if (lines.some((line) => !isRow(text, line))) return undefined;
  const body = lines.slice(hasHeader ? 1 : 0);
  const rows = body.map((line) => splitAtFigures(text, line));
  const withFigures = rows.filter((row) => row.length > 1).length;
  if (withFigures < 2 || withFigures * 2 < rows.length) return undefined;
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (!hasHeader) return readRows(prose, rows, 0);
  return readRows(prose, [splitHeader(text, lines[0]!, width), ...rows], 1);
}

function readRows(prose: Prose, rows: readonly (readonly Span[])[], headerRows: number): PlainReading {
  const cells: Prose[] = [];
  const indices = rows.map((row, rowIndex) =>
    row.map((span, column) => {
      if (span.end <= span.start) return undefined;
      return (
        cells.push(
          sliceProse(prose, span, { ...prose.place, kind: 'cell', cell: { table: 0, row: rowIndex, column } }),
        ) - 1
      );
    }),
  );
  return { kind: 'table', prose: cells, tables: [{ rows: indices, headerRows }] };
}

/** A first line without figures, but for years that head columns. */
function isHeader(text: string, line: Span): boolean {
  return !/\d/.test(sliceSpan(text, line).replace(/(?<!\S)(?:19|20)\d\d(?!\S)/g, ''));
}

/** Whether a line can be a row: begins like a label and does not end or go on like a sentence. */
function isRow(text: string, line: Span): boolean {
  const row = sliceSpan(text, line);
  return /^["“(]?[\p{Lu}\p{Nd}$€£¥]/u.test(row) && !/[.!?;:,…]["'”’)]?$/.test(row) && !/\p{Ll}[.!?;] /u.test(row);
}

/** Cells apart by tabs, if all lines have some; or by at least two spaces, if all lines have the same number of them. */
function splitAtGaps(text: string, lines: readonly Span[]): Span[][] | undefined {
  for (const gap of [/\t/g, / {2}/g]) {
    const rows = lines.map((line) => splitLine(text, line, gap));
    const width = rows[0]!.length;
    const isTable =
      gap.source === '\\t' ? rows.every((row) => row.length > 1) : rows.every((row) => row.length === width);
    if (width > 1 && isTable) return rows;
  }
  return undefined;
}

function splitLine(text: string, line: Span, gap: RegExp): Span[] {
  const cells: Span[] = [];
  let start = line.start;
  for (const match of sliceSpan(text, line).matchAll(gap)) {
    const at = line.start + match.index;
    if (at > start || match[0] === '\t') cells.push(trimSpan(text, { start, end: Math.max(at, start) }));
    start = at + match[0].length;
  }
  cells.push(trimSpan(text, { start, end: line.end }));
  return cells.filter((cell, index) => gap.source === '\\t' || cell.end > cell.start || index === 0);
}

function splitWordSpans(text: string, line: Span): Span[] {
  return [...sliceSpan(text, line).matchAll(/\S+/g)].map(({ index, 0: word }) => ({
    start: line.start + index,
    end: line.start + index + word.length,
  }));
}

/** Label, figures and rest of a row: "Annual Budget $3.1 million (2023) Operating costs" → three cells. */
function splitAtFigures(text: string, line: Span): Span[] {
  const words = splitWordSpans(text, line);
  const isFigure = words.map((word) => figureWord.test(sliceSpan(text, word)));
  const starts = words.flatMap((word, index) => {
    if (index === 0 || !isFigure[index]) return [];
    // A year or conversion in brackets belongs to the figure before it.
    const continues = text[word.start] === '(' && (isFigure[index - 1] || isScale(text, words[index - 1]!));
    return continues ? [] : [index];
  });
  if (starts.length === 0) return [line];
  const cells: Span[] = [{ start: line.start, end: words[starts[0]! - 1]!.end }];
  starts.forEach((start, order) => {
    const next = starts[order + 1];
    if (next !== undefined) {
      cells.push({ start: words[start]!.start, end: words[next - 1]!.end });
      return;
    }
    let end = start + 1;
    while (end < words.length && (isFigure[end] || isScale(text, words[end]!))) end++;
    cells.push({ start: words[start]!.start, end: words[end - 1]!.end });
    if (end < words.length) cells.push({ start: words[end]!.start, end: line.end });
  });
  return cells;
}

function isScale(text: string, word: Span): boolean {
  return scaleWord.test(sliceSpan(text, word));
}

/** A header's words in `width` equal parts, or as one cell if they cannot be dealt out evenly. */
function splitHeader(text: string, line: Span, width: number): Span[] {
  const atYears = splitAtFigures(text, line);
  if (atYears.length > 1) return atYears;
  const words = splitWordSpans(text, line);
  const size = words.length / width;
  if (!Number.isInteger(size) || size === 0) return [line];
  return Array.from({ length: width }, (_, column) => ({
    start: words[column * size]!.start,
    end: words[(column + 1) * size - 1]!.end,
  }));
}
