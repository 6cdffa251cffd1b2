// `concordance lsp --stdio`: the language server, for any editor.

import type { Command } from './command.ts';
import { CommandError } from './terminal.ts';

export const lsp: Command = {
  name: 'lsp',
  operands: '',
  summary: 'Run the language server, for any editor',
  options: [
    { name: 'stdio', description: 'speak over standard input and output' },
    { name: 'node-ipc', description: 'speak over the channel of a Node process that forked this one' },
    { name: 'clientProcessId', value: 'ID', description: 'end when this process has ended' },
  ],
  notes: [],
  async run({ options }) {
    if (!options.has('stdio') && !options.has('node-ipc')) {
      throw new CommandError('the language server speaks over standard input and output: concordance lsp --stdio');
    }
    await import('../node.ts');
    return 0;
  },
};
