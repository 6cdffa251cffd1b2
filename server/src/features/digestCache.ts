// The digests of earlier sessions, where the host has a place for them. A place that cannot be read or written is told once
// and done without.

import { type DocumentDigest, decodeDigests, encodeDigests } from '../core/index.ts';
import { hashText } from '../core/text/hashText.ts';
import type { Host } from '../host/host.ts';

export interface DigestCache {
  /** By the key of a text. */
  find(key: string): DocumentDigest | undefined;
  /** Keeps these digests for the next session in place of all others, if there is any among them that is new. */
  keep(files: Iterable<{ readonly key: string; readonly digest: DocumentDigest }>): Promise<void>;
}

/** Reads the cache of some workspace folders. `folder` is where the client would have it. */
export async function createDigestCache(
  host: Host,
  folders: readonly string[],
  folder: string | undefined,
  warn: (message: string) => void,
): Promise<DigestCache> {
  const name = hashText(folders.join('\n'));
  let known: ReadonlyMap<string, DocumentDigest> = new Map();
  let isUsable = host.store !== undefined;
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      isUsable = false;
      warn(`What is known of the workspace is not kept: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  await attempt(async () => {
    if (host.store) known = decodeDigests(await host.store.read(name, folder));
  });
  host.digester?.start(known.keys());
  return {
    find: (key) => known.get(key),
    async keep(files) {
      const kept = new Map([...files].map(({ key, digest }) => [key, digest]));
      if (!isUsable || [...kept.keys()].every((key) => known.has(key))) return;
      known = kept;
      await attempt(async () => host.store?.write(name, folder, encodeDigests(kept)));
    },
  };
}
