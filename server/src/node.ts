// The language server under Node, over standard input and output (`--stdio`) or over IPC (`--node-ipc`), as the program's
// arguments say. An entry: importing it starts the server. Over standard output nothing but the protocol is written. In a
// thread of the server's own it reads documents instead.

import { parentPort } from 'node:worker_threads';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './features/server.ts';
import { serveDigests } from './host/node/digestThread.ts';
import { createNodeHost, programVersion } from './host/node/nodeHost.ts';
import { createClientHost } from './host/web/clientHost.ts';

if (parentPort) serveDigests(parentPort, programVersion(__filename));
else serveClient();

function serveClient(): void {
  // Over a pipe the end of the stream tells that the editor is gone; over IPC nothing else does.
  process.on('disconnect', () => process.exit(1));
  const connection = createConnection(ProposedFeatures.all);
  const clientHost = createClientHost((method, params) => connection.sendRequest(method, params));
  startServer(connection, createNodeHost(clientHost, __filename));
}
