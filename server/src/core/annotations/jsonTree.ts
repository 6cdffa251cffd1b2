// JSON read so that what is not touched can be written back byte for byte: members keep their order, also doubled ones,
// numbers and strings their spelling. Says where a text stops being JSON. Knows nothing of annotations.

import { t } from '@vscode/l10n';

export type JsonNode = JsonObject | JsonArray | JsonScalar;

export interface JsonObject {
  readonly kind: 'object';
  readonly members: readonly JsonMember[];
  /** The source text, as long as the object is as it was read. */
  readonly raw?: string;
}

export interface JsonArray {
  readonly kind: 'array';
  readonly items: readonly JsonNode[];
  readonly raw?: string;
}

export interface JsonScalar {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  readonly raw: string;
}

export interface JsonMember {
  readonly name: string;
  /** The name as it was written, with its quotes. */
  readonly rawName: string;
  readonly value: JsonNode;
}

/** Where a text is not JSON: zero-based line and character, and what was expected. */
export interface JsonError {
  readonly line: number;
  readonly character: number;
  readonly message: string;
}

export type JsonResult = { readonly node: JsonNode } | { readonly error: JsonError };

const MAX_DEPTH = 200;
const stringPattern = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y;
const numberPattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const wordPattern = /true|false|null/y;
const spacePattern = /[ \t\r\n]*/y;

/** Reads one JSON value. Answers the place and reason for any text that is not JSON; never throws. */
export function parseJson(text: string): JsonResult {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let failure: { offset: number; message: string } | undefined;

  function fail(message: string): undefined {
    failure ??= { offset: at, message };
    return undefined;
  }
  function take(pattern: RegExp): string | undefined {
    pattern.lastIndex = at;
    const match = pattern.exec(text)?.[0];
    if (match !== undefined) at += match.length;
    return match;
  }
  function takeSign(sign: string): boolean {
    take(spacePattern);
    if (text[at] !== sign) return false;
    at++;
    return true;
  }
  function readValue(depth: number): JsonNode | undefined {
    take(spacePattern);
    if (depth > MAX_DEPTH) return fail(t('nested more than {0} deep', MAX_DEPTH));
    const start = at;
    if (text[at] === '{') {
      const members = readMembers(depth);
      return members && { kind: 'object', members, raw: text.slice(start, at) };
    }
    if (text[at] === '[') {
      const items = readItems(depth);
      return items && { kind: 'array', items, raw: text.slice(start, at) };
    }
    const raw = text[at] === '"' ? take(stringPattern) : (take(numberPattern) ?? take(wordPattern));
    if (raw === undefined || raw === '')
      return fail(text[at] === '"' ? t('a string without its end') : t('a value is missing'));
    return { kind: 'scalar', value: JSON.parse(raw) as JsonScalar['value'], raw };
  }
  function readMembers(depth: number): JsonMember[] | undefined {
    const members: JsonMember[] = [];
    at++;
    if (takeSign('}')) return members;
    do {
      take(spacePattern);
      const rawName = take(stringPattern);
      if (rawName === undefined) return fail(t('a name in double quotes is missing'));
      if (!takeSign(':')) return fail(t('a “:” is missing'));
      const value = readValue(depth + 1);
      if (!value) return undefined;
      members.push({ name: JSON.parse(rawName) as string, rawName, value });
    } while (takeSign(','));
    return takeSign('}') ? members : fail(t('a “,” or “}” is missing'));
  }
  function readItems(depth: number): JsonNode[] | undefined {
    const items: JsonNode[] = [];
    at++;
    if (takeSign(']')) return items;
    do {
      const item = readValue(depth + 1);
      if (!item) return undefined;
      items.push(item);
    } while (takeSign(','));
    return takeSign(']') ? items : fail(t('a “,” or “]” is missing'));
  }

  const node = readValue(0);
  take(spacePattern);
  if (node && at < text.length) fail(t('there is more after the end'));
  if (node && !failure) return { node };
  return { error: errorAt(text, failure?.offset ?? at, failure?.message ?? t('a value is missing')) };
}

/** The value as JSON text, indented by two spaces. What is as it was read is written as it was read. */
export function printJson(node: JsonNode, indent = ''): string {
  if (node.raw !== undefined) return node.raw;
  const inner = `${indent}  `;
  if (node.kind === 'array') {
    if (node.items.length === 0) return '[]';
    const items = node.items.map((item) => inner + printJson(item, inner));
    return `[\n${items.join(',\n')}\n${indent}]`;
  }
  if (node.kind === 'scalar' || node.members.length === 0) return '{}';
  const members = node.members.map(({ rawName, value }) => `${inner}${rawName}: ${printJson(value, inner)}`);
  return `{\n${members.join(',\n')}\n${indent}}`;
}

/** A plain value as a tree. Members that are undefined are left out. */
export function jsonOf(value: unknown): JsonNode {
  if (Array.isArray(value)) return { kind: 'array', items: value.map(jsonOf) };
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    return { kind: 'object', members: members.map(([name, member]) => memberOf(name, jsonOf(member))) };
  }
  const scalar = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
  return { kind: 'scalar', value: scalar, raw: JSON.stringify(scalar) };
}

/** The tree as a plain value. */
export function valueOfJson(node: JsonNode): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'array') return node.items.map(valueOfJson);
  const entries = node.members.map(({ name, value }) => [name, valueOfJson(value)] as const);
  return Object.fromEntries(entries);
}

/** The member's value; of several of one name the last, as `JSON.parse` has it. */
export function memberNamed(node: JsonNode | undefined, name: string): JsonNode | undefined {
  if (node?.kind !== 'object') return undefined;
  return node.members.findLast((member) => member.name === name)?.value;
}

/** The object with a member put in its old place, or at the end where it is new; `undefined` takes it out. */
export function withMember(object: JsonObject, name: string, value: JsonNode | undefined): JsonObject {
  const at = object.members.findLastIndex((member) => member.name === name);
  if (value === undefined) {
    return at < 0 ? object : { kind: 'object', members: object.members.filter((member) => member.name !== name) };
  }
  if (at < 0) return { kind: 'object', members: [...object.members, memberOf(name, value)] };
  return { kind: 'object', members: object.members.with(at, { ...object.members[at]!, value }) };
}

function memberOf(name: string, value: JsonNode): JsonMember {
  return { name, rawName: JSON.stringify(name), value };
}

function errorAt(text: string, offset: number, message: string): JsonError {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length - 1, character: lines.at(-1)!.length, message };
}
