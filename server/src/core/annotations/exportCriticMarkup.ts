// A copy of a document with its annotations in the text, as CriticMarkup.

import { type CriticMark, writeCriticMarkup } from './criticMarkup.ts';
import type { PlacedAnnotation } from './placedAnnotations.ts';

/** `two tugs` with a comment becomes `{==two tugs==}{>>Ana: three? #fleet<<}`. What is gone from the text is left out. */
export function exportCriticMarkup(source: string, placed: readonly PlacedAnnotation[]): string {
  const roots = placed.filter(
    ({ annotation, placement }) => annotation.replyTo === undefined && isSure(placement.state),
  );
  const marks = roots.map(({ annotation, placement }): CriticMark => {
    const isWhole = !annotation.selectors.quote && !annotation.selectors.position;
    const span = isWhole ? { start: 0, end: 0 } : placement.span!;
    const said = [remark(annotation), ...answersTo(annotation.id, placed, new Set([annotation.id]))];
    return { span, comment: said.filter((part) => part !== '').join('\n\n') };
  });
  return writeCriticMarkup(source, marks);
}

function isSure(state: PlacedAnnotation['placement']['state']): boolean {
  return state === 'found' || state === 'changed';
}

function remark({ creator, comment, tags, links }: PlacedAnnotation['annotation']): string {
  const said = [comment, ...links.map(({ source }) => `→ ${source}`), ...tags.map((tag) => `#${tag}`)];
  const text = said.filter((part) => part !== '').join(' ');
  return text === '' || creator === undefined ? text : `${creator}: ${text}`;
}

function answersTo(id: string, placed: readonly PlacedAnnotation[], seen: Set<string>): string[] {
  return placed.flatMap(({ annotation }) => {
    if (annotation.replyTo !== id || seen.has(annotation.id)) return [];
    seen.add(annotation.id);
    return [remark(annotation), ...answersTo(annotation.id, placed, seen)];
  });
}
