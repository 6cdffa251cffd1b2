// The `.gitignore` files that count for a folder: its own and those above it up to the root of the repository. A nearer
// file decides before one further up, as in git.

import { readFile, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';

interface IgnoreFile {
  readonly folder: string;
  readonly patterns: Ignore;
}

/** The ignore files that count, the furthest first. */
export type IgnoreFiles = readonly IgnoreFile[];

/** The ignore files of the folders above, from the repository's root on; none where there is no repository. */
export async function findIgnoreFilesAbove(folder: string): Promise<IgnoreFiles> {
  const above: string[] = [];
  let current = folder;
  while (!(await exists(join(current, '.git')))) {
    const parent = dirname(current);
    if (parent === current) return [];
    above.unshift(parent);
    current = parent;
  }
  let files: IgnoreFiles = [];
  for (const each of above) files = await withIgnoreFile(files, each);
  // A folder that somebody names is meant, even where the repository ignores it.
  return isIgnored(files, folder, true) ? [] : files;
}

/** The ignore files with that of a folder, if it has one. */
export async function withIgnoreFile(files: IgnoreFiles, folder: string): Promise<IgnoreFiles> {
  const text = await readFile(join(folder, '.gitignore'), 'utf8').catch(() => undefined);
  if (text === undefined) return files;
  const ignorecase = process.platform === 'win32' || process.platform === 'darwin';
  return [...files, { folder, patterns: ignore({ ignorecase }).add(text) }];
}

export function isIgnored(files: IgnoreFiles, path: string, isFolder: boolean): boolean {
  for (let index = files.length - 1; index >= 0; index--) {
    const file = files[index];
    const below = file ? relative(file.folder, path).split(sep).join('/') : '';
    if (!file || below === '' || below.startsWith('../')) continue;
    const { ignored, unignored } = file.patterns.test(isFolder ? `${below}/` : below);
    if (ignored || unignored) return ignored;
  }
  return false;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
