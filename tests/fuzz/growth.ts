// The law of linear time, as a fuzzer can try it: a text eight times as long, made of the same few pieces, must not take
// many times eight as long, to be read nor to be edited. Measured in processor time, so that a busy machine matters little, and
// several times before it is told.

import fc from 'fast-check';
import { arbitraryMarkdown } from '../support/markdownArbitrary.ts';
import { arbitraryReport } from '../support/reportArbitrary.ts';
import type { Analysis } from './analysis.ts';
import type { Law } from './laws.ts';

const shortLength = 4_000;
const growth = 8;
/** How many times its share a longer text may take. */
const slack = 4;
/** It is slow only if it is so each time: memory that is tidied up meanwhile is no fault of the text. */
const attempts = 4;
/** Less than this is too little to judge by, in milliseconds. */
const leastTime = 250;

export const linearTime: Law = {
  name: 'time grows with the text',
  cases: 4,
  property: (analysis) =>
    fc.property(
      fc.oneof(arbitraryMarkdown(3), arbitraryReport(2), fc.string({ unit: 'binary', minLength: 1, maxLength: 8 })),
      fc.constantFrom('', ' ', '\n', '\n\n'),
      fc.constantFrom('markdown' as const, 'text' as const),
      (piece, between, format) => {
        const unit = piece + between;
        if (!unit) return;
        const time = (length: number) => timeOf(analysis, unit, Math.ceil(length / unit.length), format);
        const isSlow = (long: number) =>
          long > leastTime && long > slack * growth * Math.max(time(shortLength), leastTime / growth / slack);
        if (Array.from({ length: attempts }).every(() => isSlow(time(growth * shortLength))))
          throw new Error(
            `a text of ${growth * shortLength} characters takes more than its share: ${JSON.stringify(unit)} repeated`,
          );
      },
    ),
};

/** What it takes to read and check so many pieces of text, and once more after each of two edits in their middle. */
function timeOf(analysis: Analysis, unit: string, count: number, format: 'markdown' | 'text'): number {
  const before = process.cpuUsage();
  const document = analysis.analyse(unit.repeat(count), { format });
  analysis.check(document);
  const middle = unit.length * (count >> 1);
  for (const text of ['7', '\n']) {
    const edited = analysis.reanalyse(document, { span: { start: middle, end: middle }, text });
    analysis.check(edited, document);
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
