import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ruleIndex, rulePage } from '../../scripts/rulePage.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import { root } from '../support/sources.ts';

const folder = new URL('docs/rules/', root);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');

describe('the pages of the rules (npm run docs writes them)', () => {
  it.each(rules.map((rule) => [rule.code, rule] as const))('has an up-to-date page for %s', (code, rule) => {
    expect(read(`${code}.md`)).toBe(rulePage(rule));
  });

  it('lists every rule, and has no page for a rule that is gone', () => {
    expect(read('README.md')).toBe(ruleIndex(rules));
    expect(readdirSync(folder).sort()).toEqual(['README.md', ...rules.map((rule) => `${rule.code}.md`)].sort());
  });
});
