import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnnotation } from '../../../../server/src/core/annotations/annotation.ts';
import { annotationRecords } from '../../../../server/src/core/annotations/annotationRecord.ts';
import { exportCsv } from '../../../../server/src/core/annotations/exportCsv.ts';
import { exportMarkdown } from '../../../../server/src/core/annotations/exportMarkdown.ts';
import { placeAnnotations } from '../../../../server/src/core/annotations/placedAnnotations.ts';
import { describePassage } from '../../../../server/src/core/annotations/selectors.ts';

const before = 'The lighthouse was built in 1851.\nIts keeper lived below, in a house of two rooms.\n';
const source = before.replace('1851', '1857');
const of = (text: string) => {
  const start = before.indexOf(text);
  return describePassage(before, { start, end: start + text.length });
};
const annotations = [
  createAnnotation({
    id: 'b',
    motivation: 'commenting',
    comment: 'Checked?\nThe plaque says otherwise.',
    tags: ['dates', 'check'],
    creator: 'Ana',
    source: 'a.md',
    selectors: of('built in 1851'),
  }),
  createAnnotation({ id: 'r', motivation: 'replying', comment: '=Yes, "twice".', creator: 'Ben', replyTo: 'b' }),
  createAnnotation({
    id: 'l',
    motivation: 'linking',
    links: [{ source: 'plans/old map.md' }],
    source: 'a.md',
    selectors: of('two rooms'),
  }),
  createAnnotation({
    id: 'o',
    motivation: 'highlighting',
    source: 'a.md',
    selectors: { quote: { exact: 'a garden wall', prefix: 'behind ', suffix: ' of brick' } },
  }),
];
const records = annotationRecords(source, placeAnnotations(source, annotations));
const documents = [{ path: 'a.md', records }];

describe('records', () => {
  it('say where each annotation stands, in document order', () => {
    expect(records.map(({ id, state, text }) => [id, state, text])).toEqual([
      ['b', 'changed', 'built in 1857'],
      ['r', 'changed', 'built in 1857'],
      ['l', 'found', 'two rooms'],
      ['o', 'orphaned', undefined],
    ]);
    expect(records[0]).toMatchObject({ quote: 'built in 1851', range: { start: { line: 0, character: 19 } } });
  });
});

describe('the Markdown report', () => {
  it('has the quotations with their threads, by tag', () => {
    expect(exportMarkdown(documents)).toBe(`# Annotations

## check

> built in 1857

— a.md, line 1 (changed)

Was: “built in 1851”

- **Ana:** Checked?
  The plaque says otherwise.
- **Ben:** =Yes, "twice".

## dates

> built in 1857

— a.md, line 1 (changed)

Was: “built in 1851”

- **Ana:** Checked?
  The plaque says otherwise.
- **Ben:** =Yes, "twice".

## Without a tag

> two rooms

— a.md, line 2

- see <plans/old%20map.md>

> a garden wall

— a.md (orphaned)
`);
  });

  it('ends for threads that go round', () => {
    const round = ['x', 'y'].map((id) =>
      createAnnotation({ id, motivation: 'replying', comment: id, replyTo: id === 'x' ? 'y' : 'x' }),
    );
    const looped = annotationRecords(source, placeAnnotations(source, round));
    expect(exportMarkdown([{ path: 'a.md', records: looped }])).toBe('# Annotations\n');
  });
});

describe('the table', () => {
  it('has a line for each annotation, and no formula', () => {
    const lines = exportCsv(documents).split('\r\n');
    expect(lines[0]).toBe(
      'path,line,column,state,text,quote,comment,tags,links,motivation,creator,created,modified,resolved,reply to,id',
    );
    expect(lines[1]).toBe(
      'a.md,1,20,changed,built in 1857,built in 1851,"Checked?\nThe plaque says otherwise.",dates; check,,commenting,Ana,,,no,,b',
    );
    expect(lines[2]).toContain(`"'=Yes, ""twice""."`);
    expect(lines).toHaveLength(6);
  });

  it('gives every comment back to whoever reads it', () => {
    fc.assert(
      fc.property(fc.string(), (comment) => {
        const one = createAnnotation({ id: 'c', motivation: 'commenting', comment, source: 'a.md' });
        const table = exportCsv([{ path: 'a', records: annotationRecords(source, placeAnnotations(source, [one])) }]);
        const safe = /^\s*[=+\-@]/.test(comment) ? `'${comment}` : comment;
        const quoted = `"${safe.replaceAll('"', '""')}"`;
        expect(table.includes(`,${quoted},`) || (!/[",\r\n]/.test(safe) && table.includes(`,${safe},`))).toBe(true);
      }),
    );
  });
});
