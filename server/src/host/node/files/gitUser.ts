// The name of whoever works in a folder, as git knows it. Runs `git` with fixed arguments and no shell.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The name that commits in this folder would carry; undefined where git is not installed or knows none. */
export async function readGitUser(folder: string): Promise<string | undefined> {
  try {
    const { stdout } = await run('git', ['config', '--get', 'user.name'], { cwd: folder, encoding: 'utf8' });
    return stdout.trim() || undefined;
  } catch {
    return undefined;
  }
}
