// Tokenizes Markdown as the editor does: the Markdown, HTML and YAML grammars that VS Code ships, with the extension's
// injection grammars applied as its manifest says.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';

const require = createRequire(import.meta.url);
const root = new URL('../../', import.meta.url);

interface GrammarContribution {
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo: readonly string[];
}

const contributed: readonly GrammarContribution[] = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'))
  .contributes.grammars;

const shipped: Readonly<Record<string, string>> = {
  'text.html.markdown': 'markdown',
  'text.html.derivative': 'html-derivative',
  'text.html.basic': 'html',
  'source.yaml': 'yaml',
};

function readGrammar(scopeName: string) {
  const own = contributed.find((grammar) => grammar.scopeName === scopeName);
  const name = shipped[scopeName];
  if (!own && !name) return null;
  const file = own ? new URL(own.path, root) : require.resolve(`tm-grammars/grammars/${name}.json`);
  return parseRawGrammar(readFileSync(file, 'utf8'), 'grammar.json');
}

async function loadMarkdown() {
  await loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')));
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: async (scopeName) => readGrammar(scopeName),
    getInjections: (scopeName) =>
      contributed.filter(({ injectTo }) => injectTo.includes(scopeName)).map((grammar) => grammar.scopeName),
  });
  const grammar = await registry.loadGrammar('text.html.markdown');
  if (!grammar) throw new Error('tm-grammars has no Markdown grammar.');
  return grammar;
}

const markdown = loadMarkdown();

export interface Token {
  readonly text: string;
  readonly scopes: readonly string[];
}

/** The tokens of a document, line ends left out. */
export async function tokenize(text: string): Promise<Token[]> {
  const grammar = await markdown;
  let state = INITIAL;
  return text.split('\n').flatMap((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }) => ({ text: line.slice(startIndex, endIndex), scopes }));
  });
}

/** The pieces of the document that have a scope beginning so; neighbouring tokens of one piece are joined. */
export async function findScoped(text: string, scope: string): Promise<string[]> {
  const pieces: string[] = [];
  let open = false;
  for (const token of await tokenize(text)) {
    const inside = token.scopes.some((name) => name.startsWith(scope));
    if (inside && open) pieces.push(pieces.pop() + token.text);
    else if (inside) pieces.push(token.text);
    open = inside;
  }
  return pieces;
}
