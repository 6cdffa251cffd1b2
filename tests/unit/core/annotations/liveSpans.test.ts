import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyEdits,
  type LiveSpan,
  moveSpans,
  narrowEdit,
  type TextEdit,
} from '../../../../server/src/core/annotations/liveSpans.ts';

/** A text of `length` characters, each of its own, and edits that put in characters that occur nowhere else. */
const history = fc
  .record({
    length: fc.integer({ min: 1, max: 30 }),
    cuts: fc.array(fc.tuple(fc.nat(), fc.nat({ max: 6 }), fc.nat({ max: 5 })), { maxLength: 8 }),
    from: fc.nat(),
    extent: fc.integer({ min: 1, max: 12 }),
  })
  .map(({ length, cuts, from, extent }) => {
    const source = String.fromCharCode(...Array.from({ length }, (_, i) => 0x4e00 + i));
    const edits: TextEdit[] = [];
    let text = source;
    let fresh = 0x100;
    for (const [at, removed, inserted] of cuts) {
      const start = at % (text.length + 1);
      const end = Math.min(text.length, start + removed);
      const put = String.fromCharCode(...Array.from({ length: inserted }, () => fresh++));
      const edit = { span: { start, end }, text: put };
      edits.push(edit);
      text = applyEdits(text, [edit]);
    }
    const start = from % length;
    return { source, edits, after: text, span: { start, end: Math.min(length, start + extent) } };
  });

const kept = (start: number, end: number): LiveSpan => ({ span: { start, end }, state: 'kept' });

describe('a passage in an open document', () => {
  it('covers what is left of what it covered, and nothing else of the text; kept means every character', () => {
    fc.assert(
      fc.property(history, ({ source, edits, after, span }) => {
        const [live] = moveSpans([kept(span.start, span.end)], edits);
        const was = source.slice(span.start, span.end);
        const now = after.slice(live!.span.start, live!.span.end);
        const survivors = [...was].filter((character) => after.includes(character));
        if (live!.state === 'kept') expect(now).toBe(was);
        for (const character of survivors) expect(now).toContain(character);
        for (const character of now) {
          if (source.includes(character)) expect(was).toContain(character);
        }
        if (live!.state === 'gone') expect(survivors).toEqual([]);
        if (live!.state === 'gone') expect(now).toBe('');
      }),
      { numRuns: 500 },
    );
  });

  it('moves with what is before it, and not with what is after it', () => {
    const edits = [
      { span: { start: 0, end: 0 }, text: 'abc' },
      { span: { start: 20, end: 25 }, text: '' },
    ];
    expect(moveSpans([kept(5, 10)], edits)).toEqual([kept(8, 13)]);
  });

  it('takes in what is typed within it, and not what is typed at its edges', () => {
    const typed = (at: number) => [{ span: { start: at, end: at }, text: 'xy' }];
    expect(moveSpans([kept(5, 10)], typed(5))).toEqual([kept(7, 12)]);
    expect(moveSpans([kept(5, 10)], typed(10))).toEqual([kept(5, 10)]);
    expect(moveSpans([kept(5, 10)], typed(7))).toEqual([{ span: { start: 5, end: 12 }, state: 'changed' }]);
  });

  it('becomes what replaces it, and is gone with what replaces more', () => {
    expect(moveSpans([kept(5, 10)], [{ span: { start: 5, end: 10 }, text: 'new' }])).toEqual([
      { span: { start: 5, end: 8 }, state: 'changed' },
    ]);
    expect(moveSpans([kept(5, 10)], [{ span: { start: 4, end: 10 }, text: 'new' }])).toEqual([
      { span: { start: 4, end: 4 }, state: 'gone' },
    ]);
    expect(moveSpans([kept(5, 10)], [{ span: { start: 5, end: 10 }, text: '' }])[0]?.state).toBe('gone');
  });
});

describe('an edit', () => {
  it('narrowed to what differs leaves the same text', () => {
    const word = fc.array(fc.constantFrom('a', 'b', '\n'), { maxLength: 12 }).map((letters) => letters.join(''));
    fc.assert(
      fc.property(word, word, fc.nat(), fc.nat(), (source, text, a, b) => {
        const [start, end] = [a % (source.length + 1), b % (source.length + 1)].sort((x, y) => x - y) as [
          number,
          number,
        ];
        const edit = { span: { start, end }, text };
        const narrow = narrowEdit(source, edit);
        expect(applyEdits(source, [narrow])).toBe(applyEdits(source, [edit]));
        expect(narrow.text.length).toBeLessThanOrEqual(text.length);
      }),
    );
    const whole = { span: { start: 0, end: 9 }, text: 'one 2 six' };
    expect(narrowEdit('one two six'.slice(0, 11), { ...whole, span: { start: 0, end: 11 } })).toEqual({
      span: { start: 4, end: 7 },
      text: '2',
    });
  });
});
