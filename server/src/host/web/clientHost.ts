// Files by way of the editor, for a server that has no disk: in a web worker, and for virtual file systems.

import {
  type FindFilesParams,
  type FindFilesResult,
  findFilesRequest,
  type ReadFileParams,
  type ReadFileResult,
  readFileRequest,
} from '../../features/protocol.ts';
import type { Host } from '../host.ts';

/** Sends one of the custom requests to the client. */
export type SendRequest = <Result>(method: string, params: object) => Promise<Result>;

export function createClientHost(send: SendRequest): Host {
  return {
    async findDocuments(folder) {
      const params: FindFilesParams = { folder, pattern: '**/*.{md,markdown,txt}' };
      try {
        const found = await send<FindFilesResult>(findFilesRequest, params);
        return { uris: found.filter((uri) => !isHidden(uri.slice(folder.length))).sort(), unreadable: [] };
      } catch (error) {
        return { uris: [], unreadable: [{ uri: folder, reason: reasonOf(error) }] };
      }
    },
    async readDocument(uri) {
      const params: ReadFileParams = { uri };
      try {
        return await send<ReadFileResult>(readFileRequest, params);
      } catch (error) {
        return { problem: reasonOf(error) };
      }
    },
  };
}

function isHidden(path: string): boolean {
  return /(^|\/)\./.test(path);
}

function reasonOf(error: unknown): string {
  return `The editor does not answer for its files: ${error instanceof Error ? error.message : String(error)}`;
}
