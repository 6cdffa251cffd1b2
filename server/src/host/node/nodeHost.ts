// Files from the disk. What stands elsewhere (a virtual file system in a desktop editor) is passed on to another host.

import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FoundDocuments, Host, UnreadablePlace } from '../host.ts';
import { createDiskStore } from './diskStore.ts';
import { createAddresses } from './files/addresses.ts';
import { describeFileError } from './files/fileError.ts';
import { stampOfFile } from './files/fileStamp.ts';
import { readGitUser } from './files/gitUser.ts';
import { readText } from './files/readText.ts';
import { isAnnotationFileName, walkDocuments } from './files/walkDocuments.ts';
import { writeAtomically } from './files/writeAtomically.ts';
import { createThreadDigester } from './threadDigester.ts';

/** `program` is the file that is being run, for threads to run it too; without it documents are read in this one. */
export function createNodeHost(elsewhere: Host, program?: string): Host {
  return {
    ...(program !== undefined && {
      digester: createThreadDigester(program),
      store: createDiskStore(programVersion(program)),
    }),
    stampOf: (uri) => {
      try {
        return isFile(uri) ? stampOfFile(fileURLToPath(uri)) : undefined;
      } catch {
        // It is not the address of a file.
        return undefined;
      }
    },
    findDocuments: async (folder) =>
      isFile(folder) ? findOnDisk(fileURLToPath(folder)) : elsewhere.findDocuments(folder),
    async readDocument(uri) {
      if (!isFile(uri)) return elsewhere.readDocument(uri);
      try {
        return await readText(fileURLToPath(uri));
      } catch {
        return { problem: 'it is not the address of a file' };
      }
    },
    findAnnotationFiles: async (folder) =>
      isFile(folder) ? findOnDisk(fileURLToPath(folder), isAnnotationFileName) : elsewhere.findAnnotationFiles(folder),
    async writeFile(uri, text) {
      if (!isFile(uri)) return elsewhere.writeFile(uri, text);
      try {
        await writeAtomically(fileURLToPath(uri), text);
        return {};
      } catch (error) {
        return { problem: describeFileError(error) };
      }
    },
    findAuthor: async (uri) => (isFile(uri) ? readGitUser(dirname(fileURLToPath(uri))) : elsewhere.findAuthor(uri)),
  };
}

/** Differs for every build of the program. */
export function programVersion(program: string): string {
  const { size, mtimeMs } = statSync(program);
  return `${size} ${mtimeMs}`;
}

function isFile(uri: string): boolean {
  return uri.startsWith('file:');
}

async function findOnDisk(folder: string, isWanted?: (name: string) => boolean): Promise<FoundDocuments> {
  const uris: string[] = [];
  const unreadable: UnreadablePlace[] = [];
  const addressOf = createAddresses();
  for await (const entry of walkDocuments(folder, isWanted)) {
    const uri = addressOf(entry.path);
    if ('problem' in entry) unreadable.push({ uri, reason: entry.problem });
    else uris.push(uri);
  }
  return { uris: uris.sort(), unreadable };
}
