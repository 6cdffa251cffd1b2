// What tells a conflict from a legitimate difference, each piece of it by a pair that differs in that alone: one that is a
// conflict, and one that is none.

import { describe, expect, it } from 'vitest';
import { analyse, reanalyse } from '../../../../server/src/core/document.ts';
import { conflictsIn } from '../../../support/conflicts.ts';

const printed = (text: string, least = 0.6) => {
  const document = analyse(text);
  return conflictsIn(document, least).map(({ a, b }) =>
    [a, b].map((claim) => {
      const { start, end } = document.spanOf(claim);
      return text.slice(start, end);
    }),
  );
};
const report = (summary: string, body: string) =>
  printed(`# Report\n\n## Summary\n\n${summary}\n\n## Details\n\n${body}`);
const sections = (first: string, second: string) =>
  printed(`# Report\n\nThis was written for the annual meeting.\n\n## First\n\n${first}\n\n## Second\n\n${second}`);

describe('two claims', () => {
  it('of one change are held against each other by their ends', () => {
    const summary = 'The board is raising the top mooring fee to 41.3%.';
    expect(report(summary, 'The chairman proposed raising the top mooring fee from 38% to 31.4% in spring.')).toEqual([
      ['41.3%', '31.4%'],
    ]);
    expect(report(summary, 'The chairman proposed raising the top mooring fee from 31.4% to 41.3% in spring.')).toEqual(
      [],
    );
  });

  it('are others where another word stands in the place of one, in wording that is the same', () => {
    const text = 'The repairs of the northern quay cost the harbour board $7.6 million.';
    const other = text.replace('7.6', '9.4');
    expect(sections(text, other)).toEqual([['$7.6 million', '$9.4 million']]);
    expect(sections(text, other.replace('repairs', 'lamps').replace('northern', 'ferry'))).toEqual([]);
  });

  it('are others where one is a part of what the other is the whole of', () => {
    const summary = 'The harbour survey had 4,127 responses of its boat owners.';
    expect(report(summary, 'The harbour survey had 2,914 responses of its boat owners.')).toHaveLength(1);
    expect(report(summary, 'The harbour survey had 2,914 of the responses of its boat owners.')).toEqual([]);
  });

  it('are others where one is a step that something is counted by', () => {
    const summary = 'The mooring fee falls for owners with $6,430 of yearly income.';
    expect(report(summary, 'The mooring fee falls for owners with $18,500 of yearly income.')).toHaveLength(1);
    expect(report(summary, 'The mooring fee falls for owners by a little for each $18,500 of yearly income.')).toEqual(
      [],
    );
  });

  it('that tell shares of one whole are one where the same is said of it', () => {
    const summary = 'A majority of members (72%) said they admire the board to keep the harbour open.';
    expect(
      report(summary, 'We found that 79% of members strongly hold that they admire the board to keep it open.'),
    ).toEqual([['72%', '79%']]);
    expect(report(summary, 'We found that 31% of members came to the summer feast of the rowing club.')).toEqual([]);
  });

  it('are others where further figures tell two cases apart that are both told elsewhere', () => {
    const fees = 'The fee was $12 in the first plan. The fee was $15 in the second plan.';
    const text = (fee: string) =>
      `# Report\n\n## Summary\n\nRaising the fee to $12 would cost the harbour about 4,800 guests a year.\n\n## Plans\n\n${fees}\n\n## Costs\n\nRaising the fee to $${fee} would cost the harbour about 9,100 guests a year.`;
    expect(printed(text('12'))).toContainEqual(['about 4,800', 'about 9,100']);
    expect(printed(text('15'))).not.toContainEqual(['about 4,800', 'about 9,100']);
  });

  it('are others no more when an edit elsewhere takes one of the cases away', () => {
    const ponds = Array.from(
      { length: 30 },
      (_, at) => `Pond ${'abcdefghijklmnopqrstuvwxyzäöüß'[at]} holds ${at * 7 + 20} carp.`,
    ).join('\n\n');
    const source = `# Report\n\n## Summary\n\nRaising the fee to $12 would cost the harbour about 4,800 guests a year.\n\n## Plans\n\nThe fee was $12 in the first plan.\n\n## Ponds\n\n${ponds}\n\n## Letters\n\nA letter spoke of $15 and more.\n\n## Carp\n\n${ponds}\n\n## Costs\n\nRaising the fee to $15 would cost the harbour about 9,100 guests a year.`;
    const before = analyse(source);
    const told = conflictsIn(before, 0).map(({ confidence }) => confidence);
    const at = source.indexOf('$15') + 2;
    const after = reanalyse(before, { span: { start: at, end: at + 1 }, text: '7' });
    const confidences = conflictsIn(after, 0).map(({ confidence }) => confidence);
    expect(confidences).toEqual(conflictsIn(analyse(after.source), 0).map(({ confidence }) => confidence));
    expect(confidences).not.toEqual(told);
  });

  it('of a small number are one where nobody else is told in such words', () => {
    const summary = 'Boat owners in 11 districts used the harbour pilot to file their papers for free.';
    expect(sections(summary, 'Boat owners in 8 districts file their papers for free with the harbour pilot.')).toEqual([
      ['11', '8'],
    ]);
    expect(sections(summary, 'The harbour pilot met owners from 8 countries.')).toEqual([]);
  });

  it('that were asked for and given are two', () => {
    const asked = 'The island asked the bank for $5 billion in aid.';
    expect(sections(asked, 'The island was given $7 billion by the bank in aid.')).toEqual([]);
    expect(sections(asked, 'The island asked the bank for $7 billion in aid.')).toHaveLength(1);
  });
});

