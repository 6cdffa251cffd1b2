// Which kinds of code actions a request is for. Kinds are hierarchical: who asks for "refactor" means "refactor.claim" too.

import type { CodeActionParams } from 'vscode-languageserver';

/** Whether an action of that kind is asked for. */
export function isWanted({ context }: CodeActionParams, kind: string): boolean {
  const only = context?.only;
  return !only || only.some((asked) => asked === '' || `${kind}.`.startsWith(`${asked}.`));
}

/** Whether actions below that kind may be asked for. */
export function mayBeWanted(params: CodeActionParams, kind: string): boolean {
  return isWanted(params, kind) || (params.context.only ?? []).some((asked) => asked.startsWith(`${kind}.`));
}
