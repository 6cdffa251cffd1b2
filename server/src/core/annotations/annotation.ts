// One Web Annotation as this program reads it. The JSON that it was read from goes with it, so that fields which nobody here
// knows are written back as they were; changes are made to that JSON and the rest is read anew.

import { idOf, listOf, selectorsOf, selectorValues, textOf, typeOf } from './annotationJson.ts';
import { type JsonNode, type JsonObject, jsonOf, memberNamed, valueOfJson, withMember } from './jsonTree.ts';
import { type LinkTarget, linkBody, linkTargetOf } from './linkTarget.ts';
import type { Selectors } from './selectors.ts';

export interface Annotation {
  readonly id: string;
  /** `highlighting`, `commenting`, `tagging`, `linking`, `replying`, or another program's word. */
  readonly motivation: string;
  /** What it says of the passage; empty where it says nothing. */
  readonly comment: string;
  readonly tags: readonly string[];
  /** What a cross-reference leads to: passages, documents, actors, figures. */
  readonly links: readonly LinkTarget[];
  /** The annotation that this one answers. */
  readonly replyTo?: string;
  /** The document, relative to the file, or an address. */
  readonly source?: string;
  readonly selectors: Selectors;
  readonly creator?: string;
  /** ISO 8601. */
  readonly created?: string;
  readonly modified?: string;
  readonly resolved: boolean;
  /** The words that were annotated, where a figure among them has been edited since and nobody has confirmed that. */
  readonly was?: string;
  readonly json: JsonObject;
}

export const RESOLVED = 'concordance:resolved';
export const WAS = 'concordance:was';

/** What a new annotation says. */
export interface AnnotationContent {
  readonly id: string;
  readonly motivation: string;
  readonly comment?: string;
  readonly tags?: readonly string[];
  readonly links?: readonly LinkTarget[];
  readonly replyTo?: string;
  readonly source?: string;
  readonly selectors?: Selectors;
  readonly creator?: string;
  readonly created?: string;
}

/** Reads an annotation from its JSON; what is missing or of another type than expected is left out. */
export function annotationOf(json: JsonObject): Annotation {
  const bodies = listOf(memberNamed(json, 'body') ?? memberNamed(json, 'bodyValue'));
  const target = listOf(memberNamed(json, 'target'))[0];
  const motivation = textOf(listOf(memberNamed(json, 'motivation'))[0]) ?? 'commenting';
  const answered = motivation === 'replying' ? (textOf(target) ?? idOf(target)) : undefined;
  const source = textOf(target) ?? textOf(memberNamed(target, 'source')) ?? idOf(memberNamed(target, 'source'));
  const optional = {
    replyTo: answered,
    source: source ?? idOf(target),
    creator: creatorOf(memberNamed(json, 'creator')),
    created: textOf(memberNamed(json, 'created')),
    modified: textOf(memberNamed(json, 'modified')),
    was: textOf(memberNamed(json, WAS)),
  };
  return {
    id: idOf(json) ?? '',
    motivation,
    comment: bodies.flatMap((body) => (isComment(body) ? (bodyText(body) ?? []) : [])).join('\n\n'),
    tags: bodies.flatMap((body) => (purposeOf(body) === 'tagging' ? (bodyText(body) ?? []) : [])),
    links: bodies.flatMap((body) => (purposeOf(body) === 'linking' ? (linkTargetOf(body) ?? []) : [])),
    selectors: selectorsOf(memberNamed(target, 'selector')),
    resolved: valueOfJson(memberNamed(json, RESOLVED) ?? jsonOf(false)) === true,
    json,
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
  };
}

/** A new annotation, with its fields in the order that the files of this program have. */
export function createAnnotation(content: AnnotationContent): Annotation {
  const target = content.replyTo ?? {
    source: content.source,
    selector: content.selectors && selectorValues(content.selectors),
  };
  const json = jsonOf({
    id: content.id,
    type: 'Annotation',
    motivation: content.motivation,
    creator: content.creator === undefined ? undefined : { type: 'Person', name: content.creator },
    created: content.created,
    body: [],
    target,
  }) as JsonObject;
  const items = bodiesOf(content);
  return annotationOf(withMember(json, 'body', items.length > 0 ? { kind: 'array', items } : undefined));
}

/** The annotation with another comment; other bodies stay. `modified` is the time of the change, ISO 8601. */
export function withComment(annotation: Annotation, comment: string, modified: string): Annotation {
  return withBodies(annotation, isComment, comment === '' ? [] : [commentBody(comment)].map(jsonOf), modified);
}

