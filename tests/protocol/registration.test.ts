import { afterEach, describe, expect, it } from 'vitest';
import type { ClientCapabilities, Registration, Unregistration } from 'vscode-languageserver/node';
import { eventually } from '../support/eventually.ts';
import { editorCapabilities, startClient, type TestClient } from '../support/protocolClient.ts';

const registering: ClientCapabilities = {
  ...editorCapabilities,
  textDocument: {
    ...editorCapabilities.textDocument,
    codeLens: { dynamicRegistration: true },
    inlayHint: { dynamicRegistration: true },
    documentSymbol: { dynamicRegistration: true, hierarchicalDocumentSymbolSupport: true },
    semanticTokens: {
      dynamicRegistration: true,
      requests: { range: true, full: false },
      tokenTypes: [],
      tokenModifiers: [],
      formats: [],
    },
  },
};
const display = ['textDocument/codeLens', 'textDocument/inlayHint'];

let client: TestClient | undefined;
afterEach(async () => {
  await client?.stop();
  client = undefined;
});

/** Starts a client and follows what is registered with it, by method. */
async function start(options: Parameters<typeof startClient>[1] = {}) {
  const registered = new Map<string, Registration>();
  const answers = { settings: undefined as unknown };
  const onConnection: NonNullable<typeof options.onConnection> = (connection) => {
    connection.onRequest('client/registerCapability', ({ registrations }: { registrations: Registration[] }) => {
      for (const registration of registrations) registered.set(registration.method, registration);
      return null;
    });
    connection.onRequest('client/unregisterCapability', (params: { unregisterations: Unregistration[] }) => {
      for (const { id, method } of params.unregisterations)
        if (registered.get(method)?.id === id) registered.delete(method);
      return null;
    });
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => answers.settings ?? options.settings ?? null),
    );
  };
  client = await startClient('//- report.md\n# Report\n', { capabilities: registering, ...options, onConnection });
  await client.check('report.md');
  const shown = () => display.filter((method) => registered.has(method));
  const change = async (settings: unknown) => {
    answers.settings = settings;
    await client!.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  };
  return { registered, shown, change, capabilities: client.initialized.capabilities };
}

describe('lenses and hints', () => {
  it('are offered while their settings are on', async () => {
    const { shown, change, capabilities } = await start();
    expect(capabilities.codeLensProvider).toBeUndefined();
    expect(capabilities.inlayHintProvider).toBeUndefined();
    expect(shown()).toEqual([]);
    await change({ codeLens: true, inlayHints: true });
    await eventually(() => expect(shown()).toEqual(display));
    await change({ codeLens: false, inlayHints: true });
    await eventually(() => expect(shown()).toEqual(['textDocument/inlayHint']));
  });

  it('are offered from the start where the settings want them then', async () => {
    const { shown } = await start({ settings: { codeLens: true } });
    await eventually(() => expect(shown()).toEqual(['textDocument/codeLens']));
  });

  it('follow the last of settings that change faster than a client registers', async () => {
    const { shown, change } = await start();
    for (const codeLens of [true, false, true, false]) await change({ codeLens, inlayHints: !codeLens });
    await eventually(() => expect(shown()).toEqual(['textDocument/inlayHint']));
  });

  it('are always offered to a client that takes no registrations', async () => {
    const { shown, change, capabilities } = await start({ capabilities: editorCapabilities });
    expect(capabilities).toMatchObject({ codeLensProvider: {}, inlayHintProvider: {} });
    await change({ codeLens: true, inlayHints: true });
    await client!.check('report.md');
    expect(shown()).toEqual([]);
  });
});

describe('an outline', () => {
  it('is offered of all documents, or of those in the languages for which the client wants one', async () => {
    const { capabilities } = await start();
    expect(capabilities.documentSymbolProvider).toEqual({ label: 'Concordance' });
    await client!.stop();
    const chosen = await start({ initializationOptions: { outlineLanguages: ['plaintext', 5] } });
    expect(chosen.capabilities.documentSymbolProvider).toBeUndefined();
    await eventually(() =>
      expect(chosen.registered.get('textDocument/documentSymbol')?.registerOptions).toEqual({
        documentSelector: [{ language: 'plaintext' }],
        label: 'Concordance',
      }),
    );
  });

  it('is offered of all documents to a client that takes no registrations', async () => {
    const initializationOptions = { outlineLanguages: ['plaintext'] };
    const { capabilities } = await start({ capabilities: editorCapabilities, initializationOptions });
    expect(capabilities.documentSymbolProvider).toEqual({ label: 'Concordance' });
  });
});

describe('tokens', () => {
  it('are offered while their setting is on, of whole documents unless the client asks for none', async () => {
    const { registered, change, capabilities } = await start();
    expect(capabilities.semanticTokensProvider).toBeUndefined();
    expect(registered.has('textDocument/semanticTokens')).toBe(false);
    await change({ semanticTokens: true });
    await eventually(() =>
      expect(registered.get('textDocument/semanticTokens')?.registerOptions).toMatchObject({
        full: false,
        range: true,
      }),
    );
    await client!.stop();
    const other = await start({ capabilities: editorCapabilities });
    expect(other.capabilities.semanticTokensProvider).toMatchObject({ full: true, range: true });
  });
});
