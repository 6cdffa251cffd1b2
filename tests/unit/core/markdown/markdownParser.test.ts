import fc from 'fast-check';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import type { Processor } from 'unified';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../../server/src/core/markdown/markdownParser.ts';
import { arbitraryMarkdown } from '../../../support/markdownArbitrary.ts';

/** Remark with tables and footnotes, whatever it is given. */
const remark = unified()
  .use(remarkParse)
  .use(function (this: Processor) {
    this.data().micromarkExtensions = [gfmFootnote(), gfmTable()];
    this.data().fromMarkdownExtensions = [gfmFootnoteFromMarkdown(), gfmTableFromMarkdown()];
  })
  .freeze();

const mark = fc.constantFrom(
  ...['-', '- ', '+ ', '1. ', '2) ', ' ', '    ', '\t', '> ', '# ', '`', '```', '[', '[a]', '[^a]: ', ': ', ':', '\\'],
  ...['\n', '\n', '\n\n', '=', '---', '***', '<div>', '<!--', '-->', '_', 'a', 'a b', '\r\n', '\r', '![', '|'],
);
const marks = fc.array(mark, { maxLength: 16 }).map((all) => all.join(''));

describe('the parser', () => {
  it('reads any source as remark does with tables and footnotes', () => {
    fc.assert(
      fc.property(fc.oneof(arbitraryMarkdown(8), marks), fc.boolean(), (source, isWithoutBars) => {
        const text = isWithoutBars ? source.replaceAll('|', '/') : source;
        expect(parseMarkdown(text, 'markdown')).toEqual(remark.parse(text));
      }),
      { numRuns: 600 },
    );
  });

  it.each(['a | b\n--|--\n1 | 2\n', 'a\n:-\n1\n', 'a\n-:\n1\n', '> a\n> :-:\n> 1\n'])(
    'finds the table in %j',
    (source) => {
      expect(JSON.stringify(parseMarkdown(source, 'markdown'))).toContain('"type":"table"');
    },
  );

  it('knows no indented code in plain text', () => {
    expect(parseMarkdown('    code\n', 'markdown').children[0]?.type).toBe('code');
    expect(parseMarkdown('    words\n', 'text').children[0]?.type).toBe('paragraph');
    expect(parseMarkdown('    a | b\n', 'text').children[0]?.type).toBe('paragraph');
  });
});
