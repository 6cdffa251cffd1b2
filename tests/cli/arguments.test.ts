// What the command line answers to what it is asked, before any document is looked at.

import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { runProgram } from '../support/runProgram.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

describe('help and version', () => {
  it('work everywhere', async () => {
    for (const given of [['--version'], ['check', '--version'], ['extract', 'x.md', '--version']]) {
      expect(await runProgram(given)).toMatchObject({
        status: 0,
        stdout: `concordance ${manifest.version}\n`,
        stderr: '',
      });
    }
    for (const command of ['check', 'extract']) {
      const { status, stdout } = await runProgram([command, '--nonsense', '--help']);
      expect(status).toBe(0);
      expect(stdout).toMatch(new RegExp(`^Usage: concordance ${command} \\[OPTION…\\] \\[PATH…\\]\n`));
    }
    const { status, stdout } = await runProgram(['--help']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^ {2}check +\S/m);
  });

  it('tell every option of the check', async () => {
    const { stdout } = await runProgram(['check', '--help']);
    const told = [...stdout.matchAll(/^ {2}--([a-z-]+)/gm)].map(([, name]) => name);
    expect(told).toEqual(
      expect.arrayContaining(['format', 'sensitivity', 'fail-on', 'max-problems', 'baseline', 'update-baseline']),
    );
  });
});

describe('a mistake in the arguments', () => {
  it.each<[string[], string]>([
    [[], 'a command is missing; “concordance --help” lists them'],
    [['chekc'], 'there is no command “chekc”; did you mean “concordance check”?'],
    [['verify'], 'there is no command “verify”; there are check, extract, annotations, lsp'],
    [['--format', 'json', 'check'], 'the command comes first: concordance check|extract|annotations|lsp …'],
    [['check', '--fromat', 'json'], 'there is no option --fromat; did you mean --format?'],
    [['check', '-x'], 'there is no option -x; it knows --format, '],
    [['check', '--format'], '--format needs a value: --format text|json|sarif|markdown|html|csv'],
    [['check', '--format', '--fail-on'], '--format needs a value: --format text|json|sarif|markdown|html|csv'],
    [['check', '--format=yaml'], '--format cannot be “yaml”; it is one of text, json, sarif, markdown, html, csv'],
    [['check', '--sensitivity', 'high'], '--sensitivity cannot be “high”; it is one of strict, balanced, exhaustive'],
    [['check', '--fail-on', 'never'], '--fail-on cannot be “never”; it is one of error, warning, information, hint'],
    [['check', '--max-problems', 'few'], '--max-problems must be a whole number from 0 on, not “few”'],
    [['check', '--max-problems=-3'], '--max-problems must be a whole number from 0 on, not “-3”'],
    [['check', '--update-baseline=yes'], '--update-baseline takes no value, but “yes” was given'],
    [['check', '--update-baseline'], '--update-baseline needs to know the file: --baseline FILE --update-baseline'],
    [['lsp'], 'the language server speaks over standard input and output: concordance lsp --stdio'],
    [['lsp', '--stdio', 'a.md'], 'nothing but options can follow, not “a.md”'],
    [['extract', '--sensitivity', 'strict'], 'there is no option --sensitivity; it knows --format, --help, --version'],
  ])('%j is one line and status 2', async (given, message) => {
    const { status, stdout, stderr } = await runProgram(given);
    expect(stderr).toMatch(/^concordance: [^\n]*\n$/);
    expect(stderr).toContain(`concordance: ${message}`);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });

  it('that names a path is answered by the command for it', async () => {
    const cwd = temporaryFolder({ 'report.md': '' });
    const { stderr } = await runProgram(['report.md'], { cwd });
    expect(stderr).toBe('concordance: there is no command “report.md”; did you mean “concordance check report.md”?\n');
  });
});
