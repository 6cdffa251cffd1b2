import { describe, expect, it } from 'vitest';
import {
  acceptDifference,
  type ProjectEdit,
  switchOff,
  tellApart,
} from '../../../../server/src/core/project/editProject.ts';
import { parseProject } from '../../../../server/src/core/project/parseProject.ts';

function edited(text: string, edit: ProjectEdit | undefined): string {
  if (!edit) throw new Error('There is no edit.');
  const result = text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
  expect(parseProject(result).problems).toEqual([]);
  return result;
}

const entry = { code: 'figure-conflict', values: ['1,240', '1,180'], measure: 'berths' } as const;
const accept = (text: string) => edited(text, acceptDifference(text, entry));
const printed = ['- code: figure-conflict', '  values: ["1,240", "1,180"]', '  measure: berths'];
const at = (column: number) => printed.map((line) => ' '.repeat(column) + line).join('\n');

describe('accepting a difference', () => {
  it('begins the file where there is none', () => {
    expect(accept('')).toBe(`accepted:\n${at(2)}\n`);
  });

  it('puts the entry behind the others, in their layout', () => {
    const before =
      'accepted:\n- code: scale-slip\n  values: ["1", "2"] # meant\n# what follows\nrules:\n  scale-slip: off\n';
    expect(accept(before)).toBe(before.replace('# meant\n', `# meant\n${at(0)}\n`));
  });

  it('keeps comments, order and line ends', () => {
    const before =
      '# Harbour\r\naccepted:\r\n    - code: scale-slip\r\n      values: [1, 2]\r\n\r\n# severities\r\nrules: { scale-slip: off }\r\n';
    expect(accept(before)).toBe(before.replace('[1, 2]', `[1, 2]\r\n${at(4).replaceAll('\n', '\r\n')}`));
  });

  it('begins the list where the file has none', () => {
    expect(accept('language: en # English')).toBe(`language: en # English\naccepted:\n${at(2)}\n`);
    expect(accept('# nothing yet\n')).toBe(`# nothing yet\naccepted:\n${at(2)}\n`);
  });

  it('fills a list that is empty, or stands on one line', () => {
    for (const before of ['accepted:\nlanguage: en # English\n', 'accepted: []\nlanguage: en # English\n']) {
      const after = accept(before);
      expect(after).toContain('language: en # English\n');
      expect(parseProject(after).project.accepted).toMatchObject([entry]);
    }
    const inline = accept('accepted: [{ code: scale-slip, values: ["1", "2"] }]\n');
    expect(parseProject(inline).project.accepted).toMatchObject([{ code: 'scale-slip' }, entry]);
  });

  it('leaves a broken file alone', () => {
    for (const broken of ['accepted: [', 'a: 1\na: 2\n', '- a list\n', 'text'])
      expect(acceptDifference(broken, entry)).toBeUndefined();
  });
});

describe('telling two measures apart', () => {
  it('adds a claim', () => {
    const after = edited('', tellApart('', ['berths', 'ferry berths: "all"']));
    expect(parseProject(after).project.differentClaims).toMatchObject([
      { measures: ['berths', 'ferry berths: "all"'] },
    ]);
  });
});

describe('switching a rule off', () => {
  const off = (text: string) => edited(text, switchOff(text, 'scale-slip'));

  it('adds a setting, or changes the one that is there', () => {
    expect(off('')).toBe('rules:\n  scale-slip: off\n');
    expect(off('rules:\n  name-variant: hint # spelling\n')).toBe(
      'rules:\n  name-variant: hint # spelling\n  scale-slip: off\n',
    );
    expect(off('rules:\n  scale-slip: error # always\n')).toBe('rules:\n  scale-slip: off # always\n');
    expect(off('rules: { name-variant: hint }\n')).toBe('rules: { name-variant: hint, scale-slip: off }\n');
    expect(off('rules:\nlanguage: en\n')).toContain('scale-slip: off');
  });
});
