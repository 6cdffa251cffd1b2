import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NameEvidence } from '../../../../server/src/core/actors/actor.ts';
import { chooseNames, NameMemory } from '../../../../server/src/core/actors/chooseNames.ts';
import { PLACE } from '../../../../server/src/core/actors/kinds.ts';
import { type LinkedNames, linkNames } from '../../../../server/src/core/actors/linkNames.ts';
import { evidenceOf } from './evidence.ts';

/** Pieces of prose whose names are linked by one another; each with what it may be edited to, of the same names. */
const FAMILIES = [
  ['# Ada Lind', '# Late Ada Lind'],
  ['Ada Lind and Ugo Lind met.', 'Ada Lind, whom Ugo Lind met, left.'],
  ['Ugo Lind left, and Ada stayed.', 'They saw Ugo Lind in Ada.'],
  ['Lind was late.', 'They live in Lind.', 'The town of Lind is small.', 'LIND was late.'],
  ['The Prime Minister, Ada Lind, spoke.', 'The Prime Minister met Ada Lind.', 'Prime Minister: Ada Lind.'],
  ['The Prime Minister was tired.', 'They met the Prime Minister.'],
  ['Mr Novak met Mrs Novak in Lindau.', 'Mr Novak, Mrs Novak and Lindau were late.'],
  ['Mrs Novak had been late.', 'They met Mrs Novak.'],
  [
    'The Lindau Water Board (LWB) paid.',
    'The Lindau Water Board, the LWB, paid.',
    'The Lindau Water Board (Lwb) paid.',
  ],
  ['The LWB paid.', 'The Lwb paid.', 'He paid in LWB.'],
  [
    'Lindau is small.',
    'Lindau said that it had paid.',
    'The mayor of Lindau spoke.',
    'Lindau, a retired clerk, spoke.',
  ],
  ['Orvik University opened in Orvik.', 'Orvik, who left Orvik University, spoke.'],
  ['Orvik spoke.', 'They live in Orvik.', '“Yes,” said Orvik.', 'Orvik & Sons left.'],
  ['Lars Orvik spoke.', 'The town of Lars Orvik is small.', 'The firm Lars Orvik paid.'],
  ['Greta von der Alm came.', 'Residents of Greta von der Alm came.'],
  ['Von der Alm spoke.', 'They live in Von der Alm.'],
].map((variants) => evidenceOf(...variants));

/** One of the families, and which of its variants, or no piece at all. */
type Slot = readonly [family: number, variant: number] | undefined;

/** Each piece in its place, the same object in the same one. */
const placed = new Map<string, NameEvidence>();
function place(slots: readonly Slot[]): NameEvidence[] {
  return slots.flatMap((slot, block) => {
    if (slot === undefined) return [];
    const variants = FAMILIES[slot[0]]!;
    const variant = slot[1] % variants.length;
    const key = `${slot[0]} ${variant} ${block}`;
    const known = placed.get(key) ?? { ...variants[variant]!, block };
    placed.set(key, known);
    return [known];
  });
}

const slot = fc.option(fc.tuple(fc.nat({ max: FAMILIES.length - 1 }), fc.nat({ max: 3 })), { nil: undefined });
const edit = fc.oneof(
  { arbitrary: fc.record({ at: fc.nat({ max: 39 }), variant: fc.nat({ max: 3 }) }), weight: 3 },
  { arbitrary: fc.record({ at: fc.nat({ max: 39 }), slot }), weight: 1 },
);
const NOTHING_DECLARED: ReadonlyMap<string, string> = new Map();

const named = (evidence: readonly NameEvidence[], memory: NameMemory) => chooseNames(evidence, new Set(), memory);
const clustersIn = ({ clusters }: LinkedNames) =>
  clusters.all.map(({ names, keys, kind }) => ({
    names: names.map(({ candidate, evidence }) => ({ candidate, evidence })),
    keys: [...keys].sort(),
    kind,
  }));

