// What a disk tells of a file without its text, by which somebody who has read it knows that it is as it was.

import { statSync } from 'node:fs';

/** Some file systems keep times in steps of two seconds: within so many milliseconds of a change there may be another one unseen. */
const SETTLED = 2500;

/**
 * Size, times of the last changes (of text, and of anything, which nobody can set) and number of a plain file; undefined where there is
 * none, or where it has changed a moment before `now`, in milliseconds.
 */
export function stampOfFile(path: string, now = Date.now()): string | undefined {
  try {
    const kind = statSync(path);
    const { size, mtimeMs, ctimeMs, ino } = kind;
    if (!kind.isFile() || Math.max(mtimeMs, ctimeMs) > now - SETTLED) return undefined;
    return `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
  } catch {
    return undefined;
  }
}
