import { describe, expect, it } from 'vitest';
import { endsInNameBeginning, lengthOfWord } from '../../../client/src/nameBeginning.ts';

describe('the beginning of a name', () => {
  it.each(['Li', 'met Li', '“Én', 'the O’', '(Al', 'EU'])(
    'is where a word has a capital and one letter more: %s',
    (text) => {
      expect(endsInNameBeginning(text)).toBe(true);
    },
  );

  it.each(['', 'L', 'met L', 'Lin', 'li', 'mcDo', '2Ab', 'met li', 'L ', 'Li.'])('is nowhere else: %j', (text) => {
    expect(endsInNameBeginning(text)).toBe(false);
  });
});

describe('the word that is being typed', () => {
  it.each([
    ['Li', 2],
    ['Lind, who', 4],
    ['O’Hara came', 6],
    ['Smith-Lowe', 10],
    ['Zoe\u0301 x', 4],
    ['Lind. He', 4],
    [' Lind', 0],
    ['', 0],
  ])('goes to its last letter: %j', (text, length) => {
    expect(lengthOfWord(text)).toBe(length);
  });
});
