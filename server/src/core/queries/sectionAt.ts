// In which section an offset of the source lies, for places that are known by their offset alone.

import type { AnalysedDocument } from '../document.ts';
import type { Section } from '../markdown/section.ts';

/** Index of the innermost section at the offset: the last one that begins before it. */
export function sectionAt(sections: readonly Section[], offset: number): number {
  let low = 0;
  let high = sections.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sections[middle]!.span.start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Title of the section at the offset; empty before the first heading. */
export function sectionTitleAt({ sections }: AnalysedDocument, offset: number): string {
  return sections[sectionAt(sections, offset)]?.title ?? '';
}
