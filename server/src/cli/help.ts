// The help texts, made from what the commands say of themselves.

import { commonOptions } from './arguments.ts';
import type { Command, Option } from './command.ts';

export function helpOfProgram(commands: readonly Command[]): string {
  return lines([
    'Concordance checks the figures, dates and names of a text against each other.',
    '',
    'Usage: concordance COMMAND [OPTION…] [PATH…]',
    '',
    'Commands:',
    ...columns(commands.map(({ name, summary }) => [name, summary])),
    '',
    'A path is a file or a folder; folders are searched for .md, .markdown and .txt files,',
    'leaving out hidden ones and what .gitignore excludes. No path means the current folder,',
    'and - reads standard input.',
    '',
    'Exit status: 0 done and consistent, 1 problems found, 2 could not be carried out.',
    '',
    '“concordance COMMAND --help” shows the options of a command.',
  ]);
}

export function helpOfCommand({ name, operands, summary, options, notes }: Command): string {
  const usage = ['concordance', name, options.length > 0 ? '[OPTION…]' : '', operands].filter((part) => part !== '');
  return lines([
    `Usage: ${usage.join(' ')}`,
    '',
    `${summary}.`,
    '',
    'Options:',
    ...columns([...options, ...commonOptions].map((option) => [titleOf(option), option.description])),
    ...(notes.length > 0 ? ['', ...notes] : []),
  ]);
}

function titleOf({ name, value, choices }: Option): string {
  return value ? `--${name} ${choices?.join('|') ?? value}` : `--${name}`;
}

/** Two columns; what is too long for the first has the second on the next line. */
function columns(rows: readonly (readonly [string, string])[]): string[] {
  const widest = Math.min(26, Math.max(...rows.map(([left]) => left.length)));
  return rows.flatMap(([left, right]) =>
    left.length > widest ? [`  ${left}`, `  ${' '.repeat(widest)}  ${right}`] : [`  ${left.padEnd(widest)}  ${right}`],
  );
}

function lines(parts: readonly string[]): string {
  return `${parts.join('\n')}\n`;
}
