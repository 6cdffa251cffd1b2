import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../server/src/core/document.ts';
import { findSameClaims } from '../../../../server/src/core/queries/sameClaims.ts';

/** The wordings that are offered for the first figure that is printed so. */
function offered(text: string, print: string): string[] {
  const document = analyse(text);
  const claim = document.claims.find((each) => {
    const { start, end } = document.spanOf(each);
    return text.slice(start, end) === print;
  });
  return findSameClaims(document, claim!).map(({ measures, text: other }) => `${measures.join(' = ')} (${other})`);
}

const sections = (...sentences: string[]) =>
  sentences.map((sentence, at) => `# Part ${at}\n\n${sentence}\n`).join('\n');

describe('figures that may be the same claim in other words', () => {
  it('are those of other sections with a near value, the nearest first, each wording once', () => {
    const text = sections(
      'The fleet has 412 hulls.',
      'There are 421 vessels at sea.',
      'It counts 412 boats. Some say 430 boats.',
    );
    expect(offered(text, '412')).toEqual(['hulls = boats (412)', 'hulls = vessels (421)']);
  });

  it('are none of another quantity, of the same words, of the same section, or far away', () => {
    const text = sections(
      'The fleet has 412 hulls and 415 masts.',
      'It cost $412 million.',
      'It once had 398 hulls.',
      'It has 900 oars.',
      'It was built in 1912.',
    );
    expect(offered(text, '412')).toEqual([]);
    expect(offered(text, '1912')).toEqual([]);
  });

  it('are no more than three, and found under zero, ranges and open ends', () => {
    const text = sections(
      'It has 0 hulls.',
      'More than 40 cranes work there.',
      'It has 38–41 sheds.',
      'It has 41 gates.',
      'It has 42 doors.',
      'It has 43 lamps.',
      'It has 0 flags.',
    );
    expect(offered(text, '0')).toEqual(['hulls = flags (0)']);
    expect(offered(text, '41')).toHaveLength(3);
  });
});
