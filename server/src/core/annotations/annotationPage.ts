// The file beside a document: a Web Annotation `AnnotationPage`. Reads what other programs write too (a single annotation, a
// bare list, a collection), and writes items ordered by id, so that two people's additions seldom meet in a merge.

import { t } from '@vscode/l10n';
import { type Annotation, annotationOf, RESOLVED } from './annotation.ts';
import {
  type JsonError,
  type JsonNode,
  type JsonObject,
  jsonOf,
  memberNamed,
  parseJson,
  printJson,
  valueOfJson,
  withMember,
} from './jsonTree.ts';

export interface AnnotationPage {
  readonly annotations: readonly Annotation[];
  /** The page around the annotations, as it was read. */
  readonly json: JsonObject;
  /** Items that are no annotations; they are kept. */
  readonly others: readonly JsonNode[];
}

export type PageResult = { readonly page: AnnotationPage } | { readonly error: JsonError };

/** The ending of the file that belongs to a document: `report.md` has `report.md.annotations.jsonld`. */
export const ANNOTATIONS_SUFFIX = '.annotations.jsonld';

const ANNOTATION_CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
const OWN_CONTEXT = { concordance: 'urn:concordance:' };

/** A page without annotations. */
export function emptyPage(): AnnotationPage {
  const json = jsonOf({ '@context': [ANNOTATION_CONTEXT, OWN_CONTEXT], type: 'AnnotationPage', items: [] });
  return { annotations: [], json: json as JsonObject, others: [] };
}

/** Reads a file of annotations. An error says where the text is not JSON, or that it holds no annotations. */
export function parsePage(text: string): PageResult {
  const result = parseJson(text);
  if ('error' in result) return result;
  const { node } = result;
  if (node.kind === 'array') return { page: pageOf(emptyPage().json, node.items) };
  const first = memberNamed(node, 'first');
  const items = memberNamed(node, 'items') ?? memberNamed(first, 'items');
  if (node.kind === 'object' && items?.kind === 'array') return { page: pageOf(node, items.items) };
  if (node.kind === 'object' && memberNamed(node, 'target')) return { page: pageOf(emptyPage().json, [node]) };
  const message = t(
    'this is JSON, but neither a page of annotations nor an annotation: a list named “items” is missing',
  );
  return { error: { line: 0, character: 0, message } };
}

/**
 * The page as a file's text: pretty-printed, ordered by id, with a line end at its end. Parts that were not changed since
 * they were read are written as they were, byte for byte.
 */
export function serialisePage(page: AnnotationPage): string {
  const annotations = page.annotations.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const nodes = [...annotations.map((annotation) => annotation.json), ...page.others];
  const items: JsonNode = { kind: 'array', items: nodes };
  const json = page.annotations.some(({ resolved, was }) => resolved || was !== undefined)
    ? withOwnContext(page.json)
    : page.json;
  const first = memberNamed(json, 'first');
  if (!memberNamed(json, 'items') && first?.kind === 'object') {
    return `${printJson(withMember(json, 'first', withMember(first, 'items', items)))}\n`;
  }
  return `${printJson(withMember(json, 'items', items))}\n`;
}

/** The page with an annotation added, or put in the place of the one with its id. */
export function putAnnotation(page: AnnotationPage, annotation: Annotation): AnnotationPage {
  const at = page.annotations.findIndex((other) => other.id === annotation.id);
  const annotations = at < 0 ? [...page.annotations, annotation] : page.annotations.with(at, annotation);
  return { ...page, annotations };
}

/** The page without the annotation of that id. */
export function removeAnnotation(page: AnnotationPage, id: string): AnnotationPage {
  return { ...page, annotations: page.annotations.filter((annotation) => annotation.id !== id) };
}

function pageOf(json: JsonObject, items: readonly JsonNode[]): AnnotationPage {
  const annotations: Annotation[] = [];
  const others: JsonNode[] = [];
  for (const item of items) {
    if (item.kind === 'object') annotations.push(annotationOf(item));
    else others.push(item);
  }
  return { annotations, json, others };
}

/** The page with a context that says what this program's own terms mean. */
function withOwnContext(json: JsonObject): JsonObject {
  const context = memberNamed(json, '@context');
  const contexts = context?.kind === 'array' ? context.items : context ? [context] : [jsonOf(ANNOTATION_CONTEXT)];
  const prefix = RESOLVED.slice(0, RESOLVED.indexOf(':'));
  const known = contexts.some((part) => {
    const value = valueOfJson(part);
    return typeof value === 'object' && value !== null && prefix in value;
  });
  return known ? json : withMember(json, '@context', { kind: 'array', items: [...contexts, jsonOf(OWN_CONTEXT)] });
}
