// Reads YAML nodes into values, and says on the node's own span what is wrong with it. Knows YAML, and nothing of what the
// project file may contain. Whatever is wrong is reported and left out; the rest is read on.

import { t } from '@vscode/l10n';
import { type Document, isAlias, isMap, isScalar, isSeq, type ParsedNode } from 'yaml';
import type { Problem, Severity } from '../rules/problem.ts';
import { type Span, sliceSpan, spanOf } from '../text/span.ts';

/** Aliases that one file may use; more are refused, since what they stand for can grow beyond any bound. */
const mostAliases = 100;

/** A file with more mistakes is no project file. */
const mostProblems = 100;

export type YamlNode = ParsedNode | null | undefined;

/** Takes the value of one key; `at` is where the key stands, for what has no place of its own. */
export type FieldReader = (value: YamlNode, at: Span) => void;

export interface NodeReader {
  readonly problems: Problem[];
  /** The file is not valid YAML: what seems to be missing may only not have been understood. */
  readonly damaged: boolean;
  report(span: Span, severity: Severity, message: string): void;
  /** Where a node stands; an absent value stands where `otherwise` does. */
  spanOfNode(node: YamlNode, otherwise: Span): Span;
  /** Hands every key of a mapping to its reader, each key once; a key that has none is reported. */
  readFields(node: YamlNode, at: Span, what: string, fields: Readonly<Record<string, FieldReader>>): void;
  /** The items of a list; none for a key whose list is yet to be written. */
  readList(node: YamlNode, at: Span, what: string): readonly YamlNode[];
  /** Text, or a plain number as it is written: `2024` is "2024". Empty text is an error unless another severity is given. */
  readText(node: YamlNode, at: Span, what: string, ifEmpty?: Severity): string | undefined;
  readChoice<T extends string>(node: YamlNode, at: Span, what: string, choices: readonly T[]): T | undefined;
}

/** A reader of the nodes of `document`, which was parsed from `text`. */
export function createNodeReader(text: string, document: Document): NodeReader {
  const problems: Problem[] = [];
  let aliases = 0;

  function report(place: Span, severity: Severity, message: string): void {
    if (problems.length > mostProblems) return;
    const span = firstLineOf(text, place);
    problems.push({
      code: 'project-file',
      severity,
      message: problems.length === mostProblems ? t('{0}; further problems are not listed', message) : message,
      span,
      text: sliceSpan(text, span),
      related: [],
      relatedCount: 0,
      confidence: 1,
      reason: {},
    });
  }

  function spanOfNode(node: YamlNode, otherwise: Span): Span {
    if (!node?.range) return otherwise;
    const [start, end] = node.range;
    return end > start ? spanOf(start, end) : otherwise;
  }

  /** What an alias stands for, any other node itself. Undefined, with a problem, for an alias that cannot be followed. */
  function resolve(node: YamlNode, at: Span): { readonly node: YamlNode } | undefined {
    if (!isAlias(node)) return { node };
    if (++aliases > mostAliases) {
      if (aliases === mostAliases + 1)
        report(spanOfNode(node, at), 'error', t('more than {0} aliases; write the values out instead', mostAliases));
      return undefined;
    }
    const target = node.resolve(document) as YamlNode;
    if (target) return { node: target };
    report(spanOfNode(node, at), 'error', t('no anchor “&{0}” stands before this alias', node.source));
    return undefined;
  }

  function reportType(node: YamlNode, at: Span, what: string, expected: string, found: YamlNode): void {
    report(spanOfNode(node, at), 'error', t('{0} must be {1}, not {2}', what, expected, nameOfNode(found)));
  }

  function readFields(node: YamlNode, at: Span, what: string, fields: Readonly<Record<string, FieldReader>>): void {
    const found = resolve(node, at);
    if (!found) return;
    if (!isMap(found.node)) {
      reportType(node, at, what, t('a mapping (key: value)'), found.node);
      return;
    }
    const seen = new Set<string>();
    for (const pair of found.node.items) {
      const keyNode = pair.key as YamlNode;
      const keySpan = spanOfNode(keyNode, at);
      const key = isScalar(keyNode) ? String(keyNode.value) : '';
      if (seen.has(key)) {
        report(keySpan, 'error', t('“{0}” is given twice in {1}; the first one counts, remove the other', key, what));
      } else if (Object.hasOwn(fields, key)) {
        fields[key]?.(pair.value as YamlNode, keySpan);
      } else {
        const known = Object.keys(fields).join(', ');
        report(keySpan, 'warning', t('{0} has no key {1}; it knows {2}', what, quote(key), known));
      }
      seen.add(key);
    }
  }

  function readList(node: YamlNode, at: Span, what: string): readonly YamlNode[] {
    const found = resolve(node, at);
    if (!found) return [];
    if (isSeq(found.node)) return found.node.items as YamlNode[];
    if (isScalar(found.node) && found.node.value === null) return [];
    reportType(node, at, what, t('a list (one “- ” a line)'), found.node);
    return [];
  }

  function readText(node: YamlNode, at: Span, what: string, ifEmpty: Severity = 'error'): string | undefined {
    const found = resolve(node, at);
    if (!found) return undefined;
    const value = isScalar(found.node) ? found.node.value : undefined;
    if (typeof value === 'string' && value.trim() !== '') return value;
    if (typeof value === 'number' && isScalar(found.node)) return found.node.source ?? String(value);
    const isEmpty = typeof value === 'string' || (value === null && ifEmpty !== 'error');
    if (isEmpty) report(spanOfNode(node, at), ifEmpty, t('{0} is empty', what));
    else reportType(node, at, what, t('text'), found.node);
    return undefined;
  }

  function readChoice<T extends string>(node: YamlNode, at: Span, what: string, choices: readonly T[]): T | undefined {
    const found = resolve(node, at);
    if (!found) return undefined;
    const value = isScalar(found.node) ? String(found.node.value) : undefined;
    const choice = choices.find((candidate) => candidate === value);
    if (choice === undefined) reportType(node, at, what, t('one of {0}', choices.join(', ')), found.node);
    return choice;
  }

  return {
    problems,
    damaged: document.errors.length > 0,
    report,
    spanOfNode,
    readFields,
    readList,
    readText,
    readChoice,
  };
}

function nameOfNode(node: YamlNode): string {
  if (isMap(node)) return t('a mapping');
  if (isSeq(node)) return t('a list');
  if (!isScalar(node) || node.value === null) return t('empty');
  return quote(String(node.value));
}

function quote(text: string): string {
  return t('“{0}”', text.length > 40 ? `${text.slice(0, 39)}…` : text);
}

/** A problem is underlined on one line, also where its node goes over many. */
function firstLineOf(text: string, span: Span): Span {
  const end = text.indexOf('\n', span.start);
  return end < 0 || end >= span.end || end === span.start ? span : spanOf(span.start, end);
}
