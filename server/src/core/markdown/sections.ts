// Sections: what the headings of a laid-out document divide it into. After an edit, blocks that stay are not asked again whether they
// are headings, and a section whose heading stays has its title.

import { partitionPoint } from '../text/partitionPoint.ts';
import { sharedEnds } from '../text/sharedEnds.ts';
import { isSameSpan, shiftSpan } from '../text/span.ts';
import type { Prose } from './block.ts';
import type { LaidOutBlock, Layout } from './layout.ts';
import type { Section } from './section.ts';

/** What a state of a document was divided into. */
export interface Division {
  readonly sections: readonly Section[];
  /** Which blocks are headings; the section of each comes one later than it. */
  readonly headings: readonly number[];
  readonly blocks: readonly LaidOutBlock[];
}

/**
 * The sections of a document in order. The first has level 0 and is always there, if only empty: what stands before the
 * first heading. Every block is in it or in a section of a heading. Sections that are as they were `before` are the same objects.
 */
export function buildSections(layout: Layout, before?: Division): Division {
  const { laidOut: blocks, starts } = layout;
  const end = blocks.length === 0 ? 0 : starts.at(-1)! + blocks.at(-1)!.block.source.length;
  const headings = findHeadings(blocks, before);
  const first = headings[0];
  const sections: Section[] = [
    {
      index: 0,
      title: '',
      level: 0,
      span: { start: 0, end: first === undefined ? end : starts[first]! },
      titleSpan: { start: 0, end: 0 },
      parent: undefined,
      blocks: { start: 0, end: first ?? blocks.length },
    },
  ];
  const ends = findEnds(headings.map((index) => blocks[index]!.level!));
  const open: Section[] = [];
  headings.forEach((index, order) => {
    const block = blocks[index]!;
    const { level = 1 } = block;
    const start = starts[index]!;
    const next = headings[ends[order]!];
    while (open.length > 0 && open.at(-1)!.level >= level) open.pop();
    const parent = open.at(-1)?.index;
    const span = { start, end: next === undefined ? end : starts[next]! };
    const own = { start: index, end: next ?? blocks.length };
    const was = before && before.blocks[before.headings[order]!] === block ? before.sections[order + 1]! : undefined;
    const section =
      was && was.parent === parent && isSameSpan(was.span, span) && isSameSpan(was.blocks, own)
        ? was
        : { index: order + 1, ...titleFrom(block, start, was), level, span, parent, blocks: own };
    sections.push(section);
    open.push(section);
  });
  return { sections, headings, blocks };
}

const NOTHING_DIVIDED: Division = { sections: [], headings: [], blocks: [] };

/** Which blocks are headings. */
function findHeadings(blocks: readonly LaidOutBlock[], { blocks: known, headings } = NOTHING_DIVIDED): number[] {
  const { start, end } = sharedEnds(known, blocks);
  const shift = blocks.length - known.length;
  const countBefore = (block: number): number => partitionPoint(headings.length, (order) => headings[order]! < block);
  const found = headings.slice(0, countBefore(start));
  for (let index = start; index < blocks.length - end; index++)
    if (blocks[index]!.level !== undefined) found.push(index);
  for (const heading of headings.slice(countBefore(known.length - end))) found.push(heading + shift);
  return found;
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

/** The title of a heading that stands at `start`; `was` is the section that the very same heading had. */
function titleFrom(
  { prose }: LaidOutBlock,
  start: number,
  was: Section | undefined,
): Pick<Section, 'title' | 'titleSpan'> {
  if (was) return { title: was.title, titleSpan: shiftSpan(was.titleSpan, start - was.span.start) };
  const title = prose[0];
  if (title === undefined) return { title: '', titleSpan: { start, end: start } };
  const span = title.map.spanToSource({ start: 0, end: title.text.length });
  return {
    title: titleOf(title),
    titleSpan: { start: start + span.start, end: start + span.end },
  };
}
