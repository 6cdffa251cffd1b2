import { describe, expect, it } from 'vitest';
import { type CommandRegistry, standInFor } from '../../../client/src/standIn.ts';

type Handler = (...args: unknown[]) => unknown;

/** Commands as an editor keeps them: each has one handler, and what is not registered cannot be run. */
function createRegistry() {
  const handlers = new Map<string, Handler>();
  const registry: CommandRegistry = {
    registerCommand(id, handler) {
      if (handlers.has(id)) throw new Error(`${id} exists already.`);
      handlers.set(id, handler);
      return { dispose: () => handlers.delete(id) };
    },
    async executeCommand(id, ...args) {
      const handler = handlers.get(id);
      if (!handler) throw new Error(`${id} is not there.`);
      return handler(...args);
    },
  };
  return { registry, handlers };
}

describe('the stand-in of commands', () => {
  it('lets those that are given early wait, and has them run by the extension', async () => {
    const { registry } = createRegistry();
    let loaded: (start: () => Promise<void>) => void = () => undefined;
    const started = standInFor(['add', 'other'], registry, () => new Promise((resolve) => (loaded = resolve)));
    const early = registry.executeCommand('add', 2, 3);
    loaded(async () => {
      registry.registerCommand('add', (a, b) => Number(a) + Number(b));
    });
    await started;
    expect(await early).toBe(5);
    expect(await registry.executeCommand('add', 1, 1)).toBe(2);
    await expect(registry.executeCommand('other')).rejects.toThrow('is not there');
  });

  it('does not give way before the extension is loaded', async () => {
    const { registry, handlers } = createRegistry();
    void standInFor(['add'], registry, () => new Promise(() => undefined));
    await new Promise((resolve) => setImmediate(resolve));
    expect([...handlers.keys()]).toEqual(['add']);
  });

  it('fails with the commands that wait where there is nothing to load', async () => {
    const { registry } = createRegistry();
    const started = standInFor(['add'], registry, () => Promise.reject(new Error('No such file.')));
    const early = registry.executeCommand('add');
    await expect(started).rejects.toThrow('No such file.');
    await expect(early).rejects.toThrow('No such file.');
  });
});
