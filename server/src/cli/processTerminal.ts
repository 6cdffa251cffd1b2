// The terminal of a Node process: writing with back pressure, a progress line, colour, and Ctrl-C.

import { setImmediate as nextTurn } from 'node:timers/promises';
import { describeFileError, errorCode } from '../host/node/files/fileError.ts';
import { CommandError, type Terminal } from './terminal.ts';

const clearLine = '\r\u001b[2K';

/** Milliseconds; work that is done sooner shows no progress line, and one is shown no oftener. */
const patience = 400;
const refresh = 100;

export interface ProcessTerminal extends Terminal {
  /** Clears what is passing and stops listening, so that the process can end. */
  close(): void;
}

export function openTerminal(host: NodeJS.Process): ProcessTerminal {
  const { stdin, stdout, stderr, env } = host;
  const cancellation = new AbortController();
  const cancel = () => cancellation.abort();
  const started = Date.now();
  let lastShown = 0;
  let isProgressShown = false;
  let isReaderGone = false;

  // Errors come to the callback of each write; without a listener they would end the process as well.
  stdout.on('error', () => {});
  stderr.on('error', () => {});
  host.on('SIGINT', cancel);

  function clearProgress(): void {
    if (isProgressShown) stderr.write(clearLine);
    isProgressShown = false;
  }

  return {
    input: stdin,
    async print(text) {
      if (isReaderGone) return false;
      clearProgress();
      const error = await new Promise<Error | null | undefined>((resolve) => stdout.write(text, resolve));
      if (!error) return true;
      const code = errorCode(error);
      if (code !== 'EPIPE' && code !== 'ERR_STREAM_DESTROYED' && code !== 'EOF') {
        throw new CommandError(`standard output cannot be written: ${describeFileError(error)}`);
      }
      isReaderGone = true;
      return false;
    },
    warn(line) {
      clearProgress();
      stderr.write(`concordance: ${line}\n`);
    },
    showProgress(line) {
      const now = Date.now();
      if (!stderr.isTTY || now - started < patience || now - lastShown < refresh) return;
      const width = Math.max(20, (stderr.columns ?? 80) - 1);
      const shown = line.length > width ? `${line.slice(0, width - 1)}…` : line;
      stderr.write(clearLine + shown);
      isProgressShown = true;
      lastShown = now;
    },
    isColourWanted: isColourWanted(env, stdout.isTTY),
    cancelled: cancellation.signal,
    async runBlocking(work) {
      await nextTurn();
      host.off('SIGINT', cancel);
      try {
        return work();
      } finally {
        host.on('SIGINT', cancel);
      }
    },
    close() {
      clearProgress();
      host.off('SIGINT', cancel);
    },
  };
}

/** As the conventions of NO_COLOR and FORCE_COLOR have it, and otherwise where a person is watching. */
function isColourWanted(env: NodeJS.ProcessEnv, isTerminal: boolean | undefined): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0';
  // A pipe's `isTTY` is undefined, which must not be left for somebody else's default to fill.
  return isTerminal === true && env.TERM !== 'dumb';
}
