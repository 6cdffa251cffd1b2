// What a figure in a table's cell measures: its row's label, or its column's header where the rows are the things that
// are measured ("Country | Population | Area").

import { unitNoteStart } from '../figures/tableUnits.ts';
import type { Measure } from './claim.ts';
import type { CellEvidence } from './evidence.ts';
import { measureOf } from './measureOf.ts';
import type { ProseTokens, Token } from './tokens.ts';

/**
 * The measure of a cell's figure; `own` is what the words in the cell itself say, and stands where the cell is itself the label of its
 * row ("raise the rate to 5 %"), or where there are labels of neither kind.
 */
export function readCellMeasure(own: Measure, cell: CellEvidence): Measure {
  if (cell.row.tokens.length === 0 && own.head !== '') return own;
  const row = [labelWords(cell.row, cell.rowText), cell.row] as const;
  const column = [labelWords(cell.column, cell.columnText), cell.column] as const;
  for (const [words, label] of cell.measuredBy === 'row' ? [row, column] : [column, row]) {
    if (words.length > 0) return measureOf(words, label);
  }
  return own;
}

/**
 * The content words of a label up to its first bracket or its unit: "Defence budget" of "Defence budget ($ billion, 2024)",
 * "Speed" of "Speed in km/h".
 */
function labelWords(label: ProseTokens, text: string): readonly Token[] {
  const end = labelEnd(label, text);
  const { tokens } = label;
  const unit = tokens.findIndex((token) => token.text === '(' || token.text === '[' || token.start >= end);
  const before = unit > 0 ? tokens.slice(0, unit) : tokens;
  const words = before.filter((token) => token.kind === 'content' && !isPeriodWord(token.text));
  return words.length > 1 && words.slice(1).every((token) => token.name) ? words.map(withoutCapital) : words;
}

/** Where a label's unit begins; a header is asked about for every cell below it. */
const labelEnds = new WeakMap<ProseTokens, number>();

function labelEnd(label: ProseTokens, text: string): number {
  const known = labelEnds.get(label) ?? unitNoteStart(text);
  labelEnds.set(label, known);
  return known;
}

/** In a label in title case a capital makes no name ("Active Staff"); an acronym keeps its capitals. */
function withoutCapital({ written = '', ...token }: Token): Token {
  return written.length > 1 && written === written.toUpperCase() ? { ...token, written } : token;
}

function isPeriodWord(word: string): boolean {
  return /^(?:(?:19|20)\d\d|q[1-4]|h[12]|fy\d*)$/.test(word);
}
