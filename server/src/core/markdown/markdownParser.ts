// The Markdown parser proper: remark with the extensions that carry facts (tables, footnotes) and no other. Front matter
// is read without it.

import type { Root } from 'mdast';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import type { Processor } from 'unified';
import { unified } from 'unified';
import type { SourceFormat } from './block.ts';

function withTablesAndFootnotes(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [gfmTable(), gfmFootnote()];
  data.fromMarkdownExtensions = [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown()];
}

function withoutIndentedCode(this: Processor): void {
  this.data().micromarkExtensions?.push({ disable: { null: ['codeIndented'] } });
}

const markdown = unified().use(remarkParse).use(withTablesAndFootnotes).freeze();
const text = unified().use(remarkParse).use(withTablesAndFootnotes).use(withoutIndentedCode).freeze();

/** The syntax tree of a source without front matter. Positions start at its first character unless that is a byte order mark. */
export function parseMarkdown(source: string, format: SourceFormat): Root {
  return (format === 'text' ? text : markdown).parse(source);
}
