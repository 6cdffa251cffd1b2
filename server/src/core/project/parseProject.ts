// Reads `concordance.yaml`. Whatever is wrong with it is a problem on its own line, and what can be read is read: a slip in
// one entry never switches off the rest. What the entries mean for a check is `applyProject.ts`.

import { t } from '@vscode/l10n';
import { isScalar, parseDocument } from 'yaml';
import type { Problem, Sensitivity } from '../rules/problem.ts';
import { spanOf } from '../text/span.ts';
import { createNodeReader, type FieldReader, type NodeReader } from './nodeReader.ts';
import { emptyProject, type Project } from './project.ts';
import { readAccepted, readActors, readClaims, readDocuments, readFacts, readRules } from './readEntries.ts';

/** In UTF-16 units: far more than anybody writes by hand. */
const longestFile = 1_000_000;

/** So many errors of YAML syntax are reported; one slip often entails many. */
const mostSyntaxErrors = 5;

export const sensitivities: readonly Sensitivity[] = ['strict', 'balanced', 'exhaustive'];

export interface ParsedProject {
  readonly project: Project;
  /** In file order. */
  readonly problems: readonly Problem[];
}

/** Reads the text of a project file. Never throws; bounded in time whatever the text. */
export function parseProject(text: string): ParsedProject {
  if (text.length > longestFile) {
    return refused(
      text,
      t('it has {0} characters, and at most {1} are taken', grouped(text.length), grouped(longestFile)),
    );
  }
  try {
    return readProject(text);
  } catch {
    // The YAML parser recurses, and gives up where a file nests many thousand levels deep.
    return refused(text, t('it is nested too deeply'));
  }
}

function grouped(count: number): string {
  return count.toLocaleString('en');
}

function refused(text: string, why: string): ParsedProject {
  const reader = createNodeReader(text, parseDocument(''));
  reader.report(spanOf(0, 0), 'error', t('the project file is not read: {0}', why));
  return { project: emptyProject, problems: reader.problems };
}

function readProject(text: string): ParsedProject {
  const document = parseDocument(text, { prettyErrors: false, uniqueKeys: false, logLevel: 'silent' });
  const reader = createNodeReader(text, document);
  for (const error of [...document.errors, ...document.warnings].slice(0, mostSyntaxErrors)) {
    const start = Math.min(error.pos[0], text.length);
    const lineEnd = text.indexOf('\n', start);
    const end = Math.min(error.pos[1], lineEnd < 0 ? text.length : lineEnd);
    reader.report(spanOf(start, Math.max(start, end)), 'error', t('not valid YAML: {0}', error.message));
  }
  const project = { ...emptyProject };
  const isEmpty = document.contents === null || (isScalar(document.contents) && document.contents.value === null);
  if (!isEmpty) {
    reader.readFields(document.contents, spanOf(0, 0), t('the project file'), fieldsOf(project, reader));
  }
  return { project, problems: reader.problems.sort((a, b) => a.span.start - b.span.start) };
}

type Draft = { -readonly [Key in keyof Project]: Project[Key] };

function fieldsOf(draft: Draft, reader: NodeReader): Readonly<Record<string, FieldReader>> {
  return {
    sensitivity: (value, at) => {
      draft.sensitivity = reader.readChoice(value, at, 'sensitivity', sensitivities);
    },
    language: (value, at) => {
      draft.language = reader.readText(value, at, 'language');
    },
    documents: (value, at) => {
      draft.documents = readDocuments(reader, value, at);
    },
    actors: (value, at) => {
      draft.actors = readActors(reader, value, at);
    },
    facts: (value, at) => {
      draft.facts = readFacts(reader, value, at);
    },
    accepted: (value, at) => {
      draft.accepted = readAccepted(reader, value, at);
    },
    claims: (value, at) => {
      const { same, different } = readClaims(reader, value, at);
      draft.sameClaims = same;
      draft.differentClaims = different;
    },
    rules: (value, at) => {
      draft.rules = readRules(reader, value, at);
    },
  };
}
