import { describe, expect, it } from 'vitest';
import type { DeclaredActor } from '../../../../server/src/core/actors/actor.ts';
import { withDeclaredNames } from '../../../../server/src/core/actors/declaredNames.ts';
import { analyse, reanalyse } from '../../../../server/src/core/document.ts';
import { proseOf } from './evidence.ts';

const railway: DeclaredActor = { name: 'Tolm Vale Railway', kind: 'organization', aliases: ['the railway'] };

/** The mentions of the actor that is declared, as the source has them. */
function mentionsOf(source: string, ...declared: DeclaredActor[]): string[] {
  const document = analyse(source, { actors: declared });
  return document.actors
    .filter((actor) => actor.declared === 0)
    .flatMap(({ mentions }) => mentions.map((mention) => document.spanOf(mention)))
    .map(({ start, end }) => source.slice(start, end));
}

describe('declared names', () => {
  it('are found in lower case, and are the actor that they are declared for', () => {
    expect(mentionsOf('The Tolm Vale Railway lost money. Still the railway grew.', railway)).toEqual([
      'Tolm Vale Railway',
      'the railway',
    ]);
    expect(mentionsOf('books by aled quill, poet', { name: 'aled quill' })).toEqual(['aled quill']);
    expect(mentionsOf('books by ALED QUILL', { name: 'Aled Quill' })).toEqual(['ALED QUILL']);
  });

  it('are found where no other name is, across emphasis, links and line breaks', () => {
    expect(mentionsOf('so *the* [railway](r.md) grew, and the\nrailway shrank', railway)).toEqual([
      'the* [railway',
      'the\nrailway',
    ]);
    expect(mentionsOf('| who | what |\n|---|---|\n| the railway | 3 |\n\n## What the railway does', railway)).toEqual([
      'the railway',
      'the railway',
    ]);
  });

  it('of one word have to be written as declared, or in capitals', () => {
    const place: DeclaredActor = { name: 'Perch', kind: 'place' };
    expect(mentionsOf('We ate perch in Perch, in the north of PERCH.', place)).toEqual(['Perch', 'PERCH']);
    expect(mentionsOf('posts by zebedee and Zebedee', { name: 'zebedee' })).toContain('zebedee');
  });

  it('are no part of a longer name, of a longer word or of code', () => {
    const person: DeclaredActor = { name: 'Aled Quill', kind: 'person', aliases: ['Quill'] };
    expect(
      mentionsOf('“No,” said Nora Quill, a teacher from Brest. `Aled Quill` and Aled Quillan stayed.', person),
    ).toEqual([]);
    expect(mentionsOf('the railwayman, the railways, bathe railway', railway)).toEqual([]);
  });

  it('are nothing where the project says that they are no actor', () => {
    expect(mentionsOf('Still the railway grew.', { name: 'the railway', not: true })).toEqual([]);
  });

  it('have the kind that is declared, or the one that the text gives', () => {
    const kindIn = (source: string, declared: DeclaredActor) => analyse(source, { actors: [declared] }).actors[0]?.kind;
    expect(kindIn('so the railway grew', railway)).toBe('organization');
    expect(kindIn('She lives in Quillmouth.', { name: 'Quillmouth' })).toBe('place');
  });

  it('appear and go as the text is edited', () => {
    const options = { actors: [railway] };
    const before = analyse('It grew.\n\nTolm Vale Railway is old.', options);
    const after = reanalyse(before, { span: { start: 0, end: 2 }, text: 'the railway' }, options);
    expect(after.actors).toEqual(analyse(after.source, options).actors);
    expect(after.actors[0]?.mentions).toHaveLength(2);
  });

  it('are the same array for the same prose and list', () => {
    const prose = proseOf('so the railway grew');
    const list = [railway];
    const first = withDeclaredNames(prose, [], list);
    expect(first).toHaveLength(1);
    expect(withDeclaredNames(prose, [], list)).toBe(first);
    expect(withDeclaredNames(prose, [], [])).toEqual([]);
  });
});
