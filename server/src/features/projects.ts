// The project files of the workspace folders, as they stand on disk or in the editor, and which of them applies to a
// document.

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
import { keyOfUri, relativePath } from './uri.ts';

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
  /** Reads the project files of the folders again. A folder without one, or with an unreadable one, has none. */
  load(folders: readonly string[]): Promise<void>;
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
  /** Undefined for a document outside the workspace folders. */
  placeOf(uri: string): ProjectPlace | undefined;
}

export function createProjects(host: Host): Projects {
  let folders: readonly string[] = [];
  let byFolder: ReadonlyMap<string, ProjectFile> = new Map();
  const edited = new Map<string, OpenText>();
  let loads = 0;

  /** The innermost workspace folder that holds the document. */
  function folderOf(uri: string): string | undefined {
    const key = keyOfUri(uri);
    return folders
      .filter((folder) => key.startsWith(`${keyOfUri(folder).replace(/\/$/, '')}/`))
      .sort((a, b) => b.length - a.length)[0];
  }

  function fileOf(uri: string): ProjectFile | undefined {
    const folder = folderOf(uri);
    return folder === undefined ? undefined : byFolder.get(folder);
  }

  function of(uri: string): { project: Project; path: string } {
    const folder = folderOf(uri);
    const file = fileOf(uri);
    return { project: file?.project ?? emptyProject, path: relativePath(uri, folder === undefined ? [] : [folder]) };
  }

  return {
    async load(next) {
      const load = ++loads;
      const found = new Map<string, ProjectFile>();
      for (const folder of next) {
        const uri = uriIn(folder);
        const open = edited.get(keyOfUri(uri));
        const file = open ?? (await host.readDocument(uri));
        if ('text' in file)
          found.set(folder, {
            uri,
            ...(open && { version: open.version }),
            text: file.text,
            ...parseProject(file.text),
          });
      }
      // A later call has read what is newer.
      if (load !== loads) return;
      folders = next;
      byFolder = found;
    },
    edit(uri, text) {
      if (text === undefined) edited.delete(keyOfUri(uri));
      else edited.set(keyOfUri(uri), text);
    },
    files: () => [...byFolder.values()],
    find: (uri) => [...byFolder.values()].find((file) => keyOfUri(file.uri) === keyOfUri(uri)),
    fileOf,
    of,
    lists(uri) {
      if (folderOf(uri) === undefined) return false;
      const { project, path } = of(uri);
      return project.documents ? matchesGlobs(path, project.documents) : /\.(md|markdown)$/i.test(path);
    },
    placeOf(uri) {
      const folder = folderOf(uri);
      if (folder === undefined) return undefined;
      const { version, text } = byFolder.get(folder) ?? {};
      const file = { ...(text !== undefined && { text }), ...(version !== undefined && { version }) };
      return { uri: uriIn(folder), ...file, path: relativePath(uri, [folder]) };
    },
    optionsOf(uri) {
      return { actors: of(uri).project.actors };
    },
  };
}

/** The address of a folder's project file. */
function uriIn(folder: string): string {
  return `${folder.replace(/\/$/, '')}/${projectFileName}`;
}
