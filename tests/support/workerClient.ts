// Runs in a page of a browser: starts the program in a web worker and talks to it over the
// protocol. Bundled by the test, which calls it as `languageServer`.

import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createProtocolConnection,
  DidOpenTextDocumentNotification,
  type Hover,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  type Position,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol/browser';

const connection = createConnection('/cli.js');
const uri = 'memory:/report.md';

function createConnection(script: string) {
  const worker = new Worker(script);
  const connection = createProtocolConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker));
  connection.listen();
  return connection;
}

const languageServer = {
  /** Opens a document in a new session; answers what the server can do, and the first diagnostics of the document. */
  async open(text: string): Promise<[InitializeResult, PublishDiagnosticsParams]> {
    const result = await connection.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: null,
      workspaceFolders: null,
      capabilities: { textDocument: { publishDiagnostics: { relatedInformation: true } } },
    });
    const diagnostics = new Promise<PublishDiagnosticsParams>((resolve) => {
      connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
        if (params.uri === uri) resolve(params);
      });
    });
    await connection.sendNotification(InitializedNotification.type, {});
    const textDocument = { uri, languageId: 'markdown', version: 1, text };
    await connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
    return [result, await diagnostics];
  },

  hover(position: Position): Promise<Hover | null> {
    return connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
  },
};

export type LanguageServer = typeof languageServer;
Object.assign(globalThis, { languageServer });
