import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseProject } from '../../../../server/src/core/project/parseProject.ts';

/** Every problem as "line: message", lines counted from 1. */
function problemsIn(text: string): string[] {
  return parseProject(text).problems.map(
    ({ span, message }) => `${text.slice(0, span.start).split('\n').length}: ${message}`,
  );
}

const whole = `sensitivity: strict
language: en
documents: ["**/*.md", "notes/*.txt"]
actors:
  - name: Ingrid Solheim
    kind: person
    aliases: [Solheim]
    description: harbour master
    link: https://example.org/solheim
  - not: Operation Daylight
facts:
  - measure: berths
    subject: Port of Vik
    value: "1,240"
    period: 2024
    source: harbour register
  - measure: ferries
    value: 18
accepted:
  - code: figure-conflict
    values: ["1,240", "1,180"]
    measure: berths
    subject: Port of Vik
    document: report.md
    why: the second counts summer berths only
claims:
  - same: ["berths", "mooring places"]
  - different: ["ferries", "car ferries"]
rules:
  name-variant: off
  total-mismatch: hint
`;

describe('the project file', () => {
  it('is read whole', () => {
    const { project, problems } = parseProject(whole);
    expect(problems).toEqual([]);
    expect(project).toMatchObject({
      sensitivity: 'strict',
      language: 'en',
      documents: ['**/*.md', 'notes/*.txt'],
      actors: [
        { name: 'Ingrid Solheim', kind: 'person', aliases: ['Solheim'], description: 'harbour master' },
        { name: 'Operation Daylight', not: true },
      ],
      facts: [
        { measure: 'berths', subject: 'Port of Vik', value: '1,240', period: '2024' },
        { measure: 'ferries', value: '18' },
      ],
      accepted: [{ code: 'figure-conflict', values: ['1,240', '1,180'], document: 'report.md' }],
      sameClaims: [{ measures: ['berths', 'mooring places'] }],
      differentClaims: [{ measures: ['ferries', 'car ferries'] }],
    });
    expect([...project.rules]).toEqual([
      ['name-variant', 'off'],
      ['total-mismatch', 'hint'],
    ]);
  });

  it('knows where each entry stands', () => {
    const { project } = parseProject(whole);
    const { span } = project.facts[1]!;
    expect(whole.slice(span.start, span.end)).toBe('measure: ferries\n    value: 18\n');
  });

  it('says nothing of its own where it is empty', () => {
    for (const text of ['', '# nothing yet\n', '---\n', '\uFEFF']) {
      expect(parseProject(text)).toMatchObject({ problems: [], project: { actors: [], facts: [] } });
    }
    expect(parseProject('').project.documents).toBeUndefined();
  });
});

