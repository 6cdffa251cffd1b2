import { describe, expect, it } from 'vitest';
import { type AnalysedDocument, analyse, reanalyse } from '../../../server/src/core/index.ts';
import { type Analysis, realAnalysis } from '../../fuzz/analysis.ts';
import { laws } from '../../fuzz/laws.ts';
import { tryLaw } from '../../fuzz/rounds.ts';

const [exactSpans, invisibleEdits, severalDocuments] = laws;

/** What a law says of a faulty analysis in some dozens of cases. */
function failureOf(law: (typeof laws)[number] | undefined, fault: Partial<Analysis>) {
  const outcome = tryLaw(law!, 7, { analysis: { ...realAnalysis, ...fault }, patience: 1 });
  return outcome.kind === 'done' ? outcome.failure : undefined;
}

describe('the fuzzer', () => {
  it.each(laws)('finds nothing in the analysis as it is: $name', (law) => {
    const cases = Math.ceil(law.cases / 4);
    expect(tryLaw(law, 7, { cases })).toEqual({ kind: 'done', law: law.name, cases });
  });

  it('finds an analysis that throws, and a text at which it does', () => {
    const failure = failureOf(exactSpans, {
      analyse(source, options) {
        if (source.includes('%')) throw new RangeError('per cent');
        return analyse(source, options);
      },
    });
    expect(failure?.message).toContain('per cent');
    expect(JSON.stringify(failure?.example)).toContain('%');
  });

  it('finds spans that are off by one', () => {
    const off = (document: AnalysedDocument): AnalysedDocument => ({
      ...document,
      spanOf(ref) {
        const { start, end } = document.spanOf(ref);
        return { start: start + 1, end: end + 1 };
      },
    });
    const failure = failureOf(exactSpans, { analyse: (source, options) => off(analyse(source, options)) });
    expect(failure?.message).toMatch(/does not (print as|lie in)/);
  });

  it('finds what an edit leaves behind', () => {
    const failure = failureOf(invisibleEdits, {
      reanalyse: (previous, edit, options) => ({ ...reanalyse(previous, edit, options), actors: previous.actors }),
    });
    expect(failure?.message).toContain('the analysis differs');
  });

  it('finds a problem that names a text which does not stand there', () => {
    const failure = failureOf(severalDocuments, {
      checkAcross: (documents, sensitivity) =>
        realAnalysis
          .checkAcross(documents, sensitivity)
          .map((problems) => problems.map((one) => ({ ...one, text: '?' }))),
    });
    expect(failure?.message).toContain('where the source says otherwise');
  });
});
