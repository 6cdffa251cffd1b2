// One figure's value printed in another figure's own notation: what an edit puts in its place so that both agree.

import type { Claim } from '../claims/claim.ts';
import type { AnalysedDocument, Edit } from '../document.ts';
import { convertValue } from '../figures/compareFigures.ts';
import type { Figure } from '../figures/figure.ts';
import { printLike } from '../figures/formatFigure.ts';
import { sliceSpan } from '../text/span.ts';

/** Scales that the head of a table's column may give to its cells: "in thousands". */
const CELL_SCALES = [1, 1e3, 1e6, 1e9];

/**
 * The edit that makes the claim's figure say the value of another figure, whose printed text is `print`: "2,800m" for "2.8
 * billion" where the claim says "3,100m". Undefined where its notation cannot say it.
 */
export function findValueEdit(
  document: AnalysedDocument,
  claim: Claim,
  other: Figure,
  print: string,
): Edit | undefined {
  const { figure } = claim;
  const numeral = document.spanOf({ ...claim, span: figure.numeral });
  const printed = printInNotation(claim, other, sliceSpan(document.source, numeral));
  if (printed !== undefined) return { span: numeral, text: printed };
  const isAlike = figure.kind === other.kind && figure.unit === other.unit && figure.per === other.per;
  if (!isAlike || (claim.evidence.cell && figure.kind !== 'date') || print.includes('\n')) return undefined;
  return { span: document.spanOf(claim), text: print };
}

function printInNotation({ figure, evidence }: Claim, other: Figure, template: string): string | undefined {
  if (figure.value === null || other.value === null || figure.ends || other.ends) return undefined;
  const value = convertValue(other.value, other.unit, figure.unit);
  const next = convertValue(other.value + other.step, other.unit, figure.unit);
  if (value === undefined || next === undefined) return undefined;
  const isMoney = figure.kind === 'money';
  for (const scale of evidence.cell ? CELL_SCALES : [1]) {
    // A notation that does not print the figure's own value as it stands is not understood.
    if (printLike(figure.value / scale, figure.step / scale, template, isMoney) !== template) continue;
    return printLike(value / scale, Math.abs(next - value) / scale, template, isMoney);
  }
  return undefined;
}
