// What must hold for the repository as a whole: no address of one machine or registry in it, a manifest whose files exist.

import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tokenLegend } from '../../server/src/features/semanticTokens.ts';
import { defaultSettings } from '../../server/src/features/settings.ts';
import { readSources, root } from '../support/sources.ts';

const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const manifest = JSON.parse(read('package.json'));
const texts: Record<string, string> = JSON.parse(read('package.nls.json'));
/** A text of the manifest in English. */
const inEnglish = (text: string) => text.replace(/^%(.+)%$/, (_, key: string) => texts[key] ?? '');

describe('the repository', () => {
  it('has a lock file without download addresses', () => {
    expect(read('package-lock.json')).not.toMatch(/"resolved"|https?:\/\/[^"]*registry/);
  });

  it('names no folder of the machine it was written on', () => {
    const folders = ['server', 'client', 'tests', 'scripts', 'syntaxes', '.vscode'];
    const machine = new RegExp(['/(work|root|home)', '[\\w.-]+'].join('/'));
    const files = readSources(folders, '.ts', '.mjs', '.json', '.md');
    expect(files.filter(({ text }) => machine.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

describe('the manifest', () => {
  const { contributes, engines, icon, capabilities, activationEvents } = manifest;

  it('names only files that are there', () => {
    const containers: { icon: string }[] = contributes.viewsContainers.activitybar;
    const steps: { media: { image: string } }[] = contributes.walkthroughs.flatMap(
      (walkthrough: { steps: unknown[] }) => walkthrough.steps,
    );
    const files = [
      icon,
      ...containers.map((container) => container.icon),
      ...steps.map(({ media }) => media.image),
      ...contributes.grammars.map(({ path }: { path: string }) => path),
    ];
    expect(files.filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
  });

  it('puts every command in one category and registers each in the client', () => {
    const registered = readSources(['client/src'], '.ts').flatMap(({ text }) =>
      [...text.matchAll(/registerCommand\(\s*'([\w.]+)'/g)].map(([, name]) => name),
    );
    const declared = contributes.commands.map(({ command }: { command: string }) => command);
    expect(declared.toSorted()).toEqual(registered.toSorted());
    for (const { category } of contributes.commands) expect(category).toBe('Concordance');
  });

  it('has settings of its own name only, each with a default and a description', () => {
    for (const [name, setting] of Object.entries<Record<string, unknown>>(contributes.configuration.properties)) {
      expect(name).toMatch(/^concordance\./);
      expect(setting).toHaveProperty('default');
      expect(inEnglish(String(setting.description ?? setting.markdownDescription))).toMatch(/\.$/);
    }
  });

  it('has the defaults that the server has', () => {
    const { properties } = contributes.configuration;
    expect({
      diagnosticsEnabled: properties['concordance.diagnostics.enabled'].default,
      diagnosticsDelay: properties['concordance.diagnostics.delay'].default,
      hoverLimit: properties['concordance.hover.limit'].default,
      codeLens: properties['concordance.codeLens'].default,
      inlayHints: properties['concordance.inlayHints'].default,
      semanticTokens: properties['concordance.semanticTokens'].default,
      annotationAuthor: properties['concordance.annotations.author'].default,
    }).toEqual(defaultSettings);
  });

  it('describes the types and modifiers of the semantic tokens that the server sends', () => {
    expect(contributes.semanticTokenTypes.map(({ id }: { id: string }) => id)).toEqual(tokenLegend.tokenTypes);
    const [{ language, scopes }] = contributes.semanticTokenScopes;
    expect(language).toBe('markdown');
    expect(Object.keys(scopes)).toEqual(tokenLegend.tokenTypes);
  });

  it('promises the editor that its types describe, and to work everywhere', () => {
    const types = JSON.parse(read('node_modules/@types/vscode/package.json')).version;
    expect(engines.vscode).toBe(`^${types.split('.').slice(0, 2).join('.')}.0`);
    expect(capabilities.untrustedWorkspaces.supported).toBe(true);
    expect(capabilities.virtualWorkspaces.supported).toBe(true);
  });

  it('wakes for Markdown, for a project and for its own sample, and for nothing else', () => {
    const expected = /^(onLanguage:markdown|onFileSystem:concordance-sample|workspaceContains:.*)$/;
    expect(activationEvents.filter((event: string) => !expected.test(event))).toEqual([]);
  });
});
