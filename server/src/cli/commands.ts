// The commands of the program, in the order of its help.

import { annotations } from './annotations.ts';
import { check } from './check.ts';
import type { Command } from './command.ts';
import { extract } from './extract.ts';
import { lsp } from './lsp.ts';

export const commands: readonly Command[] = [check, extract, annotations, lsp];