export function withTags(annotation: Annotation, tags: readonly string[], modified: string): Annotation {
  return withBodies(
    annotation,
    (body) => purposeOf(body) === 'tagging',
    tags.map((tag) => jsonOf(tagBody(tag))),
    modified,
  );
}

export function withResolved(annotation: Annotation, resolved: boolean, modified: string): Annotation {
  const json = withMember(annotation.json, RESOLVED, resolved ? jsonOf(true) : undefined);
  return annotationOf(withMember(json, 'modified', jsonOf(modified)));
}

/** The annotation with other cross-references; other bodies stay. */
export function withLinks(annotation: Annotation, links: readonly LinkTarget[], modified: string): Annotation {
  return withBodies(annotation, (body) => purposeOf(body) === 'linking', links.map(linkBody), modified);
}

/** The annotation with the words it was made on, as long as a figure among them is another one now; or without them. */
export function withFormerWords(annotation: Annotation, was: string | undefined): Annotation {
  return annotationOf(withMember(annotation.json, WAS, was === undefined ? undefined : jsonOf(was)));
}

/** The annotation on other words: after its passage was edited, or attached anew. Selectors of other kinds stay. */
export function withSelectors(annotation: Annotation, selectors: Selectors): Annotation {
  const targets = memberNamed(annotation.json, 'target');
  const target = listOf(targets)[0];
  const kept = listOf(memberNamed(target, 'selector')).filter(
    (selector) => !knownSelectors.has(typeOf(selector) ?? ''),
  );
  const selector: JsonNode = { kind: 'array', items: [...selectorValues(selectors).map(jsonOf), ...kept] };
  const object: JsonObject =
    target?.kind === 'object' ? target : (jsonOf({ source: textOf(target) ?? annotation.source }) as JsonObject);
  const changed = withMember(object, 'selector', selector);
  const all: JsonNode =
    targets?.kind === 'array' ? { kind: 'array', items: [changed, ...targets.items.slice(1)] } : changed;
  return annotationOf(withMember(annotation.json, 'target', all));
}

/** The annotation on a document that was renamed or moved. */
export function withSource(annotation: Annotation, source: string): Annotation {
  const target = memberNamed(annotation.json, 'target');
  if (target?.kind !== 'object') return annotation;
  return annotationOf(withMember(annotation.json, 'target', withMember(target, 'source', jsonOf(source))));
}

const knownSelectors = new Set(['TextQuoteSelector', 'TextPositionSelector']);

function withBodies(
  annotation: Annotation,
  replaces: (body: JsonNode) => boolean,
  values: readonly JsonNode[],
  modified: string,
): Annotation {
  const bodies = listOf(memberNamed(annotation.json, 'body'));
  const at = bodies.findIndex(replaces);
  const kept = bodies.filter((body) => !replaces(body));
  const items = kept.toSpliced(at < 0 ? kept.length : at, 0, ...values);
  const body: JsonNode | undefined = items.length === 0 ? undefined : { kind: 'array', items };
  const json = withMember(withMember(annotation.json, 'bodyValue', undefined), 'body', body);
  return annotationOf(withMember(json, 'modified', jsonOf(modified)));
}

function bodiesOf({ comment, tags, links }: AnnotationContent): JsonNode[] {
  return [
    ...(comment ? [jsonOf(commentBody(comment))] : []),
    ...(tags ?? []).map((tag) => jsonOf(tagBody(tag))),
    ...(links ?? []).map(linkBody),
  ];
}

function commentBody(value: string): object {
  return { type: 'TextualBody', purpose: 'commenting', format: 'text/plain', value };
}

function tagBody(value: string): object {
  return { type: 'TextualBody', purpose: 'tagging', value };
}

function isComment(body: JsonNode): boolean {
  const purpose = purposeOf(body);
  if (purpose !== undefined) return purpose === 'commenting' || purpose === 'replying' || purpose === 'describing';
  return body.kind === 'scalar' ? textOf(body) !== undefined : typeOf(body) === 'TextualBody';
}

function purposeOf(body: JsonNode): string | undefined {
  return textOf(listOf(memberNamed(body, 'purpose'))[0]);
}

function bodyText(body: JsonNode): string | undefined {
  return textOf(body) ?? textOf(memberNamed(body, 'value'));
}

function creatorOf(creator: JsonNode | undefined): string | undefined {
  const first = listOf(creator)[0];
  return textOf(first) ?? textOf(memberNamed(first, 'name')) ?? textOf(memberNamed(first, 'nickname')) ?? idOf(first);
}
