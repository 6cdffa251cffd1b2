// Annotations in groups for the view, and which of them a filter lets through.

import type { AnnotationItem } from '../../../server/src/features/protocol.ts';

export const groupings = ['document', 'tag', 'author', 'state'] as const;
export type Grouping = (typeof groupings)[number];

export interface AnnotationGroup {
  readonly label: string;
  readonly items: readonly AnnotationItem[];
}

/** What needs attention first. */
const stateOrder = ['orphaned', 'ambiguous', 'changed', 'found', 'resolved'];

/** The groups in order; one with several tags is in the group of each. */
export function groupItems(
  items: readonly AnnotationItem[],
  grouping: Grouping,
  nameOf: (uri: string) => string,
): AnnotationGroup[] {
  const groups = new Map<string, AnnotationItem[]>();
  for (const item of items) {
    for (const label of labelsOf(item, grouping, nameOf)) {
      const known = groups.get(label);
      if (known) known.push(item);
      else groups.set(label, [item]);
    }
  }
  const rank = (label: string) =>
    grouping === 'state' ? stateOrder.indexOf(label) : label.startsWith('without') ? 1 : 0;
  return [...groups]
    .map(([label, members]) => ({ label, items: members }))
    .sort((a, b) => rank(a.label) - rank(b.label) || (a.label < b.label ? -1 : 1));
}

function labelsOf(item: AnnotationItem, grouping: Grouping, nameOf: (uri: string) => string): readonly string[] {
  if (grouping === 'document') return [nameOf(item.uri)];
  if (grouping === 'tag') return item.tags.length > 0 ? item.tags : ['without a tag'];
  if (grouping === 'author') return [item.creator ?? 'without an author'];
  return [item.resolved && item.state === 'found' ? 'resolved' : item.state];
}

/** Whether every word of the filter is somewhere in what the annotation says, on what, by whom, or in its state. */
export function matches(item: AnnotationItem, filter: string): boolean {
  const { comment, quote, text, tags, creator, state, resolved, change } = item;
  const all = [comment, quote, text, ...tags.map((tag) => `#${tag}`), creator, state, resolved && 'resolved', change];
  const said = all
    .filter((part) => part)
    .join('\n')
    .toLowerCase();
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => said.includes(word));
}
