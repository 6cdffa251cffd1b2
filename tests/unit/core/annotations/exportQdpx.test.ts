import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { createAnnotation } from '../../../../server/src/core/annotations/annotation.ts';
import { type AnnotatedText, exportQdpx } from '../../../../server/src/core/annotations/exportQdpx.ts';
import { placeAnnotations } from '../../../../server/src/core/annotations/placedAnnotations.ts';
import { describePassage } from '../../../../server/src/core/annotations/selectors.ts';

const schema = XmlDocument.fromString(
  readFileSync(new URL('../../../support/refiQdaProject.xsd', import.meta.url), 'utf8'),
);
const validator = XsdValidator.fromDoc(schema);

function unpack(documents: readonly AnnotatedText[]) {
  const files = unzipSync(exportQdpx(documents, 'Harbours & tugs'));
  const project = strFromU8(files['project.qde']!);
  return { files, project };
}

function expectValid(project: string): void {
  const document = XmlDocument.fromString(project);
  validator.validate(document);
  document.dispose();
}

const source = '\ufeffThe port 😀 owned two tugs.\r\nTheir boilers were coal-fired.\r\n';
const note = (id: string, words: string, said: object) => {
  const start = source.indexOf(words);
  const selectors = describePassage(source, { start, end: start + words.length });
  const when = { creator: 'Ana', created: '2024-05-01T10:00:00Z' };
  return createAnnotation({ id, motivation: 'commenting', source: 'port.md', selectors, ...when, ...said });
};
const annotations = [
  note('urn:a', 'two tugs', { comment: 'Three <says> "the" & register', tags: ['fleet', 'check'] }),
  note('urn:b', 'coal-fired', { tags: ['fleet'], created: 'yesterday' }),
  createAnnotation({ id: 'urn:r', motivation: 'replying', replyTo: 'urn:a', comment: 'Two.', creator: 'Ben' }),
  createAnnotation({
    id: 'urn:gone',
    motivation: 'commenting',
    comment: 'Sold?',
    selectors: { quote: { exact: 'a sailing ship of oak', prefix: 'once ', suffix: ' there' } },
  }),
];
const document: AnnotatedText = { path: 'notes/port.md', source, placed: placeAnnotations(source, annotations) };

describe('a REFI-QDA project', () => {
  it('is valid by the schema, and has tags as codes, passages as selections and what is said as notes', () => {
    const { project, files } = unpack([document]);
    expectValid(project);
    const text = strFromU8(Object.entries(files).find(([name]) => name.startsWith('Sources/'))![1]);
    expect(text).toBe('The port 😀 owned two tugs.\nTheir boilers were coal-fired.\n');
    const selections = [...project.matchAll(/<PlainTextSelection [^>]*startPosition="(\d+)" endPosition="(\d+)"/g)];
    const characters = [...text];
    expect(selections.map(([, start, end]) => characters.slice(Number(start), Number(end)).join(''))).toEqual([
      'two tugs',
      'coal-fired',
    ]);
    expect(project.match(/<Code /g)).toHaveLength(2);
    expect(project).toContain('Three &lt;says&gt; "the" &amp; register\n\nBen: Two.');
    expect(project).toContain('No longer in the text: “a sailing ship of oak”');
    expect(project.match(/creationDateTime="2024-05-01T10:00:00Z"/g)!.length).toBeGreaterThan(0);
    expect(project).not.toContain('yesterday');
  });

  it('refers only to what is in it, and is the same when it is made again', () => {
    const { project } = unpack([document]);
    const guids = new Set([...project.matchAll(/ guid="([^"]+)"/g)].map(([, guid]) => guid));
    for (const [, target] of project.matchAll(/(?:targetGUID|creatingUser)="([^"]+)"/g))
      expect(guids).toContain(target);
    expect([...project.matchAll(/ guid="/g)]).toHaveLength(guids.size);
    expect(exportQdpx([document], 'x')).toEqual(exportQdpx([document], 'x'));
  });

  it('is refused by the schema where it is wrong, so that the test means something', () => {
    const { project } = unpack([document]);
    expect(() => expectValid(project.replace(/ isCodable="true"/, ''))).toThrow();
    expect(() => expectValid(project.replace(/startPosition="/, 'begin="'))).toThrow();
    expect(() =>
      expectValid(project.replace(/<Users>.*<\/Users>/s, '').replace('</Project>', '<Users/></Project>')),
    ).toThrow();
  });

  it('is valid whatever is said of whatever text', () => {
    const words = fc.string({ unit: 'binary', maxLength: 20 });
    fc.assert(
      fc.property(fc.array(fc.tuple(words, words, words), { maxLength: 4 }), words, (said, text) => {
        const made = said.map(([comment, tag, creator], i) => {
          const selectors = describePassage(text, { start: 0, end: text.length });
          return createAnnotation({
            id: `urn:${i}`,
            motivation: 'commenting',
            comment,
            tags: [tag],
            creator,
            selectors,
          });
        });
        const one = { path: `${text}.md`, source: text, placed: placeAnnotations(text, made) };
        expectValid(unpack([one]).project);
      }),
      { numRuns: 50 },
    );
    expectValid(unpack([]).project);
  });
});
