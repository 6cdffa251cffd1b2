import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Annotation,
  annotationOf,
  createAnnotation,
  withComment,
  withResolved,
  withSelectors,
  withSource,
  withTags,
} from '../../../../server/src/core/annotations/annotation.ts';
import {
  type AnnotationPage,
  emptyPage,
  parsePage,
  putAnnotation,
  removeAnnotation,
  serialisePage,
} from '../../../../server/src/core/annotations/annotationPage.ts';
import { type JsonObject, jsonOf } from '../../../../server/src/core/annotations/jsonTree.ts';

const selectors = {
  quote: { exact: 'two tugs', prefix: 'owned ', suffix: ' at the time' },
  position: { start: 6, end: 14 },
};
const made = createAnnotation({
  id: 'urn:uuid:b',
  motivation: 'commenting',
  comment: 'Three, says the register.',
  tags: ['fleet', 'check'],
  source: 'report.md',
  selectors,
  creator: 'Ana',
  created: '2024-05-01T10:00:00Z',
});
const later = '2024-06-01T10:00:00Z';

function pageOf(text: string): AnnotationPage {
  const result = parsePage(text);
  if ('error' in result) throw new Error(result.error.message);
  return result.page;
}

function read(value: unknown): Annotation {
  return annotationOf(jsonOf(value) as JsonObject);
}

describe('an annotation', () => {
  it('comes back from its file as it was made', () => {
    const [back] = pageOf(serialisePage(putAnnotation(emptyPage(), made))).annotations;
    expect(back).toMatchObject({
      id: 'urn:uuid:b',
      motivation: 'commenting',
      comment: 'Three, says the register.',
      tags: ['fleet', 'check'],
      source: 'report.md',
      selectors,
      creator: 'Ana',
      created: '2024-05-01T10:00:00Z',
      resolved: false,
    });
  });

  it('is read in the forms that other programs write', () => {
    expect(
      read({
        '@id': 'x',
        motivation: ['commenting', 'bookmarking'],
        bodyValue: 'Why?',
        creator: 'https://people.example/ana',
        target: [
          {
            source: { id: 'doc' },
            selector: { type: 'RangeSelector', refinedBy: { type: 'TextQuoteSelector', exact: 'so' } },
          },
        ],
      }),
    ).toMatchObject({
      id: 'x',
      motivation: 'commenting',
      comment: 'Why?',
      creator: 'https://people.example/ana',
      source: 'doc',
      selectors: { quote: { exact: 'so', prefix: '', suffix: '' } },
    });
    expect(read({ id: 'y', motivation: 'replying', body: 'Yes.', target: 'x' })).toMatchObject({
      replyTo: 'x',
      comment: 'Yes.',
    });
    expect(read({ target: 7, body: [null, 3], motivation: {} })).toMatchObject({
      id: '',
      comment: '',
      tags: [],
      selectors: {},
    });
    expect(read({ target: { selector: { type: 'TextPositionSelector', start: 5, end: 2 } } }).selectors).toEqual({});
  });

  it('names what a cross-reference leads to', () => {
    const link = createAnnotation({
      id: 'l',
      motivation: 'linking',
      links: [{ source: 'other.md#figure' }],
      source: 'a.md',
      selectors,
    });
    expect(link.links).toMatchObject([{ source: 'other.md#figure' }]);
    expect(link.comment).toBe('');
  });

  it('is changed in the fields that are meant, and keeps the others', () => {
    const foreign = read({
      id: 'f',
      score: 1.5,
      body: [
        { type: 'TextualBody', value: 'old', purpose: 'commenting' },
        { type: 'Image', id: 'picture.png' },
        { type: 'TextualBody', value: 'fleet', purpose: 'tagging' },
      ],
      target: { source: 'report.md', styleClass: 'red', selector: [{ type: 'CssSelector', value: 'p' }] },
    });
    const changed = withSource(
      withSelectors(withTags(withComment(foreign, 'new', later), ['a', 'b'], later), selectors),
      'moved.md',
    );
    expect(changed).toMatchObject({ comment: 'new', tags: ['a', 'b'], selectors, source: 'moved.md', modified: later });
    const text = serialisePage(putAnnotation(emptyPage(), changed));
    for (const kept of ['"score": 1.5', 'picture.png', '"styleClass": "red"', 'CssSelector'])
      expect(text).toContain(kept);
    expect(withComment(foreign, '', later).comment).toBe('');
    expect(withSelectors(read({ id: 't', target: 'doc.md' }), selectors)).toMatchObject({
      source: 'doc.md',
      selectors,
    });
  });

  it('is resolved under a context that says what that means', () => {
    const resolved = withResolved(made, true, later);
    expect(resolved.resolved).toBe(true);
    const foreignPage = pageOf('{"@context": "http://www.w3.org/ns/anno.jsonld", "items": []}');
    const text = serialisePage(putAnnotation(foreignPage, resolved));
    expect(JSON.parse(text)['@context']).toContainEqual({ concordance: 'urn:concordance:' });
    expect(serialisePage(putAnnotation(pageOf(text), withResolved(resolved, false, later)))).not.toContain('resolved');
  });
});

