import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnalysedDocument, analyse, reanalyse } from '../../../server/src/core/document.ts';
import { checkDocument } from '../../../server/src/core/rules/index.ts';
import { arbitraryPlace } from '../../support/placeArbitrary.ts';
import { weighed } from '../../support/weighed.ts';

// Among counts 2010 is one; beside a cell that holds none it may be a year.
const ships = (row: number) => (row === 40 ? 2010 : row * 3 + 100);
const rows = Array.from(
  { length: 84 },
  (_, row) => `| Quay ${row + 1} | ${row * 7 + 3} | ${ships(row)} | $${row + 1}.5 million |`,
);
const items = Array.from({ length: 60 }, (_, item) => `- Pier ${item + 1} of Lindau has ${item * 3 + 4} berths`);
const report = `# Quays\n\n| Quay | Berths | Ships | Cost |\n|---|---|---|---|\n${rows.join('\n')}\n\nAnd:\n\n${items.join('\n')}\n\nQuay 3 has 19 berths.\n`;

function contentOf(document: AnalysedDocument) {
  const place = (ref: Parameters<AnalysedDocument['spanOf']>[0]) => document.spanOf(ref);
  return {
    actors: document.actors.map(({ mentions, ...actor }) => ({ ...actor, mentions: mentions.map(place) })),
    claims: document.claims.map(({ evidence, context, ...claim }) => ({
      ...claim,
      cell: evidence.cell,
      at: place(claim),
    })),
    problems: checkDocument(document, { sensitivity: 'exhaustive' }),
  };
}

describe('a long table or list', () => {
  it('says after edits what it says of the final text', () => {
    const edit = fc.record({
      at: arbitraryPlace(),
      length: fc.constantFrom(0, 0, 0, 1, 2, 9),
      text: fc.constantFrom('1', '7', 'x', ' ', ' of Brno', '|', '\n', '%', ' ($m)', '\n- 12 boats', '.5', '2019', ''),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        let document = analyse(report);
        for (const { at, length, text } of edits) {
          const start = Math.round(at * document.source.length);
          const span = { start, end: Math.min(document.source.length, start + length) };
          document = reanalyse(document, { span, text });
        }
        expect(contentOf(document)).toEqual(contentOf(analyse(document.source)));
      }),
      { numRuns: 12 },
    );
  });

  it('reads the other rows as it did where one gets an empty cell more, which is none of its prose', () => {
    const costs = Array.from({ length: 120 }, (_, row) => {
      const note = row % 2 === 0 ? '' : ' open |';
      return `| Quay ${row + 1} | ${row + 1}.5 | 40 % |${note}`;
    });
    const source = `| Quay | Cost ($m) | Share | |\n|---|---|---|---|\n${costs.join('\n')}\n`;
    for (const row of [0, 60, 118]) {
      const before = analyse(source);
      const start = source.indexOf(`${costs[row]}`) + costs[row]!.length;
      const after = reanalyse(before, { span: { start, end: start }, text: ' |' });
      expect(contentOf(after)).toEqual(contentOf(analyse(after.source)));
      expect(after.claims.map(({ figure }) => figure.value)).toEqual(before.claims.map(({ figure }) => figure.value));
    }
  });

  it('says after lines have come and gone what it says of the final text', () => {
    const line = fc.constantFrom(
      '| Quay 9 | 66 | 127 | $9.5 million |',
      '| Quay 12 | 4 |',
      '| Harbour | | | |',
      '| ![Quay 2](a.png) of Brno | 12 ![3 cranes](b.png) | 2019 | 7 |',
      '|',
      '- Pier 4 of Lindau has 16 berths',
      '- The Port of Arden',
      '  - and 7 sheds',
      '- ',
      '',
      'Table 2: Quays ($m)',
    );
    const change = fc.record({
      at: arbitraryPlace(),
      gone: fc.constantFrom(0, 0, 1, 1, 3),
      come: fc.array(line, { maxLength: 2 }),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        let document = analyse(report);
        for (const { at, gone, come } of changes) {
          const lines = document.source.split('\n');
          const first = Math.floor(at * lines.length);
          const start = lines.slice(0, first).join('\n').length + (first > 0 ? 1 : 0);
          const length = lines.slice(first, first + gone).reduce((sum, own) => sum + own.length + 1, 0);
          const span = { start, end: Math.min(document.source.length, start + length) };
          document = reanalyse(document, { span, text: come.map((own) => `${own}\n`).join('') });
        }
        expect(contentOf(document)).toEqual(contentOf(analyse(document.source)));
      }),
      { numRuns: 12 },
    );
  });

  it.each([
    ['a row', 'Quay 9 ', '| Quay 9 of Arden | 66 | 127 | $9.5 million |\n', 4],
    ['an item', 'Pier 9 ', '- Pier 9 has 8 boats\n', 1],
    ['an item without figures', 'Pier 9 ', '- Pier\n', 0],
  ])(
    'keeps the evidence of all pieces but those of %s that is put in, and taken out again',
    (_, behind, line, count) => {
      const before = analyse(report);
      const start = report.lastIndexOf('\n', report.indexOf(behind)) + 1;
      const known = new Set(before.claims.map(({ evidence }) => evidence));
      const longer = reanalyse(before, { span: { start, end: start }, text: line });
      expect(longer.claims).toHaveLength(before.claims.length + count);
      expect(longer.claims.filter(({ evidence }) => !known.has(evidence))).toHaveLength(count);
      const again = reanalyse(longer, { span: { start, end: start + line.length }, text: '' });
      expect(again.claims.map(({ evidence }) => evidence)).toEqual(before.claims.map(({ evidence }) => evidence));
      expect(again.claims.every(({ evidence }) => known.has(evidence))).toBe(true);
    },
  );

  it('keeps the evidence of the pieces that an edit does not touch', () => {
    const before = analyse(report);
    const at = report.indexOf('Lindau', report.indexOf('Pier 7')) + 'Lindau'.length;
    const after = reanalyse(before, { span: { start: at, end: at }, text: 's' });
    const kept = new Set(before.claims.map(({ evidence }) => evidence));
    expect(after.claims).toHaveLength(before.claims.length);
    expect(after.claims.filter(({ evidence }) => !kept.has(evidence))).toHaveLength(1);
  });

  it.each([
    [
      'a list that is pasted before itself',
      `${items.join('\n')}\n\nAnd again:\n\n`,
      `# Piers\n\n${items.join('\n')}\n`,
    ],
    ['a list of like items that is parted', '\nAnd again:\n\n', `# Piers\n\n${'- A pier has 8 berths\n'.repeat(80)}`],
  ])('reads %s for each place', (_, text, source) => {
    const before = analyse(source);
    const start = source.indexOf('- ', text.startsWith('-') ? 0 : source.length / 2);
    const after = reanalyse(before, { span: { start, end: start }, text });
    expect(contentOf(after)).toEqual(contentOf(analyse(after.source)));
    expect(weighed(after)).toEqual(weighed(analyse(after.source)));
    expect(new Set(after.claims.map(({ evidence }) => evidence)).size).toBe(after.claims.length);
  });
});
