// The documents that are open, when project files are read again.

import { expect, it } from 'vitest';
import type { DeclaredActor } from '../../../server/src/core/index.ts';
import { createOpenDocuments } from '../../../server/src/features/documents.ts';

const uri = 'file:///notes/mill.md';

/** An open document, and what the project files say of its actors. */
function openDocument(actors: DeclaredActor[]) {
  const project = { actors };
  const documents = createOpenDocuments({
    encodingOf: () => 'utf-16',
    isListed: () => true,
    // Made anew whenever somebody asks, as a project file is that is read again.
    optionsOf: () => ({ actors: [...project.actors] }),
    follow: async () => false,
  });
  documents.open({ uri, languageId: 'markdown', version: 1, text: 'The Mill of Tolm employs 120 people.\n' });
  return { documents, project };
}

it('is not analysed again where they say the same of its actors, but is another state', () => {
  const { documents } = openDocument([{ name: 'Mill of Tolm' }]);
  const before = documents.find(uri)!;
  documents.reset();
  expect(documents.isCurrent(before)).toBe(false);
  const after = documents.find(uri)!;
  expect(after).not.toBe(before);
  expect(after.document).toBe(before.document);
});

it('is analysed again where they say something else of them', () => {
  const { documents, project } = openDocument([]);
  const before = documents.find(uri)!;
  project.actors = [{ name: 'Mill of Tolm', kind: 'place' }];
  documents.reset();
  expect(before.document.actors.map(({ kind }) => kind)).not.toContain('place');
  expect(documents.find(uri)!.document.actors.map(({ kind }) => kind)).toContain('place');
});

it('keeps what it was when it was opened, as it is edited', () => {
  const { documents } = openDocument([]);
  const range = { start: { line: 0, character: 25 }, end: { line: 0, character: 28 } };
  documents.change(uri, 2, [{ range, text: '210' }]);
  const before = documents.find(uri)!;
  documents.reset();
  const after = documents.find(uri)!;
  expect(after.baseline).toBe(before.baseline);
  expect(after.document.source).toBe('The Mill of Tolm employs 210 people.\n');
});
