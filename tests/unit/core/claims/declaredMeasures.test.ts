import { describe, expect, it } from 'vitest';
import { checkInProject } from '../../../../server/src/core/checkInProject.ts';
import { uniteMeasures } from '../../../../server/src/core/claims/uniteMeasures.ts';
import { analyse } from '../../../../server/src/core/document.ts';
import { parseProject } from '../../../../server/src/core/project/parseProject.ts';

const harbour = (first: string, second: string) => `
# Harbour report

## Summary

The port handled 4.2 million containers and employed ${first}.

## Operations

In the past year the port handled 4.2 million containers. It employed ${second} at its two terminals.
`;

function check(text: string, yaml: string) {
  const { project, problems } = parseProject(yaml);
  expect(problems).toEqual([]);
  return checkInProject(analyse(text), { project, path: 'report.md' }).problems.map(({ text }) => text);
}

describe('measures that are declared to be different', () => {
  const text = harbour('3,150 dock workers', '3,510 workers');

  it('are never held against each other', () => {
    expect(check(text, '')).toEqual(['3,150', '3,510']);
    expect(check(text, 'claims:\n  - different: [dock workers, workers]\n')).toEqual([]);
    expect(check(text, 'claims:\n  - different: [workers, dock workers]\n')).toEqual([]);
  });

  it('still conflict with themselves', () => {
    const same = harbour('3,150 dock workers', '3,510 dock workers');
    expect(check(same, 'claims:\n  - different: [dock workers, workers]\n')).toEqual(['3,150', '3,510']);
  });
});

describe('measures that are declared to be the same', () => {
  const text =
    '# Fleet\n\n## Summary\n\nThe fleet has 412 hulls.\n\n## Ships\n\nThe fleet has 421 sea-going vessels.\n';

  it('are held against each other', () => {
    const apart = check(text, '');
    const joined = check(text, 'claims:\n  - same: [hulls, sea-going vessels]\n');
    expect([apart, joined]).toEqual([[], ['412', '421']]);
  });

  it('are held against each other in a table and at the ends of a change as well', () => {
    const wordings = [{ measures: ['hulls', 'sea-going vessels'] as [string, string] }];
    const heads = (source: string) =>
      uniteMeasures(analyse(source).claims, wordings).map(({ measure }) => measure.head);
    expect(heads('| Ships | Count |\n|---|---|\n| Sea-going vessels | 421 |\n| Hulls | 412 |\n')).toEqual([
      'hull',
      'hull',
    ]);
    expect(heads('They raised the number of sea-going vessels from 412 to 421.')).toEqual(['hull', 'hull']);
  });

  it('change nothing but the words that are compared', () => {
    const { claims } = analyse(text);
    const united = uniteMeasures(claims, [{ measures: ['hulls', 'sea-going vessels'] }]);
    expect(united.map(({ span, measure }) => [span, measure.text])).toEqual(
      claims.map(({ span, measure }) => [span, measure.text]),
    );
    expect(united.map(({ measure }) => measure.head)).toEqual(['hull', 'hull']);
    expect(uniteMeasures(claims, [])).toBe(claims);
    expect(uniteMeasures(claims, [{ measures: ['the', 'of'] }])).toBe(claims);
  });
});
