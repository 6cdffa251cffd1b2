import { describe, expect, it } from 'vitest';
import { groupItems, matches } from '../../../client/src/annotations/grouping.ts';
import type { AnnotationItem } from '../../../server/src/features/protocol.ts';

const item = (changes: Partial<AnnotationItem>): AnnotationItem => ({
  id: 'urn:a',
  uri: 'file:///a.md',
  state: 'found',
  quote: 'two tugs',
  candidates: [],
  motivation: 'commenting',
  comment: 'Three, says the register.',
  tags: [],
  resolved: false,
  links: [],
  ...changes,
});
const items = [
  item({ id: '1', tags: ['fleet', 'check'], creator: 'Ana' }),
  item({ id: '2', uri: 'file:///b.md', state: 'orphaned', creator: 'Ben' }),
  item({ id: '3', resolved: true, tags: ['check'] }),
];
const nameOf = (uri: string) => uri.slice('file:///'.length);
const grouped = (grouping: Parameters<typeof groupItems>[1]) =>
  groupItems(items, grouping, nameOf).map((group) => [group.label, group.items.map(({ id }) => id).join()]);

describe('the view of annotations', () => {
  it('has them by document, tag, author and state, what needs attention first', () => {
    expect(grouped('document')).toEqual([
      ['a.md', '1,3'],
      ['b.md', '2'],
    ]);
    expect(grouped('tag')).toEqual([
      ['check', '1,3'],
      ['fleet', '1'],
      ['without a tag', '2'],
    ]);
    expect(grouped('author')).toEqual([
      ['Ana', '1'],
      ['Ben', '2'],
      ['without an author', '3'],
    ]);
    expect(grouped('state')).toEqual([
      ['orphaned', '2'],
      ['found', '1'],
      ['resolved', '3'],
    ]);
  });

  it('is filtered by every word that is typed, wherever it stands', () => {
    expect(matches(items[0]!, '')).toBe(true);
    expect(matches(items[0]!, 'REGISTER tugs #fleet ana')).toBe(true);
    expect(matches(items[0]!, 'register ship')).toBe(false);
    expect(matches(items[1]!, 'orphaned')).toBe(true);
    expect(matches(items[2]!, 'resolved')).toBe(true);
  });
});
