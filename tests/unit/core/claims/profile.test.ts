import { describe, expect, it } from 'vitest';
import { conceptsOfSentence, profileOf } from '../../../../server/src/core/claims/profile.ts';
import { analyse } from '../../../../server/src/core/document.ts';

/** The concepts of the first claim of a text, near it and in its sentence. */
function conceptsOf(text: string) {
  const claim = analyse(text).claims[0]!;
  return [new Set(profileOf(claim).concepts), conceptsOfSentence(claim)] as const;
}

describe('the words that tell what a claim is about', () => {
  it.each([
    ['a word of three letters', 'The ferry fleet burns 340 tonnes of gas in all.', 'gas'],
    ['an abbreviation in capitals', 'The ferry fleet cost the EU 340 tonnes of fuel.', 'eu'],
  ])('are %s', (_, text, concept) => {
    for (const concepts of conceptsOf(text)) expect(concepts).toContain(concept);
  });

  it.each([
    ['the beginning of a word', 'The ferry fleet burns ga 340 tonnes of fuel.', 'ga'],
    ['a single letter', 'The ferry fleet burns 340 tonnes of fuel, v. last.', 'v'],
  ])('are not %s in small letters', (_, text, concept) => {
    for (const concepts of conceptsOf(text)) {
      expect(concepts).toContain('ferry');
      expect(concepts).not.toContain(concept);
    }
  });
});
