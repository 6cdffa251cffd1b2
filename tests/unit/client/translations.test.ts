// The texts that are taken out for translation, and the one translation there is: nothing is missing, nothing left over,
// and every value that a text takes stands in its translation too.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSources, root } from '../../support/sources.ts';

const read = (path: string) => JSON.parse(readFileSync(new URL(path, root), 'utf8')) as Record<string, string>;
const english = read('package.nls.json');
const german = read('package.nls.de.json');
const bundle = read('l10n/bundle.l10n.de.json');
const values = (text: string) => [...text.matchAll(/\{\d\}/g)].map(([value]) => value).sort();
const commandLinks = (text: string) => [...text.matchAll(/\(command:[\w.]+\)/g)].map(([link]) => link).sort();

/** The texts of the source in quotes that are handed to `t`. */
const used = readSources(['client/src', 'server/src'], '.ts').flatMap(({ path, text }) =>
  [...text.matchAll(/\bt\(\s*'((?:[^'\\]|\\.)*)'/g)].map(([, words]) => ({ path, words: words! })),
);

describe('the manifest', () => {
  it('has every text that it names, in English and in German', () => {
    const keys = [...readFileSync(new URL('package.json', root), 'utf8').matchAll(/"%([^%"]+)%"/g)].map(
      ([, key]) => key,
    );
    expect(keys.length).toBeGreaterThan(40);
    expect(keys.filter((key) => !english[key!])).toEqual([]);
    expect(Object.keys(german).sort()).toEqual(Object.keys(english).sort());
    for (const [key, text] of Object.entries(english))
      expect(commandLinks(german[key]!), key).toEqual(commandLinks(text));
  });
});

describe('the texts of the extension and of its server', () => {
  it('are all translated', () => {
    expect(used.length).toBeGreaterThan(250);
    expect(used.filter(({ words }) => !bundle[words])).toEqual([]);
  });

  it('are translated with the values that they take, and are all in use', () => {
    const texts = new Set(used.map(({ words }) => words));
    for (const [text, translation] of Object.entries(bundle)) {
      expect(values(translation), text).toEqual(values(text));
      expect(texts.has(text), text).toBe(true);
    }
  });
});
