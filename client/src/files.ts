// Files for a server that cannot reach them itself, in a web worker or on a virtual file system: answers the server's
// custom requests from the editor's own view of the workspace, and only below its folders.

import {
  type CancellationToken,
  type ExtensionContext,
  FileSystemError,
  RelativePattern,
  Uri,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
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
} from '../../server/src/features/protocol.ts';

/** Registers the answers; they may be asked for from the moment the server runs. */
export function serveFiles(context: ExtensionContext, client: BaseLanguageClient): void {
  context.subscriptions.push(
    client.onRequest(findFilesRequest, findFiles),
    client.onRequest<ReadFileResult, void>(readFileRequest, readFile),
    client.onRequest<WriteFileResult, void>(writeFileRequest, writeFile),
  );
}

async function findFiles({ folder, pattern }: FindFilesParams, token: CancellationToken): Promise<FindFilesResult> {
  const found = await workspace.findFiles(new RelativePattern(Uri.parse(folder), pattern), undefined, undefined, token);
  return found.map((uri) => uri.toString()).sort();
}

async function readFile({ uri: address }: ReadFileParams): Promise<ReadFileResult> {
  const uri = Uri.parse(address);
  if (!workspace.getWorkspaceFolder(uri)) return { problem: 'It is in no folder of this workspace.' };
  try {
    const bytes = await workspace.fs.readFile(uri);
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch (error) {
    const isMissing = error instanceof FileSystemError && error.code === 'FileNotFound';
    return { problem: reasonOf(error), isMissing };
  }
}

/** The new text is written beside the file and takes its place in one step. */
async function writeFile({ uri: address, text }: WriteFileParams): Promise<WriteFileResult> {
  const uri = Uri.parse(address);
  if (!workspace.getWorkspaceFolder(uri)) return { problem: 'It is in no folder of this workspace.' };
  const temporary = uri.with({ path: `${uri.path}.${Date.now().toString(36)}.tmp` });
  try {
    await workspace.fs.writeFile(temporary, new TextEncoder().encode(text));
    await workspace.fs.rename(temporary, uri, { overwrite: true });
    return {};
  } catch (error) {
    await workspace.fs.delete(temporary).then(undefined, () => undefined);
    return { problem: reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof FileSystemError) {
    if (error.code === 'FileNotFound') return 'There is no such file.';
    if (error.code === 'NoPermissions') return 'It may not be read: permission denied.';
    if (error.code === 'FileIsADirectory') return 'It is a folder.';
    return error.message;
  }
  if (error instanceof TypeError) return 'It is not UTF-8 text.';
  return error instanceof Error ? error.message : String(error);
}
