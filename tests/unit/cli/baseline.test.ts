import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBaseline, withoutKnown, writeBaseline } from '../../../server/src/cli/baseline.ts';
import type { DocumentReport } from '../../../server/src/reports/report.ts';
import { reportOf } from '../../support/checkReport.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

async function newProblems(before: DocumentReport, after: DocumentReport): Promise<string[]> {
  const file = join(temporaryFolder(), 'baseline.json');
  await writeBaseline(file, [before]);
  const { documents } = withoutKnown([after], await readBaseline(file), file);
  return documents.flatMap(({ problems }) => problems.map(({ text }) => text));
}

describe('a baseline', () => {
  const before = reportOf('port.md', 'It has 1,240 berths.\n\nOf 1,180 berths, some are dry.\n', [['1,240', '1,180']]);

  it('knows its problems wherever they have moved', async () => {
    const after = reportOf('port.md', 'New first line.\n\nOf 1,180 berths, 3 are dry, and it has 1,240.\n', [
      ['1,240', '1,180'],
    ]);
    expect(await newProblems(before, before)).toEqual([]);
    expect(await newProblems(before, after)).toEqual([]);
  });

  it('does not know a changed value, another measure, or another document', async () => {
    const source = 'It has 1,250 berths.\n\nOf 1,180 berths, some are dry.\n';
    expect(await newProblems(before, reportOf('port.md', source, [['1,250', '1,180']]))).toEqual(['1,250', '1,180']);
    const ferries = reportOf('port.md', before.problems[0]!.excerpt.text + source, [['1,240', '1,180']], {
      reason: { measure: 'ferries' },
    });
    expect(await newProblems(before, ferries)).toEqual(['1,240', '1,180']);
    expect(await newProblems(before, { ...before, path: 'b.md' })).toEqual([]);
    const moved = before.problems.map((problem) => ({ ...problem, path: 'b.md' }));
    expect(await newProblems(before, { path: 'b.md', problems: moved })).toEqual(['1,240', '1,180']);
  });

  it('counts problems that say the same', async () => {
    const twice = { ...before, problems: [...before.problems, ...before.problems] };
    expect(await newProblems(before, twice)).toEqual(['1,240', '1,180']);
    expect(await newProblems(twice, twice)).toEqual([]);
  });

  it('is written the same way each time, for small differences', async () => {
    const file = join(temporaryFolder(), 'baseline.json');
    expect(await writeBaseline(file, [before])).toBe(2);
    const first = readFileSync(file, 'utf8');
    await writeBaseline(file, [{ ...before, problems: before.problems.toReversed() }]);
    expect(readFileSync(file, 'utf8')).toBe(first);
  });

  it.each(['', '[]', '{"version":2,"problems":[]}', '{"version":1,"problems":[{"path":1}]}', '{"version":1}'])(
    'is not what is not one: %s',
    async (text) => {
      const file = join(temporaryFolder(), 'baseline.json');
      writeFileSync(file, text);
      await expect(readBaseline(file)).rejects.toThrow(/baseline\.json: this is no baseline of concordance/);
    },
  );

  it('that is missing says how it is made', async () => {
    const file = join(temporaryFolder(), 'none.json');
    await expect(readBaseline(file)).rejects.toThrow(
      /there is no such file or folder; make it with --update-baseline$/,
    );
  });
});
