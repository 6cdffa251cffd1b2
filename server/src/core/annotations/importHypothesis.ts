// Reads what Hypothesis exports (a list of annotations as its interface gives them) and makes Web Annotations of it.

import { type Annotation, annotationOf, createAnnotation } from './annotation.ts';
import { type JsonError, type JsonNode, memberNamed, parseJson } from './jsonTree.ts';

export type ImportResult = { readonly annotations: readonly Annotation[] } | { readonly error: JsonError };

const ADDRESS = 'https://hypothes.is/a/';

/**
 * The annotations of an export, for the document `source` (relative to the file they will stand in). Entries without an
 * id or a target are left out. An error says where the text is not JSON or that it is no export.
 */
export function importHypothesis(text: string, source: string): ImportResult {
  const result = parseJson(text);
  if ('error' in result) return result;
  const { node } = result;
  const rows = node.kind === 'array' ? node : (memberNamed(node, 'annotations') ?? memberNamed(node, 'rows'));
  if (rows?.kind !== 'array') {
    return { error: { line: 0, character: 0, message: 'a list of annotations, as Hypothesis exports it, is missing' } };
  }
  return { annotations: rows.items.flatMap((row) => annotationOfRow(row, source) ?? []) };
}

function annotationOfRow(row: JsonNode, source: string): Annotation | undefined {
  const id = textOf(memberNamed(row, 'id'));
  const target = memberNamed(row, 'target');
  if (id === undefined || !target) return undefined;
  const comment = textOf(memberNamed(row, 'text')) ?? '';
  const tags = textsOf(memberNamed(row, 'tags'));
  const answered = textsOf(memberNamed(row, 'references')).at(-1);
  // Its targets are those of the Web Annotation model already.
  const { selectors } = annotationOf({
    kind: 'object',
    members: [{ name: 'target', rawName: '"target"', value: target }],
  });
  const creator = textOf(memberNamed(row, 'user'))
    ?.replace(/^acct:/, '')
    .split('@')[0];
  const created = textOf(memberNamed(row, 'created'));
  return createAnnotation({
    id: ADDRESS + id,
    motivation: answered ? 'replying' : comment !== '' ? 'commenting' : tags.length > 0 ? 'tagging' : 'highlighting',
    comment,
    tags,
    source,
    selectors,
    ...(answered !== undefined && { replyTo: ADDRESS + answered }),
    ...(creator && { creator }),
    ...(created !== undefined && { created }),
  });
}

function textOf(node: JsonNode | undefined): string | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}

function textsOf(node: JsonNode | undefined): string[] {
  return node?.kind === 'array' ? node.items.flatMap((item) => textOf(item) ?? []) : [];
}
