// Checks the documents of some paths under their project files, and the project files themselves.

import { isAbsolute, relative, resolve } from 'node:path';
import {
  type AcceptedDifference,
  checkAcross,
  checkInProject,
  createLineIndex,
  type DeclaredFact,
  type Problem,
  type ProjectRecord,
  projectNotices,
  type Sensitivity,
} from '../core/index.ts';
import { type DocumentReport, type PlacedText, placedDocument, reportProblem } from '../reports/report.ts';
import { createDocumentReader, type ReadDocument } from './documents.ts';
import { createProjects, type LoadedProject } from './projects.ts';
import { createRevisionReader } from './revisions.ts';
import type { Terminal } from './terminal.ts';

export interface CheckedDocuments {
  readonly documents: readonly DocumentReport[];
  /** How many paths could not be read. */
  readonly failures: number;
}

/** What is known of a project while its documents are gone through. */
interface GrowingRecord extends ProjectRecord {
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
  const records = new Map<LoadedProject, GrowingRecord>();
  const isAcross = scope === 'workspace';
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
    const placed = texts.get(input.path) ?? placedDocument(input.path, document);
    const textOf = (key: string) => texts.get(key);
    documents.push({ path: input.path, problems: problems.map((problem) => reportProblem(problem, placed, textOf)) });
    const isWhole = isCovered(project.folder, paths);
    const fresh = {
      checked: [],
      met: new Set<AcceptedDifference>(),
      stated: new Set<DeclaredFact>(),
      isWhole,
      isAcross,
    };
    const record: GrowingRecord = records.get(project) ?? fresh;
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
      texts.set(read.input.path, placedDocument(read.input.path, read.document));
    }
    const keyed = all.map(({ input, document, project }) => ({ key: input.path, document, project: project.project }));
    const found = await terminal.runBlocking(() => checkAcross(keyed, sensitivity ?? sensitivityOf(all)));
    for (const [index, read] of all.entries()) await check(read, found[index] ?? []);
  }

  let failures = reader.failures() + (revision?.failures() ?? 0);
  for (const project of projects.loaded()) {
    if (project.file?.unreadable !== undefined) {
      terminal.warn(`${project.file.path}: ${project.file.unreadable}`);
      failures++;
    }
    const report = projectReport(project, records.get(project));
    if (report) documents.push(report);
  }
  return { documents, failures };
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
): DocumentReport | undefined {
  if (!file) return undefined;
  const notices = record ? projectNotices(project, file.text, record) : [];
  const problems = [...file.problems, ...notices].sort((a, b) => a.span.start - b.span.start);
  if (problems.length === 0) return undefined;
  const placed = { path: file.path, source: file.text, lines: createLineIndex(file.text) };
  return { path: file.path, problems: problems.map((problem) => reportProblem(problem, placed)) };
}
