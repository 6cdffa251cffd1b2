// The entries of `concordance.yaml`, key by key: what each one may say and what it must. Says nothing about YAML itself and
// nothing about what an entry does to a check.

import { t } from '@vscode/l10n';
import type { ActorKind } from '../actors/actor.ts';
import { type ProblemCode, problemCodes } from '../rules/problem.ts';
import type { Span } from '../text/span.ts';
import type { FieldReader, NodeReader, YamlNode } from './nodeReader.ts';
import type { AcceptedDifference, ActorEntry, DeclaredFact, MeasurePair, RuleSetting } from './project.ts';

const actorKinds: readonly ActorKind[] = ['person', 'organization', 'place', 'other'];
const ruleSettings: readonly RuleSetting[] = ['off', 'hint', 'information', 'warning', 'error'];

type Writable<T> = { -readonly [Key in keyof T]?: T[Key] };

export function readDocuments(reader: NodeReader, node: YamlNode, at: Span): readonly string[] {
  return readTexts(reader, node, at, 'documents', t('a pattern of documents'));
}

export function readActors(reader: NodeReader, node: YamlNode, at: Span): readonly ActorEntry[] {
  const actors: ActorEntry[] = [];
  for (const item of reader.readList(node, at, 'actors')) {
    const span = reader.spanOfNode(item, at);
    const draft: Writable<ActorEntry> = {};
    let not: string | undefined;
    reader.readFields(item, at, t('an actor'), {
      name: (value, key) => {
        draft.name = reader.readText(value, key, 'name');
        draft.nameSpan = reader.spanOfNode(value, key);
      },
      kind: (value, key) => {
        draft.kind = reader.readChoice(value, key, 'kind', actorKinds);
      },
      aliases: (value, key) => {
        draft.aliases = readTexts(reader, value, key, 'aliases', t('an alias'));
      },
      description: textField(reader, 'description', draft),
      link: textField(reader, 'link', draft),
      not: (value, key) => {
        not = reader.readText(value, key, 'not');
      },
    });
    if (not !== undefined) actors.push({ span, name: not, not: true });
    else if (draft.name !== undefined) actors.push({ ...draft, name: draft.name, span });
    else reportMissing(reader, span, t('an actor needs a name (or “not:” with what is none)'));
  }
  return actors;
}

export function readFacts(reader: NodeReader, node: YamlNode, at: Span): readonly DeclaredFact[] {
  const facts: DeclaredFact[] = [];
  for (const item of reader.readList(node, at, 'facts')) {
    const span = reader.spanOfNode(item, at);
    const draft: Writable<DeclaredFact> = {};
    reader.readFields(item, at, t('a fact'), {
      measure: textField(reader, 'measure', draft),
      subject: textField(reader, 'subject', draft),
      value: textField(reader, 'value', draft),
      period: textField(reader, 'period', draft),
      source: textField(reader, 'source', draft),
    });
    const { measure, value } = draft;
    if (measure === undefined) reportMissing(reader, span, t('a fact needs a measure'));
    else if (value === undefined) reportMissing(reader, span, t('a fact needs a value'));
    else facts.push({ ...draft, measure, value, span });
  }
  return facts;
}

export function readAccepted(reader: NodeReader, node: YamlNode, at: Span): readonly AcceptedDifference[] {
  const accepted: AcceptedDifference[] = [];
  for (const item of reader.readList(node, at, 'accepted')) {
    const span = reader.spanOfNode(item, at);
    const draft: Writable<AcceptedDifference> = {};
    reader.readFields(item, at, t('an accepted difference'), {
      code: (value, key) => {
        draft.code = reader.readChoice(value, key, 'code', problemCodes);
      },
      values: (value, key) => {
        draft.values = readTexts(reader, value, key, 'values', t('a value'));
      },
      measure: textField(reader, 'measure', draft),
      subject: textField(reader, 'subject', draft),
      document: textField(reader, 'document', draft),
      why: (value, key) => {
        draft.why = reader.readText(value, key, t('the reason (why)'), 'hint');
      },
    });
    const { code, values } = draft;
    if (code === undefined) reportMissing(reader, span, t('an accepted difference needs the code of a rule'));
    else if (!values?.length) reportMissing(reader, span, t('an accepted difference needs the values that differ'));
    else accepted.push({ ...draft, code, values, span });
  }
  return accepted;
}

export function readClaims(
  reader: NodeReader,
  node: YamlNode,
  at: Span,
): { readonly same: readonly MeasurePair[]; readonly different: readonly MeasurePair[] } {
  const same: MeasurePair[] = [];
  const different: MeasurePair[] = [];
  const pairField =
    (pairs: MeasurePair[], key: string, span: Span): FieldReader =>
    (value, keySpan) => {
      const [first, second, ...more] = readTexts(reader, value, keySpan, key, t('a measure'));
      if (first !== undefined && second !== undefined && more.length === 0)
        pairs.push({ span, measures: [first, second] });
      else reader.report(keySpan, 'error', t('“{0}” needs two measures: {0}: ["staff", "employees"]', key));
    };
  for (const item of reader.readList(node, at, 'claims')) {
    const span = reader.spanOfNode(item, at);
    reader.readFields(item, at, t('a claim'), {
      same: pairField(same, 'same', span),
      different: pairField(different, 'different', span),
    });
  }
  return { same, different };
}

export function readRules(reader: NodeReader, node: YamlNode, at: Span): ReadonlyMap<ProblemCode, RuleSetting> {
  const rules = new Map<ProblemCode, RuleSetting>();
  const fieldOf =
    (code: ProblemCode): FieldReader =>
    (value, key) => {
      const setting = reader.readChoice(value, key, code, ruleSettings);
      if (setting !== undefined) rules.set(code, setting);
    };
  reader.readFields(node, at, 'rules', Object.fromEntries(problemCodes.map((code) => [code, fieldOf(code)])));
  return rules;
}

/** A field of text that goes into the draft under its own name. */
function textField<Key extends string>(reader: NodeReader, key: Key, draft: { [Name in Key]?: string }): FieldReader {
  return (value, at) => {
    const text = reader.readText(value, at, key);
    if (text !== undefined) draft[key] = text as (typeof draft)[Key];
  };
}

function readTexts(reader: NodeReader, node: YamlNode, at: Span, what: string, one: string): readonly string[] {
  return reader
    .readList(node, at, what)
    .map((item) => reader.readText(item, at, one))
    .filter((text): text is string => text !== undefined);
}

/** Nothing is missing where something wrong was found already: one slip is said once. */
function reportMissing(reader: NodeReader, span: Span, message: string): void {
  const said = reader.problems.some((problem) => span.start <= problem.span.start && problem.span.start < span.end);
  if (!said && !reader.damaged) reader.report(span, 'error', message);
}
