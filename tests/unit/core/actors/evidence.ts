// Makes evidence for tests: each text is one paragraph, or a heading if it begins with "# ".

import type { NameEvidence } from '../../../../server/src/core/actors/actor.ts';
import { findNames } from '../../../../server/src/core/actors/findNames.ts';
import { resolveActors } from '../../../../server/src/core/actors/resolveActors.ts';
import type { Place, Prose } from '../../../../server/src/core/markdown/block.ts';

export function proseOf(text: string, kind: Place['kind'] = 'paragraph'): Prose {
  return { text, place: { kind }, marks: [] } as unknown as Prose;
}

export function evidenceOf(...texts: readonly string[]): NameEvidence[] {
  return texts.map((source, block) => {
    const heading = source.startsWith('# ');
    const text = heading ? source.slice(2) : source;
    const place = heading ? 'heading' : 'paragraph';
    return { block, prose: 0, section: 0, place, text, ...findNames(proseOf(text, place)) };
  });
}

export const actorsOf = (...texts: readonly string[]) => resolveActors(evidenceOf(...texts), []);
