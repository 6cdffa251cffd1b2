import fc from 'fast-check';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown, plainMarkdown } from '../../../server/src/features/escapeMarkdown.ts';

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

/** What Markdown prints, and the kinds of markup that it found on the way. */
function read(markdown: string): { text: string; kinds: Set<string> } {
  const kinds = new Set<string>();
  const visit = (node: Node): string => {
    kinds.add(node.type);
    return node.value ?? (node.children ?? []).map(visit).join('');
  };
  const text = visit(unified().use(remarkParse).parse(markdown) as Node);
  return { text, kinds };
}

const trap = fc.constantFrom(
  ...'*_`[]()<>#+-=.!|~&\\:/@$',
  '1.',
  '- ',
  '# ',
  '<b>',
  '&amp;',
  '![x](y)',
  'a',
  ' ',
  '\n',
);

describe('escaped text', () => {
  it('is printed letter by letter, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.array(trap, { maxLength: 20 }), (parts) => {
        const plain = parts.join('').replace(/\s+/g, ' ').trim();
        const { text, kinds } = read(escapeMarkdown(parts.join('')));
        expect(text).toBe(plain);
        expect([...kinds].filter((kind) => !['root', 'paragraph', 'text'].includes(kind))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('makes no links of addresses, which many programs find in plain text', () => {
    expect(escapeMarkdown('https://example.org and www.example.org')).not.toMatch(/https:\/\/|www\.e/);
  });

  it('leaves numbers and words readable', () => {
    expect(escapeMarkdown('2,800,000,000 USD (2.75–2.85 billion), well-known')).toBe(
      '2,800,000,000 USD (2.75–2.85 billion), well-known',
    );
    expect(escapeMarkdown(`${'a'.repeat(299)}😀`)).toBe(`${'a'.repeat(299)}…`);
  });

  it('comes back from a card for clients that show no Markdown', () => {
    fc.assert(
      fc.property(fc.array(trap, { maxLength: 20 }), (parts) => {
        const plain = parts.join('').replace(/\s+/g, ' ').trim();
        expect(plainMarkdown(`**${escapeMarkdown(parts.join(''))}**`)).toBe(plain);
      }),
    );
    expect(plainMarkdown('- **12** ([line 3](file:///a.md#L3,1), Costs)')).toBe('- 12 (line 3, Costs)');
  });
});
