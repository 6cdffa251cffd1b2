import { describe, expect, it } from 'vitest';
import { keyOfUri, nameOfUri, relativePath } from '../../../server/src/features/uri.ts';

describe('addresses', () => {
  it('of one file have one key, however they are escaped', () => {
    expect(keyOfUri('file:///c%3A/my%20notes/a.md')).toBe(keyOfUri('file:///C:/my notes/a.md'));
    expect(keyOfUri('file:///a%28b%29.md')).toBe(keyOfUri('file:///a(b).md'));
    expect(keyOfUri('file:///a%25b.md')).not.toBe(keyOfUri('file:///ab.md'));
  });

  it('that are broken are taken as they are', () => {
    expect(keyOfUri('file:///100%.md')).toBe('file:///100%.md');
    expect(nameOfUri('')).toBe('');
  });

  it('are shown by their path below the workspace folder', () => {
    expect(relativePath('file:///w/a%20b/c.md', ['file:///other', 'file:///w/'])).toBe('a b/c.md');
    expect(relativePath('file:///elsewhere/c.md', ['file:///w'])).toBe('c.md');
    expect(nameOfUri('untitled:Untitled-1')).toBe('untitled:Untitled-1');
  });
});
