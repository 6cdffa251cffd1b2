import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAcross, checkAcrossInSteps, joinProblems } from '../../../server/src/core/checkAcross.ts';
import { analyse, reanalyse } from '../../../server/src/core/document.ts';
import { mergeDocuments } from '../../../server/src/core/mergeDocuments.ts';
import { parseProject } from '../../../server/src/core/project/parseProject.ts';
import type { Problem } from '../../../server/src/core/rules/problem.ts';
import { sliceSpan, spanOf } from '../../../server/src/core/text/span.ts';
import { finish } from '../../../server/src/core/text/steps.ts';
import { arbitraryReport } from '../../support/reportArbitrary.ts';

const port = (berths: string) => `# Port\n\nThe port of Vik has ${berths} berths and employs 310 people.\n`;

describe('merged documents', () => {
  it('have every claim, section and mention where its own document has it', () => {
    const piece = fc.constantFrom(
      '# Vik\n\n',
      'Ingrid Solheim counts 40 boats.\n\n',
      '| a | b |\n|---|---|\n| 3 | 4 |\n\n',
      '',
    );
    const text = fc
      .array(fc.oneof(piece, fc.string({ maxLength: 20 })), { maxLength: 5 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (texts) => {
        const documents = texts.map((source) => analyse(source));
        const { document, trace } = mergeDocuments(documents);
        expect(document.claims).toHaveLength(documents.reduce((sum, { claims }) => sum + claims.length, 0));
        const refs = documents.flatMap((own, index) => own.claims.map((claim) => ({ index, span: own.spanOf(claim) })));
        expect(document.claims.map((claim) => trace(document.spanOf(claim)))).toEqual(refs);
        document.sections.forEach((section, index) => {
          expect(section.index).toBe(index);
        });
        for (const actor of document.actors) {
          for (const mention of actor.mentions) {
            const span = document.spanOf(mention);
            const { index, span: own } = trace(span);
            expect(sliceSpan(documents[index]!.source, own)).toBe(sliceSpan(document.source, span));
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('the check across documents', () => {
  const across = (...texts: readonly string[]) => acrossIn([''], ...texts);
  /** Each document under its own project file, the last one's for those that have none. */
  const acrossIn = (projectFiles: readonly string[], ...texts: readonly string[]) => {
    const projects = projectFiles.map((file) => parseProject(file).project);
    const keyed = texts.map((text, index) => ({
      key: `${index}.md`,
      document: analyse(text),
      project: projects[index] ?? projects.at(-1)!,
    }));
    return checkAcross(keyed, 'balanced');
  };
  const valuesOf = (found: readonly Problem[][]) => found.map((problems) => problems.map(({ text }) => text));

  it('finds what two documents state differently, at its place in each', () => {
    const [first, second] = across(port('1,240'), `Unrelated.\n\n${port('1,180')}`);
    expect(first).toMatchObject([{ text: '1,240', related: [{ document: '1.md', text: '1,180' }] }]);
    expect(second).toMatchObject([{ text: '1,180', related: [{ document: '0.md', text: '1,240' }] }]);
    const { span } = second![0]!;
    expect(`Unrelated.\n\n${port('1,180')}`.slice(span.start, span.end)).toBe('1,180');
  });

  it('is silent where they agree, and where there is one document', () => {
    expect(across(port('1,240'), port('1,240'))).toEqual([[], []]);
    expect(across(port('1,240'))).toEqual([[]]);
    expect(across()).toEqual([]);
  });

  const staff = (words: string) => `# Port\n\nThe port of Vik has 1,240 berths and employs ${words}.\n`;
  const pair = [staff('3,150 dock workers'), staff('3,510 workers')] as const;

  it('leaves apart what a project file tells apart, whichever side it stands on', () => {
    expect(valuesOf(across(...pair))).toEqual([['3,150'], ['3,510']]);
    const apart = 'claims:\n  - different: [dock workers, workers]\n';
    expect(valuesOf(acrossIn([apart], ...pair))).toEqual([[], []]);
    expect(valuesOf(acrossIn(['', apart], ...pair))).toEqual([[], []]);
  });

  it('holds against each other what a project file says is the same', () => {
    const fleet = [
      '# Fleet\n\nThe fleet of Vik has 412 hulls.\n',
      '# Harbour\n\nThe fleet of Vik has 421 vessels.\n',
    ] as const;
    const same = 'claims:\n  - same: [hulls, vessels]\n';
    expect(valuesOf(across(...fleet))).toEqual([[], []]);
    expect(valuesOf(acrossIn([same], ...fleet))).toEqual([['412'], ['421']]);
  });

  it('is silent about documents in another language, and where a comment of the other document silences it', () => {
    expect(valuesOf(acrossIn(['language: de\n', 'language: en\n'], ...pair))).toEqual([[], []]);
    const silenced = `<!-- concordance-disable figure-conflict -->\n\n${pair[1]}`;
    expect(valuesOf(across(pair[0], silenced))[0]).toEqual([]);
  });

  it('joins a place that disagrees both here and elsewhere into one problem', () => {
    const [[problem]] = across(port('1,240'), port('1,180')) as [[ReturnType<typeof joinProblems>[number]], unknown];
    const own = { ...problem, related: [{ ...problem.related[0]!, text: '1,300' }], confidence: 0.5 };
    const joined = joinProblems([own], [problem]);
    expect(joined).toHaveLength(1);
    expect(joined[0]).toMatchObject({ relatedCount: 2, related: [{ text: '1,300' }, { text: '1,180' }] });
    expect(joined[0]!.confidence).toBe(problem.confidence);
  });

  it('finds after any edits, with what it weighed before, what it finds afresh', () => {
    const edit = fc.record({
      document: fc.nat(),
      at: fc.nat(),
      removed: fc.nat({ max: 12 }),
      text: fc.constantFrom('4', '310', '\n\n', '# Vik\n\n', ' x '),
    });
    let compared = 0;
    fc.assert(
      fc.property(
        fc.array(arbitraryReport(), { minLength: 2, maxLength: 3 }),
        fc.array(edit, { maxLength: 4 }),
        (texts, edits) => {
          const lineage = {};
          const keyed = [port('12'), ...texts, port('14')].map((text, index) => ({
            key: `${index}.md`,
            document: analyse(text),
          }));
          finish(checkAcrossInSteps(keyed, 'exhaustive', lineage));
          for (const { document: place, at, removed, text } of edits) {
            const own = keyed[place % keyed.length]!;
            const start = at % (own.document.source.length + 1);
            const end = Math.min(own.document.source.length, start + removed);
            own.document = reanalyse(own.document, { span: spanOf(start, end), text });
            const found = finish(checkAcrossInSteps(keyed, 'exhaustive', lineage));
            expect(found).toEqual(checkAcross(keyed, 'exhaustive'));
            compared += found.flat().length;
          }
        },
      ),
      { numRuns: 30 },
    );
    expect(compared).toBeGreaterThan(0);
  });
});
