// Writes what a project file says of actors, leaving its comments, its order and everything else as they are. Which change
// is wanted is decided by whoever asks; what entries mean is `project.ts`.

import { type Document, isMap, isScalar, isSeq, parseDocument, type YAMLMap, YAMLSeq } from 'yaml';
import type { ActorKind } from '../actors/actor.ts';
import { type Span, spanOf } from '../text/span.ts';

/** What is declared of an actor; an entry of that name keeps whatever is not given here. */
export interface ActorDeclaration {
  readonly name: string;
  readonly kind?: ActorKind;
  /** Put beside those that the entry has already. */
  readonly aliases?: readonly string[];
  readonly description?: string;
}

/** Names that are declared to be none. */
export interface ActorExclusion {
  readonly not: readonly string[];
}

export interface ProjectEdit {
  /** Whole lines of the old text. */
  readonly span: Span;
  readonly text: string;
}

/**
 * The edit that brings the change into the text of a project file, "" for one that is yet to be written. Undefined where
 * the text is not valid YAML or its actors are no list, so that nobody's work is written over.
 */
export function editActors(text: string, change: ActorDeclaration | ActorExclusion): ProjectEdit | undefined {
  const lines = text.replaceAll('\r\n', '\n');
  let changed: string | undefined;
  try {
    changed = changeText(lines, change);
  } catch {
    // The YAML library recurses, and gives up where a file nests many thousand levels deep.
    return undefined;
  }
  if (changed === undefined) return undefined;
  return differenceOf(text, text.includes('\r\n') ? changed.replaceAll('\n', '\r\n') : changed);
}

function changeText(text: string, change: ActorDeclaration | ActorExclusion): string | undefined {
  const document: Document = parseDocument(text, { uniqueKeys: false, logLevel: 'silent' });
  if (document.errors.length > 0) return undefined;
  const { contents } = document;
  if (contents === null || (isScalar(contents) && contents.value === null)) document.contents = document.createNode({});
  if (!isMap(document.contents)) return undefined;
  const actors = findActors(document);
  if (!actors) return undefined;
  if ('not' in change) for (const name of change.not) actors.add(document.createNode({ not: name }));
  else declare(document, actors, change);
  return document.toString({ lineWidth: 0, ...layoutOf(text) });
}

/** The list of actors, made where there is none yet; undefined where something else stands in its place. */
function findActors(document: Document): YAMLSeq | undefined {
  const node = document.get('actors', true) as unknown;
  if (isSeq(node)) return node;
  const isEmpty = node === undefined || (isScalar(node) && node.value === null);
  if (!isEmpty) return undefined;
  const actors = new YAMLSeq();
  document.set('actors', actors);
  return actors;
}

function declare(document: Document, actors: YAMLSeq, declaration: ActorDeclaration): void {
  const { name, kind, aliases = [], description } = declaration;
  let entry = actors.items.find((item): item is YAMLMap => isMap(item) && item.get('name') === name);
  if (!entry) {
    entry = document.createNode({ name });
    actors.add(entry);
  }
  if (kind) entry.set('kind', kind);
  if (aliases.length > 0) addAliases(document, entry, aliases);
  if (description) entry.set('description', description);
}

function addAliases(document: Document, entry: YAMLMap, aliases: readonly string[]): void {
  const known = entry.get('aliases', true) as unknown;
  if (!isSeq(known)) {
    const list = document.createNode(aliases) as YAMLSeq;
    list.flow = true;
    entry.set('aliases', list);
    return;
  }
  const there = new Set(known.items.map((item) => (isScalar(item) ? item.value : undefined)));
  for (const alias of aliases) if (!there.has(alias)) known.add(document.createNode(alias));
}

/** How the file is laid out, as far as that can be told to the writer. */
function layoutOf(text: string) {
  const nested = /^( {0,20})[^\s#-][^\n:]{0,80}:[ \t]{0,20}\n( {0,20})- /m.exec(text);
  const step = nested ? nested[2]!.length - nested[1]!.length : 2;
  return {
    indentSeq: step > 0,
    indent: step > 0 ? step : 2,
    flowCollectionPadding: /: [[{] \S/.test(text),
  };
}

/** The lines that differ, as one edit. */
function differenceOf(before: string, after: string): ProjectEdit {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  start = before.lastIndexOf('\n', start - 1) + 1;
  let kept = 0;
  while (kept < most - start && before[before.length - 1 - kept] === after[after.length - 1 - kept]) kept++;
  // The rest begins behind a line end that both texts have.
  const rest = before.slice(before.length - kept);
  const lineEnd = rest.indexOf('\n');
  kept = lineEnd < 0 ? 0 : kept - lineEnd - 1;
  return { span: spanOf(start, before.length - kept), text: after.slice(start, after.length - kept) };
}
