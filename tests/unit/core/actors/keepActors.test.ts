import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnalysedDocument, analyse, reanalyse } from '../../../../server/src/core/document.ts';
import { arbitraryPlace } from '../../../support/placeArbitrary.ts';

const sentence = fc.constantFrom(
  'The harbour master Ines Vollmer opened the quay.',
  'The Lindau Water Board (LWB) met in Lindau.',
  'The LWB (Lindau Water Board) met again.',
  '“We are late,” said Vollmer, who heads the LWB.',
  'Tomas Hanak, a retired general, went to Brno and Vienna.',
  'General Hanak spoke of the State Chamber.',
  'The Chamber had asked the President, Ada Lind.',
  'The President, Ada Lind, and others left.',
  'Lind answered that the United States had not.',
  'It rained all day.',
  'Mr Novak met Mrs Novak in Lindau.',
  'Mrs Novak had been late.',
  'Ugo Lind and Ada Lind met General Hanak.',
  'The Lindau Water Board paid. '.repeat(13),
  'Lindau Town Hall is closed.',
  'The Reserve Fund paid.',
);
const block = fc.oneof(
  fc.array(sentence, { minLength: 1, maxLength: 3 }).map((sentences) => sentences.join(' ')),
  fc.constantFrom(
    '## Ines Vollmer',
    '# Lindau',
    '## Reserve Fund',
    '- Brno\n- Vienna',
    '| Town | Mayor |\n|---|---|\n| Brno | Ada Lind |',
  ),
);
const report = fc.array(block, { minLength: 1, maxLength: 8 }).map((blocks) => `${blocks.join('\n\n')}\n`);
const edit = fc.record({
  at: arbitraryPlace(),
  length: fc.constantFrom(0, 0, 0, 0, 1, 2, 12),
  text: fc.constantFrom(
    ...['x', 'x', ' ', 'a', '(', ')', '.', ',', ';', '\n\n', '# ', ' said', ' and', ' Ines', 'The ', '“', '”', 'M', ''],
  ),
});

/** The actors with all that is said of them, and where it stands. */
function actorsOf(document: AnalysedDocument) {
  const place = <T extends Parameters<AnalysedDocument['spanOf']>[0]>(ref: T) => ({ ...ref, at: document.spanOf(ref) });
  return document.actors.map((actor) => ({
    ...actor,
    mentions: actor.mentions.map(place),
    descriptions: actor.descriptions.map(place),
    quotations: actor.quotations.map(place),
  }));
}

describe('actors after an edit', () => {
  it('are those of the final text', () => {
    fc.assert(
      fc.property(report, fc.array(edit, { minLength: 1, maxLength: 5 }), (start, edits) => {
        let document = analyse(start);
        for (const { at, length, text } of edits) {
          const from = Math.round(at * document.source.length);
          const span = { start: from, end: Math.min(document.source.length, from + length) };
          document = reanalyse(document, { span, text });
          expect(actorsOf(document)).toEqual(actorsOf(analyse(document.source)));
        }
      }),
      { numRuns: 60 },
    );
  });

  const offices = 'The President, Ada Lind, spoke in Oslo.\n\nLater the President left.\n';
  it.each([
    ['a comma makes an office hers', offices.replace(',', ';'), ';', ','],
    ['no comma, no office', offices, ',', ';'],
    ['a name between, no office', offices, ', Ada', ', whom they met, Ada'],
    ['two that are named, no office', offices, 'Lind, spoke', 'Lind, and others spoke'],
    ['a bracket makes letters hers', 'The Lindau Water Board LWB) met.\n\nThe LWB left.\n', ' LWB)', ' (LWB)'],
    ['an open bracket, no letters', 'The Danish Seamen’s Union (DSF) met.\n\nThe DSF left.\n', '(DSF)', '(DSF'],
    ['a title says whom a surname means', 'Ada Lind\n\nUgo Lind and Ada Lind met. Lind left.\n', 'Ada', '# Ada'],
  ])('%s', (_, source, from, to) => {
    const start = source.indexOf(from);
    const span = { start, end: start + from.length };
    const edited = reanalyse(analyse(source), { span, text: to });
    expect(actorsOf(edited)).toEqual(actorsOf(analyse(edited.source)));
  });

  it('are the same objects where their mentions have not moved', () => {
    const source = 'The harbour master Ines Vollmer opened the quay.\n\nIt rained all day in Brno.\n';
    const before = analyse(source);
    const at = source.indexOf('day');
    const after = reanalyse(before, { span: { start: at, end: at }, text: 'wet ' });
    const find = (document: AnalysedDocument, name: string) => document.actors.find((actor) => actor.name === name);
    expect(find(after, 'Ines Vollmer')).toBe(find(before, 'Ines Vollmer'));
    expect(find(after, 'Brno')?.mentions[0]?.span.start).toBe(find(before, 'Brno')!.mentions[0]!.span.start + 4);
  });

  it('are the same objects, or have the same mentions, where only what is known of their names has changed', () => {
    const source = 'Ines Vollmer left Brno.\n\nTomas Hanak met Ines Vollmer.\n\nIt was cold.\n';
    const before = analyse(source);
    const at = source.indexOf('It was');
    const after = reanalyse(before, { span: { start: at, end: at }, text: 'Hanak met Vollmer. ' });
    const find = (document: AnalysedDocument, name: string) => document.actors.find((actor) => actor.name === name)!;
    expect(find(after, 'Brno')).toBe(find(before, 'Brno'));
    for (const name of ['Ines Vollmer', 'Tomas Hanak']) {
      const [was, is] = [find(before, name).mentions, find(after, name).mentions];
      expect(is.length).toBe(was.length + 1);
      expect(is.slice(0, was.length).every((mention, index) => mention === was[index])).toBe(true);
    }
  });
});
