// The digests of earlier sessions, where the host has a place for them. A place that cannot be read or written is told once
// and done without.

import { type DocumentDigest, decodeDigests, encodeDigestsInSteps } from '../core/index.ts';
import { hashText } from '../core/text/hashText.ts';
import type { Host } from '../host/host.ts';
import { inSlices } from './inSlices.ts';

/** The digests of files, each under the key of its text. */
export type KeptFiles = Iterable<{ readonly key: string; readonly digest: DocumentDigest }>;

export interface DigestCache {
  /** By the key of a text. */
  find(key: string): DocumentDigest | undefined;
  /**
   * Some time after the first call, keeps the digests that there are then for the next session, in place of all others, if
   * any of them is new.
   */
  keepSoon(files: () => KeptFiles): void;
  /** Does so now, if it has been asked for; answers once that is done, or has failed. */
  keep(): Promise<void>;
}

/**
 * Milliseconds that something new waits for more of it: all is written anew each time, and what is lost with a crash can be
 * made again.
 */
const patience = 30_000;

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
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wanted: (() => KeptFiles) | undefined;
  let writing = Promise.resolve();

  async function attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      isUsable = false;
      warn(`What is known of the workspace is not kept: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  async function write(): Promise<void> {
    const kept = new Map([...(wanted?.() ?? [])].map(({ key, digest }) => [key, digest]));
    wanted = undefined;
    if (!isUsable || [...kept.keys()].every((key) => known.has(key))) return;
    known = kept;
    await attempt(async () => {
      const bytes = await inSlices(encodeDigestsInSteps(kept), () => true);
      if (bytes) await host.store?.write(name, folder, bytes);
    });
  }

  function keep(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    // One after the other, so that the last one stays.
    writing = writing.then(write);
    return writing;
  }

  await attempt(async () => {
    if (host.store) known = decodeDigests(await host.store.read(name, folder));
  });
  host.digester?.start(known.keys());
  return {
    find: (key) => known.get(key),
    keepSoon(files) {
      if (!isUsable) return;
      wanted = files;
      timer ??= setTimeout(() => void keep(), patience);
    },
    keep,
  };
}
