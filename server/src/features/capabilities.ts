// What the server says that it can do.

import { CodeActionKind, type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import { actorActionKind } from './actorActions.ts';
import { completionTriggers } from './completion.ts';
import type { PositionEncoding } from './positions.ts';
import { tokenLegend } from './semanticTokens.ts';

export function capabilitiesFor(positionEncoding: PositionEncoding): ServerCapabilities {
  return {
    positionEncoding,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
    hoverProvider: true,
    completionProvider: { triggerCharacters: [...completionTriggers] },
    definitionProvider: true,
    typeDefinitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    documentSymbolProvider: { label: 'Concordance' },
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, actorActionKind] },
    codeLensProvider: { resolveProvider: false },
    inlayHintProvider: { resolveProvider: false },
    semanticTokensProvider: { legend: tokenLegend, full: true, range: true },
    callHierarchyProvider: true,
    workspaceSymbolProvider: { workDoneProgress: true },
    renameProvider: { prepareProvider: true },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}
