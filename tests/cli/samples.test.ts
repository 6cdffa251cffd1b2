// The samples are what people see first: the check finds what was planted in them, and nothing else.

import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runProgram } from '../support/runProgram.ts';

const cwd = fileURLToPath(new URL('../../', import.meta.url));

/** The first lines of the findings, without their places in the line. */
function findings(stdout: string): string[] {
  return stdout.split('\n').filter((line) => /^\S+:\d+:\d+: /.test(line));
}

describe('the samples', () => {
  it('have three conflicts: a summary against a table, against the body, and a date', async () => {
    const { status, stdout, stderr } = await runProgram(['check', 'samples'], { cwd });
    expect(findings(stdout)).toEqual([
      expect.stringMatching(/^samples\/report\.md:11:95: warning: 95\.3 % .* 93\.5 % .*\[figure-conflict\]$/),
      expect.stringMatching(
        /^samples\/report\.md:12:15: warning: \$48\.2 million .* \$42\.8 million .*\[figure-conflict\]$/,
      ),
      expect.stringMatching(/^samples\/report\.md:12:104: warning: 12 May 2024 .* 21 May 2024 .*\[date-conflict\]$/),
    ]);
    expect(stdout).toMatch(/\n3 warnings in 1 of 3 documents\n$/);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  });

  it('have one more between two documents', async () => {
    const { stdout } = await runProgram(['check', '--scope', 'workspace', 'samples'], { cwd });
    expect(findings(stdout)).toHaveLength(4);
    expect(stdout).toMatch(/^samples\/report\.md:11:8: warning: 24 stations here, 23 .*\[figure-conflict\]$/m);
    expect(stdout).toMatch(/^ {2}samples\/stations\.md:3:20: 23 stations/m);
  });

  it('are read whole', async () => {
    const { stdout } = await runProgram(['extract', '--format', 'json', 'samples'], { cwd });
    const [article, report, stations] = JSON.parse(stdout).documents;
    const titles = ({ sections }: { sections: { title: string }[] }) => sections.map(({ title }) => title);
    expect(titles(report)).toContain('The depot at Elmford');
    expect(titles(stations)).toEqual(['The stations of the Marlow Valley Railway', 'Marlow', 'Elmford', 'Sarn']);
    expect(titles(article)).toContain('How many vehicles will run at night?');
    const names = report.actors.map(({ name }: { name: string }) => name);
    expect(names).toEqual(expect.arrayContaining(['Ingrid Solheim', 'Tomas Reyl', 'Marlow Valley Railway']));
  });
});
