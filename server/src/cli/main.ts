// Entry of the command line: connects the program to this process and sets the exit status. Never calls `process.exit`,
// so that everything written goes out whole, through a pipe too.

import { openTerminal } from './processTerminal.ts';
import { runProgram } from './program.ts';

const terminal = openTerminal(process);
runProgram(process.argv.slice(2), terminal)
  .then((status) => {
    process.exitCode = status;
  })
  .finally(() => terminal.close());
