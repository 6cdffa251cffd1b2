// The thread's side of reading documents in threads: answers each request with what it read. Which documents, and what becomes
// of the digests, is decided on the other side.

import { fileURLToPath } from 'node:url';
import type { MessagePort } from 'node:worker_threads';
import { type AnalysisOptions, analyse, digestKey, digestOf } from '../../core/index.ts';
import type { Digested } from '../host.ts';
import { readText } from './files/readText.ts';

export type DigestRequest =
  | { readonly known: readonly string[] }
  | { readonly id: number; readonly uri: string; readonly options: AnalysisOptions };

export interface DigestReply {
  readonly id: number;
  readonly result: Digested;
}

/** Answers requests until the thread is ended. `version` is that of the program. */
export function serveDigests(port: MessagePort, version: string): void {
  let known: ReadonlySet<string> = new Set();
  port.on('message', async (request: DigestRequest) => {
    if ('known' in request) {
      known = new Set(request.known);
      return;
    }
    const result = await digest(request.uri, request.options, version, known);
    port.postMessage({ id: request.id, result } satisfies DigestReply);
  });
}

async function digest(
  uri: string,
  options: AnalysisOptions,
  version: string,
  known: ReadonlySet<string>,
): Promise<Digested> {
  const read = await readText(fileURLToPath(uri));
  if ('problem' in read) return read;
  const key = digestKey(read.text, options, version);
  return known.has(key) ? { key } : { key, digest: digestOf(analyse(read.text, options)) };
}
