// What `--since` finds in a git repository: a figure edited in one place and left behind in others.

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runProgram } from '../support/runProgram.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

/** A report that gives the number of members three times. */
function club(summary: string, table: string, fees: string): string {
  return `# Club

In short, the club has ${summary} members.

## Members

| Year | Members of the club |
|---|---|
| this season | ${table} |

## Fees

Fees are paid by the ${fees} members of the club.
`;
}

/** A folder whose documents are committed. */
function repository(files: Readonly<Record<string, string>>): string {
  const cwd = temporaryFolder(files);
  const git = (...given: string[]) => execFileSync('git', given, { cwd, stdio: 'ignore' });
  git('init', '-q');
  git('add', '.');
  git(
    '-c',
    'user.name=Test',
    '-c',
    'user.email=test@example.org',
    '-c',
    'commit.gpgsign=false',
    'commit',
    '-qm',
    'First',
  );
  return cwd;
}

async function since(cwd: string, revision: string, ...given: string[]) {
  const run = await runProgram(['check', '--format', 'json', '--since', revision, ...given], { cwd });
  const problems = (JSON.parse(run.stdout).documents as { path: string; problems: Found[] }[]).flatMap(
    ({ path, problems }) =>
      problems.map(({ code, text, range, related }) => {
        const others = related.map((site) => site.text).join(' ');
        return `${path}:${range.start.line + 1} ${code} ${text} (${others})`;
      }),
  );
  return { ...run, problems };
}

interface Found {
  readonly code: string;
  readonly text: string;
  readonly range: { readonly start: { readonly line: number } };
  readonly related: readonly { readonly text: string }[];
}

describe('a figure that was edited since the revision', () => {
  it('in one place names the places left behind, once', async () => {
    const cwd = repository({ 'club.md': club('1,240', '1,240', '1,240') });
    expect(await since(cwd, 'HEAD')).toMatchObject({ status: 0, problems: [] });
    writeFileSync(join(cwd, 'club.md'), club('1,240', '1,300', '1,240'));
    expect(await since(cwd, 'HEAD')).toMatchObject({
      status: 1,
      problems: ['club.md:3 stale-figure 1,240 (1,300)', 'club.md:13 stale-figure 1,240 (1,300)'],
    });
  });

  it('in all places leaves nothing behind', async () => {
    const cwd = repository({ 'club.md': club('1,240', '1,240', '1,240') });
    writeFileSync(join(cwd, 'club.md'), club('1,300', '1,300', '1,300'));
    expect(await since(cwd, 'HEAD')).toMatchObject({ status: 0, problems: [] });
  });

  it('is found behind other edits, and not in a document that is new', async () => {
    const cwd = repository({ 'club.md': club('1,240', '1,240', '1,240') });
    writeFileSync(
      join(cwd, 'club.md'),
      `A new first paragraph.\n\n${club('1,300', '1,240', '1,300')}\nA new last one.\n`,
    );
    writeFileSync(join(cwd, 'new.md'), club('1,240', '1,240', '1,240'));
    expect((await since(cwd, 'HEAD')).problems).toEqual(['club.md:11 stale-figure 1,240 (1,300 1,300)']);
  });

  it('is told as a conflict where the rule is switched off', async () => {
    const cwd = repository({
      'club.md': club('1,240', '1,240', '1,240'),
      'concordance.yaml': 'rules: { stale-figure: off }\n',
    });
    writeFileSync(join(cwd, 'club.md'), club('1,240', '1,300', '1,300'));
    expect((await since(cwd, 'HEAD')).problems.every((problem) => !problem.includes('stale'))).toBe(true);
  });
});

describe('a revision that cannot be compared with', () => {
  it('is named with the reason, and the check is still done', async () => {
    const cwd = repository({ 'club.md': club('1,240', '1,240', '1,240'), 'more.md': 'Nothing.' });
    const run = await since(cwd, 'no-such-branch');
    expect(run).toMatchObject({ status: 2, problems: [] });
    expect(run.stderr).toBe(
      'concordance: club.md: no comparison with no-such-branch: git knows no revision “no-such-branch”; name a commit, a branch or a tag\n',
    );
  });

  it('is missed outside a repository', async () => {
    const run = await since(temporaryFolder({ 'club.md': 'Nothing.' }), 'HEAD');
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('it stands in no git repository');
  });
});
