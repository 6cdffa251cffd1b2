import { describe, expect, it } from 'vitest';
import { checkInProject } from '../../../server/src/core/checkInProject.ts';
import { analyse } from '../../../server/src/core/document.ts';
import { parseProject } from '../../../server/src/core/project/parseProject.ts';

const text = `# Port

## Summary

The port of Vik handled 4.2 million containers and employed 3,150 dock workers. Its quay is 2 miles (9 km) long.

## Operations

The port of Vik handled 4.2 million containers. It employed 3,510 dock workers at two terminals.
`;

const codesIn = (projectFile: string) => {
  const { project } = parseProject(projectFile);
  const { problems } = checkInProject(analyse(text), { project, path: 'port.md' });
  return [...new Set(problems.map(({ code }) => code))].sort();
};

describe('the language of a project', () => {
  it.each(['', 'language: en\n', 'language: en-GB\n'])('lets every rule speak: %j', (projectFile) => {
    expect(codesIn(projectFile)).toEqual(['conversion-mismatch', 'figure-conflict']);
  });

  it.each(['language: de\n', 'language: no\n'])('silences the rules that know words: %j', (projectFile) => {
    expect(codesIn(projectFile)).toEqual(['conversion-mismatch']);
  });

  it('calls no declared fact unstated whose words it cannot read', () => {
    const { project } = parseProject('language: de\nfacts:\n  - measure: Hafenarbeiter\n    value: 3510\n');
    const { stated } = checkInProject(analyse(text), { project, path: 'port.md' });
    expect([...stated]).toEqual(project.facts);
  });
});
