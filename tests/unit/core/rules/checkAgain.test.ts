import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkInProject } from '../../../../server/src/core/checkInProject.ts';
import { type AnalysedDocument, analyse, reanalyse } from '../../../../server/src/core/document.ts';
import { emptyProject } from '../../../../server/src/core/project/project.ts';
import { rules } from '../../../../server/src/core/rules/index.ts';
import { statedFigures } from '../../../../server/src/core/rules/statedFigures.ts';
import { readLabelledText } from '../../../support/labelledText.ts';
import { arbitraryPlace } from '../../../support/placeArbitrary.ts';

const examples = rules
  .flatMap(({ examples: { fires, silent } }) => [...fires, ...fires, ...silent])
  .map((example) => readLabelledText(example.replace(/\{~~[^~]*~>([^~]*)~~\}/g, '$1')).text);
const anExample = fc.constantFrom(...examples);
const report = fc.array(anExample, { minLength: 3, maxLength: 12 }).map((parts) => parts.join('\n\n'));
const edit = fc.record({
  at: arbitraryPlace(),
  length: fc.constantFrom(0, 0, 0, 1, 3, 12, 80),
  text: fc.oneof(
    fc.constantFrom(
      'a',
      '5',
      ' ',
      '',
      '\n\n',
      '\n',
      ',',
      'A',
      ' 40 ',
      ' per cent',
      '> ',
      '## 1.2 Title\n\n',
      '- one\n',
    ),
    fc.constantFrom('[^1]', '[^1]: A note.\n', 'see Table 4', 'Table 4: Homes', ' was appointed ', 'Marina Kolarvoa'),
    fc.constantFrom(
      '<!-- concordance-disable-line -->',
      '<!-- concordance-disable-next-line figure-conflict -->\n',
      '\n\n<!-- concordance-disable -->\n\n',
    ),
    anExample.map((text) => `\n\n${text}\n\n`),
  ),
});

function afterEdit(document: AnalysedDocument, { at, length, text }: { at: number; length: number; text: string }) {
  const start = Math.round(at * document.source.length);
  const end = Math.min(document.source.length, start + length);
  return reanalyse(document, { span: { start, end }, text });
}

function problemsIn(document: AnalysedDocument) {
  return checkInProject(document, { project: emptyProject, path: 'report.md', sensitivity: 'exhaustive' }).problems;
}

describe('the check after edits', () => {
  it('finds in every state of a document what it finds in its text alone', () => {
    fc.assert(
      fc.property(report, fc.array(edit, { minLength: 1, maxLength: 6 }), (source, edits) => {
        let document = analyse(source);
        problemsIn(document);
        for (const one of edits) {
          document = afterEdit(document, one);
          expect(problemsIn(document)).toEqual(problemsIn(analyse(document.source)));
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('a conflict', () => {
  it('is told in the words of what it is written of now: its figures, and the titles of their sections', () => {
    const source =
      '# Harbour\n\nThe port of Vik has 3,510 dock workers.\n\n## Staff\n\nThe port of Vik has 3,150 dock workers.\n';
    let document = analyse(source);
    const messages = () => problemsIn(document).flatMap(({ message, related }) => [message, related[0]?.message]);
    expect(messages().join('; ')).toContain('3,150 in “Staff”');
    for (const [from, to] of [
      ['## Staff', '## STAFF'],
      ['3,150', '3&#44;150'],
      ['port of Vik has 3,510', 'port of Vik has now 3,510'],
    ] as const) {
      const start = document.source.indexOf(from);
      document = reanalyse(document, { span: { start, end: start + from.length }, text: to });
      expect(messages()).toHaveLength(4);
      expect(problemsIn(document)).toEqual(problemsIn(analyse(document.source)));
    }
    expect(messages().join('; ')).toContain('3&#44;150 in “STAFF”');
  });
});

describe('two spellings of a name', () => {
  const source =
    'Anna Lindqvist left.\n\nTibor Vargyas opened the meeting.\n\nThe chair thanked Tibor Vragyas for coming.\n';
  const codesIn = (document: AnalysedDocument) => problemsIn(document).map(({ code }) => code);
  const replace = (document: AnalysedDocument, from: string, to: string) => {
    const start = document.source.indexOf(from);
    return reanalyse(document, { span: { start, end: start + from.length }, text: to });
  };

  it('are told wherever an edit moves them, until one of them is another', () => {
    const before = analyse(source);
    expect(codesIn(before)).toEqual(['name-variant']);
    const moved = replace(before, 'The chair', 'The new chair');
    expect(problemsIn(moved)).toEqual(problemsIn(analyse(moved.source)));
    expect(codesIn(moved)).toEqual(['name-variant']);
    const other = replace(moved, 'Vragyas', 'Hollman');
    expect(codesIn(other)).toEqual([]);
    expect(codesIn(replace(other, 'Hollman', 'Vragyas'))).toEqual(['name-variant']);
  });
});

describe('the figures that a document states', () => {
  it('are after edits those of its text', () => {
    fc.assert(
      fc.property(report, fc.array(edit, { minLength: 1, maxLength: 6 }), (source, edits) => {
        let document = analyse(source);
        statedFigures(document);
        for (const one of edits) {
          document = afterEdit(document, one);
          const { claims, ...stated } = statedFigures(document);
          const { claims: _, ...afresh } = statedFigures(analyse(document.source));
          expect(claims).toBe(document.claims);
          expect(stated).toEqual(afresh);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('are the same objects where an edit moves them', () => {
    const before = analyse('Nothing.\n\nIt has 5 boats.\n\nIt has 7 cars and 9 carts.\n');
    const known = statedFigures(before).prose;
    const after = statedFigures(reanalyse(before, { span: { start: 7, end: 7 }, text: ' but 12 oars' }));
    expect(after.firsts).toEqual([0, 1, 2]);
    expect(after.prose.slice(1)).toEqual(known);
    expect(after.prose[1]).toBe(known[0]);
    expect(after.prose[2]).toBe(known[1]);
  });

  it('are gathered anew where only some claims of a piece of prose are others', () => {
    const document = analyse('It has 1 boat.\n\nIt has 5 boats, 7 cars and 9 carts.\n\nIt has 4 oars.\n');
    for (let left = 0; left < document.claims.length; left++) {
      const fewer = { ...document, claims: document.claims.filter(({ index }) => index !== left), lineage: {} };
      const expected = statedFigures({ ...document, lineage: {} });
      statedFigures(fewer);
      expect(statedFigures({ ...document, lineage: fewer.lineage })).toEqual(expected);
      expect(statedFigures(fewer)).toEqual(statedFigures({ ...fewer, lineage: {} }));
    }
  });
});
