import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DocumentDigest } from '../../../server/src/core/index.ts';
import { createOrderedDigests } from '../../../server/src/features/orderedDigests.ts';

const anyChange = fc.record({ uri: fc.string({ maxLength: 2 }), isDeleted: fc.boolean() });

it('has after any changes what is there, in order, and each file once', () => {
  fc.assert(
    fc.property(fc.array(anyChange, { maxLength: 60 }), fc.string({ maxLength: 2 }), (changes, open) => {
      const digests = createOrderedDigests();
      const expected = new Map<string, DocumentDigest>();
      for (const [index, { uri, isDeleted }] of changes.entries()) {
        const digest = { actors: [], mentions: new Int32Array(), measures: [String(index)] };
        if (isDeleted) digests.delete(uri);
        else digests.set(`key of ${uri}`, uri, digest);
        if (isDeleted) expected.delete(uri);
        else expected.set(uri, digest);
      }
      const sorted = [...expected].filter(([uri]) => uri !== open).sort(([a], [b]) => (a < b ? -1 : 1));
      const found = digests.without((fileKey) => fileKey === `key of ${open}`);
      expect(found.map(({ key, digest }) => [key, digest])).toEqual(sorted);
    }),
  );
});
