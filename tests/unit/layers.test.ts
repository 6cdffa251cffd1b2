// The rules of the house as tests: which folder may import which, and what every source file must look like. The table
// says the same as ARCHITECTURE.md.

import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf, readSources, type SourceFile } from '../support/sources.ts';

const core = 'server/src/core';
const readingLayers = ['text', 'markdown', 'figures', 'actors', 'claims'].map((layer) => `${core}/${layer}`);

/** What the files of each folder or file may import beside their own folder: longest name first decides. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  [`${core}/text`]: [],
  [`${core}/markdown`]: [`${core}/text`],
  [`${core}/figures`]: [`${core}/text`, `${core}/markdown`],
  [`${core}/actors`]: [`${core}/text`, `${core}/markdown`],
  [`${core}/claims`]: readingLayers,
  [`${core}/rules`]: [...readingLayers, `${core}/project`, `${core}/document.ts`],
  [`${core}/annotations`]: [`${core}/text`, `${core}/markdown`],
  [`${core}/project`]: [...readingLayers, `${core}/rules/problem.ts`],
  [`${core}/queries`]: [core],
  [core]: [core],
  'server/src/reports': [core, 'package.json'],
  'server/src/features': [core, 'server/src/reports', 'server/src/host/host.ts', 'l10n'],
  'server/src/host': [core],
  'server/src/host/web': ['server/src/host/host.ts', 'server/src/features/protocol.ts'],
  'server/src/cli': [core, 'server/src/reports', 'server/src/host', 'server/src/node.ts', 'package.json'],
  'server/src': ['server/src/features', 'server/src/host', 'server/src/cli', core],
  client: ['server/src/features/protocol.ts'],
};
const layers = Object.keys(allowed).sort((a, b) => b.length - a.length);

const isBelow = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);
const layerOf = (path: string) => layers.find((layer) => isBelow(path, layer));

/** The imports of a file that its layer does not allow. */
function forbiddenImports(file: SourceFile): string[] {
  const layer = layerOf(file.path);
  if (!layer) return [`${file.path} stands in no known layer`];
  return importsOf(file)
    .filter((target) => target.startsWith('.'))
    .map((target) => posix.join(posix.dirname(file.path), target))
    .filter((target) => layerOf(target) !== layer && !allowed[layer]!.some((folder) => isBelow(target, folder)))
    .map((target) => `${file.path} imports ${target}`);
}

/** The packages and built-in modules that a file imports and a pattern matches. */
function forbiddenPackages(file: SourceFile, pattern: RegExp): string[] {
  return importsOf(file)
    .filter((target) => pattern.test(target))
    .map((target) => `${file.path} imports ${target}`);
}

const server = readSources(['server/src'], '.ts');
const client = readSources(['client/src'], '.ts');
const tests = readSources(['tests'], '.ts');
const scripts = readSources(['scripts'], '.mjs');

describe('the layers', () => {
  it('import only what stands before them', () => {
    expect([...server, ...client].flatMap(forbiddenImports)).toEqual([]);
  });

  it('keep core free of Node, VS Code and the protocol', () => {
    const files = server.filter(({ path }) => isBelow(path, core));
    expect(files.flatMap((file) => forbiddenPackages(file, /^(node:|vscode)/))).toEqual([]);
  });

  it('keep what runs in a web worker free of Node', () => {
    const files = server.filter(({ path }) => !/\/(host\/node|cli)\/|\/node\.ts$/.test(path));
    expect(files.flatMap((file) => forbiddenPackages(file, /^node:|\/node$/))).toEqual([]);
    const shared = client.filter(({ path }) => path !== 'client/src/node.ts');
    expect(shared.flatMap((file) => forbiddenPackages(file, /^node:|\/node$/))).toEqual([]);
  });

  it('see an arrow that runs the wrong way', () => {
    const wrong = { path: `${core}/text/span.ts`, text: "import type { Claim } from '../claims/claim.ts';" };
    expect(forbiddenImports(wrong)).toEqual([`${core}/text/span.ts imports ${core}/claims/claim.ts`]);
    const peek = { path: 'client/src/peek.ts', text: "export * from '../../server/src/core/document.ts';" };
    expect(forbiddenImports(peek)).toHaveLength(1);
    const lazy = { path: `${core}/text/lazy.ts`, text: "const path = await import('node:path');" };
    expect(forbiddenPackages(lazy, /^node:/)).toHaveLength(1);
  });
});

describe('every module', () => {
  const modules = [...server, ...client, ...tests, ...scripts];

  it('begins by saying what it is for', () => {
    const silent = modules
      .filter(({ path }) => !path.endsWith('.test.ts'))
      .filter(({ text }) => !/^(#!.*\n)?(\/\/ @ts-check\n)?(\/\/ |\/\*\*)/.test(text));
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  it('has one subject, and so at most 400 lines', () => {
    const long = modules.filter(({ text }) => text.split('\n').length > 401);
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  it('imports with the ending of the file', () => {
    const bare = modules.flatMap((file) =>
      importsOf(file)
        .filter((target) => target.startsWith('.') && !/\.(ts|mjs|json|js)$/.test(target))
        .map((target) => `${file.path} imports ${target}`),
    );
    expect(bare).toEqual([]);
  });

  it('skips no test', () => {
    const skipping = tests.filter(({ text }) => /\b(it|test|describe)\.(skip|only|todo)\b/.test(text));
    expect(skipping.map(({ path }) => path)).toEqual([]);
  });
});
