// Annotations as a project for qualitative-analysis programs: REFI-QDA (www.qdasoftware.org), a zip with a description in XML
// and the texts. Tags become codes, passages selections, comments and answers notes.

import { strToU8, zipSync } from 'fflate';
import type { Span } from '../text/span.ts';
import { fileOffsetsOf, withPlainLineEnds } from './fileOffsets.ts';
import { guidOf } from './guid.ts';
import type { PlacedAnnotation } from './placedAnnotations.ts';
import { element, printXml, type XmlElement } from './xml.ts';

export interface AnnotatedText {
  /** As the reader knows it. */
  readonly path: string;
  readonly source: string;
  readonly placed: readonly PlacedAnnotation[];
}

const NAMESPACE = 'urn:QDA-XML:project:1.0';

/** The project file's bytes. Texts are written without a byte order mark and with LF, which positions are counted in. */
export function exportQdpx(documents: readonly AnnotatedText[], projectName: string): Uint8Array {
  const files = documents.map(({ path, source }) => {
    const text = withPlainLineEnds(source.replace(/^\ufeff/, ''));
    return [`Sources/${guidOf(`source ${path}`)}.txt`, strToU8(text)] as const;
  });
  const project = strToU8(printXml(projectOf(documents, projectName)));
  return zipSync(Object.fromEntries([['project.qde', project] as const, ...files]), { mtime: new Date(1980, 0, 1) });
}

/** The description of the project, in the order that the schema asks for. */
export function projectOf(documents: readonly AnnotatedText[], name: string): XmlElement {
  const all = documents.flatMap(({ placed }) => placed.map(({ annotation }) => annotation));
  const users = unique(all.flatMap(({ creator }) => creator ?? []));
  const tags = unique(all.flatMap((annotation) => annotation.tags));
  const sources = documents.map(sourceElement);
  const notes = documents.flatMap(notesOf).map(noteElement);
  return element('Project', { xmlns: NAMESPACE, name, origin: 'Concordance' }, [
    users.length > 0 &&
      element(
        'Users',
        {},
        users.map((user) => element('User', { guid: userGuid(user), name: user })),
      ),
    tags.length > 0 &&
      element('CodeBook', {}, [
        element(
          'Codes',
          {},
          tags.map((tag) => element('Code', { guid: codeGuid(tag), name: tag, isCodable: 'true' })),
        ),
      ]),
    sources.length > 0 && element('Sources', {}, sources),
    notes.length > 0 && element('Notes', {}, notes),
  ]);
}

function sourceElement(document: AnnotatedText): XmlElement {
  const guid = guidOf(`source ${document.path}`);
  const offsets = fileOffsetsOf(document.source);
  const roots = document.placed.filter(({ annotation }) => annotation.replyTo === undefined);
  const isWhole = ({ annotation: { selectors } }: PlacedAnnotation) => !selectors.quote && !selectors.position;
  const standing = roots.filter((placed) => placed.placement.span && !isWhole(placed));
  const rest = roots.filter((placed) => !standing.includes(placed));
  const noted = new Set(notesOf(document).map(({ guid: note }) => note));
  const refs = (placed: PlacedAnnotation) => {
    const note = noteGuid(placed.annotation.id);
    return noted.has(note) ? [element('NoteRef', { targetGUID: note })] : [];
  };
  const codings = ({ annotation }: PlacedAnnotation) =>
    annotation.tags.map((tag) => {
      const coding = { guid: guidOf(`coding ${annotation.id} ${tag}`), ...authorOf(annotation) };
      return element('Coding', coding, [element('CodeRef', { targetGUID: codeGuid(tag) })]);
    });
  const selections = standing.map((placed) => {
    const span = placed.placement.span as Span;
    const words = document.source.slice(span.start, span.end).replace(/\s+/g, ' ').trim();
    const attributes = {
      guid: guidOf(`selection ${placed.annotation.id}`),
      name: words.length > 60 ? `${words.slice(0, 59).replace(/[\ud800-\udbff]$/, '')}…` : words,
      startPosition: String(offsets.toFile(span.start)),
      endPosition: String(offsets.toFile(span.end)),
      ...authorOf(placed.annotation),
    };
    return element('PlainTextSelection', attributes, [...codings(placed), ...refs(placed)]);
  });
  return element('TextSource', { guid, name: document.path, plainTextPath: `internal://${guid}.txt` }, [
    ...selections,
    ...rest.flatMap(codings),
    ...rest.flatMap(refs),
  ]);
}

interface Note {
  readonly guid: string;
  readonly name: string;
  readonly text: string;
  readonly author: Readonly<Record<string, string>>;
}

/** A note for every thread that says something; passages that are gone are quoted in it. */
function notesOf({ path, placed }: AnnotatedText): Note[] {
  return placed
    .filter(({ annotation }) => annotation.replyTo === undefined)
    .flatMap((root) => {
      const { annotation, placement } = root;
      const quote = annotation.selectors.quote?.exact ?? '';
      const gone = placement.span || quote === '' ? [] : [`No longer in the text: “${quote}”`];
      const links = annotation.links.map(({ source }) => `See ${source}`);
      const said = [annotation.comment, ...links, ...answersTo(annotation.id, placed, new Set([annotation.id]))];
      const text = [...gone, ...said].filter((part) => part !== '').join('\n\n');
      if (text === '') return [];
      return [{ guid: noteGuid(annotation.id), name: `Note on ${path}`, text, author: authorOf(annotation) }];
    });
}

function answersTo(id: string, placed: readonly PlacedAnnotation[], seen: Set<string>): string[] {
  return placed.flatMap(({ annotation }) => {
    if (annotation.replyTo !== id || seen.has(annotation.id)) return [];
    seen.add(annotation.id);
    const by = annotation.creator === undefined ? '' : `${annotation.creator}: `;
    return [`${by}${annotation.comment}`, ...answersTo(annotation.id, placed, seen)];
  });
}

function noteElement({ guid, name, text, author }: Note): XmlElement {
  return element('Note', { guid, name, ...author }, [element('PlainTextContent', {}, [text])]);
}

function authorOf({ creator, created }: PlacedAnnotation['annotation']): Readonly<Record<string, string>> {
  const isTime =
    created !== undefined && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})?$/.test(created);
  return {
    ...(creator !== undefined && { creatingUser: userGuid(creator) }),
    ...(isTime && { creationDateTime: created }),
  };
}

const userGuid = (name: string) => guidOf(`user ${name}`);
const codeGuid = (tag: string) => guidOf(`code ${tag}`);
const noteGuid = (id: string) => guidOf(`note ${id}`);

function unique(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}
