// Answers for commands whose extension is still being loaded: they wait for it and are then run by it. Knows no editor.

/** Where commands are registered and run, as the editor has it. */
export interface CommandRegistry {
  registerCommand(id: string, handler: (...args: unknown[]) => unknown): { dispose(): unknown };
  executeCommand(id: string, ...args: unknown[]): PromiseLike<unknown>;
}

/**
 * Registers the commands until `load` has ended, and gives way to those that its answer then registers. Ends when these are
 * there; fails when they cannot be loaded, and so do the commands that were waiting.
 */
export function standInFor(
  ids: readonly string[],
  registry: CommandRegistry,
  load: () => Promise<() => Promise<void>>,
): Promise<void> {
  const loading = load().then(async (start) => {
    for (const standIn of standIns) standIn.dispose();
    await start();
  });
  const standIns = ids.map((id) =>
    registry.registerCommand(id, async (...args) => {
      await loading;
      return registry.executeCommand(id, ...args);
    }),
  );
  return loading;
}
