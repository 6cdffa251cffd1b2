// The language server in a web worker.

import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { startServer } from './features/server.ts';
import { createClientHost } from './host/web/clientHost.ts';

const worker = self as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];
const connection = createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker));
startServer(
  connection,
  createClientHost((method, params) => connection.sendRequest(method, params)),
);
