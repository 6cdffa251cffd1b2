// The baseline: problems that are known and not reported again. They are told by what they say (where it is said, which
// values disagree, what they measure) and not by line, so that editing elsewhere in a document leaves them known.

import { readFile } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { describeFileError, errorCode } from '../host/node/files/fileError.ts';
import { writeAtomically } from '../host/node/files/writeAtomically.ts';
import type { DocumentReport, ProblemReport } from '../reports/report.ts';
import { CommandError } from './terminal.ts';

const baselineVersion = 1;

interface KnownProblem {
  /** From the baseline's own folder, with `/`. */
  readonly path: string;
  readonly code: string;
  readonly text: string;
  /** The values that it disagrees with, each once, sorted. */
  readonly against: readonly string[];
  readonly measure?: string;
  /** How many problems of the document say the same; absent for one. */
  readonly count?: number;
}

/** The known problems, by what they say, and how many of each. */
export type Baseline = ReadonlyMap<string, number>;

/** Reads a baseline; a `CommandError` says what is wrong with it. */
export async function readBaseline(file: string): Promise<Baseline> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const cure = errorCode(error) === 'ENOENT' ? '; make it with --update-baseline' : '';
    throw new CommandError(`${file}: the baseline cannot be read: ${describeFileError(error)}${cure}`);
  }
  const problems = parseBaseline(text);
  if (!problems)
    throw new CommandError(`${file}: this is no baseline of concordance; make it anew with --update-baseline`);
  const known = new Map<string, number>();
  for (const problem of problems) known.set(keyOf(problem), (known.get(keyOf(problem)) ?? 0) + (problem.count ?? 1));
  return known;
}

function parseBaseline(text: string): readonly KnownProblem[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(value) || value.version !== baselineVersion || !Array.isArray(value.problems)) return undefined;
  return value.problems.every(isKnownProblem) ? value.problems : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isKnownProblem(value: unknown): value is KnownProblem {
  if (!isRecord(value)) return false;
  const { path, code, text, against, measure, count } = value;
  return (
    [path, code, text].every((part) => typeof part === 'string') &&
    Array.isArray(against) &&
    against.every((part) => typeof part === 'string') &&
    (measure === undefined || typeof measure === 'string') &&
    (count === undefined || (Number.isInteger(count) && Number(count) > 0))
  );
}

/** The documents without what the baseline knows, and how many problems that took away. */
export function withoutKnown(
  documents: readonly DocumentReport[],
  baseline: Baseline,
  file: string,
): { readonly documents: readonly DocumentReport[]; readonly known: number } {
  const left = new Map(baseline);
  let known = 0;
  const isNew = (problem: ProblemReport): boolean => {
    const key = keyOf(knownProblem(problem, file));
    const count = left.get(key) ?? 0;
    if (count === 0) return true;
    left.set(key, count - 1);
    known++;
    return false;
  };
  const reports = documents.map(({ path, problems }) => ({ path, problems: problems.filter(isNew) }));
  return { documents: reports, known };
}

/** Writes the problems of the documents as known, in an order that makes small differences of small changes. */
export async function writeBaseline(file: string, documents: readonly DocumentReport[]): Promise<number> {
  const byKey = new Map<string, KnownProblem>();
  let total = 0;
  for (const problem of documents.flatMap(({ problems }) => problems)) {
    const known = knownProblem(problem, file);
    const key = keyOf(known);
    const count = (byKey.get(key)?.count ?? (byKey.has(key) ? 1 : 0)) + 1;
    byKey.set(key, count > 1 ? { ...known, count } : known);
    total++;
  }
  const problems = [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, problem]) => problem);
  try {
    await writeAtomically(file, `${JSON.stringify({ version: baselineVersion, problems }, undefined, 2)}\n`);
  } catch (error) {
    throw new CommandError(`${file}: the baseline cannot be written: ${describeFileError(error)}`);
  }
  return total;
}

function knownProblem({ path, code, text, related, reason }: ProblemReport, file: string): KnownProblem {
  const against = [...new Set(related.map((site) => spaced(site.text)))].sort();
  const measure = typeof reason.measure === 'string' && reason.measure !== '' ? spaced(reason.measure) : undefined;
  return { path: pathFrom(file, path), code, text: spaced(text), against, ...(measure !== undefined && { measure }) };
}

function keyOf({ path, code, text, against, measure }: KnownProblem): string {
  return JSON.stringify([path, code, text, against, measure ?? '']);
}

/** Line breaks within a passage move when a paragraph is filled anew. */
function spaced(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** The same document has the same name from wherever the command is run. */
function pathFrom(file: string, path: string): string {
  if (path === '-') return path;
  const below = relative(dirname(resolve(file)), resolve(path));
  return (isAbsolute(below) ? below : below.split(sep).join('/')) || '.';
}
