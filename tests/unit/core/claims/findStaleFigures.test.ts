import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkInProject } from '../../../../server/src/core/checkInProject.ts';
import { findStaleFigures, type StaleFigure } from '../../../../server/src/core/claims/findStaleFigures.ts';
import { analyse } from '../../../../server/src/core/document.ts';
import { emptyProject } from '../../../../server/src/core/project/project.ts';
import { laterOfAll } from '../../../support/laterOfAll.ts';
import { arbitraryMarkdown } from '../../../support/markdownArbitrary.ts';
import { applyEdit, edit, report } from '../../../support/portReport.ts';

function aligned(before: string, after: string): string[] {
  const [old, now] = [analyse(before), analyse(after)];
  const print = ({ spanOf, source }: typeof old, claim: (typeof old.claims)[number]) => {
    const { start, end } = spanOf(claim);
    return source.slice(start, end);
  };
  return laterOfAll(old.claims, now.claims)
    .flatMap((to, from) => (to < 0 ? [] : [[from, to] as const]))
    .map(([from, to]) => `${print(old, old.claims[from]!)} ${print(now, now.claims[to]!)}`);
}

describe('aligning the claims of two texts', () => {
  it('finds a figure that was changed, also in a list of like sentences', () => {
    expect(aligned('It has 40 boats and 12 cars.', 'It has 45 boats and 12 cars.')).toEqual(['40 45', '12 12']);
    expect(aligned('- It has 10.\n- It has 20.', '- It has 5.\n- It has 10.\n- It has 20.')).toEqual([
      '10 10',
      '20 20',
    ]);
    expect(aligned('- It has 10.\n- It has 20.', '- It has 10.\n- It has 25.')).toEqual(['10 10', '20 25']);
  });

  it('finds it in a sentence that was reworded or moved', () => {
    expect(aligned('The town has a fleet of 40 boats.', 'Today the town has a fleet of 45 boats.')).toEqual(['40 45']);
    expect(aligned('It has 40 boats.\n\nIt has 12 cars.', 'It has 12 cars.\n\nIt has 40 boats.')).toEqual([
      '40 40',
      '12 12',
    ]);
  });

  it('leaves out what it cannot tell apart', () => {
    expect(aligned('- It has 10.\n- It has 20.', '- It has 30.')).toEqual([]);
  });
});

describe('stale figures', () => {
  const print = ({ claim, changed, before, confidence }: StaleFigure) =>
    [claim.index, changed.index, before.index, confidence] as const;

  it('are none where nothing was edited', () => {
    fc.assert(
      fc.property(arbitraryMarkdown(), (text) => {
        expect(findStaleFigures(analyse(text), analyse(text))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('never make the analysis of two unrelated texts fail', () => {
    fc.assert(
      fc.property(arbitraryMarkdown(), arbitraryMarkdown(), (before, after) => {
        for (const { claim, changed } of findStaleFigures(analyse(before), analyse(after))) {
          expect(claim.index).not.toBe(changed.index);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('are after many edits what they are for the final text', () => {
    fc.assert(
      fc.property(report, fc.array(edit, { minLength: 1, maxLength: 6 }), (start, edits) => {
        const before = analyse(start.repeat(2));
        let after = edits.length % 2 === 0 ? before : analyse(before.source);
        for (const one of edits) {
          after = applyEdit(after, one);
          findStaleFigures(before, after);
        }
        const fresh = [analyse(before.source), analyse(after.source)] as const;
        const aligned = laterOfAll(before.claims, after.claims);
        expect(aligned).toEqual(laterOfAll(fresh[0].claims, fresh[1].claims));
        expect(findStaleFigures(before, after).map(print)).toEqual(findStaleFigures(...fresh).map(print));
      }),
      { numRuns: 40 },
    );
  });

  it('are told once, and as a conflict where nobody knows what was edited', () => {
    const text = (first: string) =>
      `# Harbour\n\nThe port employed ${first} dock workers.\n\n## Operations\n\nThe port employed 3,150 dock workers at its terminals.\n`;
    const [before, after] = [analyse(text('3,150')), analyse(text('3,240'))];
    const codes = (baseline?: typeof before) =>
      checkInProject(after, { project: emptyProject, path: 'a.md', ...(baseline && { baseline }) }).problems.map(
        ({ code }) => code,
      );
    expect(codes()).toEqual(['figure-conflict', 'figure-conflict']);
    expect(codes(before)).toEqual(['stale-figure']);
  });
});
