import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLongCode } from '../../../../server/src/core/markdown/longCode.ts';
import { parseBlocks, readWindows } from '../../../../server/src/core/markdown/parseBlocks.ts';
import { withMapsFromStart } from '../../../support/blockMaps.ts';

const line = fc.constantFrom(
  ...['```', '````', '~~~', '   ```', '    ```', '``` js', '``` a`b', '~~~ a`b', '```\t ', '> ```', '- ```', '``'],
  ...[
    'code 5',
    '',
    '',
    ' ',
    '[alpha]: #',
    '# Title',
    '| a | b |',
    '|---|---|',
    '{{ a',
    '{% raw %}',
    '• one',
    '<div>',
    '-->',
  ],
);
const text = fc
  .tuple(
    fc.constantFrom('```', '````', '~~~', ' ``` js', '~~~ a`b'),
    fc.array(line, { maxLength: 24 }),
    fc.constantFrom('\n', '\n', '\r\n'),
  )
  .map(([opening, lines, end]) => [opening, ...lines].join(end));
const format = fc.constantFrom('markdown', 'text');

/** As it is read where each block that may be long code is. */
function readInOne(source: string, kind: 'markdown' | 'text') {
  return readWindows(source, 0, kind, new Set(), () => source.length).blocks;
}

describe('long code', () => {
  it('is the block that the parser makes of it', () => {
    let found = 0;
    fc.assert(
      fc.property(text, format, (source, kind) => {
        const code = readLongCode(source, 0, kind, 1);
        if (!code) return;
        found++;
        const [whole] = readInOne(source, kind);
        expect(code).toEqual(withMapsFromStart(whole!));
      }),
      { numRuns: 300 },
    );
    expect(found).toBeGreaterThan(100);
  });

  it('does not end at a fence that is shorter, indented or of other marks', () => {
    const body = 'a\n\n```\n~~~~~\n    ````\n```` b\n';
    expect(readLongCode(`\`\`\`\`\n${body}`, 0, 'markdown', 1)?.source).toBe(`\`\`\`\`\n${body}`);
    expect(readLongCode(`\`\`\`\`\n${body}\`\`\`\`\`\n\nText`, 0, 'markdown', 1)?.source).toBe(
      `\`\`\`\`\n${body}\`\`\`\`\`\n\n`,
    );
  });

  it('is left to the parser where a line is no fence, where text follows at once, and where it is short', () => {
    expect(readLongCode('``` a`b\ncode\n', 0, 'markdown', 1)).toBeUndefined();
    expect(readLongCode('``\ncode\n', 0, 'markdown', 1)).toBeUndefined();
    expect(readLongCode('```\ncode\n```\nText', 0, 'markdown', 1)).toBeUndefined();
    expect(readLongCode('```\ncode\n```\n\nText', 0, 'markdown', 100)).toBeUndefined();
  });

  it('is left to the parser where its marks may be masked', () => {
    expect(readLongCode('```\n{{ a\n```\n}}\n', 0, 'markdown', 1)).toBeUndefined();
  });

  it('is one block however long, with what stands before and behind it', () => {
    const code = `\`\`\`\n${'a line of code, 5\n\n'.repeat(2000)}\`\`\`\n\n`;
    const blocks = parseBlocks(`Before it 4.\n\n${code}Behind it 6.\n`, 'markdown');
    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'code', 'paragraph']);
    expect(blocks[1]!.source).toBe(code);
  });
});
