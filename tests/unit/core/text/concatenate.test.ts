import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concatenate } from '../../../../server/src/core/text/concatenate.ts';

describe('concatenate', () => {
  it('answers what flattening answers', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.integer())), (lists) => {
        expect(concatenate(lists)).toEqual(lists.flat());
      }),
    );
  });
});
