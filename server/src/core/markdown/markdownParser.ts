// The Markdown parser proper: remark with the extensions that carry facts (tables, footnotes) and no other. Front matter
// is read without it. Where a source cannot have a table it is spared the attempt to read one at each line, a sixth of all.

import type { Root } from 'mdast';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import type { Processor } from 'unified';
import { unified } from 'unified';
import type { SourceFormat } from './block.ts';
import { leaveEventsBeforeEdits } from './parserEdits.ts';

function withFootnotes(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [gfmFootnote()];
  data.fromMarkdownExtensions = [gfmFootnoteFromMarkdown()];
}

function withTables(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions?.push(gfmTable());
  data.fromMarkdownExtensions?.push(gfmTableFromMarkdown());
}

function withoutIndentedCode(this: Processor): void {
  this.data().micromarkExtensions?.push({ disable: { null: ['codeIndented'] } });
}

leaveEventsBeforeEdits();
const base = unified().use(remarkParse).use(withFootnotes).freeze();
const parsers = {
  markdown: { plain: base, tables: base().use(withTables).freeze() },
  text: {
    plain: base().use(withoutIndentedCode).freeze(),
    tables: base().use(withTables).use(withoutIndentedCode).freeze(),
  },
};

/** The syntax tree of a source without front matter. Positions start at its first character unless that is a byte order mark. */
export function parseMarkdown(source: string, format: SourceFormat): Root {
  return parsers[format][mayHaveTable(source) ? 'tables' : 'plain'].parse(source);
}

/** Whether a line of the source may be the one below a table's header: such a line has a bar, or a colon beside a dash. */
function mayHaveTable(source: string): boolean {
  return source.includes('|') || source.includes(':-') || source.includes('-:');
}
