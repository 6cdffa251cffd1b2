import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../server/src/core/document.ts';
import { claimsFrom } from '../../../../server/src/core/rules/proseFindings.ts';
import { findShareList } from '../../../../server/src/core/rules/shareList.ts';
import { statedFigures } from '../../../../server/src/core/rules/statedFigures.ts';
import { sliceSpan } from '../../../../server/src/core/text/span.ts';

/** The printed shares of every list of a text. */
function listsIn(text: string): string[][] {
  const document = analyse(text);
  const claimOf = claimsFrom(document, 0);
  const lists = statedFigures(document).prose.flatMap((stated) => [findShareList(stated) ?? []]);
  const found = lists.filter((shares) => shares.length > 0);
  return found.map((shares) => shares.map((share) => sliceSpan(text, document.spanOf(claimOf(share)))));
}

describe('a list of shares that says it is whole', () => {
  it.each([
    ['Oak 40%, ash 35%, other 25%', ['40%', '35%', '25%']],
    ['Oak 40 percent, ash 35 percent and others 25 percent.', ['40 percent', '35 percent', '25 percent']],
    ['Trees: oak 40%; ash (common 30%, narrow-leaved 5%) 35%; the rest 25% (2012)', ['40%', '35%', '25%']],
    ['oak: 40.5%\nash: 35.2%\nremaining: 24.3%', ['40.5%', '35.2%', '24.3%']],
  ])('is read: %s', (text, shares) => {
    expect(listsIn(text)).toEqual([shares]);
  });

  it.each([
    'Oak 40%, ash 35%, elm 25%',
    'Oak 40%, other 60%',
    'Oak 40%, ash 35%, 300 other trees',
    'Oak 40%, ash over 35%, other 20%',
    'Oak 40%, ash 30–35%, other 20%',
    'Oak 40%, ash 35%, including 5% narrow-leaved, other 25%',
    'Oak 40%, ash 35%, other 25%, which is a lot.',
    'Oak 40%, ash 35%, otherwise 25%',
    'Oak 40%, ash 35%, (other 25%',
  ])('is none: %s', (text) => {
    expect(listsIn(text)).toEqual([]);
  });

  it('is looked for in any text', () => {
    const piece = fc.constantFrom(
      'oak ',
      '40%',
      ', ',
      ' and ',
      'other ',
      '(',
      ')',
      ']',
      '\n',
      ';',
      '1,000',
      ':',
      '\u{1f333}',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        for (const shares of listsIn(pieces.join(''))) expect(shares.length).toBeGreaterThanOrEqual(3);
      }),
      { numRuns: 200 },
    );
  });
});
