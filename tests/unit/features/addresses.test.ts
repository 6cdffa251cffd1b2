import { describe, expect, it } from 'vitest';
import { relativeAddress, resolveAddress } from '../../../server/src/features/annotations/addresses.ts';

describe('a relative address', () => {
  it.each([
    ['file:///w/a.md', 'file:///w/b.md', 'b.md'],
    ['file:///w/a.md', 'file:///w/notes/b%20c.md', 'notes/b%20c.md'],
    ['file:///w/notes/a.md', 'file:///w/b.md', '../b.md'],
    ['file:///w/x/y/a.md', 'file:///w/z/b.md', '../../z/b.md'],
    ['file:///w/a.md', 'file:///w/c%3A.md', 'c%3A.md'],
    ['vscode-vfs://web/docs/a.md', 'vscode-vfs://web/docs/b.md', 'b.md'],
    ['file:///w/a.md', 'https://port.example/b', 'https://port.example/b'],
  ])('from %s to %s leads there again', (from, to, relative) => {
    expect(relativeAddress(from, to)).toBe(relative);
    expect(resolveAddress(relative, from)).toBe(to);
  });

  it('is nothing where it cannot be one', () => {
    expect(resolveAddress('http://[', 'file:///w/a.md')).toBeUndefined();
  });
});
