import { describe, expect, it } from 'vitest';
import { matchesGlobs } from '../../../../server/src/core/project/glob.ts';

describe('globs', () => {
  it.each([
    ['report.md', ['**/*.md'], true],
    ['a/b/report.md', ['**/*.md'], true],
    ['a/report.md', ['*.md'], false],
    ['notes/a.txt', ['notes/*.txt'], true],
    ['notes/old/a.txt', ['notes/*.txt'], false],
    ['notes/old/a.txt', ['notes/**'], true],
    ['a/x/y/b.md', ['a/**/b.md'], true],
    ['a/b.md', ['a/**/b.md'], true],
    ['a1.md', ['a?.md'], true],
    ['a.md', ['a?.md'], false],
    ['a.txt', ['*.{md,txt}'], true],
    ['a.rst', ['*.{md,txt}'], false],
    ['a.md', ['./*.md'], true],
    ['a.md', ['**/*.md', '!a.md'], false],
    ['a.md', ['!a.md', '**/*.md'], true],
    ['{a.md', ['{a.md'], true],
    ['a.md', [], false],
  ])('%s by %j: %s', (path, globs, expected) => {
    expect(matchesGlobs(path, globs)).toBe(expected);
  });

  it('take no time to speak of, whatever the pattern', () => {
    expect(matchesGlobs(`${'a'.repeat(5000)}b`, [`${'*a'.repeat(200)}c`])).toBe(false);
    expect(matchesGlobs('a/'.repeat(2000), [`${'**/a/'.repeat(200)}c`])).toBe(false);
    expect(matchesGlobs('x', ['{a,b}'.repeat(40)])).toBe(false);
  });
});
