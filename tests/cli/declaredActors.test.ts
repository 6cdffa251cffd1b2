// What the project file declares of actors holds on the command line as it does in the editor.

import { expect, it } from 'vitest';
import { runProgram } from '../support/runProgram.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

it('joins, describes and leaves out actors as the project file says', async () => {
  const text = 'Anna Lindqvist led the survey. Some know Annie Lindquist by that name. Owen Rees helped.\n';
  const cwd = temporaryFolder({
    'plain/a.md': text,
    'declared/a.md': text,
    'declared/concordance.yaml':
      'actors:\n  - name: Anna Lindqvist\n    kind: organization\n    aliases: [Annie Lindquist]\n  - not: Owen Rees\n',
  });
  const actorsOf = async (folder: string) => {
    const { stdout } = await runProgram(['extract', '--format', 'json', folder], { cwd });
    const [document] = JSON.parse(stdout).documents;
    return document.actors.map(({ name, kind, mentions }: { name: string; kind: string; mentions: object[] }) => [
      name,
      kind,
      mentions.length,
    ]);
  };
  expect(await actorsOf('plain')).toEqual([
    ['Anna Lindqvist', 'person', 1],
    ['Annie Lindquist', 'person', 1],
    ['Owen Rees', 'person', 1],
  ]);
  expect(await actorsOf('declared')).toEqual([['Anna Lindqvist', 'organization', 2]]);
});
