// Edits that take much of a document out at once or bring it in again, and that are undone: code that is opened, labels that are
// defined, stretches that are cut and pasted.

import fc from 'fast-check';
import type { Span } from '../../server/src/core/text/span.ts';
import { type ArbitraryEdit, arbitraryEdit, editedSpan } from './markdownArbitrary.ts';
import { arbitraryPlace } from './placeArbitrary.ts';

/** An edit, or that the last one that is not undone yet is. */
export type ArbitraryStep = ArbitraryEdit | 'undo';

const opening = fc.constantFrom(
  ...['```\n', '~~~~\n', '\n\n```\n', '<!--\n', '<script>\n', '[alpha]: #\n\n', '\n\n[beta]: #\n', '[^n]: x\n\n', '> '],
);

export function arbitraryStep(): fc.Arbitrary<ArbitraryStep> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.record({ at: arbitraryPlace(), removed: fc.constant(0), text: opening }) },
    {
      weight: 1,
      arbitrary: fc.record({ at: arbitraryPlace(), removed: fc.integer({ min: 1, max: 300 }), text: fc.constant('') }),
    },
    { weight: 1, arbitrary: arbitraryEdit() },
    { weight: 4, arbitrary: fc.constant<'undo'>('undo') },
  );
}

export interface PlacedEdit {
  readonly span: Span;
  readonly text: string;
}

/** The edits that steps come to, with the source that each of them makes. */
export function* editsOf(
  start: string,
  steps: readonly ArbitraryStep[],
): Generator<{ readonly edit: PlacedEdit; readonly source: string }> {
  let source = start;
  const undone: PlacedEdit[] = [];
  for (const step of steps) {
    const edit = step === 'undo' ? undone.pop() : { span: editedSpan(source, step), text: step.text };
    if (!edit) continue;
    const { start: from, end: to } = edit.span;
    if (step !== 'undo')
      undone.push({ span: { start: from, end: from + edit.text.length }, text: source.slice(from, to) });
    source = source.slice(0, from) + edit.text + source.slice(to);
    yield { edit, source };
  }
}
