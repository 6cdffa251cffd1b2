// What the command line says of annotations, and how it merges their files.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAnnotation } from '../../server/src/core/annotations/annotation.ts';
import { emptyPage, putAnnotation, serialisePage } from '../../server/src/core/annotations/annotationPage.ts';
import { describePassage } from '../../server/src/core/annotations/selectors.ts';
import { runProgram } from '../support/runProgram.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

const text = 'The mill stands by the river.\r\nIts wheel turned for ninety years, and nobody counts them.\r\n';

function note(id: string, passage: string, comment: string) {
  const start = text.indexOf(passage);
  const selectors = describePassage(text, { start, end: start + passage.length });
  return createAnnotation({ id, motivation: 'commenting', comment, tags: ['water'], source: 'mill.md', selectors });
}

const page = (...notes: ReturnType<typeof note>[]) => serialisePage(notes.reduce(putAnnotation, emptyPage()));
const wheel = note('urn:a', 'Its wheel turned', 'Undershot?');
const years = note('urn:b', 'ninety years', 'Who says so?');

describe('concordance annotations', () => {
  it('lists where each annotation stands', async () => {
    const edited = `\ufeff# Mill\n\n${text.replaceAll('\r\n', '\n').replace('ninety', 'eighty')}`;
    const cwd = temporaryFolder({
      'mill.md': edited,
      'mill.md.annotations.jsonld': page(wheel, years),
      'plain.md': 'x',
    });
    const { status, stdout, stderr } = await runProgram(['annotations', '--format', 'json'], { cwd });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const { version, documents } = JSON.parse(stdout);
    expect(version).toBe(1);
    expect(documents).toMatchObject([
      {
        path: 'mill.md',
        annotations: [
          { id: 'urn:a', state: 'found', text: 'Its wheel turned', comment: 'Undershot?', tags: ['water'] },
          { id: 'urn:b', state: 'changed', text: 'eighty years', quote: 'ninety years', motivation: 'commenting' },
        ],
      },
      { path: 'plain.md', annotations: [] },
    ]);
    for (const { span, text: shown } of documents[0].annotations)
      expect(edited.slice(span.start, span.end)).toBe(shown);
    const listed = await runProgram(['annotations', 'mill.md'], { cwd });
    expect(listed.stdout).toBe(
      [
        'mill.md:4:1: found: “Its wheel turned”',
        '    Undershot? #water',
        'mill.md:4:22: changed: “eighty years”, was “ninety years”',
        '    Who says so? #water',
        '2 annotations: 1 found, 1 changed',
        '',
      ].join('\n'),
    );
  });

  it('has status 1 where one is lost, in every format', async () => {
    const cwd = temporaryFolder({ 'mill.md': 'Nothing is left.', 'mill.md.annotations.jsonld': page(wheel) });
    for (const format of ['text', 'json', 'csv', 'markdown']) {
      const { status, stdout } = await runProgram(['annotations', '--format', format], { cwd });
      expect(status).toBe(1);
      expect(stdout).toContain('orphaned');
      expect(stdout).toContain('Its wheel turned');
    }
  });

  it('names a broken file and its line, leaves it alone, and does the others', async () => {
    const broken = '{\n  "items": [\n<<<<<<< ours\n';
    const cwd = temporaryFolder({
      'a.md': text,
      'a.md.annotations.jsonld': broken,
      'mill.md': text,
      'mill.md.annotations.jsonld': page(wheel),
    });
    const { status, stdout, stderr } = await runProgram(['annotations', '--format', 'json'], { cwd });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^concordance: a\.md\.annotations\.jsonld:3:1: .*; correct it by hand .*\n$/);
    expect(JSON.parse(stdout).documents).toMatchObject([{ path: 'mill.md', annotations: [{ state: 'found' }] }]);
    expect(readFileSync(join(cwd, 'a.md.annotations.jsonld'), 'utf8')).toBe(broken);
  });
});

describe('concordance annotations merge', () => {
  it('writes what both sides have', async () => {
    const cwd = temporaryFolder({ base: page(), ours: page(wheel), theirs: page(years) });
    const { status, stderr } = await runProgram(['annotations', 'merge', 'base', 'ours', 'theirs'], { cwd });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(readFileSync(join(cwd, 'ours'), 'utf8')).toBe(page(wheel, years));
  });

  it('takes an empty base, and says what both sides changed', async () => {
    const other = { ...years, json: note('urn:b', 'ninety', 'Who says so?').json };
    const cwd = temporaryFolder({ base: '', ours: page(years), theirs: page(other) });
    const { status, stderr } = await runProgram(['annotations', 'merge', 'base', 'ours', 'theirs'], { cwd });
    expect(status).toBe(1);
    expect(stderr).toContain('ours: urn:b, target: ');
  });

  it('writes nothing where a side is broken', async () => {
    const ours = page(wheel);
    const cwd = temporaryFolder({ base: page(), ours, theirs: '{"items": [' });
    const { status, stderr } = await runProgram(['annotations', 'merge', 'base', 'ours', 'theirs'], { cwd });
    expect(status).toBe(2);
    expect(stderr).toContain('theirs:1:12: ');
    expect(readFileSync(join(cwd, 'ours'), 'utf8')).toBe(ours);
  });
});
