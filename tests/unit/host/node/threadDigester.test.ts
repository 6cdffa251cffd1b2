// Threads that read documents: what they answer, and what becomes of it when one of them ends.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, inject, it } from 'vitest';
import { analyse, digestKey, digestOf } from '../../../../server/src/core/index.ts';
import { programVersion } from '../../../../server/src/host/node/nodeHost.ts';
import { createThreadDigester } from '../../../../server/src/host/node/threadDigester.ts';
import { temporaryFolder } from '../../../support/temporaryFolder.ts';

const program = inject('program');
const version = programVersion(program);

function write(folder: string, name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return pathToFileURL(path).href;
}

describe('threads', () => {
  it('answer for each document its own digest', async () => {
    const folder = temporaryFolder();
    const digester = createThreadDigester(program);
    const texts = Array.from({ length: 60 }, (_, index) => `# Note\n\nAnna Lindqvist counted ${index} terns.\n`);
    const results = await Promise.all(
      texts.map((text, index) =>
        digester.digest(write(folder, `${index}.md`, text), { format: index % 3 === 0 ? 'text' : 'markdown' }),
      ),
    );
    expect(results).toEqual(
      texts.map((text, index) => {
        const options = { format: index % 3 === 0 ? 'text' : 'markdown' } as const;
        return { key: digestKey(text, options, version), digest: digestOf(analyse(text, options)) };
      }),
    );
  });

  it('answer the key alone where the digest is known, and why there is none', async () => {
    const folder = temporaryFolder();
    const digester = createThreadDigester(program);
    const text = 'Anna Lindqvist counted terns.\n';
    const key = digestKey(text, { format: 'markdown' }, version);
    digester.start([key]);
    const options = { format: 'markdown' } as const;
    const asked = [
      write(folder, 'known.md', text),
      pathToFileURL(folder).href,
      pathToFileURL(join(folder, 'no.md')).href,
    ];
    expect(await Promise.all(asked.map((uri) => digester.digest(uri, options)))).toEqual([
      { key },
      { problem: 'it is a folder, not a file' },
      { problem: expect.stringMatching(/no such file/) },
    ]);
  });

  it('read all others when a document ends one of them', async () => {
    const folder = temporaryFolder();
    const deadly = join(folder, 'deadly.cjs');
    writeFileSync(
      deadly,
      `const { parentPort } = require('node:worker_threads');
      parentPort.on('message', ({ id, uris }) => {
        if (!uris) return;
        if (uris.some((uri) => uri.includes('deadly'))) throw new Error('out of memory');
        parentPort.postMessage({ id, results: uris.map((key) => ({ key })), digests: new Uint8Array() });
      });`,
    );
    const digester = createThreadDigester(deadly);
    const uris = Array.from({ length: 40 }, (_, index) => `file:///${index === 17 ? 'deadly' : index}.md`);
    const results = await Promise.all(uris.map((uri) => digester.digest(uri, {})));
    expect(results).toEqual(
      uris.map((uri, index) => (index === 17 ? { problem: 'it could not be read: out of memory' } : { key: uri })),
    );
  });
});
