// The digests of earlier sessions, where the host has a place for them. A place that cannot be read or written is told once
// and done without.

import { type DocumentDigest, decodeDigests, encodeDigestsInSteps } from '../core/index.ts';
import { hashText } from '../core/text/hashText.ts';
import type { Host } from '../host/host.ts';
import { decodeStamps, encodeStamps, type FileStamps, type StampedFile } from './fileStamps.ts';
import { inSlices } from './inSlices.ts';

/** The digests of files, each under the key of its text, and what its host told of the file where it told anything. */
export type KeptFiles = Iterable<KeptFile>;

interface KeptFile {
  readonly uri: string;
  readonly key: string;
  readonly digest: DocumentDigest;
  readonly stamp?: string | undefined;
}

export interface DigestCache {
  /** By the key of a text. */
  find(key: string): DocumentDigest | undefined;
  /**
   * What was read of a file when it had that stamp. Answered once for each file: who asks again has been told that it changed.
   */
  recall(uri: string, stamp: string): { readonly key: string; readonly digest: DocumentDigest } | undefined;
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
  let stamps: FileStamps = new Map();
  const asked = new Set<string>();
  const program = host.store?.version ?? '';
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
    const files = [...(wanted?.() ?? [])];
    wanted = undefined;
    const kept = new Map(files.map(({ key, digest }) => [key, digest]));
    if (isUsable && [...kept.keys()].some((key) => !known.has(key))) {
      known = kept;
      await attempt(async () => {
        const bytes = await inSlices(encodeDigestsInSteps(kept), () => true);
        if (bytes) await host.store?.write(name, folder, bytes);
      });
    }
    const stamped = files.filter(isStamped);
    const isNew = stamped.some(
      ({ uri, stamp, key }) => stamps.get(uri)?.stamp !== stamp || stamps.get(uri)?.key !== key,
    );
    if (!isUsable || !isNew) return;
    stamps = new Map(stamped.map(({ uri, stamp, key }) => [uri, { uri, stamp, key }]));
    await attempt(async () => host.store?.write(`${name}-files`, folder, encodeStamps(stamps.values(), program)));
  }

  function keep(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    // One after the other, so that the last one stays.
    writing = writing.then(write);
    return writing;
  }

  await attempt(async () => {
    if (!host.store) return;
    known = decodeDigests(await host.store.read(name, folder));
    if (known.size > 0) stamps = decodeStamps(await host.store.read(`${name}-files`, folder), program);
  });
  host.digester?.start(known.keys());
  return {
    find: (key) => known.get(key),
    recall(uri, stamp) {
      const was = asked.has(uri) ? undefined : stamps.get(uri);
      asked.add(uri);
      const digest = was?.stamp === stamp ? known.get(was.key) : undefined;
      return was && digest && { key: was.key, digest };
    },
    keepSoon(files) {
      if (!isUsable) return;
      wanted = files;
      timer ??= setTimeout(() => void keep(), patience);
    },
    keep,
  };
}

function isStamped(file: KeptFile): file is KeptFile & StampedFile {
  return file.stamp !== undefined;
}
