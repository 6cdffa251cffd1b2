// What the server says that it can do.

import {
  CodeActionKind,
  FileOperationPatternKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { acceptCommand } from './acceptDifference.ts';
import { actorActionKind } from './actorActions.ts';
import { claimActionKind } from './claimActions.ts';
import type { ClientFeatures } from './clientFeatures.ts';
import { completionTriggers } from './completion.ts';
import { fixAllKind } from './fixAll.ts';
import type { PositionEncoding } from './positions.ts';
import { outlineLabel } from './registration.ts';
import { tokenOptions } from './semanticTokens.ts';

/** Documents, files of annotations, and folders of them. */
const renamedFilters = [
  { pattern: { glob: '**/*.{md,markdown,txt,annotations.jsonld}', matches: FileOperationPatternKind.file } },
  { pattern: { glob: '**/*', matches: FileOperationPatternKind.folder } },
];

export function capabilitiesFor(positionEncoding: PositionEncoding, client: ClientFeatures): ServerCapabilities {
  return {
    positionEncoding,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
    hoverProvider: true,
    completionProvider: { triggerCharacters: [...completionTriggers] },
    definitionProvider: true,
    typeDefinitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    ...(!client.outlineLanguages && { documentSymbolProvider: { label: outlineLabel } }),
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, actorActionKind, claimActionKind, fixAllKind] },
    ...(client.reasons && { executeCommandProvider: { commands: [acceptCommand] } }),
    ...(!client.lensRegistration && { codeLensProvider: { resolveProvider: false } }),
    ...(!client.hintRegistration && { inlayHintProvider: { resolveProvider: false } }),
    ...(!client.tokenRegistration && { semanticTokensProvider: tokenOptions(client) }),
    callHierarchyProvider: true,
    workspaceSymbolProvider: { workDoneProgress: true },
    renameProvider: { prepareProvider: true },
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: { willRename: { filters: renamedFilters }, didRename: { filters: renamedFilters } },
    },
  };
}