describe('a mistake in the project file', () => {
  it.each<[string, string, string[]]>([
    [
      'an unknown key',
      'language: en\nsensitivty: strict\n',
      [
        '2: the project file has no key “sensitivty”; it knows sensitivity, language, documents, actors, facts, accepted, claims, rules',
      ],
    ],
    [
      'a wrong choice',
      'sensitivity: paranoid\n',
      ['1: sensitivity must be one of strict, balanced, exhaustive, not “paranoid”'],
    ],
    ['a wrong type', 'actors: Ingrid\n', ['1: actors must be a list (one “- ” a line), not “Ingrid”']],
    ['a list for a mapping', '- a\n- b\n', ['1: the project file must be a mapping (key: value), not a list']],
    ['a mapping for text', 'language:\n  en: yes\n', ['2: language must be text, not a mapping']],
    ['a value left out', 'language:\n', ['1: language must be text, not empty']],
    [
      'a key given twice',
      'language: en\nrules: {}\nlanguage: de\n',
      ['3: “language” is given twice in the project file; the first one counts, remove the other'],
    ],
    [
      'an actor without a name',
      'actors:\n  - kind: person\n',
      ['2: an actor needs a name (or “not:” with what is none)'],
    ],
    ['a fact without a value', 'facts:\n  - measure: berths\n', ['2: a fact needs a value']],
    ['one slip, said once', 'facts:\n  - measure: berths\n    value: [1]\n', ['3: value must be text, not a list']],
    ['half a pair', 'claims:\n  - same: [berths]\n', ['2: “same” needs two measures: same: ["staff", "employees"]']],
    ['an alias of nothing', 'language: *en\n', ['1: no anchor “&en” stands before this alias']],
  ])('%s is said on its line', (_, text, expected) => {
    expect(problemsIn(text)).toEqual(expected);
  });

  it('names the codes that there are for one that there is not', () => {
    const [problem] = problemsIn('rules:\n  figure-conflicts: off\n');
    expect(problem).toMatch(/^2: rules has no key “figure-conflicts”; it knows figure-conflict, date-conflict, /);
  });

  it('leaves the rest to be read', () => {
    const { project, problems } = parseProject(
      'facts:\n  - measure: 3\n  - measure: berths\n    value: 12\nactors: 7\n',
    );
    expect(project.facts).toMatchObject([{ measure: 'berths', value: '12' }]);
    expect(problems).toHaveLength(2);
  });

  it('of syntax is said where it is, and what came before is read', () => {
    const text = 'language: en\nfacts:\n  - measure: "berths\n    value: 3\n';
    const { project, problems } = parseProject(text);
    expect(project.language).toBe('en');
    expect(problems[0]?.message).toMatch(/^not valid YAML: /);
    expect(problems.every(({ severity }) => severity === 'error')).toBe(true);
  });
});

describe('a hostile project file', () => {
  it('with aliases that multiply is cut short', () => {
    const levels = Array.from(
      { length: 30 },
      (_, n) => `- &a${n + 1} [*a${n}, *a${n}, *a${n}, *a${n}, *a${n}, *a${n}]`,
    );
    const text = `facts:\n- &a0 [x]\n${levels.join('\n')}\n`;
    expect(parseProject(text).project.facts).toEqual([]);
    const many = `language: &l en\nactors: [${'*l, '.repeat(5000)}]\n`;
    expect(problemsIn(many)).toHaveLength(101);
    expect(problemsIn(`documents: [&l en, ${'*l, '.repeat(5000)}]`)).toEqual([
      '1: more than 100 aliases; write the values out instead',
    ]);
  });

  it('with an anchor that holds itself is read', () => {
    expect(problemsIn('facts: &f\n  - *f\n')).toEqual(['2: a fact must be a mapping (key: value), not a list']);
  });

  it('that is huge is refused, and one that nests too deeply too', () => {
    expect(problemsIn(`# ${'x'.repeat(1_000_001)}`)).toEqual([
      '1: the project file is not read: it has 1,000,003 characters, and at most 1,000,000 are taken',
    ]);
    expect(problemsIn('['.repeat(200_000))[0]).toMatch(/^1: /);
    expect(problemsIn(`${'- '.repeat(20_000)}x`)[0]).toMatch(/^1: /);
  });

  it('with very many keys takes no more than its share of time', () => {
    const text = Array.from({ length: 60_000 }, (_, n) => `k${n}: 1`).join('\n');
    expect(parseProject(text).problems).toHaveLength(101);
  });

  it('of any kind is answered', () => {
    const word = fc.constantFrom(
      'actors',
      'facts',
      'name',
      'measure',
      'not',
      'rules',
      ': ',
      '- ',
      '\n',
      '\n  ',
      '[',
      ']',
    );
    const other = fc.constantFrom(
      '{',
      '}',
      '"',
      '&a',
      '*a',
      '|',
      '>',
      '---',
      '!!x',
      '#',
      '\uFEFF',
      '\0',
      '\uD800',
      '\r',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(word, other, fc.string()), { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        for (const { span, text: quoted } of parseProject(text).problems) {
          expect(text.slice(span.start, span.end)).toBe(quoted);
          expect(quoted).not.toContain('\n');
        }
      }),
    );
  });
});
