import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ActorDeclaration,
  type ActorExclusion,
  editActors,
} from '../../../../server/src/core/project/editActors.ts';
import { parseProject } from '../../../../server/src/core/project/parseProject.ts';

function edited(text: string, change: ActorDeclaration | ActorExclusion): string | undefined {
  const edit = editActors(text, change);
  return edit && text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
}

const project = `# What we know.
sensitivity: strict # for print

actors:
  # The surveyor.
  - name: Anna Lindqvist
    kind: person   # since 2019
    aliases: [Lindqvist]
  - not: Special Operation

# Decided in May.
rules:
  name-variant: off
`;

describe('editing the actors of a project file', () => {
  it('appends an entry and leaves everything else as it was', () => {
    expect(edited(project, { name: 'Owen Rees', kind: 'person', aliases: ['Rees'] })).toBe(
      project
        .replace(
          '  - not: Special Operation\n',
          '  - not: Special Operation\n  - name: Owen Rees\n    kind: person\n    aliases: [Rees]\n',
        )
        // One blank before a comment is all that the writer knows.
        .replace('person   #', 'person #'),
    );
  });

  it('adds to the entry that is there', () => {
    const text = edited(project, {
      name: 'Anna Lindqvist',
      aliases: ['Lindqvist', 'Dr L.'],
      description: 'leads: all',
    })!;
    expect(text).toContain('    aliases: [Lindqvist, Dr L.]\n    description: "leads: all"\n');
    expect(text).toContain('# The surveyor.');
    expect(text).toContain('# since 2019');
  });

  it('changes only the lines that differ', () => {
    const edit = editActors(project, { not: ['Reserve Fund'] })!;
    expect(project.slice(0, edit.span.start)).toMatch(/\n$/);
    expect(edited(project, { not: ['Reserve Fund'] })).toContain('  - not: Special Operation\n  - not: Reserve Fund\n');
  });

  it.each([
    ['nothing', '', 'actors:\n  - name: Owen Rees\n'],
    ['a comment alone', '# Ours.\n', '# Ours.\n\nactors:\n  - name: Owen Rees\n'],
    ['no actors', 'language: en\n', 'language: en\nactors:\n  - name: Owen Rees\n'],
    ['a key without a list', 'actors:\nlanguage: en\n', 'actors:\n  - name: Owen Rees\nlanguage: en\n'],
    ['a list without indentation', 'actors:\n- name: Ann\n', 'actors:\n- name: Ann\n- name: Owen Rees\n'],
    ['a list of four blanks', 'actors:\n    - name: Ann\n', 'actors:\n    - name: Ann\n    - name: Owen Rees\n'],
    ['CRLF', 'actors:\r\n  - name: Ann\r\n', 'actors:\r\n  - name: Ann\r\n  - name: Owen Rees\r\n'],
  ])('writes into a file with %s', (_, before, after) => {
    expect(edited(before, { name: 'Owen Rees' })).toBe(after);
  });

  it.each(['actors: [', 'actors: everybody\n', '- a list\n', 'actors: {a: b}\n', 'a: b\n c: d\n'])(
    'leaves alone what it does not understand: %j',
    (text) => {
      expect(edited(text, { name: 'Owen Rees' })).toBeUndefined();
    },
  );

  it('declares any name so that it is read back', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(fc.constantFrom('', project, 'actors:\n- name: Ann\n'), name, name, (text, given, alias) => {
        const after = edited(text, { name: given, aliases: [alias], kind: 'person' })!;
        const { actors } = parseProject(after).project;
        const entry = actors.find((actor) => actor.name === given);
        expect(entry).toMatchObject({ kind: 'person' });
        expect(entry!.aliases).toContain(alias);
        expect(edited(after, { not: [given] })).toContain('not:');
      }),
    );
  });

  it('answers for any text without failing', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void edited(text, { not: ['Ann'] })));
  });
});
