// The laws that hold for any text, as properties that a fuzzer tries and that fail with a sentence on what was broken.

import fc from 'fast-check';
import type { AnalysedDocument, Problem, Span } from '../../server/src/core/index.ts';
import { contentOf } from '../support/documentContent.ts';
import { arbitraryLongDocument, arbitraryLongEdit } from '../support/longBlockArbitrary.ts';
import { type ArbitraryEdit, arbitraryEdit, arbitraryMarkdown } from '../support/markdownArbitrary.ts';
import { arbitraryPlace } from '../support/placeArbitrary.ts';
import { arbitraryReport, arbitraryStatement } from '../support/reportArbitrary.ts';
import { type ArbitraryStep, arbitraryStep, editsOf } from '../support/undoArbitrary.ts';
import type { Analysis } from './analysis.ts';
import { askEverything } from './askEverything.ts';

export interface Law {
  readonly name: string;
  /** How many cases make a round; fewer where texts are long. */
  readonly cases: number;
  /** Fails by throwing. */
  property(analysis: Analysis): fc.IRawProperty<unknown, boolean>;
}

const anyText = fc.oneof(
  { weight: 4, arbitrary: arbitraryReport() },
  { weight: 3, arbitrary: arbitraryMarkdown() },
  { weight: 2, arbitrary: fc.tuple(arbitraryReport(4), arbitraryMarkdown(5)).map(([a, b]) => a + b) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
);
const anyFormat = fc.constantFrom('markdown' as const, 'markdown' as const, 'text' as const);
const anyEdit: fc.Arbitrary<ArbitraryEdit> = fc.oneof(
  arbitraryEdit(),
  fc.record({
    at: arbitraryPlace(),
    removed: fc.constantFrom(0, 0, 1, 3, 12, 80),
    text: arbitraryStatement(),
  }),
);

/** Reading, checking and asking never throw, and every span is the text that it is said to be. */
const exactSpans: Law = {
  name: 'nothing throws and spans are exact',
  cases: 50,
  property: (analysis) =>
    fc.property(
      anyText,
      anyFormat,
      fc.array(arbitraryPlace(), { minLength: 1, maxLength: 3 }),
      (source, format, places) => {
        const document = analysis.analyse(source, { format });
        expectExactSpans(document);
        const { problems } = analysis.check(document);
        for (const problem of problems) expectExactProblem(problem, () => source, source);
        askEverything(document, problems, places);
      },
    ),
};

/** After edits, one by one, everything is as in a fresh reading of the final text, with the problems. */
const invisibleEdits: Law = {
  name: 'an edited document is as a fresh one',
  cases: 50,
  property: (analysis) =>
    fc.property(anyText, anyFormat, fc.array(anyEdit, { minLength: 1, maxLength: 6 }), (source, format, edits) =>
      expectAsFresh(analysis, source, format, edits),
    ),
};

/** The same where blocks are read in pieces. */
const invisibleEditsInLongBlocks: Law = {
  name: 'an edited long table or list is as a fresh one',
  cases: 8,
  property: (analysis) => {
    const edit = fc.oneof({ weight: 3, arbitrary: arbitraryLongEdit() }, { weight: 1, arbitrary: anyEdit });
    const edits = fc.array(edit, { minLength: 1, maxLength: 8 });
    return fc.property(arbitraryLongDocument(), anyFormat, edits, (source, format, all) =>
      expectAsFresh(analysis, source, format, all),
    );
  },
};

/** The same where much is taken out at once and comes back. */
const invisibleReturns: Law = {
  name: 'what comes back is as a fresh reading',
  cases: 15,
  property: (analysis) => {
    const long = fc.tuple(arbitraryReport(14), arbitraryMarkdown(6), arbitraryReport(8)).map((parts) => parts.join(''));
    const steps = fc.array(arbitraryStep(), { minLength: 2, maxLength: 8 });
    return fc.property(long, anyFormat, steps, (source, format, all) => expectAsFresh(analysis, source, format, all));
  },
};

function expectAsFresh(
  analysis: Analysis,
  source: string,
  format: 'markdown' | 'text',
  steps: readonly ArbitraryStep[],
): void {
  const baseline = analysis.analyse(source, { format });
  let document = baseline;
  for (const { edit } of editsOf(source, steps)) {
    document = analysis.reanalyse(document, edit);
    // Checking between edits, as an editor does, must leave nothing behind.
    analysis.check(document, baseline);
  }
  const fresh = analysis.analyse(document.source, { format });
  expectSame(contentOf(document), contentOf(fresh), 'the analysis');
  const opened = analysis.analyse(source, { format });
  expectSame(analysis.check(document, baseline).problems, analysis.check(fresh, opened).problems, 'the problems');
}

/** What stands between documents has exact spans in each of them, and does not depend on how often one asks. */
const severalDocuments: Law = {
  name: 'documents are checked against each other',
  cases: 50,
  property: (analysis) =>
    fc.property(fc.array(arbitraryReport(4), { minLength: 2, maxLength: 4 }), (sources) => {
      const documents = sources.map((source, index) => ({ key: `${index}`, document: analysis.analyse(source) }));
      const found = analysis.checkAcross(documents, 'exhaustive');
      found.forEach((problems, index) => {
        for (const problem of problems) expectExactProblem(problem, (key) => sources[Number(key)]!, sources[index]!);
      });
      expectSame(found, analysis.checkAcross(documents, 'exhaustive'), 'the second answer');
    }),
};

export const laws: readonly Law[] = [
  exactSpans,
  invisibleEdits,
  severalDocuments,
  invisibleEditsInLongBlocks,
  invisibleReturns,
];

function expectExactSpans(document: AnalysedDocument): void {
  const { source } = document;
  const tiled = document.blocks.map(({ block }) => block.source).join('');
  if (tiled !== source) throw new Error('the blocks do not tile the source');
  for (const { span, titleSpan } of document.sections) {
    expectWithin(span, source);
    expectWithin(titleSpan, source);
  }
  for (const actor of document.actors)
    for (const ref of [...actor.mentions, ...actor.descriptions, ...actor.quotations]) {
      expectPrint(document, ref);
      const { text } = document.blocks[ref.block]!.prose[ref.prose]!;
      if ('form' in ref && ref.text !== text.slice(ref.span.start, ref.span.end))
        throw new Error(`a mention says that it is ${JSON.stringify(ref.text)} and is not`);
    }
  for (const claim of document.claims) expectPrint(document, claim);
}

/** Holds the source at a span against what the prose has there. */
function expectPrint(document: AnalysedDocument, ref: Parameters<AnalysedDocument['spanOf']>[0]): void {
  const span = document.spanOf(ref);
  expectWithin(span, document.source);
  const source = document.source.slice(span.start, span.end);
  const text = document.blocks[ref.block]!.prose[ref.prose]!.text.slice(ref.span.start, ref.span.end);
  if (!text) throw new Error('something has an empty span');
  if (source !== text && !isPrintedBy(text, source))
    throw new Error(`${JSON.stringify(source)} does not print as ${JSON.stringify(text)}`);
}

/** Whether the characters of the text stand in the source in their order; entities and what is no text aside. */
function isPrintedBy(text: string, source: string): boolean {
  if (/[&\\\0]/.test(source)) return true;
  let from = 0;
  for (const character of text.replace(/[\s\ufffc]/g, '')) {
    const at = source.indexOf(character, from);
    if (at < 0) return false;
    from = at + character.length;
  }
  return true;
}

function expectWithin({ start, end }: Span, source: string): void {
  if (!(Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= source.length))
    throw new Error(`the span ${start}–${end} does not lie in the source`);
}

function expectExactProblem(problem: Problem, sourceOf: (key: string) => string, source: string): void {
  const sites = [{ span: problem.span, text: problem.text, document: undefined }, ...problem.related];
  for (const { span, text, document } of sites) {
    const own = document === undefined ? source : sourceOf(document);
    expectWithin(span, own);
    if (own.slice(span.start, span.end) !== text)
      throw new Error(`${problem.code} says ${JSON.stringify(text)} where the source says otherwise`);
  }
  if (problem.related.length > problem.relatedCount) throw new Error(`${problem.code} lists more than it counts`);
  if (!(problem.confidence >= 0 && problem.confidence <= 1)) throw new Error(`${problem.code} is surer than sure`);
}

function expectSame(actual: unknown, expected: unknown, what: string): void {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a === b) return;
  let at = 0;
  while (a[at] === b[at]) at++;
  const from = Math.max(0, at - 80);
  throw new Error(`${what} differs:\n  …${a.slice(from, at + 120)}…\n  …${b.slice(from, at + 120)}…`);
}
