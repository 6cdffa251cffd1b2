import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  analyse,
  type DocumentDigest,
  decodeDigests,
  digestKey,
  digestOf,
  encodeDigests,
  mentionSpans,
} from '../../../server/src/core/index.ts';

const report = `# Survey

Anna Lindqvist, a biologist, counted 412 terns. Lindqvist has 3,150 dock workers.
`;

const anyDigest: fc.Arbitrary<DocumentDigest> = fc.record({
  actors: fc.array(
    fc.record(
      {
        id: fc.string(),
        name: fc.string({ unit: 'binary' }),
        kind: fc.constantFrom('person', 'organization', 'place', 'other'),
        aliases: fc.array(fc.string({ unit: 'binary' }), { maxLength: 3 }),
        declared: fc.nat(),
        description: fc.string(),
        mentions: fc.array(fc.nat({ max: 2 ** 31 - 1 }), { maxLength: 6 }),
      },
      { requiredKeys: ['id', 'name', 'kind', 'aliases', 'mentions'] },
    ),
    { maxLength: 4 },
  ),
  measures: fc.array(fc.string(), { maxLength: 3 }),
});

describe('a digest', () => {
  it('has the actors of a document with their places, and what it measures', () => {
    const { actors, measures } = digestOf(analyse(report));
    const anna = actors.find(({ id }) => id === 'anna-lindqvist')!;
    expect(anna).toMatchObject({ name: 'Anna Lindqvist', kind: 'person', description: 'biologist' });
    expect(mentionSpans(anna).map(({ start, end }) => report.slice(start, end))).toEqual([
      'Anna Lindqvist',
      'Lindqvist',
    ]);
    expect(measures).toContain('worker');
  });

  it('has another key for another text, another project, another format and another program', () => {
    const keys = [
      digestKey(report, {}, '1'),
      digestKey(`${report} `, {}, '1'),
      digestKey(report, { actors: [{ name: 'Anna' }] }, '1'),
      digestKey(report, { format: 'text' }, '1'),
      digestKey(report, {}, '2'),
    ];
    expect(new Set(keys).size).toBe(keys.length);
    expect(digestKey(report, {}, '1')).toBe(keys[0]);
  });
});

describe('a table of digests', () => {
  it('gives back what was put into it', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), anyDigest, { maxKeys: 5 }), (digests) => {
        const table = new Map(Object.entries(digests));
        expect(decodeDigests(encodeDigests(table))).toEqual(table);
      }),
    );
  });

  it('reads as nothing when it was cut off, changed, or is something else', () => {
    const bytes = encodeDigests(new Map([['a', digestOf(analyse(report))]]));
    expect(decodeDigests(bytes).size).toBe(1);
    for (let length = 0; length < bytes.length; length += 3) expect(decodeDigests(bytes.slice(0, length)).size).toBe(0);
    for (let at = 0; at < bytes.length; at += 7) {
      const changed = bytes.slice();
      changed[at] = changed[at]! ^ 0x55;
      expect(decodeDigests(changed).size).toBe(0);
    }
    expect(decodeDigests(new Uint8Array(4096).fill(7)).size).toBe(0);
  });
});
