// Sections: what the headings of a laid-out document divide it into.

import type { Prose } from './block.ts';
import type { LaidOutBlock, Layout } from './layout.ts';
import type { Section } from './section.ts';

/**
 * The sections of a document in order. The first has level 0 and is always there, if only empty: what stands before the
 * first heading. Every block is in it or in a section of a heading.
 */
export function buildSections(layout: Layout): Section[] {
  const { laidOut: blocks, starts } = layout;
  const end = blocks.length === 0 ? 0 : starts.at(-1)! + blocks.at(-1)!.block.source.length;
  const headings: { readonly block: LaidOutBlock; readonly index: number }[] = [];
  for (const [index, block] of blocks.entries()) if (block.level !== undefined) headings.push({ block, index });
  const first = headings[0];
  const sections: Section[] = [
    {
      index: 0,
      title: '',
      level: 0,
      span: { start: 0, end: first ? starts[first.index]! : end },
      titleSpan: { start: 0, end: 0 },
      parent: undefined,
      blocks: { start: 0, end: first?.index ?? blocks.length },
    },
  ];
  const ends = findEnds(headings.map(({ block }) => block.level!));
  const open: Section[] = [];
  headings.forEach(({ block, index }, order) => {
    const { level = 1 } = block;
    const start = starts[index]!;
    const next = headings[ends[order]!];
    while (open.length > 0 && open.at(-1)!.level >= level) open.pop();
    const section: Section = {
      index: sections.length,
      ...readTitle(block, start),
      level,
      span: { start, end: next ? starts[next.index]! : end },
      parent: open.at(-1)?.index,
      blocks: { start: index, end: next?.index ?? blocks.length },
    };
    sections.push(section);
    open.push(section);
  });
  return sections;
}

/** For each level of a row of headings, the index of the heading that ends its section. */
function findEnds(levels: readonly number[]): number[] {
  const ends = levels.map(() => levels.length);
  const open: number[] = [];
  levels.forEach((level, index) => {
    while (open.length > 0 && levels[open.at(-1)!]! >= level) ends[open.pop()!] = index;
    open.push(index);
  });
  return ends;
}

const titles = new WeakMap<Prose, string>();

/** What a title says on one line. */
export function titleOf(prose: Prose): string {
  const known = titles.get(prose);
  if (known !== undefined) return known;
  const title = prose.text.replace(/[\s\ufffc]+/g, ' ').trim();
  titles.set(prose, title);
  return title;
}

function readTitle({ prose }: LaidOutBlock, start: number): Pick<Section, 'title' | 'titleSpan'> {
  const title = prose[0];
  if (title === undefined) return { title: '', titleSpan: { start, end: start } };
  const span = title.map.spanToSource({ start: 0, end: title.text.length });
  return {
    title: titleOf(title),
    titleSpan: { start: start + span.start, end: start + span.end },
  };
}
