// The program: finds the command that was asked for, answers help and version, and turns whatever goes wrong into one line
// on standard error and an exit status.

import { existsSync } from 'node:fs';
import { version } from '../../../package.json';
import { findNearest, parseArguments } from './arguments.ts';
import { commands } from './commands.ts';
import { helpOfCommand, helpOfProgram } from './help.ts';
import { CommandError, type ExitStatus, type Terminal } from './terminal.ts';

/** Runs what the arguments ask for; never rejects. */
export async function runProgram(given: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  try {
    return await dispatch(given, terminal);
  } catch (error) {
    if (error instanceof CommandError) terminal.warn(error.message);
    else terminal.warn(`this should not have happened: ${error instanceof Error ? (error.stack ?? error) : error}`);
    return 2;
  }
}

async function dispatch(given: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const [name, ...rest] = given;
  if (name === undefined) {
    terminal.warn('a command is missing; “concordance --help” lists them');
    return 2;
  }
  const command = commands.find((candidate) => candidate.name === name);
  const beforeOperands = given.includes('--') ? given.slice(0, given.indexOf('--')) : given;
  if (beforeOperands.includes('--help')) {
    await terminal.print(command ? helpOfCommand(command) : helpOfProgram(commands));
    return 0;
  }
  if (beforeOperands.includes('--version')) {
    await terminal.print(`concordance ${version}\n`);
    return 0;
  }
  if (!command) throw new CommandError(unknownCommand(name));
  return command.run(parseArguments(rest, command.options, command.operands !== ''), terminal);
}

function unknownCommand(name: string): string {
  const names = commands.map((command) => command.name);
  if (name.startsWith('-')) return `the command comes first: concordance ${names.join('|')} …`;
  const near = findNearest(name, names) ?? (existsSync(name) ? `check ${name}` : undefined);
  const cure = near ? `did you mean “concordance ${near}”?` : `there are ${names.join(', ')}`;
  return `there is no command “${name}”; ${cure}`;
}
