// What the client at the other end can do, read once from its capabilities.

import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver';
import type { InitializationOptions } from './protocol.ts';

export interface ClientFeatures {
  readonly markdownHover: boolean;
  readonly definitionLinks: boolean;
  readonly typeDefinitionLinks: boolean;
  readonly nestedSymbols: boolean;
  readonly relatedInformation: boolean;
  readonly diagnosticData: boolean;
  readonly versionedEdits: boolean;
  /** Edits of the workspace may create files. */
  readonly fileCreation: boolean;
  /** Edits of the workspace may rename files. */
  readonly fileRenaming: boolean;
  readonly annotatedEdits: boolean;
  /** It takes code actions that carry their edits. */
  readonly codeActionLiterals: boolean;
  readonly configuration: boolean;
  readonly configurationRegistration: boolean;
  readonly lensRefresh: boolean;
  readonly hintRefresh: boolean;
  /** Lenses may be offered and taken back while the server runs; so hints, and tokens. */
  readonly lensRegistration: boolean;
  readonly hintRegistration: boolean;
  readonly tokenRegistration: boolean;
  /** It wants an outline of documents in these languages only. */
  readonly outlineLanguages: readonly string[] | undefined;
  /** It wants tokens of whole documents, not only of what is in view. */
  readonly wholeTokens: boolean;
  readonly watchRegistration: boolean;
  readonly workspaceFolders: boolean;
  /** It wants to hear of every analysis. */
  readonly status: boolean;
  /** It asks a person for the reason of an accepted difference. */
  readonly reasons: boolean;
  /** Where it would have the server keep what it has read. */
  readonly cacheFolder: string | undefined;
  /** It shows progress that the server begins. */
  readonly serverProgress: boolean;
  /** It draws annotations, and wants to hear when they change. */
  readonly annotations: boolean;
}

export function readClientFeatures(params: Partial<InitializeParams>): ClientFeatures {
  const capabilities: ClientCapabilities = params.capabilities ?? {};
  const options = readOptions(params.initializationOptions);
  const { textDocument, workspace } = capabilities;
  return {
    markdownHover: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    typeDefinitionLinks: textDocument?.typeDefinition?.linkSupport === true,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    relatedInformation: textDocument?.publishDiagnostics?.relatedInformation === true,
    diagnosticData: textDocument?.publishDiagnostics?.dataSupport === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    fileCreation:
      workspace?.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.resourceOperations?.includes('create') === true,
    fileRenaming:
      workspace?.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.resourceOperations?.includes('rename') === true,
    annotatedEdits:
      workspace?.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.changeAnnotationSupport !== undefined,
    codeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    configuration: workspace?.configuration === true,
    configurationRegistration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    lensRefresh: workspace?.codeLens?.refreshSupport === true,
    hintRefresh: workspace?.inlayHint?.refreshSupport === true,
    lensRegistration: textDocument?.codeLens?.dynamicRegistration === true,
    hintRegistration: textDocument?.inlayHint?.dynamicRegistration === true,
    tokenRegistration: textDocument?.semanticTokens?.dynamicRegistration === true,
    outlineLanguages:
      textDocument?.documentSymbol?.dynamicRegistration === true ? readLanguages(options.outlineLanguages) : undefined,
    wholeTokens: textDocument?.semanticTokens?.requests?.full !== false,
    watchRegistration: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    status: options.status === true,
    reasons: options.reasons === true,
    cacheFolder: typeof options.cacheFolder === 'string' ? options.cacheFolder : undefined,
    serverProgress: capabilities.window?.workDoneProgress === true,
    annotations: options.annotations === true,
  };
}

/** The options that the client passed; whatever is not an object counts as none. */
export function readOptions(value: unknown): InitializationOptions {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

function readLanguages(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) ? value.filter((language) => typeof language === 'string') : undefined;
}
