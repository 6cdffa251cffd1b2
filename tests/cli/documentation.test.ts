// What the guides tell people to type and to paste must work.

import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { parse } from 'yaml';
import { parseArguments } from '../../server/src/cli/arguments.ts';
import { commands } from '../../server/src/cli/commands.ts';
import { parseProject } from '../../server/src/core/project/parseProject.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

const guides = ['command-line', 'project-file', 'continuous-integration', 'annotations'] as const;
const textOf = (guide: string) => readFileSync(new URL(`../../docs/${guide}.md`, import.meta.url), 'utf8');

/** The fenced code of a guide in one language. */
function codeIn(guide: (typeof guides)[number], language: string): string[] {
  return [...textOf(guide).matchAll(/^```(\w+)\n(.*?)^```$/gms)]
    .filter(([, tag]) => tag === language)
    .map(([, , code]) => code!);
}

/** The program's commands in shell or workflow lines, each as its arguments. */
function commandsIn(code: string): string[][] {
  return [...code.matchAll(/\bconcordance (check|extract|annotations|lsp)\b([^\n|>]*)/g)].map(([, name, rest]) => [
    name!,
    ...rest!
      .replace(/ [<#].*/, '')
      .split(/\s+/)
      .filter((word) => word !== ''),
  ]);
}

describe('the guides', () => {
  it.each(guides)('give commands that the program understands: %s', (guide) => {
    const given = [...codeIn(guide, 'sh'), ...codeIn(guide, 'yaml')].flatMap(commandsIn);
    for (const [name, ...rest] of given) {
      const command = commands.find((candidate) => candidate.name === name);
      expect(command, name).toBeDefined();
      expect(() => parseArguments(rest, command!.options, command!.operands !== '')).not.toThrow();
    }
    if (guide !== 'project-file') expect(given.length).toBeGreaterThan(2);
  });

  it('tell every option of the check', () => {
    const told = new Set([...textOf('command-line').matchAll(/`--([a-z-]+)/g)].map(([, name]) => name));
    const { options } = commands.find(({ name }) => name === 'check')!;
    expect(options.map(({ name }) => name).filter((name) => !told.has(name))).toEqual([]);
  });

  it('show a project file without mistakes', () => {
    const [example] = codeIn('project-file', 'yaml');
    expect(parseProject(example!).problems).toEqual([]);
  });
});

describe('the pre-commit hooks', () => {
  it('are a definition as the framework wants it', () => {
    const [offered, local] = codeIn('continuous-integration', 'yaml').map((code) => parse(code));
    const config = local!;
    const hooks = parse(readFileSync(new URL('../../.pre-commit-hooks.yaml', import.meta.url), 'utf8'));
    const asked = offered!.repos[0].hooks as { id: string }[];
    expect(asked.map(({ id }) => id)).toEqual(hooks.map(({ id }: { id: string }) => id));
    for (const { entry, ...hook } of hooks) {
      expect(Object.keys(hook).sort()).toEqual(['description', 'id', 'language', 'name', 'types_or']);
      const [program, name, ...options] = entry.split(' ');
      expect([program, name, hook.language]).toEqual(['concordance', 'check', 'node']);
      const { options: known } = commands.find((command) => command.name === 'check')!;
      expect(() => parseArguments(options, known, true)).not.toThrow();
    }
    expect(config.repos).toHaveLength(1);
    const [hook] = config.repos[0].hooks;
    expect(config.repos[0].repo).toBe('local');
    expect(Object.keys(hook).sort()).toEqual(['entry', 'id', 'language', 'name', 'types_or']);
    expect(hook.language).toBe('system');
  });

  it('find the command line in the package that the framework makes', () => {
    const root = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
    const texts = ['.npmignore', '.gitignore', 'LICENSE', 'README.md', 'THIRD-PARTY-NOTICES.md', 'package.json'];
    const { bin, scripts } = JSON.parse(root('package.json'));
    const cwd = temporaryFolder({
      ...Object.fromEntries(texts.map((path) => [path, root(path)])),
      [bin.concordance]: '',
      'dist/client.js': '',
      'server/src/node.ts': '',
      'tests/a.test.ts': '',
    });
    const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd, encoding: 'utf8' });
    const [packed] = JSON.parse(stdout) as { files: { path: string }[] }[];
    expect(packed?.files.map(({ path }) => path).sort()).toEqual([
      'LICENSE',
      'README.md',
      'THIRD-PARTY-NOTICES.md',
      bin.concordance,
      'package.json',
    ]);
    expect(scripts.prepack).toBe(scripts.build);
  });

  it('stop a commit with a conflict in it, and let a consistent one pass', () => {
    const script = codeIn('continuous-integration', 'sh').find((code) => code.startsWith('#!/bin/sh'))!;
    const folder = temporaryFolder({
      'bin/concordance': `#!/bin/sh\nexec "${process.execPath}" "${inject('program')}" "$@"\n`,
    });
    chmodSync(join(folder, 'bin/concordance'), 0o755);
    const env = { ...process.env, PATH: `${join(folder, 'bin')}:${process.env.PATH}` };
    const git = (...given: string[]) =>
      spawnSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...given], {
        cwd: folder,
        env,
        encoding: 'utf8',
      });
    execFileSync('git', ['init', '-q'], { cwd: folder });
    writeFileSync(join(folder, '.git/hooks/pre-commit'), script);
    chmodSync(join(folder, '.git/hooks/pre-commit'), 0o755);
    const text = (berths: string) =>
      `# Port\n\n## Summary\n\nThe port of Vik has 1,240 berths and employs 310 people.\n\n## Berths\n\nThe port of Vik has ${berths} berths and employs 310 people.\n`;
    writeFileSync(join(folder, 'the port.md'), text('1,180'));
    git('add', 'the port.md');
    const refused = git('commit', '-m', 'first');
    expect(refused.status).toBe(1);
    expect(refused.stdout + refused.stderr).toContain('the port.md:5:21: warning: ');
    writeFileSync(join(folder, 'the port.md'), text('1,240'));
    git('add', 'the port.md');
    expect(git('commit', '-m', 'first').status).toBe(0);
  });
});

describe('the workflow', () => {
  const workflow = parse(codeIn('continuous-integration', 'yaml')[2]!);

  it('is one that runs the check and shows what it found', () => {
    expect(workflow.on).toEqual(['push', 'pull_request']);
    expect(workflow.permissions).toEqual({ contents: 'read', 'security-events': 'write' });
    const [job] = Object.values<{ 'runs-on': string; steps: Record<string, unknown>[] }>(workflow.jobs);
    expect(job!['runs-on']).toMatch(/^ubuntu-/);
    for (const step of job!.steps) expect('uses' in step !== 'run' in step).toBe(true);
    const check = job!.steps.find(({ run }) => typeof run === 'string' && run.startsWith('concordance check'));
    const [, file] = /> (\S+)$/.exec(String(check?.run))!;
    expect(job!.steps.at(-1)).toMatchObject({ with: { sarif_file: file }, if: 'success() || failure()' });
  });
});
