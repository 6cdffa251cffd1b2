import { describe, expect, it } from 'vitest';
import { layOut } from '../../../../server/src/core/markdown/layout.ts';
import { parseBlocks } from '../../../../server/src/core/markdown/parseBlocks.ts';
import { reparseBlocks } from '../../../../server/src/core/markdown/reparseBlocks.ts';
import { buildSections } from '../../../../server/src/core/markdown/sections.ts';

const hard: [name: string, source: string][] = [
  ['one line of a megabyte', 'word 5 of. '.repeat(95_000)],
  ['ten thousand nested quotations', '> '.repeat(10_000)],
  ['ten thousand nested lists', '- '.repeat(10_000)],
  ['lists indented ever further', Array.from({ length: 400 }, (_, index) => `${' '.repeat(2 * index)}- a\n`).join('')],
  ['a hundred thousand brackets', '['.repeat(100_000)],
  ['links that are never closed', '[a]('.repeat(50_000)],
  ['delimiters within words', 'a**b'.repeat(40_000)],
  [
    'runs of backticks, each longer than the last',
    Array.from({ length: 800 }, (_, index) => `${'`'.repeat(index)}a`).join(''),
  ],
  ['underlines without blank lines', 'a\n=\n'.repeat(10_000)],
  ['a quotation that goes on without its mark', `> ${'a\n'.repeat(40_000)}`],
  ['fences that are never closed', '```\n~~~\n'.repeat(5_000)],
  ['comments that are never closed', '<!-- a '.repeat(30_000)],
  ['template code that is never closed', '{{{%'.repeat(30_000)],
  ['front matter that is never closed', `---\n${'a: b\n'.repeat(10_000)}`],
  ['lone surrogates', '\ud800a\udc00 '.repeat(30_000)],
  ['NUL', '\0'.repeat(100_000)],
  ['lines ended by CR alone', 'a\rb\r\r'.repeat(3_000)],
  ['blank lines', '\n \r\n\t\r'.repeat(20_000)],
  ['all of it', `\ufeff---\r> - [\0**\ud800\r\n\`\`\`\r${'<!--\n'.repeat(1_000)}\udfff`],
];

describe('hard input', () => {
  it.each(hard)('%s', (_name, source) => {
    const blocks = parseBlocks(source, 'markdown');
    expect(blocks.map((block) => block.source).join('')).toBe(source);
    expect(buildSections(layOut(blocks, 'markdown')).sections.length).toBeGreaterThan(0);
  });

  it('is refused where markup nests too deeply, and read as plain text', () => {
    const [before, block, after] = parseBlocks(`First.\n\n${'> '.repeat(100)}12 ships\n\nLast.`, 'markdown');
    expect(block!.refused).toMatch(/nesting/);
    expect(block!.prose[0]!.text).toContain('12 ships');
    expect([before!.refused, after!.refused]).toEqual([undefined, undefined]);
  });

  it('is not refused in code, nor where many short items have markup', () => {
    const code = `\`\`\`\n${'[a_b*c\n'.repeat(2_000)}\`\`\`\n`;
    const items = '- **a** [b](c)\n'.repeat(600);
    const rows = `| a | b |\n|---|---|\n${'| **a** | [b](c) |\n'.repeat(600)}`;
    const definitions = Array.from({ length: 600 }, (_, index) => `[label ${index}]: http://a.example\n`).join('');
    const blocks = parseBlocks([code, items, rows, definitions].join('\n'), 'markdown');
    expect(blocks.filter((block) => block.refused)).toEqual([]);
    expect(blocks).toHaveLength(603);
  });

  it('is the same after an edit', () => {
    const source = `One.\n\n${'> '.repeat(100)}a\n\n${'a**b'.repeat(2_000)}\n\nTwo.\n`;
    const span = { start: 3, end: 4 };
    const edited = `One!${source.slice(4)}`;
    const blocks = parseBlocks(source, 'markdown');
    expect(reparseBlocks(layOut(blocks, 'markdown'), { span, text: '!' }, 'markdown')).toEqual(
      parseBlocks(edited, 'markdown'),
    );
  });
});
