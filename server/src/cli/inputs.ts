// The documents that a command is asked about: files as they were named, folders walked, standard input. Reading them is
// left to whoever goes through them, one at a time.

import { stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { describeFileError } from '../host/node/files/fileError.ts';
import { walkDocuments } from '../host/node/files/walkDocuments.ts';

export interface Input {
  /** As it is named to people: the argument, or the folder given joined with the path below it. */
  readonly path: string;
  /** Absolute path; absent for standard input. */
  readonly file?: string;
  /** Found in a folder, rather than named. */
  readonly isFound: boolean;
}

/** What was asked for and cannot be had. */
export interface Failure {
  readonly path: string;
  readonly problem: string;
}

export interface FoundInputs {
  /** Each document once, in the order of the arguments and, within a folder, of names. */
  readonly inputs: readonly Input[];
  readonly failures: readonly Failure[];
}

export const standardInput = '-';

/** The documents of the paths given; the current folder where there are none. Stops early when cancelled. */
export async function findInputs(paths: readonly string[], cancelled: AbortSignal): Promise<FoundInputs> {
  const inputs = new Map<string, Input>();
  const failures: Failure[] = [];
  const add = (key: string, input: Input) => {
    if (!inputs.has(key)) inputs.set(key, input);
  };
  for (const given of paths.length > 0 ? paths : ['.']) {
    if (given === standardInput) {
      add(standardInput, { path: standardInput, isFound: false });
      continue;
    }
    const absolute = resolve(given);
    const kind = await stat(absolute).catch((error: unknown) => describeFileError(error));
    if (typeof kind === 'string') {
      failures.push({ path: given, problem: kind });
    } else if (!kind.isDirectory()) {
      add(absolute, { path: given, file: absolute, isFound: false });
    } else {
      let isEmpty = true;
      for await (const entry of walkDocuments(absolute)) {
        if (cancelled.aborted) return { inputs: [...inputs.values()], failures };
        isEmpty = false;
        const path = join(given, relative(absolute, entry.path));
        if ('problem' in entry) failures.push({ path, problem: entry.problem });
        else add(entry.path, { path, file: entry.path, isFound: true });
      }
      if (isEmpty) failures.push({ path: given, problem: 'there is no .md, .markdown or .txt file in this folder' });
    }
  }
  return { inputs: [...inputs.values()], failures };
}
