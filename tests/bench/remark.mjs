// @ts-check
// What parsing is measured by: remark as anybody has it who reads tables and footnotes.

import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const remark = unified()
  .use(remarkParse)
  .use(
    /** @this {import('unified').Processor} */ function () {
      this.data().micromarkExtensions = [gfmFootnote(), gfmTable()];
      this.data().fromMarkdownExtensions = [gfmFootnoteFromMarkdown(), gfmTableFromMarkdown()];
    },
  )
  .freeze();

/** The syntax tree of a text. @param {string} text */
export function parseMarkdown(text) {
  return remark.parse(text);
}
