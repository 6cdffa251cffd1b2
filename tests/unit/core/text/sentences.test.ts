import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../../../server/src/core/text/sentences.ts';
import { sliceSpan } from '../../../../server/src/core/text/span.ts';

function sentences(text: string): string[] {
  return splitSentences(text).map((span) => sliceSpan(text, span));
}

describe('sentences', () => {
  it.each([
    ['Dr. Okafor paid $3.1 million. He left.', 2],
    ['The U.S. Army grew. Then it shrank.', 2],
    ['He works for the U.N. Nobody knows why.', 2],
    ['Maria J. Obi signed. So did K. L. Tran.', 2],
    ['It took vitamin B. The rest did not.', 2],
    ['“Stop!” he said. Nobody did.', 2],
    ['See Fig. 3 and No. 12 of vol. 4. They agree.', 2],
    ['It rose by approx. 5 per cent vs. 3 before.', 1],
    ['On Jan. 5 it fell. On Feb. 6 it rose.', 2],
    ['Acme Inc. grew. Beta Corp. (2020) did not.', 2],
    ['What now? Nothing.', 2],
    ['A line that is\nwrapped goes on. Here\nis another.', 2],
    ['', 0],
    [' \n ', 0],
  ])('%s', (text, count) => {
    expect(sentences(text)).toHaveLength(count);
  });

  it('have no white space around them', () => {
    expect(sentences('  One.  Two.\n')).toEqual(['One.', 'Two.']);
  });
});
