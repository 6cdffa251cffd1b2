// In which section an offset of the source lies, for places that are known by their offset alone.

import type { AnalysedDocument } from '../document.ts';
import type { Section } from '../markdown/section.ts';
import { partitionPoint } from '../text/partitionPoint.ts';

/** Index of the innermost section at the offset: the last one that begins before it. */
export function sectionAt(sections: readonly Section[], offset: number): number {
  return Math.max(0, partitionPoint(sections.length, (index) => sections[index]!.span.start <= offset) - 1);
}

/** Title of the section at the offset; empty before the first heading. */
export function sectionTitleAt({ sections }: AnalysedDocument, offset: number): string {
  return sections[sectionAt(sections, offset)]?.title ?? '';
}
