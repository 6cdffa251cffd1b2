import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Annotation, createAnnotation } from '../../../../server/src/core/annotations/annotation.ts';
import {
  editAnnotations,
  isSameText,
  openAnnotations,
  placedNow,
  renewedSelectors,
  replaceAnnotations,
  settleAnnotations,
} from '../../../../server/src/core/annotations/liveAnnotations.ts';
import { applyEdits, type TextEdit } from '../../../../server/src/core/annotations/liveSpans.ts';
import { describePassage } from '../../../../server/src/core/annotations/selectors.ts';
import type { Span } from '../../../../server/src/core/text/span.ts';

const words = 'harbour tug coal dredger night 12 31 grew asked master boiler register'.split(' ');
/** Words that are told one from another, so that what is left of a passage can be counted. */
const document = fc
  .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(' ', ', ', '.\n\n', '\r\n', ' ø ')), {
    minLength: 20,
    maxLength: 60,
  })
  .map((parts) => parts.map(([word, end], i) => `${word}${i}${end}`).join(''));

interface History {
  readonly source: string;
  readonly spans: readonly Span[];
  readonly edits: readonly TextEdit[];
}

const history: fc.Arbitrary<History> = fc
  .record({
    source: document,
    marks: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 2, max: 60 })), { minLength: 1, maxLength: 8 }),
    cuts: fc.array(
      fc.tuple(fc.nat(), fc.integer({ min: 0, max: 90 }), fc.constantFrom('', 'x', ' new words ', '99', '\n')),
      { maxLength: 10 },
    ),
  })
  .map(({ source, marks, cuts }) => {
    const spans = marks.map(([from, length]) => {
      const start = from % (source.length - 1);
      return { start, end: Math.min(source.length, start + length) };
    });
    let text = source;
    const edits = cuts.map(([at, removed, inserted]) => {
      const start = at % (text.length + 1);
      const edit = { span: { start, end: Math.min(text.length, start + removed) }, text: inserted };
      text = applyEdits(text, [edit]);
      return edit;
    });
    return { source, spans, edits };
  });

function annotated(source: string, spans: readonly Span[]): { all: Annotation[]; placed: Map<Annotation, Span> } {
  const placed = new Map<Annotation, Span>();
  const all = spans.map((span, i) => {
    const selectors = describePassage(source, span);
    const annotation = createAnnotation({ id: `urn:${i}`, motivation: 'highlighting', source: 'a.md', selectors });
    placed.set(annotation, span);
    return annotation;
  });
  return { all, placed };
}

describe('annotations of an open document', () => {
  it('cover what they covered, or are truly changed or gone, whatever is edited', () => {
    fc.assert(
      fc.property(history, ({ source, spans, edits }) => {
        const { all, placed } = annotated(source, spans);
        let live = replaceAnnotations(openAnnotations(source, []), all, placed);
        for (const edit of edits) live = editAnnotations(live, edit);
        live = settleAnnotations(live);
        expect(live.source).toBe(applyEdits(source, edits));
        for (const { annotation, placement } of placedNow(live)) {
          const was = annotation.selectors.quote!.exact;
          const now = placement.span && live.source.slice(placement.span.start, placement.span.end);
          if (placement.state === 'found') expect(isSameText(now!, was)).toBe(true);
          if (placement.state === 'changed') {
            expect(isSameText(now!, was)).toBe(false);
            expect(now).not.toBe('');
          }
          // What is said to be gone is gone: its words, each of which stands once in the text, are not there any more.
          const whole = was.match(/[a-z0-9]+/g)?.slice(1, -1) ?? [];
          if (placement.state === 'orphaned' && whole.length > 2 && isSameText(was, was.trim()))
            expect(live.source.includes(was)).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are the same after an edit is undone', () => {
    fc.assert(
      fc.property(document, fc.nat(), fc.integer({ min: 0, max: 400 }), (source, at, length) => {
        const start = at % source.length;
        const end = Math.min(source.length, start + length);
        const { all, placed } = annotated(source, [{ start: 3, end: Math.min(40, source.length) }]);
        const before = replaceAnnotations(openAnnotations(source, []), all, placed);
        const cut = settleAnnotations(editAnnotations(before, { span: { start, end }, text: '' }));
        const undone = editAnnotations(cut, { span: { start, end: start }, text: source.slice(start, end) });
        const [{ placement } = undefined!] = placedNow(settleAnnotations(undone));
        expect(['found', 'changed']).toContain(placement.state);
        if (placement.state === 'changed') expect(placement.span!.end).toBeLessThanOrEqual(40);
      }),
      { numRuns: 200 },
    );
  });

  it('are found after their words are described anew as they were edited', () => {
    fc.assert(
      fc.property(history, ({ source, spans, edits }) => {
        const { all, placed } = annotated(source, spans);
        let live = replaceAnnotations(openAnnotations(source, []), all, placed);
        for (const edit of edits) live = editAnnotations(live, edit);
        live = settleAnnotations(live);
        for (const [annotation, { quote }] of renewedSelectors(live)) {
          const { span } = live.places.get(annotation)!.live!;
          expect(isSameText(quote!.exact, live.source.slice(span.start, span.end))).toBe(true);
        }
      }),
    );
  });
});
