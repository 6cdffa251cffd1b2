// Reads documents in a few threads, each of which runs this very program. Threads are started when there is something to
// read and ended when there has been nothing for a while.

import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type AnalysisOptions, createSharedParts, decodeDigests } from '../../core/index.ts';
import type { Digested, Digester } from '../host.ts';
import type { DigestReply, DigestRequest } from './digestThread.ts';

/** Documents that are passed to a thread at once. */
const mostAtOnce = 32;
/** How often a thread is given documents before it has answered, so that it never waits. */
const ahead = 2;
/** Milliseconds after which a thread without work is ended. */
const patience = 5000;
/**
 * Megabytes of a thread's heap. The longest document fits into it; a limit below the platform's own makes the platform
 * collect garbage sooner.
 */
const heapLimit = 2000;
/** What a thread makes dies young: with twice the room for that, in MB, it takes 50 MB more and no less time. */
const youngLimit = 8;

interface Job {
  readonly uri: string;
  readonly options: AnalysisOptions;
  /** Whether it has been in the hands of a thread that ended. */
  readonly isSuspect: boolean;
  answer(result: Digested): void;
}

interface Thread {
  readonly worker: Worker;
  readonly waiting: Map<number, readonly Job[]>;
  rest: ReturnType<typeof setTimeout> | undefined;
}

/** `program` is the file that a thread runs; it must call `serveDigests` when it is run in one. */
export function createThreadDigester(program: string): Digester {
  const threadCount = Math.min(4, Math.max(2, availableParallelism() - 1));
  const threads = new Set<Thread>();
  const queue: Job[] = [];
  let isPassing = false;
  let known: readonly string[] = [];
  let requests = 0;
  /** What is shared by all that is read while there are threads. */
  let shared = createSharedParts();

  function start(): Thread {
    const worker = new Worker(program, {
      resourceLimits: { maxOldGenerationSizeMb: heapLimit, maxYoungGenerationSizeMb: youngLimit },
    });
    const thread: Thread = { worker, waiting: new Map(), rest: undefined };
    threads.add(thread);
    worker.unref();
    worker.postMessage({ known } satisfies DigestRequest);
    worker.on('message', ({ id, results, digests }: DigestReply) => {
      const made = decodeDigests(digests, shared);
      for (const [index, { answer }] of thread.waiting.get(id)?.entries() ?? []) {
        const result = results[index]!;
        const digest = 'key' in result ? made.get(result.key) : undefined;
        answer(digest ? { ...result, digest } : result);
      }
      thread.waiting.delete(id);
      passSoon();
      if (thread.waiting.size > 0) return;
      thread.rest = setTimeout(() => void worker.terminate(), patience);
      thread.rest.unref();
    });
    // A thread that ends with documents in hand has been ended by one of them: memory, most likely. Each is tried alone.
    const end = (reason: string) => {
      threads.delete(thread);
      if (threads.size === 0) shared = createSharedParts();
      for (const job of [...thread.waiting.values()].flat()) {
        if (job.isSuspect) job.answer({ problem: reason });
        else queue.push({ ...job, isSuspect: true });
      }
      thread.waiting.clear();
      passSoon();
    };
    worker.on('error', (error) => end(`it could not be read: ${error.message}`));
    worker.on('exit', () => end('it could not be read to its end'));
    return thread;
  }

  function leastBusy(): Thread {
    const [best] = [...threads].sort((a, b) => a.waiting.size - b.waiting.size);
    return best && (best.waiting.size === 0 || threads.size >= threadCount) ? best : start();
  }

  /** A suspect has a thread for itself, so that no other is blamed for what it does. */
  function mostFor({ waiting }: Thread): number {
    const inHand = [...waiting.values()].flat();
    return [...inHand, queue[0]].some((job) => job?.isSuspect) ? 1 : ahead;
  }

  /** Takes from the queue what can be read as one. */
  function takeJobs(): Job[] {
    const most = Math.min(mostAtOnce, Math.ceil(queue.length / threadCount));
    const { options } = queue[0]!;
    const isOther = (job: Job, index: number): boolean =>
      index === most ||
      (index > 0 && job.isSuspect) ||
      job.options.actors !== options.actors ||
      job.options.format !== options.format;
    const end = queue[0]!.isSuspect ? 1 : queue.findIndex(isOther);
    return queue.splice(0, end < 0 ? queue.length : end);
  }

  /** Passes on once all that is asked for at this moment has been asked. */
  function passSoon(): void {
    if (isPassing || queue.length === 0) return;
    isPassing = true;
    setImmediate(() => {
      isPassing = false;
      while (queue.length > 0) {
        const thread = leastBusy();
        if (thread.waiting.size >= mostFor(thread)) return;
        clearTimeout(thread.rest);
        const jobs = takeJobs();
        const id = ++requests;
        thread.waiting.set(id, jobs);
        const uris = jobs.map(({ uri }) => uri);
        thread.worker.postMessage({ id, uris, options: jobs[0]!.options } satisfies DigestRequest);
      }
    });
  }

  return {
    lanes: threadCount * ahead * mostAtOnce,
    reads: (uri) => uri.startsWith('file:'),
    start(keys) {
      known = [...keys];
    },
    digest(uri: string, options: AnalysisOptions) {
      return new Promise((answer) => {
        queue.push({ uri, options, isSuspect: false, answer });
        passSoon();
      });
    },
  };
}
