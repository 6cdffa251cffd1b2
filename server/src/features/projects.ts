// Project files, as they stand on disk or in the editor, and which of them applies to a document: the nearest one above it,
// as on the command line.

import {
  type AnalysisOptions,
  emptyProject,
  matchesGlobs,
  type Problem,
  type Project,
  parseProject,
  projectFileName,
} from '../core/index.ts';
import type { Host } from '../host/host.ts';
import { foldersAbove, isBelow, keyOfUri, parentOf, relativePath } from './uri.ts';

export interface ProjectFile {
  readonly uri: string;
  /** Of the open file; undefined for one that is not open. */
  readonly version?: number;
  readonly text: string;
  readonly project: Project;
  readonly problems: readonly Problem[];
}

/** Where what is said of a document in a project file goes. */
export interface ProjectPlace {
  readonly uri: string;
  /** Of the open file; undefined for one that is not open. */
  readonly version?: number;
  /** Undefined where there is no file yet. */
  readonly text?: string;
  /** The document's path below the project file's folder. */
  readonly path: string;
}

export interface OpenText {
  readonly version: number;
  readonly text: string;
}

export interface Projects {
  /** Reads again every project file that was looked for, and those of the folders. An unreadable one counts as none. */
  load(folders: readonly string[]): Promise<void>;
  /** Looks for the project files above a document, once for a folder; answers whether there are some not known before. */
  follow(uri: string): Promise<boolean>;
  /** Is told of each project file that is read, or opened as it was read. */
  listen(listener: (file: ProjectFile) => void): void;
  /** Tells the listener of a file once more. */
  announce(file: ProjectFile): void;
  /** Takes the text of an open project file in place of the stored one when next loaded; undefined for a closed one. */
  edit(uri: string, text: OpenText | undefined): void;
  files(): readonly ProjectFile[];
  /** The project file of that address, if one applies that has it. */
  find(uri: string): ProjectFile | undefined;
  /** The project file that applies to a document. */
  fileOf(uri: string): ProjectFile | undefined;
  /** The project of a document, and its path below the project file's folder. */
  of(uri: string): { readonly project: Project; readonly path: string };
  /** Whether the file belongs to its folder's project, where every Markdown file does if there is no list. */
  lists(uri: string): boolean;
  optionsOf(uri: string): AnalysisOptions;
  /** Undefined for a document that no project file applies to, and that is in no workspace folder. */
  placeOf(uri: string): ProjectPlace | undefined;
}

/** Project files by their folder's key; undefined for a folder that has none. */
type FilesByFolder = Map<string, ProjectFile | undefined>;

