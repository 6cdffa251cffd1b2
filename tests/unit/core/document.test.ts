import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnalysedDocument, analyse, reanalyse, textAt } from '../../../server/src/core/document.ts';
import { checkDocument } from '../../../server/src/core/rules/index.ts';
import { contentOf } from '../../support/documentContent.ts';
import { arbitraryPlace } from '../../support/placeArbitrary.ts';

const report = `# Harbour report

The port of Lindau has 1,240 berths, says Ines Vollmer, the harbour master.

## Figures

| Item | Value |
|---|---|
| Berths | 1,240 |
| Annual budget | $3.2 million |

## Questions

Lindau has 1,240 berths and a budget of $3.2 million.
`;

/** The document's content, and what the rules say of it. */
function checkedContentOf(document: AnalysedDocument) {
  return { ...contentOf(document), problems: checkDocument(document, { sensitivity: 'exhaustive' }) };
}

describe('a document', () => {
  it('has its sections, actors and claims with their exact places', () => {
    const document = analyse(report);
    expect(document.sections.map((section) => section.title)).toEqual(['', 'Harbour report', 'Figures', 'Questions']);
    const textAt = (ref: Parameters<typeof document.spanOf>[0]) => {
      const { start, end } = document.spanOf(ref);
      return document.source.slice(start, end);
    };
    expect(document.actors.find((actor) => actor.name === 'Ines Vollmer')?.mentions.map(textAt)).toEqual([
      'Ines Vollmer',
    ]);
    expect(document.claims.map(textAt)).toEqual(['1,240', '1,240', '$3.2 million', '1,240', '$3.2 million']);
  });

  it('has after an edit the source that it was made of, and any part of it', () => {
    const at = report.indexOf('\n\n## Questions');
    const document = reanalyse(analyse(report), { span: { start: at, end: at + 1 }, text: '\n\nMore.\n' });
    const source = `${report.slice(0, at)}\n\nMore.\n${report.slice(at + 1)}`;
    for (let start = 0; start <= source.length; start += 7) {
      for (const length of [0, 1, 5, 60, 400]) {
        const span = { start, end: Math.min(source.length, start + length) };
        expect(textAt(document, span)).toBe(source.slice(span.start, span.end));
      }
    }
    expect(document.source).toBe(source);
    expect(textAt(analyse(''), { start: 0, end: 0 })).toBe('');
  });

  it('reads a table with the unit of its caption, and anew when the caption changes', () => {
    const table = '| Port | 2021 |\n|---|---|\n| Arden | 12 |\n';
    const source = `# Report\n\nTable 1: Revenue ($m)\n\n${table}`;
    const valuesOf = (document: AnalysedDocument) =>
      document.claims.filter(({ figure }) => figure.kind !== 'date').map(({ figure }) => [figure.value, figure.unit]);
    const before = analyse(source);
    expect(valuesOf(before)).toContainEqual([12e6, 'USD']);
    const start = source.indexOf('$m');
    const after = reanalyse(before, { span: { start, end: start + 2 }, text: 'ha' });
    expect(valuesOf(after)).toContainEqual([12, 'ha']);
    expect(contentOf(after)).toEqual(contentOf(analyse(after.source)));
    expect(contentOf(reanalyse(after, { span: { start, end: start + 2 }, text: '$m' }))).toEqual(contentOf(before));
  });

  it('has the claims of a block that had none beside one that has all', () => {
    const before = analyse('There are 40 ships.\n\nNobody came.\n');
    const start = before.source.indexOf('ships');
    const end = before.source.indexOf(' came');
    const after = reanalyse(before, { span: { start, end }, text: 'boats.\n\n12 cooks' });
    expect(after.claims.map(({ figure }) => figure.value)).toEqual([40, 12]);
    expect(contentOf(after)).toEqual(contentOf(analyse(after.source)));
  });

  it('keeps what it read of the blocks that an edit does not touch', () => {
    const long = report.repeat(100);
    const before = analyse(long);
    const start = long.indexOf('Questions', long.length / 2);
    const after = reanalyse(before, { span: { start, end: start + 'Questions'.length }, text: 'Answers' });
    const kept = new Set(before.blocks.map(({ block }) => block));
    const read = after.blocks.filter(({ block }) => !kept.has(block));
    expect(read.some(({ block }) => block.source.startsWith('## Answers'))).toBe(true);
    expect(read.length).toBeLessThan(20);
  });

  it('reads every number in the style in which the document writes', () => {
    const document = analyse('Die Fähre kostet €1.234,56 und €2.345,60.\n\n## Sitze\n\nSie hat 1.240 Sitze.\n');
    expect(document.claims.map((claim) => claim.figure.value)).toEqual([1234.56, 2345.6, 1240]);
  });

  it('says after any sequence of edits what it says of the final text', () => {
    const pieces = [
      '1,240 berths', '$3.2 million', '2,150', 'Ines Vollmer', 'Vollmer', 'the harbour master', '# Title\n\n', '\n\n', '\n',
      '## Budget\n\n', '| Berths | 980 |\n', '- 40 boats\n', '> ', '**', '`', '```\n', '[a]: b\n', ' in 2021', '<!-- x -->', '',
    ]; // biome-ignore format: a list of words
    const edit = fc.record({
      at: arbitraryPlace(),
      length: fc.integer({ min: 0, max: 30 }),
      text: fc.constantFrom(...pieces),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) => {
        let document = analyse(report);
        for (const { at, length, text } of edits) {
          const start = Math.round(at * document.source.length);
          const end = Math.min(document.source.length, start + length);
          document = reanalyse(document, { span: { start, end }, text });
        }
        expect(checkedContentOf(document)).toEqual(checkedContentOf(analyse(document.source)));
      }),
      { numRuns: 150 },
    );
  });
});
