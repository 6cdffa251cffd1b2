import fc from 'fast-check';
import { EditMap } from 'micromark-util-edit-map';
import { describe, expect, it } from 'vitest';
import { leaveEventsBeforeEdits } from '../../../../server/src/core/markdown/parserEdits.ts';

type Events = Parameters<EditMap['consume']>[0];

leaveEventsBeforeEdits();

/** Stands for an event; what it is, the list does not ask. */
const event = (name: string): Events[number] => [name, {}, {}] as unknown as Events[number];
const eventsOf = (count: number): Events => Array.from({ length: count }, (_, index) => event(`${index}`));

interface Change {
  readonly at: number;
  readonly removed: number;
  readonly added: Events;
}

/** Changes that do not overlap, in order. */
const changes = fc
  .array(fc.record({ kept: fc.nat(3), removed: fc.nat(3), added: fc.array(fc.string(), { maxLength: 3 }) }), {
    maxLength: 5,
  })
  .map((steps) => {
    let at = 0;
    return steps.map(({ kept, removed, added }): Change => {
      const change = { at: at + kept, removed, added: added.map(event) };
      at += kept + removed + 1;
      return change;
    });
  });

function consume(events: Events, all: readonly Change[]): void {
  const map = new EditMap();
  for (const { at, removed, added } of all) map.add(at, removed, [...added]);
  map.consume(events);
}

describe('changes of the events of the parser', () => {
  it('are what splicing them from the last to the first makes', () => {
    fc.assert(
      fc.property(changes, fc.nat(4), fc.boolean(), (all, more, isReversed) => {
        const events = eventsOf((all.at(-1)?.at ?? 0) + (all.at(-1)?.removed ?? 0) + more);
        const expected = [...events];
        for (const { at, removed, added } of all.toReversed()) expected.splice(at, removed, ...added);
        consume(events, isReversed ? all.toReversed() : all);
        expect(events).toEqual(expected);
      }),
    );
  });

  it('are forgotten when they were made', () => {
    const events = eventsOf(2);
    const map = new EditMap();
    map.add(1, 1, [event('new')]);
    map.consume(events);
    map.consume(events);
    expect(events.map(([name]) => name)).toEqual(['0', 'new']);
  });

  it('touch nothing before the first of them', () => {
    const touched: number[] = [];
    const events = new Proxy(eventsOf(100), {
      get(target, key, receiver) {
        if (typeof key === 'string' && /^\d+$/.test(key)) touched.push(Number(key));
        return Reflect.get(target, key, receiver);
      },
    });
    consume(events, [{ at: 97, removed: 1, added: [event('new')] }]);
    expect(Math.min(...touched)).toBe(97);
    expect(events.map(([name]) => name).slice(96)).toEqual(['96', 'new', '98', '99']);
  });
});
