// Reads the arguments of a command. Every mistake is answered by what was given and what may be.

import { parseArgs } from 'node:util';
import type { Arguments, Option } from './command.ts';
import { CommandError } from './terminal.ts';

/** Understood by every command. */
export const commonOptions: readonly Option[] = [
  { name: 'help', description: 'show this help' },
  { name: 'version', description: 'show the version' },
];

/** Throws `CommandError` for what the command does not know. `takesOperands` is false where nothing but options may stand. */
export function parseArguments(given: readonly string[], options: readonly Option[], takesOperands = true): Arguments {
  const known = [...options, ...commonOptions];
  const config = Object.fromEntries(
    known.map(({ name, value }) => [name, { type: value ? 'string' : 'boolean' } as const]),
  );
  const { tokens } = parseArgs({ args: [...given], options: config, strict: false, tokens: true });
  const operands: string[] = [];
  const values = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const option = known.find(({ name }) => name === token.name);
    if (!option || !token.rawName.startsWith('--')) throw new CommandError(unknownOption(token.rawName, known));
    values.set(option.name, readValue(option, token.value, token.inlineValue === true));
  }
  if (!takesOperands && operands.length > 0 && !values.has('help')) {
    throw new CommandError(`nothing but options can follow, not “${operands[0]}”`);
  }
  return { operands, options: values };
}

function readValue(option: Option, value: string | undefined, isInline: boolean): string {
  const { name, choices } = option;
  if (!option.value) {
    if (value !== undefined) throw new CommandError(`--${name} takes no value, but “${value}” was given`);
    return '';
  }
  if (value === undefined || value === '' || (!isInline && value.startsWith('-') && value !== '-')) {
    throw new CommandError(`--${name} needs a value: --${name} ${choices?.join('|') ?? option.value}`);
  }
  if (choices && !choices.includes(value)) {
    throw new CommandError(`--${name} cannot be “${value}”; it is one of ${choices.join(', ')}`);
  }
  return value;
}

function unknownOption(rawName: string, known: readonly Option[]): string {
  const near = findNearest(
    rawName.replace(/^-+/, ''),
    known.map(({ name }) => name),
  );
  const cure = near ? `did you mean --${near}?` : `it knows ${known.map(({ name }) => `--${name}`).join(', ')}`;
  return `there is no option ${rawName}; ${cure}`;
}

/** The name that is at most two letters in five away, if there is one. */
export function findNearest(word: string, names: readonly string[]): string | undefined {
  const near = names
    .map((name) => ({ name, distance: editDistance(word.slice(0, 40), name) }))
    .filter(({ name, distance }) => distance * 5 <= name.length * 2)
    .sort((a, b) => a.distance - b.distance);
  return near[0]?.name;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** A whole number of at least `least` that an option was given; undefined where it was not given. */
export function numberOption({ options }: Arguments, name: string, least: number): number | undefined {
  const value = options.get(name);
  if (value === undefined) return undefined;
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
  if (!(number >= least)) throw new CommandError(`--${name} must be a whole number from ${least} on, not “${value}”`);
  return number;
}

/** The value of an option that has choices, which `parseArguments` has looked at. */
export function choiceOption<T extends string>(
  { options }: Arguments,
  name: string,
  choices: readonly T[],
): T | undefined {
  return choices.find((choice) => choice === options.get(name));
}
