import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NameEvidence } from '../../../../server/src/core/actors/actor.ts';
import { chooseNames, NameMemory } from '../../../../server/src/core/actors/chooseNames.ts';
import { evidenceOf } from './evidence.ts';

/** Pieces of prose whose names tell something of each other. */
const POOL = evidenceOf(
  'The harbour master Ines Vollmer opened the quay.',
  'Vollmer left Lindau.',
  'Lindau Town Hall is closed.',
  'It is closed in Lindau, said Orvik resident Mara Lind.',
  'Considering Orvik, she stayed.',
  'Orvik is small.',
  'The LWB met in Brno.',
  'The intensive care units (ICUs) are full.',
  'ICU beds are few in Brno.',
  '# Reserve Fund',
  'The Reserve Fund paid.',
  'Novak & Roth sued the Lindau Water Board.',
  'It rained all day.',
);

/** Documents that repeat the pieces, some of them often. */
const document = fc.array(
  fc.tuple(fc.constantFrom(...POOL), fc.constantFrom(1, 1, 1, 2, 14)).map(([piece, times]) => Array(times).fill(piece)),
  { maxLength: 8 },
);

/** Each piece in its place, the same object in the same one. */
const placed = new Map<string, NameEvidence>();
function place(pieces: readonly NameEvidence[]): NameEvidence[] {
  return pieces.map((piece, block) => {
    const key = `${POOL.indexOf(piece)} ${block}`;
    const known = placed.get(key) ?? { ...piece, block };
    placed.set(key, known);
    return known;
  });
}

const chosen = (evidence: readonly NameEvidence[], memory?: NameMemory) =>
  chooseNames(evidence, new Set(), memory).flatMap(({ names }) => names);

describe('names chosen with what is remembered of an earlier state', () => {
  it('are those chosen afresh, whatever came and went between', () => {
    fc.assert(
      fc.property(fc.array(document, { minLength: 2, maxLength: 6 }), (states) => {
        const memory = new NameMemory();
        for (const state of states) {
          const evidence = place(state.flat());
          expect(chosen(evidence, memory)).toEqual(chosen(evidence));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('are the same objects where nothing tells of them anew', () => {
    const memory = new NameMemory();
    const [first, second, other] = evidenceOf('Ines Vollmer left Brno.', 'Mara Lind came.', 'Tomas Hanak spoke.');
    const before = chosen([first!, second!], memory);
    const after = chosen([first!, other!], memory);
    expect(before.length).toBeGreaterThan(1);
    expect(after.filter((name) => before.includes(name)).map(({ candidate }) => candidate.key)).toEqual(
      before.filter(({ evidence }) => evidence === first).map(({ candidate }) => candidate.key),
    );
  });
});
