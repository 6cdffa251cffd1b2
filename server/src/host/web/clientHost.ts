// Files by way of the editor, for a server that has no disk: in a web worker, and for virtual file systems.

import {
  type FindFilesParams,
  type FindFilesResult,
  findFilesRequest,
  type ReadFileParams,
  type ReadFileResult,
  readFileRequest,
  type WriteFileParams,
  type WriteFileResult,
  writeFileRequest,
} from '../../features/protocol.ts';
import type { FoundDocuments, Host } from '../host.ts';

/** Sends one of the custom requests to the client. */
export type SendRequest = <Result>(method: string, params: object) => Promise<Result>;

export function createClientHost(send: SendRequest): Host {
  return {
    findDocuments: (folder) => find(send, folder, '**/*.{md,markdown,txt}'),
    async readDocument(uri) {
      const params: ReadFileParams = { uri };
      try {
        return await send<ReadFileResult>(readFileRequest, params);
      } catch (error) {
        return { problem: reasonOf(error) };
      }
    },
    findAnnotationFiles: (folder) => find(send, folder, '**/*.annotations.jsonld'),
    async writeFile(uri, text) {
      const params: WriteFileParams = { uri, text };
      try {
        return await send<WriteFileResult>(writeFileRequest, params);
      } catch (error) {
        return { problem: reasonOf(error) };
      }
    },
    findAuthor: async () => undefined,
  };
}

async function find(send: SendRequest, folder: string, pattern: string): Promise<FoundDocuments> {
  const params: FindFilesParams = { folder, pattern };
  try {
    const found = await send<FindFilesResult>(findFilesRequest, params);
    return { uris: found.filter((uri) => !isHidden(uri.slice(folder.length))).sort(), unreadable: [] };
  } catch (error) {
    return { uris: [], unreadable: [{ uri: folder, reason: reasonOf(error) }] };
  }
}

function isHidden(path: string): boolean {
  return /(^|\/)\./.test(path);
}

function reasonOf(error: unknown): string {
  return `The editor does not answer for its files: ${error instanceof Error ? error.message : String(error)}`;
}
