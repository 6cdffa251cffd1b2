import { expect, it } from 'vitest';
import { analyse } from '../../../../server/src/core/document.ts';

const sentence =
  'The University of Leeds met Dr. Ada Lind of the Port of Vik in Leeds, and Ada Lind met the Vik Harbour Council. ';

/** The actors of a paragraph that says it so often, each with how often a sentence names it. */
function namedIn(times: number): readonly string[] {
  const { actors } = analyse(sentence.repeat(times));
  return actors.map(({ name, kind, mentions }) => `${name}, ${kind}: ${mentions.length / times}`).sort();
}

it('names of a paragraph with very many are chosen as those of one with a few', () => {
  expect(namedIn(2).length).toBeGreaterThan(3);
  expect(namedIn(60)).toEqual(namedIn(2));
});
