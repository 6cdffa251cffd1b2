import { execFileSync } from 'node:child_process';
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../../server/src/host/node/files/decodeText.ts';
import { readRevision } from '../../../../server/src/host/node/files/gitRevision.ts';
import { readText } from '../../../../server/src/host/node/files/readText.ts';
import { walkDocuments } from '../../../../server/src/host/node/files/walkDocuments.ts';
import { writeAtomically } from '../../../../server/src/host/node/files/writeAtomically.ts';
import { temporaryFolder } from '../../../support/temporaryFolder.ts';

async function walk(folder: string, from = folder): Promise<string[]> {
  const found: string[] = [];
  for await (const entry of walkDocuments(folder)) {
    found.push(relative(from, entry.path) + ('problem' in entry ? `: ${entry.problem}` : ''));
  }
  return found;
}

describe('walking a folder', () => {
  it('finds Markdown and text, in the order of names, and no hidden ones', async () => {
    const folder = temporaryFolder({
      'b.md': '',
      'a.txt': '',
      'c.MARKDOWN': '',
      'd.rst': '',
      'e.md.bak': '',
      '.f.md': '',
      '.g/h.md': '',
      'i/j.md': '',
      'i/.k/l.md': '',
    });
    expect(await walk(folder)).toEqual(['a.txt', 'b.md', 'c.MARKDOWN', 'i/j.md']);
  });

  it('honours .gitignore files, the nearer before the further', async () => {
    const folder = temporaryFolder({
      '.gitignore': 'dist/\n*.txt\n/draft.md\n',
      'draft.md': '',
      'dist/a.md': '',
      'notes/.gitignore': '!keep.txt\nold-*\n',
      'notes/keep.txt': '',
      'notes/drop.txt': '',
      'notes/old-1.md': '',
      'notes/draft.md': '',
      'notes/deep/keep.txt': '',
    });
    expect(await walk(folder)).toEqual(['notes/draft.md', 'notes/keep.txt', 'notes/deep/keep.txt']);
  });

  it('honours those above, up to the repository’s root', async () => {
    const folder = temporaryFolder({
      '.gitignore': '*.txt\nbuilt\n',
      'docs/a.md': '',
      'docs/b.txt': '',
      'built/c.md': '',
    });
    expect(await walk(join(folder, 'docs'))).toEqual(['a.md', 'b.txt']);
    execFileSync('git', ['init', '-q'], { cwd: folder });
    expect(await walk(join(folder, 'docs'))).toEqual(['a.md']);
    expect(await walk(join(folder, 'built'))).toEqual(['c.md']);
  });

  it('agrees with git', async () => {
    const folder = temporaryFolder({
      '.gitignore':
        '# a comment\n\\#odd.md\nbuild/**\n!build/keep.md\n**/tmp/*.md\na[12].md\nsp ace.md\ndoc/*.md\n!doc/b.md\n',
      '#odd.md': '',
      'build/keep.md': '',
      'build/x/y.md': '',
      'p/tmp/q.md': '',
      'p/tmp/r/s.md': '',
      'a1.md': '',
      'a3.md': '',
      'sp ace.md': '',
      'doc/a.md': '',
      'doc/b.md': '',
      'doc/deep/c.md': '',
      'döc/ü.md': '',
    });
    execFileSync('git', ['init', '-q'], { cwd: folder });
    const listing = ['-c', 'core.quotepath=off', 'ls-files', '-o', '--exclude-standard', '*.md'];
    const expected = execFileSync('git', listing, { cwd: folder, encoding: 'utf8' }).trim().split('\n');
    expect((await walk(folder)).sort()).toEqual(expected.sort());
  });

  it('follows links to files, not to folders, and so ends', async () => {
    const folder = temporaryFolder({ 'a/b.md': '' });
    symlinkSync(folder, join(folder, 'a/round'));
    symlinkSync(join(folder, 'a/b.md'), join(folder, 'link.md'));
    expect(await walk(folder)).toEqual(['link.md', 'a/b.md']);
  });

  it('says why a folder cannot be read', async () => {
    const folder = temporaryFolder({ 'a.md': '' });
    expect(await walk(join(folder, 'a.md'), folder)).toEqual(['a.md: a part of its path is a file, not a folder']);
    symlinkSync('round', join(folder, 'round'));
    expect(await walk(join(folder, 'round'), folder)).toEqual(['round: its symbolic links run in a circle']);
  });
});

