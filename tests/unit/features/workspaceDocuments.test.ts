// The files of the workspace, when the project files are read again while one of them is being read.

import { expect, it } from 'vitest';
import type { DocumentContext } from '../../../server/src/features/documents.ts';
import { createWorkspaceDocuments, type WorkspaceDocuments } from '../../../server/src/features/workspaceDocuments.ts';
import type { DocumentText, Host } from '../../../server/src/host/host.ts';

const uri = 'file:///notes/mill.md';

const context: DocumentContext = {
  encodingOf: () => 'utf-16',
  isListed: () => true,
  optionsOf: () => ({}),
  follow: async () => false,
};

/** A host with one document; `whileReading` is told how often it was read, before each answer. */
function hostOf(answer: DocumentText, whileReading: (times: number) => void): Host {
  let times = 0;
  return {
    findDocuments: async () => ({ uris: [uri], unreadable: [] }),
    readDocument: async () => {
      await Promise.resolve();
      whileReading(++times);
      return answer;
    },
    findAnnotationFiles: async () => ({ uris: [], unreadable: [] }),
    writeFile: async () => ({}),
    findAuthor: async () => undefined,
  };
}

/** The files of the workspace, none of them open, without a cache. */
function documentsOf(host: Host): WorkspaceDocuments {
  return createWorkspaceDocuments(
    host,
    context,
    () => false,
    () => undefined,
    () => {},
  );
}

it('a file that is forgotten while it is read is read again for who asked', async () => {
  const host = hostOf({ text: 'The mill employs 120 people.\n' }, (times) => {
    if (times === 1) documents.forget();
  });
  const documents = documentsOf(host);
  const snapshot = await documents.refresh(uri);
  expect(snapshot?.text.source).toContain('120');
});

it('a file that is gone has no analysis, however often it is asked for', async () => {
  let reads = 0;
  const host = hostOf({ problem: 'there is no such file', isMissing: true }, () => reads++);
  const documents = documentsOf(host);
  expect(await documents.refresh(uri)).toBeUndefined();
  expect(reads).toBe(1);
});

it('a file that several ask for at once is read once, for all of them', async () => {
  let reads = 0;
  const documents = documentsOf(hostOf({ text: 'The mill employs 120 people.\n' }, () => reads++));
  const snapshots = await Promise.all([1, 2, 3].map(() => documents.refresh(uri)));
  expect(snapshots.map((snapshot) => snapshot?.text.source)).toEqual(Array(3).fill('The mill employs 120 people.\n'));
  expect(reads).toBe(1);
});
