// The project's own source files, for tests about the code itself: what each imports, and which regular expressions stand
// in it. Read with the parser that the test runner brings along.

import { readdirSync, readFileSync } from 'node:fs';
import { parseAst } from 'vitest/node';

/** The project's folder, ending in a slash. */
export const root = new URL('../../', import.meta.url);

export interface SourceFile {
  /** From the project's folder: `server/src/core/text/span.ts`. */
  readonly path: string;
  readonly text: string;
}

export interface Pattern {
  readonly source: string;
  readonly flags: string;
  readonly line: number;
}

/** The files below some folders whose names end in one of the endings, sorted by path. */
export function readSources(folders: readonly string[], ...endings: readonly string[]): SourceFile[] {
  return folders
    .flatMap((folder) =>
      readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`),
    )
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => endings.some((ending) => path.endsWith(ending)) && !path.includes('node_modules/'))
    .sort()
    .map((path) => ({ path, text: readFileSync(new URL(path, root), 'utf8') }));
}

/** Everything a module imports or re-exports, as it is written, types and dynamic imports too. */
export function importsOf(file: SourceFile): string[] {
  return nodesOf(file).flatMap((node) => {
    const declared =
      /^(Import|ExportNamed|ExportAll)(Declaration|Expression)$/.test(node.type) || node.type === 'TSImportType';
    const source = declared && node.source;
    return source && typeof source.value === 'string' ? [source.value] : [];
  });
}

/** The regular expression literals of a module. */
export function patternsOf(file: SourceFile): Pattern[] {
  return nodesOf(file).flatMap((node) => {
    if (node.type !== 'Literal' || !node.regex) return [];
    const line = file.text.slice(0, node.start).split('\n').length;
    return [{ source: node.regex.pattern, flags: node.regex.flags, line }];
  });
}

interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly source?: { readonly value?: unknown } | null;
  readonly regex?: { readonly pattern: string; readonly flags: string };
}

function nodesOf({ path, text }: SourceFile): SyntaxNode[] {
  const nodes: SyntaxNode[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(item);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
    if ('type' in value && typeof value.type === 'string') nodes.push(value as SyntaxNode);
    for (const child of Object.values(value)) visit(child);
  };
  visit(parseAst(text, { lang: path.endsWith('ts') ? 'ts' : 'js' }));
  return nodes;
}
