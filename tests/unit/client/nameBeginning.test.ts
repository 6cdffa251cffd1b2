import { describe, expect, it } from 'vitest';
import { endsInNameBeginning } from '../../../client/src/nameBeginning.ts';

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
