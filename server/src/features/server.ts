// The language server, put together: what happens from the first message to the last, and which file answers what. The
// transport is the entries' business, files are the host's, and analysis is core's.

import type { Connection, InitializeParams } from 'vscode-languageserver';
import type { Host } from '../host/host.ts';
import { acceptDifference } from './acceptDifference.ts';
import { answerAnnotationRequests } from './annotations/annotationMethods.ts';
import { lookForStrays } from './annotations/annotationSync.ts';
import { answer } from './answer.ts';
import { indexInBackground } from './backgroundIndex.ts';
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from './callHierarchy.ts';
import { capabilitiesFor } from './capabilities.ts';
import { checkOpenDocument } from './checkDocument.ts';
import { checkWorkspace } from './checkWorkspace.ts';
import { readClientFeatures, readOptions } from './clientFeatures.ts';
import { codeAction } from './codeAction.ts';
import { codeLens } from './codeLens.ts';
import { completion } from './completion.ts';
import { followSettings, sectionOf } from './configuration.ts';
import { definition } from './definition.ts';
import { documentHighlight } from './documentHighlight.ts';
import { documentSymbol } from './documentSymbol.ts';
import { hover } from './hover.ts';
import { inlayHint } from './inlayHint.ts';
import { speak } from './language.ts';
import { chooseEncoding } from './positions.ts';
import { publishProjects } from './projectNotices.ts';
import {
  actorsRequest,
  type CheckDocumentParams,
  type CheckWorkspaceParams,
  checkDocumentRequest,
  checkWorkspaceRequest,
  claimsRequest,
  type DocumentParams,
  type FindingsParams,
  findingsRequest,
  overviewRequest,
  type ReportParams,
  reportRequest,
} from './protocol.ts';
import { createPublisher, type Publisher } from './publisher.ts';
import { references } from './references.ts';
import { prepareRename, rename } from './rename.ts';
import { findings, report } from './report.ts';
import { semanticTokens, semanticTokensInRange } from './semanticTokens.ts';
import { createSession, type Session } from './session.ts';
import { parseSettings } from './settings.ts';
import { actors, claims, overview } from './survey.ts';
import { followFolders, synchronize } from './synchronization.ts';
import { typeDefinition } from './typeDefinition.ts';
import { loadProjects, watchFiles } from './watchedFiles.ts';
import { workspaceSymbol } from './workspaceSymbol.ts';

/** Wires the server to a connection, and listens. Files come from the host. */
export function startServer(connection: Connection, host: Host): void {
  const session = createSession(connection, host);
  const publisher = createPublisher(session);
  publishProjects(session, publisher);
  connection.onInitialize((params) => initialize(session, params));
  connection.onInitialized(() => run(session, publisher));
  connection.onShutdown(() => {
    session.state = 'ending';
    publisher.dispose();
    return session.workspace.keep();
  });
  synchronize(session, publisher);
  answerRequests(session, publisher);
  answerAnnotationRequests(session);
  connection.listen();
}

function initialize(session: Session, params: InitializeParams) {
  speak(params.locale);
  session.client = readClientFeatures(params);
  session.encoding = chooseEncoding(params.capabilities?.general?.positionEncodings);
  session.folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
  session.settings = parseSettings(sectionOf(readOptions(params.initializationOptions))).settings;
  session.state = 'running';
  return { capabilities: capabilitiesFor(session.encoding, session.client), serverInfo: { name: 'concordance' } };
}

/** What has to be asked of the client or read before the first problem is published. */
async function run(session: Session, publisher: Publisher): Promise<void> {
  try {
    followFolders(session, publisher);
    await followSettings(session, publisher);
    await watchFiles(session, publisher);
    await loadProjects(session, publisher);
  } finally {
    session.readiness.reach();
  }
  for (const uri of session.documents.served()) publisher.schedule(uri, 0);
  void indexInBackground(session);
  lookForStrays(session);
}

function answerRequests(session: Session, publisher: Publisher): void {
  const { connection } = session;
  connection.onHover(answer(session, (params, token) => hover(session, params, token)));
  connection.onDefinition(answer(session, (params, token) => definition(session, params, token)));
  connection.onTypeDefinition(answer(session, (params) => typeDefinition(session, params)));
  connection.onCompletion(answer(session, (params, token) => completion(session, params, token)));
  connection.onReferences(answer(session, (params, token) => references(session, params, token)));
  connection.onDocumentHighlight(answer(session, (params) => documentHighlight(session, params)));
  connection.onDocumentSymbol(answer(session, (params) => documentSymbol(session, params)));
  connection.onWorkspaceSymbol(answer(session, (params, token) => workspaceSymbol(session, params, token)));
  connection.onCodeAction(answer(session, (params) => codeAction(session, params)));
  connection.onExecuteCommand(answer(session, (params) => acceptDifference(session, params)));
  connection.onCodeLens(answer(session, (params) => codeLens(session, params)));
  connection.languages.inlayHint.on(answer(session, (params) => inlayHint(session, params)));
  connection.languages.semanticTokens.on(answer(session, (params) => semanticTokens(session, params) ?? { data: [] }));
  connection.languages.semanticTokens.onRange(
    answer(session, (params) => semanticTokensInRange(session, params) ?? { data: [] }),
  );
  connection.languages.callHierarchy.onPrepare(answer(session, (params) => prepareCallHierarchy(session, params)));
  connection.languages.callHierarchy.onIncomingCalls(
    answer(session, (params, token) => incomingCalls(session, params, token)),
  );
  connection.languages.callHierarchy.onOutgoingCalls(answer(session, (params) => outgoingCalls(session, params)));
  connection.onPrepareRename(answer(session, (params) => prepareRename(session, params)));
  connection.onRenameRequest(answer(session, (params, token) => rename(session, params, token)));
  connection.onRequest(
    checkDocumentRequest,
    answer(session, (params: CheckDocumentParams) => checkOpenDocument(session, publisher, params)),
  );
  connection.onRequest(
    checkWorkspaceRequest,
    answer(session, (params: CheckWorkspaceParams, token) => checkWorkspace(session, publisher, params, token)),
  );
  connection.onRequest(
    actorsRequest,
    answer(session, (params: DocumentParams) => actors(session, params)),
  );
  connection.onRequest(
    claimsRequest,
    answer(session, (params: DocumentParams) => claims(session, params)),
  );
  connection.onRequest(
    overviewRequest,
    answer(session, (params: DocumentParams) => overview(session, params)),
  );
  connection.onRequest(
    findingsRequest,
    answer(session, (params: FindingsParams, token) => findings(session, params, token)),
  );
  connection.onRequest(
    reportRequest,
    answer(session, (params: ReportParams, token) => report(session, params, token)),
  );
}
