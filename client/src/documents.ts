// Which open documents the language server is told of: Markdown and plain text, wherever they are stored, but no past
// revision, comparison or notebook cell; and project files. Whether a plain-text document is checked is the server's
// decision.

import type { TextDocument } from 'vscode';
import type { LanguageClientOptions, Middleware, StaticFeature } from 'vscode-languageclient';

export const documentSelector: NonNullable<LanguageClientOptions['documentSelector']> = [
  { language: 'markdown' },
  { language: 'plaintext' },
  { language: 'yaml', pattern: '**/concordance.yaml' },
];

const languages: ReadonlySet<string> = new Set(['markdown', 'plaintext']);
const unservedSchemes: ReadonlySet<string> = new Set([
  'git',
  'gitfs',
  'review',
  'pr',
  'vscode-local-history',
  'vscode-notebook-cell',
  'vscode-scm',
  'output',
  'comment',
  'chat-editing-text-model',
  'walkThroughSnippet',
]);

/** The languages whose outline the server makes: of Markdown the editor makes one itself. */
export const outlineLanguages: readonly string[] = ['plaintext'];

/** Whether this is a text that can be checked. */
export function isDocument(document: TextDocument): boolean {
  return languages.has(document.languageId) && !unservedSchemes.has(document.uri.scheme);
}

/** Whether the server is told of this document. */
export function isServed(document: TextDocument): boolean {
  const isProjectFile = document.languageId === 'yaml' && document.uri.path.endsWith('/concordance.yaml');
  return isDocument(document) || (isProjectFile && !unservedSchemes.has(document.uri.scheme));
}

/**
 * Keeps the other documents from the server: it never hears of them, and so has nothing to say about them.
 */
export const servedOnly: Middleware = {
  didOpen: async (document, next) => {
    if (isServed(document)) await next(document);
  },
  didChange: async (event, next) => {
    if (isServed(event.document)) await next(event);
  },
  didSave: async (document, next) => {
    if (isServed(document)) await next(document);
  },
  didClose: async (document, next) => {
    if (isServed(document)) await next(document);
  },
};

/**
 * Asks for the colours of what is in view alone, where a setting wants colours. Whenever those of a whole document come, the
 * editor reads all its brackets and draws its minimap anew, which takes it longer than many keys in a long one.
 */
export const tokensInView: StaticFeature = {
  fillClientCapabilities({ textDocument }) {
    const requests = textDocument?.semanticTokens?.requests;
    if (requests) requests.full = false;
  },
  initialize: () => undefined,
  getState: () => ({ kind: 'static' }),
  clear: () => undefined,
};
