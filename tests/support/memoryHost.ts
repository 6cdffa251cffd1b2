// Files in memory, for a server under test.

import type { DigestStore, Host } from '../../server/src/host/host.ts';

export interface MemoryHost extends Host {
  store?: DigestStore;
  /** Text by URI; tests write to it. */
  readonly files: Map<string, string>;
  /** How often each file was read. */
  readonly reads: Map<string, number>;
  /** Who works here. */
  author?: string;
  /** Why nothing can be written, for the while that something cannot. */
  writeProblem?: string;
}

export function createMemoryHost(files: Iterable<readonly [string, string]>): MemoryHost {
  const texts = new Map(files);
  const reads = new Map<string, number>();
  const host: MemoryHost = {
    files: texts,
    reads,
    async findDocuments(folder) {
      const isDocument = (uri: string) => uri.startsWith(`${folder}/`) && /\.(md|markdown|txt)$/.test(uri);
      return { uris: [...texts.keys()].filter(isDocument).sort(), unreadable: [] };
    },
    async readDocument(uri) {
      reads.set(uri, (reads.get(uri) ?? 0) + 1);
      const text = texts.get(uri);
      return text === undefined ? { problem: 'there is no such file', isMissing: true } : { text };
    },
    async findAnnotationFiles(folder) {
      const found = [...texts.keys()].filter(
        (uri) => uri.startsWith(`${folder}/`) && uri.endsWith('.annotations.jsonld'),
      );
      return { uris: found.sort(), unreadable: [] };
    },
    async writeFile(uri, text) {
      if (host.writeProblem !== undefined) return { problem: host.writeProblem };
      texts.set(uri, text);
      return {};
    },
    findAuthor: async () => host.author,
  };
  return host;
}

export interface MemoryStore extends DigestStore {
  readonly kept: ReadonlyMap<string, Uint8Array>;
  readonly writes: number;
}

/** A place to keep digests, as long as it is referred to. */
export function createMemoryStore(): MemoryStore {
  const kept = new Map<string, Uint8Array>();
  let writes = 0;
  return {
    version: '1',
    kept,
    get writes() {
      return writes;
    },
    read: async (name) => kept.get(name) ?? new Uint8Array(),
    async write(name, _folder, bytes) {
      writes++;
      kept.set(name, bytes);
    },
  };
}
