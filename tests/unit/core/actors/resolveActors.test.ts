import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveActors } from '../../../../server/src/core/actors/resolveActors.ts';
import { actorsOf, evidenceOf } from './evidence.ts';

const named = (name: string, ...texts: string[]) => actorsOf(...texts).find((actor) => actor.name === name);

describe('resolveActors', () => {
  it('joins a full name, the surname and the given name', () => {
    const actor = named(
      'Tomas Holub',
      'The plan was drawn up by Tomas Holub in Vienna.',
      'Later, Holub said that it would cost more. Neighbours of Tomas agreed.',
    );
    expect(actor?.kind).toBe('person');
    expect(actor?.mentions.map((mention) => mention.text)).toEqual(['Tomas Holub', 'Holub', 'Tomas']);
    expect(actor?.mentions.map((mention) => mention.form)).toEqual(['full', 'surname', 'given']);
  });

  it('keeps two people of one surname apart and gives a surname to the one named last', () => {
    const actors = actorsOf('Maria Sanchez met Peter Sanchez in Madrid. Sanchez, she said, was late.');
    expect(actors.find((actor) => actor.name === 'Maria Sanchez')?.mentions).toHaveLength(1);
    expect(actors.find((actor) => actor.name === 'Peter Sanchez')?.mentions).toHaveLength(2);
  });

  it('joins an acronym with its expansion', () => {
    const actor = named(
      'National Weather Agency',
      'The report of the National Weather Agency (NWA) was published in March. According to the NWA, it rained.',
    );
    expect(actor?.kind).toBe('organization');
    expect(actor?.aliases).toContain('NWA');
  });

  it('knows countries, and not the adjectives made from them', () => {
    const actors = actorsOf('Officials in Poland spoke with Polish farmers before they left for Norway.');
    expect(actors.map((actor) => [actor.name, actor.kind])).toEqual([
      ['Poland', 'place'],
      ['Norway', 'place'],
    ]);
  });

  it('describes people by titles, appositions and brackets', () => {
    const actors = actorsOf(
      'The retired engineer Ivan Petrov was there.',
      'Anna Schmidt, a Berlin teacher, disagreed.',
      '“It works,” says climate specialist Dr. Maria Rossi.',
    );
    const texts = (name: string) => actors.find((actor) => actor.name === name)?.descriptions.map((one) => one.text);
    expect(texts('Ivan Petrov')).toEqual(['retired engineer']);
    expect(texts('Anna Schmidt')).toEqual(['Berlin teacher']);
    expect(texts('Maria Rossi')).toEqual(['climate specialist']);
  });

  it('gives quotations to whoever says them, and what follows too', () => {
    const actor = named('Anna Schmidt', '“We did not know,” said Anna Schmidt. “Nobody had told us.”');
    expect(actor?.quotations.map((quotation) => quotation.text)).toEqual(['We did not know,', 'Nobody had told us.']);
    const other = named('Peter Miller', 'Yesterday Peter Miller said: "It will take three years."');
    expect(other?.quotations.map((quotation) => quotation.text)).toEqual(['It will take three years.']);
  });

  it('leaves sentence starts, months and titles of sections alone', () => {
    expect(
      actorsOf('# Rising Costs and Falling Prices', 'However, prices fell in March. Researchers agreed on Monday.'),
    ).toEqual([]);
  });

  it('takes a place in a title for the place, not the words around it', () => {
    const actors = actorsOf('# The Strange Politics of the Balkans', 'Prices in the Balkans fell.');
    expect(actors.map((actor) => actor.name)).toEqual(['Balkans']);
  });

  it('obeys the project file', () => {
    const evidence = evidenceOf('The Blue Team of Warsaw met Anna Schmidt. Schmidt left for Warsaw.');
    const actors = resolveActors(evidence, [
      { name: 'Anna Schmidt-Kern', kind: 'person', aliases: ['Anna Schmidt', 'Schmidt'] },
      { name: 'Warsaw', not: true },
    ]);
    const declared = actors.find((actor) => actor.declared === 0);
    expect(declared?.name).toBe('Anna Schmidt-Kern');
    expect(declared?.mentions.map((mention) => mention.text)).toEqual(['Anna Schmidt', 'Schmidt']);
    expect(actors.some((actor) => actor.mentions.some((mention) => mention.text === 'Warsaw'))).toBe(false);
  });

  it('gives spans that are the text, unique ids and mentions in order, for any text', () => {
    const word = fc.oneof(
      fc.constantFrom(
        'Anna',
        'Schmidt',
        'Warsaw',
        'said',
        'the',
        'of',
        'University',
        'Dr.',
        '“',
        '”',
        '"',
        '(',
        ')',
        ',',
        '.',
        "'s",
        'U.S.',
        '\n',
        '-',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    );
    fc.assert(
      fc.property(
        fc.array(
          fc.array(word, { maxLength: 25 }).map((words) => words.join(' ')),
          { maxLength: 5 },
        ),
        (texts) => {
          const evidence = evidenceOf(...texts);
          const actors = resolveActors(evidence, []);
          expect(new Set(actors.map((actor) => actor.id)).size).toBe(actors.length);
          for (const actor of actors) {
            for (const part of [...actor.mentions, ...actor.quotations]) {
              expect(evidence[part.block]!.text.slice(part.span.start, part.span.end)).toBe(part.text);
            }
            const order = actor.mentions.map((mention) => mention.block * 1e6 + mention.span.start);
            expect(order).toEqual([...order].sort((a, b) => a - b));
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
