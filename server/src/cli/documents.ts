// Reads and analyses the documents of a command one after the other, so that only one is held at a time. What cannot be read
// is said on standard error and the others are still done.

import { type AnalysedDocument, analyse, matchesGlobs, type SourceFormat } from '../core/index.ts';
import { readStream, readText } from '../host/node/files/readText.ts';
import { findInputs, type Input, standardInput } from './inputs.ts';
import { type LoadedProject, type Projects, pathInProject } from './projects.ts';
import { CommandError, type Terminal } from './terminal.ts';

export interface ReadDocument {
  readonly input: Input;
  readonly document: AnalysedDocument;
  readonly project: LoadedProject;
  /** Relative to the project file's folder. */
  readonly pathInProject: string;
}

export interface DocumentReader {
  /** Goes through the documents of the paths. */
  read(paths: readonly string[]): AsyncGenerator<ReadDocument>;
  /** How many paths could not be read so far. */
  failures(): number;
}

/** `doing` names the work in the progress line: "Checking". */
export function createDocumentReader(terminal: Terminal, projects: Projects, doing: string): DocumentReader {
  let failures = 0;

  function fail(path: string, problem: string): void {
    failures++;
    terminal.warn(`${path === standardInput ? 'standard input' : path}: ${problem}`);
  }

  async function readInput(input: Input): Promise<ReadDocument | undefined> {
    const project = await projects.projectFor(input.file);
    const path = input.file === undefined ? standardInput : pathInProject(project, input.file);
    const globs = project.project.documents;
    if (input.isFound && globs && !matchesGlobs(path, globs)) return undefined;
    const read = input.file === undefined ? await readStream(terminal.input) : await readText(input.file);
    if ('problem' in read) {
      fail(input.path, read.problem);
      return undefined;
    }
    const format = formatOf(input.path);
    const document = await terminal.runBlocking(() => analyse(read.text, { format, actors: project.project.actors }));
    return { input, document, project, pathInProject: path };
  }

  return {
    failures: () => failures,
    async *read(paths) {
      terminal.showProgress('Looking for documents');
      const found = await findInputs(paths, terminal.cancelled);
      for (const { path, problem } of found.failures) fail(path, problem);
      let done = 0;
      for (const input of found.inputs) {
        if (terminal.cancelled.aborted) {
          throw new CommandError(`cancelled after ${done} of ${found.inputs.length} documents`);
        }
        terminal.showProgress(`${doing} ${done + 1} of ${found.inputs.length}: ${input.path}`);
        const read = await readInput(input);
        if (read) yield read;
        done++;
      }
      if (terminal.cancelled.aborted) throw new CommandError('cancelled');
    },
  };
}

/** By the file's name; what is no `.txt` is read as Markdown. */
function formatOf(path: string): SourceFormat {
  return /\.txt$/i.test(path) ? 'text' : 'markdown';
}
