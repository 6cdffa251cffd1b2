// The schema that editors check a project file with must allow what the program reads, and refuse what it reports.

import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseProject } from '../../../../server/src/core/project/parseProject.ts';
import { problemCodes } from '../../../../server/src/core/rules/problem.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../../../schemas/concordance.schema.json', import.meta.url), 'utf8'),
);
const validate = new Ajv({ allowUnionTypes: true }).compile(schema);

/** Whether the schema and the program agree that a project file is right, or that it is wrong. */
function verdicts(text: string): { schema: boolean; program: boolean } {
  return { schema: validate(parse(text)), program: parseProject(text).problems.length === 0 };
}

describe('the schema of the project file', () => {
  it('knows every code', () => {
    expect(schema.definitions.code.enum).toEqual([...problemCodes]);
  });

  it.each([
    'sensitivity: exhaustive',
    'language: en\ndocuments: ["*.md", "!draft.md"]',
    'actors:\n  - name: Ingrid Solheim\n    kind: person\n    aliases: [Solheim]\n  - not: Operation Daylight',
    'facts:\n  - measure: berths\n    value: 1240\n    period: 2024',
    'accepted:\n  - code: date-conflict\n    values: ["12 May", "21 May"]\n    document: a.md\n    why: two openings',
    'claims:\n  - same: [berths, mooring places]\n  - different: [ferries, car ferries]',
    'rules:\n  name-variant: off\n  total-mismatch: error',
  ])('allows what is read: %s', (text) => {
    expect(verdicts(text)).toEqual({ schema: true, program: true });
  });

  it.each([
    'sensitivity: high',
    'colour: red',
    'documents: "*.md"',
    'actors:\n  - kind: person',
    'actors:\n  - name: Ingrid\n    kind: woman',
    'facts:\n  - measure: berths',
    'accepted:\n  - values: [1, 2]',
    'accepted:\n  - code: figure-conflict\n    values: []',
    'claims:\n  - same: [berths]',
    'rules:\n  name-variant: maybe',
    'rules:\n  name-variants: off',
  ])('refuses what is reported: %s', (text) => {
    expect(verdicts(text)).toEqual({ schema: false, program: false });
  });
});
