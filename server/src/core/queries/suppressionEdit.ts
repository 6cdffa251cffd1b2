// The edit that silences one problem with a comment in the text. Where Markdown takes a comment depends on the block, so
// every place that could do is tried on the text itself, the tidiest first.

import type { AnalysedDocument, Edit } from '../document.ts';
import { reanalyse } from '../document.ts';
import type { Problem } from '../rules/problem.ts';
import { findSuppressions, silencedBy } from '../rules/suppressions.ts';
import { shiftSpan, spanOf } from '../text/span.ts';
import { blockAt } from './symbol.ts';

/** Undefined where no comment would hold. */
export function findSuppressionEdit(document: AnalysedDocument, problem: Problem): Edit | undefined {
  return placesFor(document, problem).find((edit) => isHeld(document, problem, edit));
}

function placesFor(document: AnalysedDocument, { code, span }: Problem): Edit[] {
  const { source, blocks, starts } = document;
  const at = blockAt(document, span.start);
  const [block, begin] = [blocks[at], starts[at]];
  if (block === undefined || begin === undefined) return [];
  const lineEnd = /\r?\n/.exec(source)?.[0] ?? '\n';
  const words = begin + Math.max(0, source.slice(begin, span.start).search(/\S/));
  const start = Math.max(begin, source.lastIndexOf('\n', words - 1) + 1);
  const isOnFirstLine = !source.slice(words, span.start).includes('\n');
  const insert = (offset: number, text: string): Edit => ({ span: spanOf(offset, offset), text });
  const above = insert(start, `<!-- concordance-disable-next-line ${code} -->${lineEnd}`);
  const behind = insert(endOfLine(source, span.start), ` <!-- concordance-disable-line ${code} -->`);
  const within = insert(span.end, ` <!-- concordance-disable-line ${code} -->`);
  const isFlow = block.kind === 'paragraph' || block.kind === 'heading';
  return [...(isFlow && isOnFirstLine ? [above] : []), ...(block.kind === 'table' ? [] : [behind]), within, above];
}

function endOfLine(source: string, offset: number): number {
  const found = source.slice(offset).search(/\r?\n/);
  return found < 0 ? source.length : offset + found;
}

/** Whether the comment covers the problem, and the text reads as it did. */
function isHeld(document: AnalysedDocument, { code, span }: Problem, edit: Edit): boolean {
  const after = reanalyse(document, edit);
  const moved = edit.span.start <= span.start ? shiftSpan(span, edit.text.length) : span;
  if (after.claims.length !== document.claims.length || after.sections.length !== document.sections.length)
    return false;
  const wasHeld = findSuppressions(document).length;
  const suppressions = findSuppressions(after);
  return suppressions.length > wasHeld && silencedBy(suppressions)(code, moved);
}
