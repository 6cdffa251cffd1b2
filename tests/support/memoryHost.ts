// Files in memory, for a server under test.

import type { Host } from '../../server/src/host/host.ts';

export interface MemoryHost extends Host {
  /** Text by URI; tests write to it. */
  readonly files: Map<string, string>;
  /** How often each file was read. */
  readonly reads: Map<string, number>;
}

export function createMemoryHost(files: Iterable<readonly [string, string]>): MemoryHost {
  const texts = new Map(files);
  const reads = new Map<string, number>();
  return {
    files: texts,
    reads,
    async findDocuments(folder) {
      return { uris: [...texts.keys()].filter((uri) => uri.startsWith(`${folder}/`)).sort(), unreadable: [] };
    },
    async readDocument(uri) {
      reads.set(uri, (reads.get(uri) ?? 0) + 1);
      const text = texts.get(uri);
      return text === undefined ? { problem: 'there is no such file' } : { text };
    },
  };
}