describe('names that are linked after an edit', () => {
  it('are linked as they would be afresh, whatever came and went', () => {
    fc.assert(
      fc.property(
        fc.array(slot, { minLength: 40, maxLength: 40 }),
        fc.array(edit, { minLength: 1, maxLength: 12 }),
        (start, edits) => {
          const slots = [...start];
          const memory = new NameMemory();
          let linked = linkNames(named(place(slots), memory), NOTHING_DECLARED);
          for (const one of edits) {
            const was = slots[one.at];
            slots[one.at] = 'slot' in one ? one.slot : was && [was[0], one.variant];
            const names = named(place(slots), memory);
            linked = linkNames(names, NOTHING_DECLARED, linked);
            expect(clustersIn(linked)).toEqual(clustersIn(linkNames(names, NOTHING_DECLARED)));
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  const REST = [
    'Brno is small.',
    'Ugo Hanak spoke.',
    'They left Brno.',
    'Ugo Hanak left.',
    'Brno paid.',
    'They saw Brno.',
  ];
  it.each([
    [
      'The Prime Minister met Ada Lind.',
      'The Prime Minister, Ada Lind, left.',
      ['They saw Ada Lind and the Prime Minister.'],
    ],
    [
      'The Danish Seamen’s Union, DSF, met.',
      'The Danish Seamen’s Union (DSF) met.',
      ['The Danish Seamen’s Union left DSF.'],
    ],
    ['The Lwb paid.', 'The LWB paid.', ['The Lindau Water Board met.', 'The Lindau Water Board left.']],
  ])('hear what changed in “%s”', (was, is, others) => {
    const memory = new NameMemory();
    const rest = [...others, ...REST, ...REST];
    const evidence = evidenceOf(...(was.includes('Lwb') ? [was, ...rest] : [...rest, was]));
    const edited = evidence.map((one) => (one.text === was ? { ...evidenceOf(is)[0]!, block: one.block } : one));
    const before = linkNames(named(evidence, memory), NOTHING_DECLARED);
    const names = named(edited, memory);
    const after = linkNames(names, NOTHING_DECLARED, before);
    expect(clustersIn(after)).toEqual(clustersIn(linkNames(names, NOTHING_DECLARED)));
    expect(after.clusters.all.length).toBe(before.clusters.all.length - 1);
  });

  it('hear how doubtful a kind has become', () => {
    const texts = ['Lars Orvik spoke.', 'They live in Orvik.', ...REST, ...REST];
    const names = named(evidenceOf(...texts), new NameMemory());
    const scored = (person: number) =>
      names.map(({ evidence, names: own }) => ({
        evidence,
        names: own.map((name) => {
          const isOrvik = name.candidate.key === 'orvik';
          return isOrvik ? { ...name, kind: PLACE, scores: [person, -3, 2] as const } : name;
        }),
      }));
    const before = linkNames(scored(-3), NOTHING_DECLARED);
    const after = linkNames(scored(1), NOTHING_DECLARED, before);
    expect(clustersIn(after)).toEqual(clustersIn(linkNames(scored(1), NOTHING_DECLARED)));
    expect(after.clusters.all.length).toBe(before.clusters.all.length - 1);
  });

  it('are the same clusters where none of their names came or went', () => {
    const texts = ['Ada Lind left.', ...Array<string>(20).fill('Brno is small.'), 'Ugo Hanak spoke.'];
    const evidence = evidenceOf(...texts, 'Lind spoke.');
    const last = evidence.pop()!;
    const memory = new NameMemory();
    const before = linkNames(named(evidence, memory), NOTHING_DECLARED);
    const after = linkNames(named([...evidence.slice(0, -1), last], memory), NOTHING_DECLARED, before);
    const find = ({ clusters }: LinkedNames, key: string) => clusters.all.find(({ keys }) => keys.includes(key));
    expect(find(after, 'brno')).toBeDefined();
    expect(find(after, 'brno')).toBe(find(before, 'brno'));
    expect(find(after, 'ada lind')?.names.length).toBe(2);
  });
});
