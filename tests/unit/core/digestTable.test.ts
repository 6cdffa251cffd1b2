import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  analyse,
  completeName,
  createSharedParts,
  type DigestedActor,
  type DocumentDigest,
  decodeDigests,
  digestKey,
  digestOf,
  encodeDigests,
  findActors,
  type KeyedDigest,
  mentionCount,
  mentionSpans,
  type SharedParts,
} from '../../../server/src/core/index.ts';

const report = `# Survey

Anna Lindqvist, a biologist, counted 412 terns. Lindqvist has 3,150 dock workers.
`;

const anyActor = fc.record(
  {
    id: fc.string(),
    name: fc.string({ unit: 'binary' }),
    kind: fc.constantFrom('person', 'organization', 'place', 'other'),
    aliases: fc.array(fc.string({ unit: 'binary' }), { maxLength: 3 }),
    declared: fc.nat(),
    description: fc.string(),
  },
  { requiredKeys: ['id', 'name', 'kind', 'aliases'] },
) satisfies fc.Arbitrary<DigestedActor>;

function digestWith(actors: readonly (readonly [DigestedActor, readonly number[]])[], measures: string[]) {
  const offsets = actors.map(([, own]) => own.flatMap((start) => [start, start + 4]));
  const ends = offsets.map((_, index) => offsets.slice(0, index + 1).flat().length);
  return { actors: actors.map(([actor]) => actor), mentions: Int32Array.from([...ends, ...offsets.flat()]), measures };
}

const anyOffsets = fc.array(fc.nat({ max: 2 ** 31 - 9 }), { maxLength: 3 });

const anyDigest: fc.Arbitrary<DocumentDigest> = fc
  .tuple(fc.array(fc.tuple(anyActor, anyOffsets), { maxLength: 4 }), fc.array(fc.string(), { maxLength: 3 }))
  .map(([actors, measures]) => digestWith(actors, measures));

describe('a digest', () => {
  it('has the actors of a document with their places, and what it measures', () => {
    const digest = digestOf(analyse(report));
    const { actors, measures } = digest;
    const anna = actors.findIndex(({ id }) => id === 'anna-lindqvist');
    expect(actors[anna]).toMatchObject({ name: 'Anna Lindqvist', kind: 'person', description: 'biologist' });
    expect(mentionCount(digest, anna)).toBe(2);
    expect(mentionSpans(digest, anna).map(({ start, end }) => report.slice(start, end))).toEqual([
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

  it('has one object for all actors of whom the same is known, in all tables read together', () => {
    const decode = (name: string, shared: SharedParts) =>
      decodeDigests(encodeDigests(new Map([[name, digestOf(analyse(report))]])), shared).get(name)!;
    const shared = createSharedParts();
    const [one, other] = [decode('a', shared), decode('b', shared)];
    expect(one.actors.length).toBeGreaterThan(0);
    for (const [index, actor] of one.actors.entries()) expect(other.actors[index]).toBe(actor);
    expect(decode('c', createSharedParts())).toEqual(one);
  });

  it('answers by shared actors what it answers by actors of their own', () => {
    const few = fc.constantFrom('Anna', 'Anna Lind', 'Arden');
    const actor = fc.record({
      id: few,
      name: few,
      kind: fc.constantFrom('person', 'place'),
      aliases: fc.array(few, { maxLength: 1 }),
    }) satisfies fc.Arbitrary<DigestedActor>;
    const digests = fc.array(
      fc
        .array(fc.tuple(actor, fc.array(fc.nat({ max: 99 }), { maxLength: 2 })), { maxLength: 3 })
        .map((actors) => digestWith(actors, [])),
      { maxLength: 6 },
    );
    const document = analyse('Anna Lindqvist met An');
    fc.assert(
      fc.property(digests, fc.constantFrom('', 'an', 'lind'), (own, query) => {
        const table = encodeDigests(new Map(own.map((digest, index) => [String(index), digest])));
        const shared = [...decodeDigests(table)].map(([key, digest]) => ({ key, digest }));
        const apart = own.map((digest, index) => ({ key: String(index), digest }));
        expect(findActors(shared, query)).toEqual(findActors(apart, query));
        const complete = (elsewhere: readonly KeyedDigest[]) =>
          completeName([{ key: 'open', document }], 'open', document.source.length, { elsewhere });
        expect(complete(shared)).toEqual(complete(apart));
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
