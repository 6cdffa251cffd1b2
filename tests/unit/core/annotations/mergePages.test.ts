import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createAnnotation,
  withComment,
  withResolved,
  withTags,
} from '../../../../server/src/core/annotations/annotation.ts';
import {
  type AnnotationPage,
  emptyPage,
  parsePage,
  putAnnotation,
  removeAnnotation,
  serialisePage,
} from '../../../../server/src/core/annotations/annotationPage.ts';
import { mergePages } from '../../../../server/src/core/annotations/mergePages.ts';

const note = (id: string, comment: string) =>
  createAnnotation({ id, motivation: 'commenting', comment, source: 'a.md' });
const page = (...annotations: ReturnType<typeof note>[]) => annotations.reduce(putAnnotation, emptyPage());
const comments = (merged: AnnotationPage) =>
  Object.fromEntries(merged.annotations.map(({ id, comment }) => [id, comment]));
const time = '2024-06-01T10:00:00Z';
const later = '2024-06-02T10:00:00Z';

describe('merged pages', () => {
  const base = page(note('a', 'first'), note('b', 'second'));

  it('have what either side added, changed or deleted', () => {
    const ours = putAnnotation(
      putAnnotation(base, note('c', 'ours')),
      withComment(base.annotations[0]!, 'edited', time),
    );
    const theirs = putAnnotation(removeAnnotation(base, 'b'), note('d', 'theirs'));
    const { page: merged, conflicts } = mergePages(base, ours, theirs);
    expect(comments(merged)).toEqual({ a: 'edited', c: 'ours', d: 'theirs' });
    expect(conflicts).toEqual([]);
  });

  it('have different fields of one annotation from both sides', () => {
    const a = base.annotations[0]!;
    const { page: merged, conflicts } = mergePages(
      base,
      putAnnotation(base, withTags(a, ['ours'], time)),
      putAnnotation(base, withResolved(withTags(a, ['theirs'], later), true, later)),
    );
    const both = merged.annotations.find(({ id }) => id === 'a');
    expect(both).toMatchObject({ comment: 'first', tags: ['ours', 'theirs'], resolved: true, modified: later });
    expect(conflicts).toEqual([]);
  });

  it('keep both comments, and what one side deleted and the other changed', () => {
    const a = base.annotations[0]!;
    const ours = putAnnotation(base, withComment(a, 'mine', time));
    const both = mergePages(base, ours, putAnnotation(base, withComment(a, 'yours', time)));
    expect(comments(both.page)).toMatchObject({ a: 'mine\n\nyours' });
    const kept = mergePages(base, ours, removeAnnotation(base, 'a'));
    expect(comments(kept.page)).toMatchObject({ a: 'mine' });
    expect(kept.conflicts).toMatchObject([{ id: 'a', field: '' }]);
  });

  it('say which field both sides changed', () => {
    const with_ = (creator: string) => page(createAnnotation({ id: 'a', motivation: 'commenting', creator }));
    const { page: merged, conflicts } = mergePages(with_('Ana'), with_('Ben'), with_('Cleo'));
    expect(merged.annotations[0]?.creator).toBe('Ben');
    expect(conflicts).toMatchObject([{ id: 'a', field: 'creator' }]);
  });

  it('lose no annotation without an id, and keep what they do not know', () => {
    const read = (text: string) => {
      const result = parsePage(text);
      if ('error' in result) throw new Error(result.error.message);
      return result.page;
    };
    const ours = read('{"label": 1.0, "items": [{"body": "x"}, {"body": "y"}, 7]}');
    const theirs = read('{"label": 1.0, "note": "é", "items": [{"body": "x"}, {"body": "y"}]}');
    const { page: merged } = mergePages(undefined, ours, theirs);
    expect(merged.annotations).toHaveLength(2);
    expect(serialisePage(merged)).toContain('1.0');
    expect(merged.others).toHaveLength(1);
  });

  it('are the other side where one side did nothing, and the same whoever merges', () => {
    const pages = fc
      .dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('x', 'y', 'z'))
      .map((entries) => page(...Object.entries(entries).map(([id, comment]) => note(id, comment))));
    fc.assert(
      fc.property(pages, pages, pages, (was, ours, theirs) => {
        expect(comments(mergePages(was, was, theirs).page)).toEqual(comments(theirs));
        expect(comments(mergePages(was, ours, was).page)).toEqual(comments(ours));
        const [one, two] = [mergePages(was, ours, theirs).page, mergePages(was, theirs, ours).page];
        const words = (merged: AnnotationPage) =>
          Object.entries(comments(merged))
            .map(([id, comment]) => [id, ...comment.split('\n\n').sort()])
            .sort();
        expect(words(one)).toEqual(words(two));
      }),
    );
  });
});
