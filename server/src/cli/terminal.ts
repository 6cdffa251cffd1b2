// What a command sees of the world it runs in: streams of text, whether somebody is watching, and a wish to stop.

/** 0: done and consistent; 1: problems were found; 2: the command could not be carried out. */
export type ExitStatus = 0 | 1 | 2;

export interface Terminal {
  readonly input: AsyncIterable<Uint8Array | string>;
  /** Writes to standard output and waits until it is taken. False once nobody reads any more: then nothing need follow. */
  print(text: string): Promise<boolean>;
  /** One line on standard error, after clearing a progress line. */
  warn(line: string): void;
  /** Shows a passing line on standard error where somebody watches it; nothing clears it but the next line. */
  showProgress(line: string): void;
  readonly isColourWanted: boolean;
  /** Aborted by Ctrl-C. */
  readonly cancelled: AbortSignal;
  /**
   * Lets waiting signals arrive. During `work` that blocks for long, Ctrl-C ends the program at once, as there would be
   * nobody to hear it.
   */
  runBlocking<T>(work: () => T): Promise<T>;
}

/** Ends a command with one clear line on standard error and status 2. */
export class CommandError extends Error {}
