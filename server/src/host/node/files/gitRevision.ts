// Reads what a file said at a git revision. Runs `git` with fixed arguments and no shell; nothing in the repository is
// changed, and no hook or pager runs.

import { execFile } from 'node:child_process';
import { basename, dirname } from 'node:path';
import { promisify } from 'node:util';
import { decodeText } from './decodeText.ts';
import { errorCode } from './fileError.ts';

const run = promisify(execFile);

/** The text then; `absent` for a file that the revision did not have yet; or why it cannot be told. */
export type RevisionText = { readonly text: string } | { readonly absent: true } | { readonly problem: string };

/** The text of the file at `path` (absolute) at `revision`: a commit, branch or tag, or `HEAD~3`. */
export async function readRevision(path: string, revision: string): Promise<RevisionText> {
  const folder = dirname(path);
  try {
    const commit = await git(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
    const object = `${commit.toString('utf8').trim()}:./${basename(path)}`;
    const exists = await git(folder, ['cat-file', '-e', object]).then(
      () => true,
      () => false,
    );
    return exists ? decodeText(await git(folder, ['cat-file', 'blob', object])) : { absent: true };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return { problem: 'git is not installed' };
    const inside = await git(folder, ['rev-parse', '--git-dir']).then(
      () => true,
      () => false,
    );
    if (!inside) return { problem: 'it stands in no git repository' };
    return { problem: `git knows no revision “${revision}”; name a commit, a branch or a tag` };
  }
}

async function git(folder: string, options: readonly string[]): Promise<Buffer> {
  const environment = { ...process.env, GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' };
  const answer = await run('git', options, { cwd: folder, encoding: 'buffer', maxBuffer: 1 << 29, env: environment });
  return answer.stdout;
}
