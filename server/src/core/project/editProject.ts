// Edits of `concordance.yaml` that a quick fix makes. What stands in the file keeps its comments, its order and its
// layout: an entry is put behind the last of its kind, and only a list in one line is written anew.

import { Document, isMap, isScalar, isSeq, type Pair, parseDocument, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type { ProblemCode } from '../rules/problem.ts';
import { type Span, spanOf } from '../text/span.ts';
import type { AcceptedDifference } from './project.ts';

/** Replaces a span of the file by a text. */
export interface ProjectEdit {
  readonly span: Span;
  readonly text: string;
}

/** Accepts a difference. Undefined for a file whose YAML is broken; `text` is empty for a file that is yet to be made. */
export function acceptDifference(text: string, entry: Omit<AcceptedDifference, 'span'>): ProjectEdit | undefined {
  return addEntry(text, 'accepted', { ...entry, values: [...entry.values] });
}

/** Says that two measures are never one claim; undefined for a file whose YAML is broken. */
export function tellApart(text: string, different: readonly [string, string]): ProjectEdit | undefined {
  return addEntry(text, 'claims', { different: [...different] });
}

/** Says that two wordings are one measure; undefined for a file whose YAML is broken. */
export function uniteWordings(text: string, same: readonly [string, string]): ProjectEdit | undefined {
  return addEntry(text, 'claims', { same: [...same] });
}

/** Switches a rule off, whatever its setting was; undefined for a file whose YAML is broken. */
export function switchOff(text: string, code: ProblemCode): ProjectEdit | undefined {
  const file = openFile(text);
  if (!file) return undefined;
  const pair = file.find('rules');
  const rules = pair?.value;
  if (!pair) return file.append(`rules:\n  ${code}: off`);
  if (isMap(rules) && !rules.flow && rules.items.length > 0) {
    const value = rules.items.find(({ key }) => isScalar(key) && key.value === code)?.value;
    if (isScalar(value) && value.range) return { span: spanOf(value.range[0], value.range[1]), text: 'off' };
    const last = rules.items.at(-1);
    const [start] = rangeOf(last?.key) ?? [0];
    const [, end] = rangeOf(last?.value) ?? rangeOf(last?.key) ?? [0, 0];
    const edit = file.insertBelow(end, `${code}: off`, columnOf(text, start));
    if (edit) return edit;
  }
  if (isMap(rules)) file.document.setIn(['rules', code], 'off');
  else if (isEmptyNode(rules)) file.document.set('rules', file.document.createNode({ [code]: 'off' }));
  else return undefined;
  return file.rewrite();
}

/** Adds an entry to one of the lists of the file. */
function addEntry(text: string, key: string, entry: Readonly<Record<string, unknown>>): ProjectEdit | undefined {
  const file = openFile(text);
  if (!file) return undefined;
  const pair = file.find(key);
  const printed = printEntry(entry);
  if (!pair) return file.append(`${key}:\n${indent(printed, 2)}`);
  const list = pair.value;
  if (isSeq(list) && !list.flow && list.items.length > 0) {
    const [start, end] = rangeOf(list.items.at(-1)) ?? [0, 0];
    const dash = /^(\s*)-\s/.exec(text.slice(text.lastIndexOf('\n', start - 1) + 1, start));
    const edit = dash && file.insertBelow(end, printed, dash[1]!.length);
    if (edit) return edit;
  }
  if (isSeq(list)) list.flow = list.items.length > 0 && list.flow === true;
  if (isSeq(list)) file.document.addIn([key], nodeOf(file.document, entry));
  else if (isEmptyNode(list)) file.document.set(key, nodeOf(file.document, [entry]));
  else return undefined;
  return file.rewrite();
}

interface OpenFile {
  readonly document: Document.Parsed;
  find(key: string): Pair | undefined;
  /** Adds lines at the end of the file. */
  append(lines: string): ProjectEdit | undefined;
  /** Adds lines below the one that an offset stands in. */
  insertBelow(offset: number, lines: string, column: number): ProjectEdit | undefined;
  /** The document printed anew, as an edit of what differs. */
  rewrite(): ProjectEdit | undefined;
}

/** Undefined for a file that is no mapping or whose YAML is broken. */
function openFile(text: string): OpenFile | undefined {
  const document = parseDocument(text, { prettyErrors: false, logLevel: 'silent' });
  if (document.errors.length > 0) return undefined;
  const root = document.contents;
  if (!isEmptyNode(root) && !isMap(root)) return undefined;
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const rewrite = (): ProjectEdit => differenceOf(text, printDocument(document, text).replace(/\r?\n/g, lineEnd));
  const inFile = (edit: ProjectEdit): ProjectEdit | undefined => {
    const crlf = { span: edit.span, text: edit.text.replace(/\n/g, lineEnd) };
    const edited = text.slice(0, crlf.span.start) + crlf.text + text.slice(crlf.span.end);
    return parseDocument(edited, { prettyErrors: false, logLevel: 'silent' }).errors.length === 0 ? crlf : undefined;
  };
  return {
    document,
    find: (key) =>
      (isMap(root) ? root.items.find((item) => isScalar(item.key) && item.key.value === key) : undefined) as
        | Pair
        | undefined,
    append(lines) {
      const [start] = (isMap(root) ? rangeOf(root.items[0]?.key) : undefined) ?? [0];
      const gap = text === '' || text.endsWith('\n') ? '' : '\n';
      const isInline = isMap(root) && root.flow === true;
      const at = spanOf(text.length, text.length);
      return isInline ? undefined : inFile({ span: at, text: `${gap}${indent(lines, columnOf(text, start))}\n` });
    },
    insertBelow(offset, lines, column) {
      let last = offset;
      while (last > 0 && /\s/.test(text[last - 1]!)) last--;
      const end = text.indexOf('\n', last);
      const at = end < 0 ? text.length : text[end - 1] === '\r' ? end - 1 : end;
      return inFile({ span: spanOf(at, at), text: `\n${indent(lines, column)}` });
    },
    rewrite,
  };
}

function isEmptyNode(node: unknown): boolean {
  return node === null || node === undefined || (isScalar(node) && node.value === null);
}

function rangeOf(node: unknown): readonly [number, number] | undefined {
  const range = (node as { range?: readonly [number, number, number] | null } | null | undefined)?.range;
  return range ? [range[0], range[1]] : undefined;
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

function indent(lines: string, column: number): string {
  return lines.trimEnd().replace(/^(?=.)/gm, ' '.repeat(column));
}

/** An entry as an item of a list in YAML, values in quotation marks since YAML has its own idea of "1,240". */
function printEntry(entry: Readonly<Record<string, unknown>>): string {
  const document = new Document();
  document.contents = nodeOf(document, [entry]) as unknown as Document['contents'];
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function nodeOf(document: Document, value: unknown): unknown {
  const node = document.createNode(value);
  const quote = (part: unknown): void => {
    if (part instanceof YAMLSeq) {
      const isPlain = part.items.every((item) => item instanceof Scalar);
      part.flow = isPlain;
      for (const item of part.items) {
        if (isPlain) (item as Scalar).type = 'QUOTE_DOUBLE';
        else quote(item);
      }
    }
    if (part instanceof YAMLMap) for (const item of part.items) quote(item.value);
  };
  quote(node);
  return node;
}

function printDocument(document: Document, text: string): string {
  return document.toString({ lineWidth: 0, flowCollectionPadding: /[[{] \S/.test(text) });
}

/** One edit that turns a text into another: what lies between their common beginning and their common end. */
function differenceOf(before: string, after: string): ProjectEdit {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let end = 0;
  while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return { span: spanOf(start, before.length - end), text: after.slice(start, after.length - end) };
}
