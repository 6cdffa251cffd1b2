// What the options of the check do, on documents with conflicts of their own.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ProgramRun, runProgram } from '../support/runProgram.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

/** A document that says twice how many berths a port has, and agrees with itself in everything else. */
function port(summary: string, body: string, more = ''): string {
  return [
    '# Port\n',
    `## Summary\n\nThe port of Vik has ${summary} berths and employs 310 people.\n`,
    `## Berths\n\nThe port of Vik has ${body} berths and employs 310 people.\n`,
    more,
  ].join('\n');
}

interface JsonProblem {
  readonly code: string;
  readonly severity: string;
  readonly text: string;
  readonly message: string;
  readonly range: { readonly start: { readonly line: number } };
}

/** The problems of every document as "path:line severity code text". */
function problemsOf({ stdout }: ProgramRun): string[] {
  return JSON.parse(stdout).documents.flatMap(({ path, problems }: { path: string; problems: JsonProblem[] }) =>
    problems.map(({ range, severity, code, text }) => `${path}:${range.start.line + 1} ${severity} ${code} ${text}`),
  );
}

const json = (cwd: string, ...given: string[]) => runProgram(['check', '--format', 'json', ...given], { cwd });

describe('the exit status of the check', () => {
  it('is 0 for consistent documents and 1 for others', async () => {
    const cwd = temporaryFolder({ 'good.md': port('1,240', '1,240'), 'bad.md': port('1,240', '1,180') });
    expect(await runProgram(['check', 'good.md'], { cwd })).toMatchObject({
      status: 0,
      stdout: 'No problems in 1 document\n',
      stderr: '',
    });
    const run = await json(cwd);
    expect(run.status).toBe(1);
    expect(problemsOf(run)).toEqual([
      'bad.md:5 warning figure-conflict 1,240',
      'bad.md:9 warning figure-conflict 1,180',
    ]);
  });

  it('depends on --fail-on, and so does what is listed', async () => {
    const cwd = temporaryFolder({ 'a.md': port('1,240', '1,180', '\n<!-- concordance-disable-line -->\n') });
    const listed = async (...given: string[]) => {
      const run = await json(cwd, ...given);
      return { status: run.status, severities: problemsOf(run).map((line) => line.split(' ')[1]) };
    };
    expect(await listed()).toEqual({ status: 1, severities: ['warning', 'warning'] });
    expect(await listed('--fail-on', 'error')).toEqual({ status: 0, severities: ['warning', 'warning'] });
    expect(await listed('--fail-on', 'hint')).toEqual({ status: 1, severities: ['warning', 'warning', 'hint'] });
    expect((await listed('--sensitivity', 'exhaustive')).severities).toContain('hint');
  });

  it('is that of all problems, however many are printed', async () => {
    const cwd = temporaryFolder({ 'a.md': port('1,240', '1,180'), 'b.md': port('640', '610') });
    const one = await runProgram(['check', '--max-problems', '1'], { cwd });
    expect(one.stdout.match(/: warning: /g)).toHaveLength(1);
    expect(one.stdout).toContain('; 1 more not shown (--max-problems)\n');
    const none = await runProgram(['check', '--max-problems', '0', '--format', 'json'], { cwd });
    expect(problemsOf(none)).toEqual([]);
    expect([one.status, none.status]).toEqual([1, 1]);
  });
});

describe('the project file', () => {
  it('decides on severities, and its mistakes are reported at its place', async () => {
    const cwd = temporaryFolder({
      'a.md': port('1,240', '1,180'),
      'concordance.yaml': 'rules:\n  figure-conflict: error\n  figure-conflicts: off\n',
    });
    const run = await json(cwd);
    expect(run.status).toBe(1);
    expect(problemsOf(run)).toEqual([
      'a.md:5 error figure-conflict 1,240',
      'a.md:9 error figure-conflict 1,180',
      'concordance.yaml:3 warning project-file figure-conflicts',
    ]);
  });

  it('that is nearest applies', async () => {
    const cwd = temporaryFolder({
      'a.md': port('1,240', '1,180'),
      'deep/er/b.md': port('1,240', '1,180'),
      'deep/concordance.yaml': 'rules: { figure-conflict: off }\n',
    });
    expect(problemsOf(await json(cwd)).map((line) => line.split(':')[0])).toEqual(['a.md', 'a.md']);
  });

  it('accepts a difference until one of its values changes, and says when it has ended', async () => {
    const accepted = 'accepted:\n  - code: figure-conflict\n    values: ["1,240", "1,180"]\n    document: a.md\n';
    const cwd = temporaryFolder({ 'a.md': port('1,240', '1,180'), 'concordance.yaml': accepted });
    expect(problemsOf(await json(cwd, '--fail-on', 'hint'))).toEqual([]);
    writeFileSync(join(cwd, 'a.md'), port('1,240', '1,190'));
    expect(problemsOf(await json(cwd, '--fail-on', 'hint'))).toEqual([
      'a.md:5 warning figure-conflict 1,240',
      'a.md:9 warning figure-conflict 1,190',
      'concordance.yaml:2 hint accepted-obsolete code: figure-conflict',
    ]);
  });
});

