// Reads documents in a few threads, each of which runs this very program. Threads are started when there is something to
// read and ended when there has been nothing for a while.

import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { AnalysisOptions } from '../../core/index.ts';
import type { Digested, Digester } from '../host.ts';
import type { DigestReply, DigestRequest } from './digestThread.ts';

/** Documents that a thread is given at once, so that it never waits for the disk. */
const ahead = 4;
/** Milliseconds after which a thread without work is ended. */
const patience = 5000;

interface Thread {
  readonly worker: Worker;
  readonly waiting: Map<number, (result: Digested) => void>;
  rest: ReturnType<typeof setTimeout> | undefined;
}

/** `program` is the file that a thread runs; it must call `serveDigests` when it is run in one. */
export function createThreadDigester(program: string): Digester {
  const threadCount = Math.min(4, Math.max(2, availableParallelism() - 1));
  const threads = new Set<Thread>();
  let known: readonly string[] = [];
  let requests = 0;

  function start(): Thread {
    const worker = new Worker(program);
    const thread: Thread = { worker, waiting: new Map(), rest: undefined };
    threads.add(thread);
    worker.unref();
    worker.postMessage({ known } satisfies DigestRequest);
    worker.on('message', ({ id, result }: DigestReply) => {
      thread.waiting.get(id)?.(result);
      thread.waiting.delete(id);
      if (thread.waiting.size > 0) return;
      thread.rest = setTimeout(() => void worker.terminate(), patience);
      thread.rest.unref();
    });
    // A thread that ends with a document in hand has been ended by it: memory, most likely.
    const end = (reason: string) => {
      threads.delete(thread);
      for (const answer of thread.waiting.values()) answer({ problem: reason });
      thread.waiting.clear();
    };
    worker.on('error', (error) => end(`it could not be read: ${error.message}`));
    worker.on('exit', () => end('it could not be read to its end'));
    return thread;
  }

  function leastBusy(): Thread {
    const [best] = [...threads].sort((a, b) => a.waiting.size - b.waiting.size);
    return best && (best.waiting.size === 0 || threads.size >= threadCount) ? best : start();
  }

  return {
    lanes: threadCount * ahead,
    reads: (uri) => uri.startsWith('file:'),
    start(keys) {
      known = [...keys];
    },
    digest(uri: string, options: AnalysisOptions) {
      const thread = leastBusy();
      clearTimeout(thread.rest);
      const id = ++requests;
      return new Promise((resolve) => {
        thread.waiting.set(id, resolve);
        thread.worker.postMessage({ id, uri, options } satisfies DigestRequest);
      });
    },
  };
}
