// Checks the documents of some paths under their project files, and the project files themselves.

import { isAbsolute, relative, resolve } from 'node:path';
import {
  type AcceptedDifference,
  checkAcross,
  checkInProject,
  createLineIndex,
  type DeclaredFact,
  matchesGlobs,
  type NoticeCode,
  type Problem,
  type Sensitivity,
  type Span,
} from '../core/index.ts';
import { createDocumentReader, type ReadDocument } from './documents.ts';
import { createProjects, type LoadedProject } from './projects.ts';
import { type DocumentReport, type PlacedText, reportProblem } from './reports/report.ts';
import { createRevisionReader } from './revisions.ts';
import type { Terminal } from './terminal.ts';

export interface CheckedDocuments {
  readonly documents: readonly DocumentReport[];
  /** How many paths could not be read. */
  readonly failures: number;
}

/** What is known of a project while its documents are gone through. */
interface ProjectRecord {
  /** Paths of the documents checked, relative to the project. */
  readonly checked: string[];
  readonly met: Set<AcceptedDifference>;
  readonly stated: Set<DeclaredFact>;
}

export interface CheckOptions {
  /** Overrules the project files. */
  readonly sensitivity?: Sensitivity;
  readonly scope: 'document' | 'workspace';
  /** The git revision that documents are compared with, for what edits left behind. */
  readonly since?: string;
}

export async function checkDocuments(
  paths: readonly string[],
  terminal: Terminal,
  { sensitivity, scope, since }: CheckOptions,
): Promise<CheckedDocuments> {
  const projects = createProjects(process.cwd());
  const reader = createDocumentReader(terminal, projects, 'Checking');
  const records = new Map<LoadedProject, ProjectRecord>();
  const documents: DocumentReport[] = [];
  const texts = new Map<string, PlacedText>();
  const revision = since === undefined ? undefined : createRevisionReader(since, terminal);

  async function check(read: ReadDocument, across: readonly Problem[]): Promise<void> {
    const { input, document, project, pathInProject } = read;
    const baseline = await revision?.read(read);
    const options = {
      project: project.project,
      path: pathInProject,
      across,
      ...(sensitivity && { sensitivity }),
      ...(baseline && { baseline }),
    };
    const { problems, met, stated } = await terminal.runBlocking(() => checkInProject(document, options));
    const placed = texts.get(input.path) ?? placedText(read);
    const textOf = (key: string) => texts.get(key);
    documents.push({ path: input.path, problems: problems.map((problem) => reportProblem(problem, placed, textOf)) });
    const record: ProjectRecord = records.get(project) ?? { checked: [], met: new Set(), stated: new Set() };
    record.checked.push(pathInProject);
    for (const entry of met) record.met.add(entry);
    for (const fact of stated) record.stated.add(fact);
    records.set(project, record);
  }

  if (scope === 'document') {
    for await (const read of reader.read(paths)) await check(read, []);
  } else {
    const all: ReadDocument[] = [];
    for await (const read of reader.read(paths)) {
      all.push(read);
      texts.set(read.input.path, placedText(read));
    }
    const keyed = all.map(({ input, document }) => ({ key: input.path, document }));
    const found = await terminal.runBlocking(() => checkAcross(keyed, sensitivity ?? sensitivityOf(all)));
    for (const [index, read] of all.entries()) await check(read, found[index] ?? []);
  }

  let failures = reader.failures() + (revision?.failures() ?? 0);
  for (const project of projects.loaded()) {
    if (project.file?.unreadable !== undefined) {
      terminal.warn(`${project.file.path}: ${project.file.unreadable}`);
      failures++;
    }
    const report = projectReport(project, records.get(project), isCovered(project.folder, paths));
    if (report) documents.push(report);
  }
  return { documents, failures };
}

function placedText({ input, document: { source } }: ReadDocument): PlacedText {
  return { path: input.path, source, lines: createLineIndex(source) };
}

/** Documents of several projects are compared as the first of them wants it. */
function sensitivityOf(documents: readonly ReadDocument[]): Sensitivity {
  return documents[0]?.project.project.sensitivity ?? 'balanced';
}

/** Whether all documents of a folder are checked, so that what none of them says is said nowhere. */
function isCovered(folder: string, paths: readonly string[]): boolean {
  return (paths.length > 0 ? paths : ['.']).some((path) => {
    const below = relative(resolve(path), folder);
    return below === '' || !(below.startsWith('..') || isAbsolute(below));
  });
}

/** What is wrong with a project file, and which of its entries have outlived the texts; undefined where nothing is. */
function projectReport(
  { project, file }: LoadedProject,
  record: ProjectRecord | undefined,
  isWhole: boolean,
): DocumentReport | undefined {
  if (!file) return undefined;
  const ended = project.accepted.filter((entry) => record && hasEnded(entry, record));
  const unstated = isWhole && record ? project.facts.filter((fact) => !record.stated.has(fact)) : [];
  const problems = [
    ...file.problems,
    ...ended.map((entry) => obsolete(entry, file.text)),
    ...unstated.map((fact) => unstatedFact(fact, file.text)),
  ].sort((a, b) => a.span.start - b.span.start);
  if (problems.length === 0) return undefined;
  const placed = { path: file.path, source: file.text, lines: createLineIndex(file.text) };
  return { path: file.path, problems: problems.map((problem) => reportProblem(problem, placed)) };
}

/** An entry for one document has ended when that document was looked at and does not show it. */
function hasEnded(entry: AcceptedDifference, { checked, met }: ProjectRecord): boolean {
  const { document } = entry;
  return !met.has(entry) && document !== undefined && checked.some((path) => matchesGlobs(path, [document]));
}

function obsolete({ span, values, code }: AcceptedDifference, text: string): Problem {
  const message = `this accepted difference has ended: ${values.join(' and ')} no longer disagree; remove the entry`;
  return hintAt(span, text, 'accepted-obsolete', message, { code, values });
}

function unstatedFact({ span, measure, value }: DeclaredFact, text: string): Problem {
  const message = `no text states this fact: ${value} ${measure}; remove it, or word its measure as the texts do`;
  return hintAt(span, text, 'fact-unstated', message, { measure, value });
}

/** A hint on the first line of an entry. */
function hintAt(entry: Span, text: string, code: NoticeCode, message: string, reason: Problem['reason']): Problem {
  const lineEnd = text.indexOf('\n', entry.start);
  const span = { start: entry.start, end: lineEnd < 0 ? entry.end : Math.min(entry.end, lineEnd) };
  return {
    code,
    severity: 'hint',
    message,
    span,
    text: text.slice(span.start, span.end),
    related: [],
    relatedCount: 0,
    confidence: 1,
    reason,
  };
}
