// Writes a file so that it is at any moment either the old one or the new one, also when the program is stopped halfway.

import { randomBytes } from 'node:crypto';
import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

const ENDING = '.tmp';

/** Whether a file of this name holds, in the folder of the file `target`, what was to take the place of that. */
export function isTemporaryFor(name: string, target: string): boolean {
  return name.startsWith(`.${target}.`) && name.endsWith(ENDING);
}

/**
 * Replaces the file's contents, or makes the file. Its permissions are kept, and a symbolic link stays one. Rejects with the
 * operating system's error where the folder cannot be written.
 */
export async function writeAtomically(path: string, content: string | Uint8Array): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const mode = await stat(target).then(
    (existing) => existing.mode & 0o777,
    () => 0o666 & ~process.umask(),
  );
  const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}${ENDING}`);
  try {
    const file = await open(temporary, 'wx', mode);
    try {
      await file.writeFile(content, 'utf8');
      await file.chmod(mode);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