describe('a page', () => {
  it('is ordered by id and pretty-printed', () => {
    const page = ['c', 'a', 'b'].reduce(
      (sum, id) => putAnnotation(sum, createAnnotation({ id, motivation: 'highlighting' })),
      emptyPage(),
    );
    const text = serialisePage(page);
    expect(JSON.parse(text).items.map(({ id }: { id: string }) => id)).toEqual(['a', 'b', 'c']);
    expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
    expect(serialisePage(removeAnnotation(page, 'b'))).not.toContain('"b"');
    expect(putAnnotation(page, createAnnotation({ id: 'a', motivation: 'tagging' })).annotations).toHaveLength(3);
  });

  it('keeps every byte of what it does not know', () => {
    const field = fc.tuple(fc.string(), fc.json({ maxDepth: 3 }));
    const item = fc.tuple(fc.array(field, { maxLength: 4 }), fc.uuid());
    fc.assert(
      fc.property(fc.array(item, { maxLength: 4 }), fc.array(field, { maxLength: 3 }), (items, outer) => {
        const print = (fields: [string, string][]) =>
          fields
            .filter(([name]) => name !== 'items')
            .map(([name, value]) => `${JSON.stringify(name)}:${value},`)
            .join('');
        const raw = items.map(([fields, id]) => `{${print(fields)}"id":"${id}"}`);
        const page = pageOf(`{${print(outer)}"items":[${raw.join(', ')}]}`);
        const text = serialisePage(putAnnotation(page, made));
        for (const one of raw) expect(text).toContain(one);
        for (const [name, value] of outer)
          if (name !== 'items') expect(text).toContain(`${JSON.stringify(name)}: ${value}`);
        const again = serialisePage(pageOf(text));
        expect(again).toBe(text);
      }),
    );
  });

  it('is read from a bare list, a single annotation or a collection', () => {
    expect(pageOf('[{"id":"a","target":"d"}]').annotations).toHaveLength(1);
    expect(pageOf('{"id":"a","target":"d"}').annotations).toHaveLength(1);
    const collection = pageOf(
      '{"type":"AnnotationCollection","first":{"type":"AnnotationPage","items":[{"id":"a"},"b"]}}',
    );
    expect(collection.annotations).toHaveLength(1);
    expect(JSON.parse(serialisePage(collection)).first.items).toEqual([{ id: 'a' }, 'b']);
  });

  it('that is broken says on which line', () => {
    expect(parsePage('{\n  "items": [\n<<<<<<< HEAD\n')).toMatchObject({ error: { line: 2 } });
    expect(parsePage('{"name": "something else"}')).toMatchObject({ error: { line: 0 } });
    expect(parsePage('7')).toHaveProperty('error');
  });
});
