import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor, Mention } from '../../../../server/src/core/actors/actor.ts';
import { mentionsIn } from '../../../../server/src/core/actors/mentionsIn.ts';

function mention(block: number, start: number): Mention {
  return { block, prose: 0, span: { start, end: start + 4 }, text: 'Vik', form: 'full' };
}

function actor(id: string, ...mentions: readonly Mention[]): Actor {
  return { id, name: id, kind: 'place', aliases: [], descriptions: [], mentions, quotations: [] };
}

/** The mentions as a list of their own would have them, whatever was known before. */
function afresh(actors: readonly Actor[]) {
  return mentionsIn(actors.map((one) => ({ ...one }))).map((named) => named ?? []);
}

describe('mentions by block', () => {
  const actors = fc
    .uniqueArray(
      fc.tuple(
        fc.integer({ min: 0, max: 7 }),
        fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 4 }),
      ),
      { selector: ([id]) => id, maxLength: 6 },
    )
    .map((list) => list.map(([id, blocks]) => actor(`a${id}`, ...blocks.map((block) => mention(block, id)))));

  it('are those of the actors, whoever there was before', () => {
    fc.assert(
      fc.property(actors, actors, fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), (before, others, stays) => {
        mentionsIn(before);
        // Some of the actors stay who they were, to the object.
        const kept = before.filter((_, index) => stays[index]);
        const ids = new Set(kept.map(({ id }) => id));
        const after = [...kept, ...others.filter(({ id }) => !ids.has(id))];
        const found = [...mentionsIn(after, before)].map((named) => named ?? []);
        const fresh = afresh(after);
        while (found.length > 0 && found.at(-1)!.length === 0) found.pop();
        expect(found).toEqual([...fresh].map((named) => named ?? []));
      }),
    );
  });

  it('are the same list in a block whose actors are named as they were', () => {
    const [first, second] = [actor('vik', mention(0, 0), mention(1, 0)), actor('arden', mention(1, 8))];
    const before = [first, second];
    const known = mentionsIn(before);
    const moved = { ...second, mentions: [mention(1, 9)] };
    const now = mentionsIn([first, moved], before);
    expect(now[0]).toBe(known[0]);
    expect(now[1]).not.toBe(known[1]);
    expect(now[1]!.map(({ actor: id }) => id)).toEqual(['vik', 'arden']);
  });
});
