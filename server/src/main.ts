// The program as it is shipped: one file that is the command line under Node (the language server is a command of it), and
// the language server in a web worker. Which of the two it is shows where it was started; only that part is set up.

if ('WorkerGlobalScope' in globalThis) void import('./browser.ts');
else void import('./cli/main.ts');
