// What a command of the program is: its name, its options, and what it does. Help is made from this, arguments are read by it.

import type { ExitStatus, Terminal } from './terminal.ts';

export interface Option {
  readonly name: string;
  /** How help names the value: "FILE"; absent for an option without one. */
  readonly value?: string;
  /** The values that it may have, where they can be counted. */
  readonly choices?: readonly string[];
  /** One line for help, without a full stop. */
  readonly description: string;
}

export interface Arguments {
  /** What was given beside options. */
  readonly operands: readonly string[];
  /** Values by option name; "" for an option that has none. */
  readonly options: ReadonlyMap<string, string>;
}

export interface Command {
  readonly name: string;
  /** How help names what follows: "[PATH…]"; empty where nothing may follow. */
  readonly operands: string;
  /** One line for the list of commands, without a full stop. */
  readonly summary: string;
  readonly options: readonly Option[];
  /** Further paragraphs of its help, each line as it is printed. */
  readonly notes: readonly string[];
  /** Throws `CommandError` where it cannot be carried out at all. */
  run(given: Arguments, terminal: Terminal): Promise<ExitStatus>;
}
