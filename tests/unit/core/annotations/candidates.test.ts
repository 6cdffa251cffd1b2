// A passage that stands word for word keeps its words, however the words around it are aligned.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { alignedOccurrence, occurrencesOf } from '../../../../server/src/core/annotations/candidates.ts';
import { patternOf } from '../../../../server/src/core/annotations/pattern.ts';
import { describePassage } from '../../../../server/src/core/annotations/selectors.ts';
import { indexWords } from '../../../../server/src/core/annotations/wordIndex.ts';

const text = fc
  .array(fc.constantFrom('harbour', 'site', 'base', '{{', '}}', '.', 'quay', 'of'), { minLength: 12, maxLength: 60 })
  .map((words) => words.join(' '));

it('an occurrence lies on its own words, all of them', () => {
  fc.assert(
    fc.property(text, text, fc.nat(), fc.integer({ min: 1, max: 40 }), (before, after, at, length) => {
      const start = at % before.length;
      const { quote } = describePassage(before, { start, end: Math.min(before.length, start + length) });
      const index = indexWords(after + before.slice(start));
      const pattern = patternOf(quote, index);
      for (const place of occurrencesOf(pattern, index, 0)) {
        const { target } = alignedOccurrence(pattern, index, place);
        const passage = [...target].slice(pattern.first, pattern.last);
        expect(passage).toEqual(passage.map((_, i) => place + i));
      }
    }),
  );
});
