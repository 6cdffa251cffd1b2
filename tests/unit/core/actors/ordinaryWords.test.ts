import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnalysedDocument, analyse, reanalyse } from '../../../../server/src/core/document.ts';

const namesIn = ({ actors }: AnalysedDocument) => actors.map(({ name }) => name);

describe('a word with a capital that begins a sentence', () => {
  const opening = 'Stevedores said that they were tired.';

  it('is no name where the text has it in lower case, wherever that is', () => {
    expect(namesIn(analyse(`${opening}\n`))).toEqual(['Stevedores']);
    expect(namesIn(analyse(`${opening}\n\nit is about stevedores here\n`))).toEqual([]);
    expect(namesIn(analyse(`- the stevedores left\n\n${opening}\n`))).toEqual([]);
  });

  it('is one that stands within a sentence as well', () => {
    const text = `${opening}\n\nThe firm that is called Stevedores hires stevedores.\n`;
    expect(namesIn(analyse(text))).toEqual(['Stevedores']);
  });

  it.each([
    ['a place on the map', 'Turkey has a population of 85 million.', 'They ate turkey.', 'Turkey'],
    ['a given name', 'Grace Hanak spoke. Grace was late.', 'They said grace.', 'Grace Hanak'],
    ['a name of several words', 'Harbour Board members met.', 'The harbour board of the town met.', 'Harbour Board'],
    ['capitals throughout', 'LASER said that it was late.', 'They used a laser.', 'LASER'],
    ['part of a longer word', 'Stevedores said no.', 'They used stevedores-to-be.', 'Stevedores'],
  ])('is one that is %s', (_, first, second, name) => {
    expect(namesIn(analyse(`${first}\n\n${second}\n`))).toContain(name);
  });

  it('is one that the project file declares', () => {
    const text = `${opening}\n\nIt is about stevedores here.\n`;
    expect(namesIn(analyse(text, { actors: [{ name: 'Stevedores' }] }))).toEqual(['Stevedores']);
  });
});

describe('ordinary words after an edit', () => {
  const piece = fc.constantFrom(
    'Stevedores said that they were tired.',
    'The stevedores left.',
    'the stevedores left again',
    'They met Stevedores, a firm.',
    'Moorings said no.',
    'It is about the moorings.',
    'Harbourmasters said that it was late, and stevedores stayed.',
    'There were harbourmasters here.',
    'Ines Vollmer left Brno.',
    'It rained all day.',
  );
  const paragraphs = fc.array(piece, { minLength: 1, maxLength: 8 });
  const edit = fc.record({ at: fc.nat({ max: 7 }), text: fc.option(piece, { nil: '' }) });

  it('are those of the final text', () => {
    fc.assert(
      fc.property(paragraphs, fc.array(edit, { minLength: 1, maxLength: 6 }), (start, edits) => {
        let document = analyse(start.join('\n\n'));
        for (const { at, text } of edits) {
          const parts = document.source.split('\n\n');
          const place = at % parts.length;
          const from = parts.slice(0, place).join('\n\n').length + (place > 0 ? 2 : 0);
          document = reanalyse(document, { span: { start: from, end: from + parts[place]!.length }, text });
          expect(document.actors).toEqual(analyse(document.source).actors);
        }
      }),
      { numRuns: 150 },
    );
  });
});
