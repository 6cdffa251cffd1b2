// Merges two versions of a document's annotations that grew from one: by annotation, then by field. Nothing that somebody
// wrote is dropped; where both sides wrote different things into one field, the merge says so.

import { type Annotation, annotationOf, RESOLVED } from './annotation.ts';
import type { AnnotationPage } from './annotationPage.ts';
import { type JsonMember, type JsonNode, type JsonObject, memberNamed, valueOfJson } from './jsonTree.ts';

export interface MergeConflict {
  readonly id: string;
  /** The field that both sides changed: `body`, `target`…; empty for an annotation that one side deleted. */
  readonly field: string;
  readonly message: string;
}

export interface MergedPage {
  readonly page: AnnotationPage;
  readonly conflicts: readonly MergeConflict[];
}

/**
 * The page that has the changes of both sides. `base` is what both began with; without it, whatever either side has is
 * kept. An annotation that one side deleted and the other changed is kept. Comments that both sides wrote are both kept.
 */
export function mergePages(base: AnnotationPage | undefined, ours: AnnotationPage, theirs: AnnotationPage): MergedPage {
  const conflicts: MergeConflict[] = [];
  const before = byId(base);
  const mine = byId(ours);
  const other = byId(theirs);
  const annotations: Annotation[] = [];
  for (const id of new Set([...mine.keys(), ...other.keys()])) {
    const [was, our, their] = [before.get(id), mine.get(id), other.get(id)];
    if (our && their) {
      annotations.push(annotationOf(mergeObjects(id, was?.json, our.json, their.json, conflicts)));
    } else if (!was) {
      annotations.push((our ?? their)!);
    } else if (!same((our ?? their)!.json, was.json)) {
      annotations.push((our ?? their)!);
      conflicts.push({
        id,
        field: '',
        message: 'one side deleted this annotation and the other changed it; it is kept',
      });
    }
  }
  const json = mergeObjects(
    '',
    withoutItems(base?.json),
    withoutItems(ours.json)!,
    withoutItems(theirs.json)!,
    conflicts,
  );
  const others = mergeItems(base?.others ?? [], ours.others, theirs.others);
  return { page: { annotations, json, others }, conflicts };
}

/** Annotations by id. Several of one id are told apart by their order, so that none is lost. */
function byId(page: AnnotationPage | undefined): Map<string, Annotation> {
  const map = new Map<string, Annotation>();
  for (const annotation of page?.annotations ?? []) {
    let key = annotation.id;
    for (let copy = 2; map.has(key); copy++) key = `${annotation.id} (${copy})`;
    map.set(key, annotation);
  }
  return map;
}

function mergeObjects(
  id: string,
  base: JsonObject | undefined,
  ours: JsonObject,
  theirs: JsonObject,
  conflicts: MergeConflict[],
): JsonObject {
  if (same(ours, theirs) || (base && same(theirs, base))) return ours;
  if (base && same(ours, base)) return theirs;
  const members: JsonMember[] = [];
  const added = theirs.members.filter(({ name }) => memberNamed(ours, name) === undefined);
  for (const { name, rawName } of [...ours.members, ...added]) {
    if (members.some((member) => member.name === name)) continue;
    const field: Versions = {
      base: memberNamed(base, name),
      ours: memberNamed(ours, name),
      theirs: memberNamed(theirs, name),
    };
    const value = mergeField(id, name, field, base !== undefined, conflicts);
    if (value) members.push({ name, rawName, value });
  }
  return { kind: 'object', members };
}

interface Versions {
  readonly base: JsonNode | undefined;
  readonly ours: JsonNode | undefined;
  readonly theirs: JsonNode | undefined;
}

function mergeField(
  id: string,
  name: string,
  { base, ours, theirs }: Versions,
  hasBase: boolean,
  conflicts: MergeConflict[],
): JsonNode | undefined {
  if (same(ours, theirs) || (hasBase && same(theirs, base))) return ours;
  if (hasBase && same(ours, base)) return theirs;
  if (!ours || !theirs) {
    if (name !== RESOLVED && hasBase && base) {
      conflicts.push({ id, field: name, message: 'one side removed this field and the other changed it; it is kept' });
    }
    return ours ?? theirs;
  }
  if (name === 'modified') return String(valueOfJson(ours)) >= String(valueOfJson(theirs)) ? ours : theirs;
  if (name === 'body' || name === 'items')
    return { kind: 'array', items: mergeItems(listOf(base), listOf(ours), listOf(theirs)) };
  conflicts.push({ id, field: name, message: 'both sides changed this field differently; ours is kept' });
  return ours;
}

/** Ours with what theirs added and without what theirs removed. */
function mergeItems(base: readonly JsonNode[], ours: readonly JsonNode[], theirs: readonly JsonNode[]): JsonNode[] {
  const [was, our, their] = [base, ours, theirs].map((items) => new Set(items.map(keyOf))) as [
    Set<string>,
    Set<string>,
    Set<string>,
  ];
  return [
    ...ours.filter((item) => their.has(keyOf(item)) || !was.has(keyOf(item))),
    ...theirs.filter((item) => !our.has(keyOf(item)) && !was.has(keyOf(item))),
  ];
}

/** The page around its annotations: those are merged one by one. */
function withoutItems(json: JsonObject | undefined): JsonObject | undefined {
  if (!json) return undefined;
  const empty: JsonNode = { kind: 'array', items: [] };
  const members = json.members.map((member) => (member.name === 'items' ? { ...member, value: empty } : member));
  return { kind: 'object', members };
}

function listOf(node: JsonNode | undefined): readonly JsonNode[] {
  if (!node) return [];
  return node.kind === 'array' ? node.items : [node];
}

function same(a: JsonNode | undefined, b: JsonNode | undefined): boolean {
  if (!a || !b) return a === b;
  return keyOf(a) === keyOf(b);
}

/** The value as text: equal values have equal texts, however they are laid out. */
function keyOf(node: JsonNode): string {
  if (node.kind === 'scalar') return node.raw;
  if (node.kind === 'array') return `[${node.items.map(keyOf).join(',')}]`;
  return `{${node.members.map(({ rawName, value }) => `${rawName}:${keyOf(value)}`).join(',')}}`;
}
