// The fuzzer's worker: tries the laws in turn, round after round, each with a seed of its own, until the time is over. Tells
// the program that started it what it is about to do, so that a case that never ends can be named.

import { parentPort, workerData } from 'node:worker_threads';
import fc from 'fast-check';
import { type Analysis, realAnalysis } from './analysis.ts';
import { linearTime } from './growth.ts';
import { type Law, laws } from './laws.ts';

export interface FuzzOptions {
  readonly seconds: number;
  readonly seed: number;
}

export type FuzzMessage =
  | { readonly kind: 'round'; readonly law: string; readonly seed: number }
  | { readonly kind: 'done'; readonly law: string; readonly cases: number; readonly failure?: FuzzFailure };

export interface FuzzFailure {
  readonly law: string;
  readonly seed: number;
  readonly message: string;
  readonly example: unknown;
}

interface TrialOptions {
  readonly analysis?: Analysis;
  readonly cases?: number;
  /** Seconds that are spent on making a failing case smaller. */
  readonly patience?: number;
}

/** Tries one law with one seed. */
export function tryLaw(law: Law, seed: number, options: TrialOptions = {}): FuzzMessage {
  const { analysis = realAnalysis, cases = law.cases, patience = 20 } = options;
  const interruptAfterTimeLimit = patience * 1000;
  const details = fc.check(law.property(analysis), { seed, numRuns: cases, interruptAfterTimeLimit });
  if (details instanceof Promise) throw new TypeError('laws are not asynchronous');
  const { numRuns, counterexample, errorInstance } = details;
  const done = { kind: 'done', law: law.name, cases: numRuns } as const;
  if (!counterexample) return done;
  const message = (errorInstance instanceof Error && errorInstance.stack) || String(errorInstance);
  return { ...done, failure: { law: law.name, seed, message, example: counterexample } };
}

if (parentPort) {
  const { seconds, seed } = workerData as FuzzOptions;
  const end = Date.now() + seconds * 1000;
  const all = [...laws, linearTime];
  for (let round = 0; Date.now() < end; round++) {
    // The seed alone decides, so that it finds a failure again in the first round.
    const law = all[(seed + round) % all.length]!;
    parentPort.postMessage({ kind: 'round', law: law.name, seed: seed + round } satisfies FuzzMessage);
    parentPort.postMessage(tryLaw(law, seed + round));
  }
}