describe('declared facts', () => {
  const facts = 'facts:\n  - measure: berths\n    value: "1,240"\n  - measure: cranes\n    value: 14\n';

  it('are held against the texts, and one that no text states is a hint', async () => {
    const cwd = temporaryFolder({
      'a.md': port('1,180', '1,180'),
      'b.md': 'It has 14 cranes.',
      'concordance.yaml': facts,
    });
    expect(problemsOf(await json(cwd, '--fail-on', 'hint'))).toEqual([
      'a.md:5 warning fact-mismatch 1,180',
      'a.md:9 warning fact-mismatch 1,180',
      'concordance.yaml:2 hint fact-unstated measure: berths',
    ]);
  });

  it('may be stated in documents that were not checked', async () => {
    const cwd = temporaryFolder({ 'a.md': port('1,240', '1,240'), 'concordance.yaml': facts });
    expect(problemsOf(await json(cwd, '--fail-on', 'hint', 'a.md'))).toEqual([]);
  });
});

describe('suppression comments', () => {
  it('hold on the command line', async () => {
    const cwd = temporaryFolder({ 'a.md': port('1,240 <!-- concordance-disable-line figure-conflict -->', '1,180') });
    expect(await json(cwd, '--fail-on', 'hint')).toMatchObject({ status: 0 });
  });
});

describe('the scope', () => {
  it('of the workspace holds documents against each other', async () => {
    const text = (berths: string) => `# Port\n\nThe port of Vik has ${berths} berths and employs 310 people.\n`;
    const cwd = temporaryFolder({ 'a.md': text('1,240'), 'b.md': text('1,180') });
    expect((await json(cwd)).status).toBe(0);
    const run = await json(cwd, '--scope', 'workspace');
    expect(problemsOf(run)).toEqual(['a.md:3 warning figure-conflict 1,240', 'b.md:3 warning figure-conflict 1,180']);
    expect(JSON.parse(run.stdout).documents[0].problems[0].related).toMatchObject([
      { path: 'b.md', text: '1,180', range: { start: { line: 2, character: 20 } } },
    ]);
  });

  it('of the workspace honours what the project file says of claims, and tells what it has outlived', async () => {
    const text = (figure: string) => `# Port\n\nThe port of Vik has 1,240 berths and employs ${figure}.\n`;
    const cwd = temporaryFolder({
      'a.md': text('3,150 dock workers'),
      'b.md': text('3,510 workers'),
      'concordance.yaml': 'claims:\n  - different: [dock workers, workers]\n',
    });
    expect(problemsOf(await json(cwd, '--scope', 'workspace'))).toEqual([]);
    writeFileSync(
      join(cwd, 'concordance.yaml'),
      'accepted:\n  - code: figure-conflict\n    values: ["3,150", "3,510"]\n',
    );
    expect(problemsOf(await json(cwd, '--scope', 'workspace', '--fail-on', 'hint'))).toEqual([]);
    writeFileSync(join(cwd, 'b.md'), text('3,150 workers'));
    expect(problemsOf(await json(cwd, '--scope', 'workspace', '--fail-on', 'hint'))).toEqual([
      'concordance.yaml:2 hint accepted-obsolete code: figure-conflict',
    ]);
  });
});

describe('a baseline', () => {
  it('lets old problems pass and new ones fail', async () => {
    const cwd = temporaryFolder({ 'a.md': port('1,240', '1,180') });
    const made = await runProgram(['check', '--baseline', 'known.json', '--update-baseline'], { cwd });
    expect(made).toMatchObject({ status: 0, stdout: 'known.json: 2 problems are known now\n' });
    expect(JSON.parse(readFileSync(join(cwd, 'known.json'), 'utf8')).problems).toHaveLength(2);

    writeFileSync(join(cwd, 'a.md'), `A new first line.\n\n${port('1,240', '1,180')}`);
    const old = await runProgram(['check', '--baseline', 'known.json'], { cwd });
    expect(old).toMatchObject({ status: 0, stdout: 'No problems in 1 document; 2 known from the baseline\n' });

    writeFileSync(join(cwd, 'b.md'), port('640', '610'));
    const fresh = await json(cwd, '--baseline', 'known.json');
    expect(fresh.status).toBe(1);
    expect(problemsOf(fresh).map((line) => line.split(':')[0])).toEqual(['b.md', 'b.md']);
  });

  it('is left alone when a document cannot be read', async () => {
    const cwd = temporaryFolder({ 'a.md': port('1', '1'), 'known.json': 'old' });
    const run = await runProgram(['check', '--baseline', 'known.json', '--update-baseline', 'a.md', 'gone.md'], {
      cwd,
    });
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('concordance: known.json: left as it is, since not every document could be read\n');
    expect(readFileSync(join(cwd, 'known.json'), 'utf8')).toBe('old');
  });
});

describe('colour', () => {
  it('is there where it is asked for', async () => {
    const cwd = temporaryFolder({ 'a.md': port('1,240', '1,180') });
    const coloured = await runProgram(['check'], { cwd, env: { FORCE_COLOR: '1' } });
    expect(coloured.stdout).toContain('\u001b[');
    const plain = await runProgram(['check'], { cwd, env: { FORCE_COLOR: '1', NO_COLOR: '1' } });
    expect(plain.stdout).not.toContain('\u001b[');
  });
});
