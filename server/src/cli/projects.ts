// The project file that applies to a document: the nearest `concordance.yaml` above it, each read once.

import { stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { emptyProject, type Problem, type Project, parseProject, projectFileName } from '../core/index.ts';
import { errorCode } from '../host/node/files/fileError.ts';
import { readText } from '../host/node/files/readText.ts';

export interface LoadedProject {
  readonly project: Project;
  /** Absolute path of the folder that its globs and paths start from. */
  readonly folder: string;
  /** Absent where no project file applies. */
  readonly file?: ProjectFile;
}

export interface ProjectFile {
  /** As it is named to people: from the current folder, where it is below it. */
  readonly path: string;
  readonly text: string;
  readonly problems: readonly Problem[];
  /** Why it could not be read. */
  readonly unreadable?: string;
}

export interface Projects {
  /** The project of a document by its absolute path; of the current folder for standard input. */
  projectFor(document: string | undefined): Promise<LoadedProject>;
  /** Every project file that was met, in the order of paths. */
  loaded(): readonly LoadedProject[];
}

export function createProjects(currentFolder: string): Projects {
  const byFolder = new Map<string, Promise<LoadedProject>>();
  const found = new Map<string, LoadedProject>();

  function projectOfFolder(folder: string): Promise<LoadedProject> {
    const known = byFolder.get(folder);
    if (known) return known;
    const loading = load(folder);
    byFolder.set(folder, loading);
    return loading;
  }

  async function load(folder: string): Promise<LoadedProject> {
    const absolute = join(folder, projectFileName);
    if (!(await isThere(absolute))) {
      const above = dirname(folder);
      return above === folder ? { project: emptyProject, folder: currentFolder } : projectOfFolder(above);
    }
    const fromHere = relative(currentFolder, absolute);
    const path = fromHere.startsWith('..') ? absolute : fromHere;
    const read = await readText(absolute);
    const loaded =
      'problem' in read
        ? { project: emptyProject, folder, file: { path, text: '', problems: [], unreadable: read.problem } }
        : loadText(folder, path, read.text);
    found.set(path, loaded);
    return loaded;
  }

  return {
    projectFor: (document) => projectOfFolder(document === undefined ? currentFolder : dirname(resolve(document))),
    loaded: () => [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, project]) => project),
  };
}

function loadText(folder: string, path: string, text: string): LoadedProject {
  const { project, problems } = parseProject(text);
  return { project, folder, file: { path, text, problems } };
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: unknown) => errorCode(error) === 'ELOOP' || errorCode(error) === 'EACCES',
  );
}

/** A document's path as the project file names it: from its folder, with `/`. */
export function pathInProject({ folder }: LoadedProject, document: string): string {
  return relative(folder, document).split(sep).join('/');
}