describe('a series', () => {
  const items = [18, 21, 24, 27].map((duty) => `- The fee for old wooden boats of the northern islands is ${duty}%.`);
  const report = (between: string) =>
    `# Report\n\n## Duties\n\n${items.join('\n')}\n${between}- The new harbour duty for old wooden boats of the northern islands is 16%.\n\n## Costs\n\nThe new harbour duty is 61%.\n`;

  it('is what other passages tell, also when an edit parts one passage', () => {
    const before = analyse(report(''));
    const [joined] = conflictsIn(before, 0);
    const at = before.source.indexOf('- The new harbour duty');
    const after = reanalyse(before, { span: { start: at, end: at }, text: '\nOther duties follow.\n\n' });
    const [parted] = conflictsIn(after, 0);
    expect(parted?.confidence).toBe(conflictsIn(analyse(after.source), 0)[0]?.confidence);
    expect(parted!.confidence).toBeLessThan(joined!.confidence);
  });
});

describe('a list', () => {
  const list = (date: string) =>
    `# Report\n\n## Summary\n\nIn 2024, the harbour carried 4,812 containers of grain.\n\n## Details\n\n${date} the harbour reported:\n\n- It carried 4,182 containers of grain.\n`;

  it('is of the date that it is introduced with', () => {
    expect(printed(list('For 2024'))).toEqual([['4,812', '4,182']]);
    expect(printed(list('For 2023'))).toEqual([]);
    const claims = analyse(list('For 2023')).claims.filter(({ figure }) => figure.kind !== 'date');
    expect(claims.at(-1)).toMatchObject({ period: '2023', periodFrom: 'section' });
  });

  it('is of none where several are told, or where it is not introduced', () => {
    const several = analyse(list('From 2023, as for 2022,')).claims.at(-1)!;
    const apart = analyse(list('For 2023').replace('reported:', 'reported.')).claims.at(-1)!;
    expect([several.period, apart.period]).toEqual([undefined, undefined]);
  });

  it('is of another date when its introduction is edited', () => {
    const before = analyse(list('For 2023'));
    conflictsIn(before, 0);
    const at = before.source.indexOf('2023') + 3;
    const after = reanalyse(before, { span: { start: at, end: at + 1 }, text: '4' });
    const afresh = analyse(after.source);
    expect(after.claims.map(({ period }) => period)).toEqual(afresh.claims.map(({ period }) => period));
    expect(conflictsIn(after, 0).map(({ confidence }) => confidence)).toEqual(
      conflictsIn(afresh, 0).map(({ confidence }) => confidence),
    );
    expect(conflictsIn(after, 0.6)).toHaveLength(1);
  });
});
