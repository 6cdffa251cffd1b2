// The thread's side of reading documents in threads: answers each request with what it read. Which documents, and what becomes
// of the digests, is decided on the other side.

import { fileURLToPath } from 'node:url';
import type { MessagePort } from 'node:worker_threads';
import {
  type AnalysisOptions,
  analyse,
  type DocumentDigest,
  digestKey,
  digestOf,
  encodeDigests,
} from '../../core/index.ts';
import { readTextHere } from './files/readText.ts';

/** Which digests need not be made, or some documents that are read in the same way. */
export type DigestRequest =
  | { readonly known: readonly string[] }
  | { readonly id: number; readonly uris: readonly string[]; readonly options: AnalysisOptions };

export interface DigestReply {
  readonly id: number;
  /** For each address, in order, the key of its text or why there is none. */
  readonly results: readonly ReadDocument[];
  /** The digests that are new, by their keys, as a table: objects would take several times as long to pass on. */
  readonly digests: Uint8Array;
}

export type ReadDocument = { readonly key: string } | { readonly problem: string };

/** Answers requests until the thread is ended. `version` is that of the program. */
export function serveDigests(port: MessagePort, version: string): void {
  let known: ReadonlySet<string> = new Set();
  port.on('message', async (request: DigestRequest) => {
    if ('known' in request) {
      known = new Set(request.known);
      return;
    }
    const { id, uris, options } = request;
    const made = new Map<string, DocumentDigest>();
    const results: ReadDocument[] = [];
    for (const uri of uris) {
      const read = await readTextHere(fileURLToPath(uri));
      if ('problem' in read) {
        results.push({ problem: read.problem });
        continue;
      }
      const key = digestKey(read.text, options, version);
      if (!known.has(key)) made.set(key, digestOf(analyse(read.text, options)));
      results.push({ key });
    }
    const digests = encodeDigests(made);
    port.postMessage({ id, results, digests } satisfies DigestReply, [digests.buffer]);
  });
}