describe('reading text', () => {
  it('keeps a byte order mark, line ends and lone characters', () => {
    const text = '\uFEFFone\r\ntwo\rthree\u{1F6A2}';
    expect(decodeText(Buffer.from(text))).toEqual({ text });
    expect(decodeText(new Uint8Array())).toEqual({ text: '' });
  });

  it.each<[string, Uint8Array | string, RegExp]>([
    ['binary', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0), /^this is a binary file, not text/],
    ['UTF-16', Buffer.from('\uFEFFabc', 'utf16le'), /^the text is UTF-16; save it as UTF-8$/],
    [
      'Latin-1',
      Buffer.from('one\ntwo caf\xe9 au lait\n', 'latin1'),
      /not valid UTF-8 \(line 2, byte 8 of it\); save it/,
    ],
    ['cut short', Buffer.from('\u20ac').subarray(0, 2), /line 1, byte 1 of it/],
    ['overlong', Uint8Array.of(0x61, 0xc0, 0x80), /line 1, byte 2 of it/],
  ])('refuses what is %s', (_, bytes, message) => {
    expect(decodeText(Buffer.from(bytes))).toEqual({ problem: expect.stringMatching(message) });
  });

  it('says what is wrong with a path', async () => {
    const folder = temporaryFolder({ 'a.md': 'text' });
    expect(await readText(join(folder, 'a.md'))).toEqual({ text: 'text' });
    expect(await readText(join(folder, 'b.md'))).toEqual({
      problem: 'there is no such file or folder',
      isMissing: true,
    });
    expect(await readText(folder)).toEqual({ problem: 'it is a folder, not a file' });
    expect(await readText(join(folder, 'x'.repeat(300)))).toEqual({ problem: 'its name is too long' });
  });
});

describe('writing a file', () => {
  it('replaces it, keeps its permissions and leaves nothing beside it', async () => {
    const folder = temporaryFolder({ 'a.json': 'old' });
    const path = join(folder, 'a.json');
    chmodSync(path, 0o640);
    await writeAtomically(path, 'new');
    await writeAtomically(join(folder, 'b.json'), 'made');
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(statSync(path).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder)).toEqual(['a.json', 'b.json']);
  });

  it('writes through a link', async () => {
    const folder = temporaryFolder({ 'real.json': 'old' });
    symlinkSync('real.json', join(folder, 'link.json'));
    await writeAtomically(join(folder, 'link.json'), 'new');
    expect(lstatSync(join(folder, 'link.json')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, 'real.json'), 'utf8')).toBe('new');
  });

  it('leaves the old one where it fails', async () => {
    const folder = temporaryFolder({ 'a/b.json': 'old' });
    await expect(writeAtomically(join(folder, 'a'), 'new')).rejects.toThrow();
    await expect(writeAtomically(join(folder, 'no/such.json'), 'new')).rejects.toThrow();
    expect(readdirSync(folder)).toEqual(['a']);
  });
});

describe('a git revision', () => {
  const git = (cwd: string, ...given: string[]) =>
    execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...given], { cwd });

  it('has what the file said then', async () => {
    const folder = temporaryFolder({ 'docs/a [1].md': 'then', 'b.md': 'b' });
    git(folder, 'init', '-q');
    git(folder, 'add', '.');
    git(folder, 'commit', '-qm', 'first');
    writeFileSync(join(folder, 'docs/a [1].md'), 'now');
    writeFileSync(join(folder, 'new.md'), 'new');
    expect(await readRevision(join(folder, 'docs/a [1].md'), 'HEAD')).toEqual({ text: 'then' });
    expect(await readRevision(join(folder, 'new.md'), 'HEAD')).toEqual({ absent: true });
    expect(await readRevision(join(folder, 'b.md'), 'HEAD~7')).toEqual({
      problem: 'git knows no revision “HEAD~7”; name a commit, a branch or a tag',
    });
    expect(await readRevision(join(folder, 'b.md'), '--output=x')).toEqual({
      problem: expect.stringMatching(/^git knows no revision/),
    });
    expect(readdirSync(folder)).not.toContain('x');
  });

  it('is there only in a repository', async () => {
    const folder = temporaryFolder({ 'a.md': '' });
    expect(await readRevision(join(folder, 'a.md'), 'HEAD')).toEqual({ problem: 'it stands in no git repository' });
  });
});
