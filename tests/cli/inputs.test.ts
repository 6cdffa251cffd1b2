// Which documents a command reads, what it says of those it cannot read, and how whole its output is.

import { spawn } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { runProgram } from '../support/runProgram.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

const paths = (stdout: string): string[] => JSON.parse(stdout).documents.map(({ path }: { path: string }) => path);

describe('the documents of a command', () => {
  it('are named as they were given, each once', async () => {
    const cwd = temporaryFolder({ 'a.md': 'one', 'notes/b.txt': 'two', 'notes/c.rst': 'three' });
    const list = async (...given: string[]) =>
      paths((await runProgram(['check', '--format', 'json', ...given], { cwd })).stdout);
    expect(await list()).toEqual(['a.md', 'notes/b.txt']);
    expect(await list('.')).toEqual(['a.md', 'notes/b.txt']);
    expect(await list('notes', 'a.md', 'notes/b.txt', './a.md')).toEqual(['notes/b.txt', 'a.md']);
    expect(await list('notes/c.rst')).toEqual(['notes/c.rst']);
    expect(await list(join(cwd, 'notes'))).toEqual([join(cwd, 'notes/b.txt')]);
  });

  it('come from standard input for -', async () => {
    const { status, stdout } = await runProgram(['extract', '--format', 'json', '-'], { input: '# Title\n\nText.\n' });
    expect(status).toBe(0);
    expect(JSON.parse(stdout).documents).toMatchObject([{ path: '-', sections: [{ title: 'Title', level: 1 }] }]);
  });

  it('are those that the project file counts to it, and those that are named', async () => {
    const cwd = temporaryFolder({
      'concordance.yaml': 'documents: ["**/*.md", "!old/**"]\n',
      'a.md': '',
      'b.txt': '',
      'old/c.md': '',
    });
    const list = async (...given: string[]) =>
      paths((await runProgram(['check', '--format', 'json', ...given], { cwd })).stdout);
    expect(await list()).toEqual(['a.md']);
    expect(await list('b.txt', 'old')).toEqual(['b.txt']);
  });
});

describe('what cannot be read', () => {
  it('a file that is too long is named, and the others are still done', async () => {
    const cwd = temporaryFolder({ 'good.md': 'Text.', 'long.md': new Uint8Array(12_000_000).fill(120) });
    const { status, stdout, stderr } = await runProgram(['check', '--format', 'json', '.'], { cwd });
    expect({ status, paths: paths(stdout) }).toEqual({ status: 2, paths: ['good.md'] });
    expect(stderr.trim()).toBe('concordance: long.md: it has 12 MB, more than the 10 MB that are read; split it');
  });

  it.each<[string, string, RegExp]>([
    ['a missing file', 'missing.md', /^missing\.md: there is no such file or folder$/],
    ['a folder without documents', 'empty', /^empty: there is no \.md, \.markdown or \.txt file in this folder$/],
    ['a binary file', 'binary.md', /^binary\.md: this is a binary file, not text .*; leave it out$/],
    [
      'invalid UTF-8',
      'latin.md',
      /^latin\.md: the text is not valid UTF-8 \(line 3, byte 4 of it\); save it as UTF-8$/,
    ],
    ['an unreadable path', 'round', /^round: its symbolic links run in a circle$/],
    ['a file taken for a folder', 'good.md/x', /^good\.md\/x: a part of its path is a file, not a folder$/],
  ])('%s is one line and status 2, and the others are still done', async (_, path, message) => {
    const cwd = temporaryFolder({
      'good.md': 'Text.',
      'empty/readme.rst': '',
      'binary.md': Uint8Array.of(1, 2, 0, 3),
      'latin.md': Buffer.from('a\nb\ncaf\xe9\n', 'latin1'),
    });
    symlinkSync('round', join(cwd, 'round'));
    for (const command of ['check', 'extract']) {
      const { status, stdout, stderr } = await runProgram([command, '--format', 'json', path, 'good.md'], { cwd });
      expect(stderr).toMatch(/^concordance: [^\n]*\n$/);
      expect(stderr.replace(/^concordance: |\n$/g, '')).toMatch(message);
      expect(status).toBe(2);
      expect(paths(stdout)).toEqual(['good.md']);
    }
  });

  it('on standard input is said too', async () => {
    const { status, stderr } = await runProgram(['check', '-'], { input: Uint8Array.of(0x61, 0xff) });
    expect(status).toBe(2);
    expect(stderr).toBe(
      'concordance: standard input: the text is not valid UTF-8 (line 1, byte 2 of it); save it as UTF-8\n',
    );
  });

  it('is a project file as well', async () => {
    const cwd = temporaryFolder({ 'a.md': 'Text.', 'concordance.yaml': Buffer.from('language: \xe9', 'latin1') });
    const { status, stderr } = await runProgram(['check', 'a.md'], { cwd });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^concordance: concordance\.yaml: the text is not valid UTF-8/);
  });
});

describe('output', () => {
  const line = 'The parish of Vik had 4,213 inhabitants and 1,377 houses in 1910.\n\n';

  it('goes through a pipe whole, whatever its size', async () => {
    const cwd = temporaryFolder({ 'big.md': line.repeat(12_000) });
    const { status, stdout } = await runProgram(['extract', '--format', 'json', 'big.md'], { cwd });
    expect(status).toBe(0);
    expect(stdout.length).toBeGreaterThan(3_000_000);
    expect(JSON.parse(stdout).documents[0].figures.length).toBeGreaterThanOrEqual(24_000);
  });

  it('may be left unread: the program ends, and says nothing', async () => {
    const cwd = temporaryFolder({ 'big.md': line.repeat(12_000) });
    const child = spawn(process.execPath, [inject('program'), 'extract', '--format', 'json', 'big.md'], { cwd });
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const [status, signal] = await new Promise<[number | null, string | null]>((resolve) =>
      child.on('close', (code, by) => resolve([code, by])),
    );
    expect({ status, signal, stderr }).toEqual({ status: 0, signal: null, stderr: '' });
  });

  it('that cannot be written is an error', async () => {
    const cwd = temporaryFolder({ 'a.md': 'Text.' });
    const command = `"${process.execPath}" "${inject('program')}" check a.md > /dev/full`;
    const child = spawn('sh', ['-c', command], { cwd });
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    const status = await new Promise((resolve) => child.on('close', resolve));
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'concordance: standard output cannot be written: there is no space left on the disk\n',
    });
  });

  it('stops at Ctrl-C', async () => {
    const files = Object.fromEntries(Array.from({ length: 400 }, (_, n) => [`${n}.md`, line.repeat(300)]));
    const cwd = temporaryFolder(files);
    const child = spawn(process.execPath, [inject('program'), 'extract', '--format', 'ndjson'], { cwd });
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.stdout.once('data', () => child.kill('SIGINT'));
    child.stdout.on('data', () => {});
    const [status, signal] = await new Promise<[number | null, string | null]>((resolve) =>
      child.on('close', (code, by) => resolve([code, by])),
    );
    if (signal === null) {
      expect(status).toBe(2);
      expect(stderr).toMatch(/^concordance: cancelled after \d+ of 400 documents\n$/);
    } else {
      expect(signal).toBe('SIGINT');
    }
  });
});
