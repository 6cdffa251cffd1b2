// Entry of the command line: connects the program to this process and sets the exit status. Never calls `process.exit`,
// so that everything written goes out whole, through a pipe too. In a thread of the language server it is that server.

import { isMainThread } from 'node:worker_threads';
import { openTerminal } from './processTerminal.ts';
import { runProgram } from './program.ts';

if (isMainThread) {
  const terminal = openTerminal(process);
  runProgram(process.argv.slice(2), terminal)
    .then((status) => {
      process.exitCode = status;
    })
    .finally(() => terminal.close());
} else void import('../node.ts');
