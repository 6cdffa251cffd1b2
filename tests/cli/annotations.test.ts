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

describe('concordance annotations in other forms', () => {
  const cwdWith = (files: Record<string, string> = {}) =>
    temporaryFolder({ 'mill.md': text, 'mill.md.annotations.jsonld': page(wheel, years), ...files });

  it('writes a Web Annotation page, a copy with CriticMarkup, and a REFI-QDA project', async () => {
    const cwd = cwdWith({ 'other.md': 'Nothing.' });
    const linked = await runProgram(['annotations', '--format', 'jsonld'], { cwd });
    expect(linked.status).toBe(0);
    expect(JSON.parse(linked.stdout).items).toMatchObject([
      { id: 'urn:a', target: { source: 'mill.md' } },
      { id: 'urn:b' },
    ]);
    const marked = await runProgram(['annotations', '--format', 'criticmarkup', 'mill.md'], { cwd });
    expect(marked.stdout).toContain('{==Its wheel turned==}{>>Undershot? #water<<} for {==ninety years==}');
    const several = await runProgram(['annotations', '--format', 'criticmarkup'], { cwd });
    expect(several).toMatchObject({ status: 2, stderr: expect.stringContaining('name the one that is meant') });
    const nowhere = await runProgram(['annotations', '--format', 'qdpx'], { cwd });
    expect(nowhere).toMatchObject({ status: 2, stderr: expect.stringContaining('--output') });
    const project = await runProgram(['annotations', '--format', 'qdpx', '--output', 'mill.qdpx'], { cwd });
    expect(project).toMatchObject({ status: 0, stdout: '', stderr: '' });
    expect(readFileSync(join(cwd, 'mill.qdpx')).subarray(0, 2).toString()).toBe('PK');
  });

  it('takes over what Hypothesis and other programs exported, once', async () => {
    const quote = { type: 'TextQuoteSelector', exact: 'by the river', prefix: 'stands ', suffix: '.' };
    const rows = [
      { id: 'x1', user: 'acct:cleo@hypothes.is', text: 'Which?', tags: [], target: [{ selector: [quote] }] },
    ];
    const cwd = cwdWith({ 'rows.json': JSON.stringify(rows), 'page.jsonld': page(note('urn:c', 'mill', 'Whose?')) });
    const first = await runProgram(['annotations', 'import', 'hypothesis', 'rows.json', 'mill.md'], { cwd });
    expect(first.stdout).toBe('one annotation imported into mill.md.annotations.jsonld\n');
    const second = await runProgram(['annotations', 'import', 'hypothesis', 'rows.json', 'mill.md'], { cwd });
    expect(second.stdout).toContain('0 annotations imported');
    expect(second.stdout).toContain('1 were there already');
    await runProgram(['annotations', 'import', 'jsonld', 'page.jsonld', 'mill.md'], { cwd });
    const { stdout } = await runProgram(['annotations', '--format', 'json', 'mill.md'], { cwd });
    const listed = JSON.parse(stdout).documents[0].annotations;
    expect(listed.map((item: { state: string; text: string }) => [item.state, item.text])).toEqual([
      ['found', 'mill'],
      ['found', 'by the river'],
      ['found', 'Its wheel turned'],
      ['found', 'ninety years'],
    ]);
  });

  it('moves CriticMarkup out of the text', async () => {
    const cwd = temporaryFolder({ 'a.md': 'The {==mill==}{>>Whose? #owner<<} stands{>>still?<<}.\n' });
    const { status, stdout } = await runProgram(['annotations', 'import', 'criticmarkup', 'a.md'], { cwd });
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: '2 annotations moved out of a.md into a.md.annotations.jsonld\n',
    });
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe('The mill stands.\n');
    const listed = await runProgram(['annotations', '--format', 'json'], { cwd });
    expect(JSON.parse(listed.stdout).documents[0].annotations).toMatchObject([
      { text: 'mill', comment: 'Whose?', tags: ['owner'], state: 'found' },
      { text: 'stands', comment: 'still?', state: 'found' },
    ]);
  });

  it('leaves everything alone where a file is broken or the words are not understood', async () => {
    const broken = '{"items": [';
    const cwd = temporaryFolder({ 'a.md': 'A {==b==}.', 'a.md.annotations.jsonld': broken, 'x.json': '{' });
    for (const operands of [
      ['criticmarkup', 'a.md'],
      ['jsonld', 'x.json', 'a.md'],
      ['word', 'x.json', 'a.md'],
      ['jsonld', 'a.md'],
    ]) {
      const { status, stderr } = await runProgram(['annotations', 'import', ...operands], { cwd });
      expect(status).toBe(2);
      expect(stderr).not.toContain('should not have happened');
    }
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe('A {==b==}.');
    expect(readFileSync(join(cwd, 'a.md.annotations.jsonld'), 'utf8')).toBe(broken);
  });
});
