// Digests in a file of the user's cache folder, or in the one that the client offers. The file is replaced as a whole, so
// that it is never half written, whoever else writes it at the same time; it may be deleted at any moment.

import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { DigestStore } from '../host.ts';
import { isTemporaryFor, writeAtomically } from './files/writeAtomically.ts';

export function createDiskStore(version: string): DigestStore {
  const pathOf = (name: string, folder: string | undefined) => join(folder ?? cacheFolder(), `${name}.digests`);
  return {
    version,
    async read(name, folder) {
      try {
        return await readFile(pathOf(name, folder));
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return new Uint8Array();
        throw error;
      }
    },
    async write(name, folder, bytes) {
      await mkdir(folder ?? cacheFolder(), { recursive: true });
      await writeAtomically(pathOf(name, folder), bytes);
      await removeLeftovers(folder ?? cacheFolder(), `${name}.digests`);
    },
  };
}

/** What is being written is renamed within seconds, in milliseconds. */
const LONGEST_WRITING = 3_600_000;

/** Removes what programs left that were stopped while they wrote the file; what cannot be removed stays. */
async function removeLeftovers(folder: string, file: string): Promise<void> {
  const left = (await readdir(folder).catch(() => [])).filter((name) => isTemporaryFor(name, file));
  for (const name of left) {
    const path = join(folder, name);
    const written = await stat(path).catch(() => undefined);
    if (written && Date.now() - written.mtimeMs > LONGEST_WRITING)
      await rm(path, { force: true }).catch(() => undefined);
  }
}

/** Where programs keep what they can make again, as the platform has it. */
function cacheFolder(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (XDG_CACHE_HOME) return join(XDG_CACHE_HOME, 'concordance');
  if (process.platform === 'win32')
    return join(LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'concordance', 'Cache');
  return join(homedir(), process.platform === 'darwin' ? 'Library/Caches' : '.cache', 'concordance');
}