export function createProjects(host: Host): Projects {
  let folders: readonly string[] = [];
  let byFolder: FilesByFolder = new Map();
  /** What applies to the documents of a folder, by its address, and in which workspace folder it is; forgotten whenever files are read. */
  let nearest: FilesByFolder = new Map();
  let roots = new Map<string, string | undefined>();
  /** Folders of documents, by key: where looking for project files begins. */
  const followed = new Map<string, string>();
  const edited = new Map<string, OpenText>();
  let loads = 0;
  let tell: (file: ProjectFile) => void = () => undefined;

  /** The innermost workspace folder that holds the document. */
  function workspaceFolderOf(uri: string): string | undefined {
    const parent = parentOf(uri);
    if (!roots.has(parent)) {
      const [innermost] = folders.filter((folder) => isBelow(parent, folder)).sort((a, b) => b.length - a.length);
      roots.set(parent, innermost);
    }
    return roots.get(parent);
  }

  function forgetNearest(): void {
    nearest = new Map();
    roots = new Map();
  }

  async function read(folder: string): Promise<ProjectFile | undefined> {
    const uri = uriIn(folder);
    const open = edited.get(keyOfUri(uri));
    const file = open ?? (await host.readDocument(uri));
    if (!('text' in file)) return undefined;
    return { uri, ...(open && { version: open.version }), text: file.text, ...parseProject(file.text) };
  }

  /** Reads the project files in a folder and above it. Above the workspace the nearest one is enough. */
  async function walk(folder: string, files: FilesByFolder, within: readonly string[]): Promise<ProjectFile[]> {
    const found: ProjectFile[] = [];
    for (const above of foldersAbove(folder)) {
      const key = keyOfUri(above);
      const known = files.get(key);
      const file = files.has(key) ? known : await read(above);
      if (!files.has(key) && file) found.push(file);
      files.set(key, file);
      if (file && !within.some((root) => isBelow(above, root))) break;
    }
    return found;
  }

  function fileOf(uri: string): ProjectFile | undefined {
    const parent = parentOf(uri);
    if (nearest.has(parent)) return nearest.get(parent);
    const file = foldersAbove(parent)
      .map((folder) => byFolder.get(keyOfUri(folder)))
      .find((found) => found !== undefined);
    nearest.set(parent, file);
    return file;
  }

  function rootOf(uri: string): string | undefined {
    const file = fileOf(uri);
    return file ? parentOf(file.uri) : workspaceFolderOf(uri);
  }

  function of(uri: string): { project: Project; path: string } {
    const root = rootOf(uri);
    return { project: fileOf(uri)?.project ?? emptyProject, path: relativePath(uri, root === undefined ? [] : [root]) };
  }

  return {
    async load(next) {
      const load = ++loads;
      const files: FilesByFolder = new Map();
      for (const folder of next) await walk(folder, files, next);
      // Folders that are followed meanwhile are gone through too.
      for (const folder of followed.values()) await walk(folder, files, next);
      // A later call has read what is newer.
      if (load !== loads) return;
      folders = next;
      byFolder = files;
      forgetNearest();
      for (const file of listed(byFolder)) tell(file);
    },
    async follow(uri) {
      const folder = parentOf(uri);
      if (followed.has(keyOfUri(folder)) && byFolder.has(keyOfUri(folder))) return false;
      followed.set(keyOfUri(folder), folder);
      const load = loads;
      const files: FilesByFolder = new Map(byFolder);
      const found = await walk(folder, files, folders);
      // Whoever loads meanwhile reads what is above this folder too.
      if (load !== loads) return false;
      for (const [key, file] of files) byFolder.set(key, file);
      forgetNearest();
      for (const file of found) tell(file);
      return found.length > 0;
    },
    listen(listener) {
      tell = listener;
    },
    announce: (file) => tell(file),
    edit(uri, text) {
      if (text === undefined) edited.delete(keyOfUri(uri));
      else edited.set(keyOfUri(uri), text);
    },
    files: () => listed(byFolder),
    find(uri) {
      const file = byFolder.get(keyOfUri(parentOf(uri)));
      return file && keyOfUri(file.uri) === keyOfUri(uri) ? file : undefined;
    },
    fileOf,
    of,
    lists(uri) {
      const { project, path } = of(uri);
      if (project.documents) return matchesGlobs(path, project.documents);
      return workspaceFolderOf(uri) !== undefined && /\.(md|markdown)$/i.test(path);
    },
    placeOf(uri) {
      const root = rootOf(uri);
      if (root === undefined) return undefined;
      const { version, text } = fileOf(uri) ?? {};
      const file = { ...(text !== undefined && { text }), ...(version !== undefined && { version }) };
      return { uri: uriIn(root), ...file, path: relativePath(uri, [root]) };
    },
    optionsOf(uri) {
      return { actors: (fileOf(uri)?.project ?? emptyProject).actors };
    },
  };
}

function listed(files: FilesByFolder): ProjectFile[] {
  return [...files.values()].filter((file) => file !== undefined);
}

/** The address of a folder's project file. */
function uriIn(folder: string): string {
  return `${folder.replace(/\/$/, '')}/${projectFileName}`;
}
