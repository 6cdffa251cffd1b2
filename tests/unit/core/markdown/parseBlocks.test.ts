import { describe, expect, it } from 'vitest';
import type { Block, Prose, SourceFormat } from '../../../../server/src/core/markdown/block.ts';
import { layOut } from '../../../../server/src/core/markdown/layout.ts';
import { parseBlocks } from '../../../../server/src/core/markdown/parseBlocks.ts';

function texts(source: string, format: SourceFormat = 'markdown'): string[] {
  return proses(parseBlocks(source, format)).map((prose) => prose.text);
}

function proses(blocks: readonly Block[]): Prose[] {
  return blocks.flatMap((block) => block.prose);
}

function kinds(source: string, format: SourceFormat = 'markdown'): string[] {
  return parseBlocks(source, format).map((block) => block.kind);
}

/** The source that prints as the prose of the first block that has any. */
function printed(source: string): string {
  const { blocks, starts } = layOut(parseBlocks(source, 'markdown'), 'markdown');
  const index = blocks.findIndex(({ prose }) => prose.length > 0);
  const { map, text } = blocks[index]!.prose[0]!;
  const span = map.spanToSource({ start: 0, end: text.length });
  return source.slice(starts[index]! + span.start, starts[index]! + span.end);
}

describe('prose', () => {
  it('loses emphasis, links, entities and escapes', () => {
    expect(texts('Some **bold _and_ [link](http://x.y/1)** 5\\* &euro;3 &#x20AC;4 &nosuch;')).toEqual([
      'Some bold and link 5* €3 €4 &nosuch;',
    ]);
  });

  it('keeps a line break as one character, without what begins the next line', () => {
    expect(texts('> one  \n> two\r\n>three\nlazy')).toEqual(['one\ntwo\nthree\nlazy']);
    expect(texts('- one\n  two\\\n  three')).toEqual(['one\ntwo\nthree']);
  });

  it('has an object in place of code, addresses and template code', () => {
    expect(
      texts('Run `x = 5` at https://a.example/2024, <b@c.example>, or d.e@f.example; {{ site.year | 5 }}!'),
    ).toEqual(['Run \ufffc at \ufffc, \ufffc, or \ufffc; \ufffc!']);
    expect(texts('{% include 5.html %}\n\n```\n5 men\n```\n\n    6 men\n\n<p>7 men</p>')).toEqual([]);
  });

  it('reads raised numbers and line breaks of HTML, and no other tag', () => {
    expect(texts('10<sup>6</sup> H<sub>2</sub>O<br>1<sup>st</sup>')).toEqual(['10^6 H2O\n1st']);
  });

  it('reads the alternative text of images on its own', () => {
    expect(texts('Before ![4 *big* dogs](dog.png) after')).toEqual(['Before \ufffc after', '4 big dogs']);
  });

  it('marks what markup meant', () => {
    const [prose] = proses(parseBlocks('**Population:** 9.7 [m][m].[^a]\n\n[m]: x\n[^a]: y', 'markdown'));
    expect(prose!.marks).toEqual([
      { kind: 'strong', span: { start: 0, end: 11 } },
      { kind: 'link', span: { start: 16, end: 17 } },
      { kind: 'footnoteReference', span: { start: 18, end: 18 }, target: 'a' },
    ]);
  });

  it('stands in the source where its map says', () => {
    expect(printed('# A &amp; **b**c ##')).toBe('A &amp; **b**c');
    expect(printed('\ufeff\n> x\r\n> y')).toBe('x\r\n> y');
    expect(printed('{{ a }}\n\n[^1]: note\n    more')).toBe('note\n    more');
  });
});

describe('blocks', () => {
  it('have kinds, and labels that they define and mention', () => {
    const source =
      '---\ntitle: T\n---\n# H\ntext [a]\n\n- l\n\n> q\n\n| t |\n|---|\n\n[a]: b\n[^f]: n\n\n***\n\n<p>\n\n    c';
    expect(kinds(source)).toEqual([
      'frontMatter',
      'heading',
      'paragraph',
      'list',
      'quotation',
      'table',
      'definition',
      'footnote',
      'thematicBreak',
      'html',
      'code',
    ]);
    const blocks = parseBlocks(source, 'markdown');
    expect(blocks.flatMap((block) => block.defines)).toEqual(['A', '^F']);
    expect(blocks[2]!.mentions).toEqual(['A']);
  });

  it('know the place of list items and table cells', () => {
    const blocks = parseBlocks('- a\n  1. b\n- c\n\n| x | y |\n|---|---|\n| 1 |', 'markdown');
    expect(blocks[0]!.prose.map(({ place }) => place.item)).toEqual([
      { depth: 0, ordered: false, list: 0, index: 0 },
      { depth: 1, ordered: true, list: 1, index: 0, parent: 0 },
      { depth: 0, ordered: false, list: 0, index: 1 },
    ]);
    expect(blocks[1]!.tables).toEqual([{ headerRows: 1, rows: [[0, 1], [2]] }]);
  });

  it('take pasted bullets for list items', () => {
    expect(kinds('Areas:\n  • one\n  • two\n\n    ▪ three\n\na\n– b')).toEqual([
      'paragraph',
      'list',
      'list',
      'paragraph',
    ]);
    expect(texts('• one\n    ◦ two')).toEqual(['one', 'two']);
  });

  it('of a text file have no indented code', () => {
    expect(kinds('One.\n\n    Two.', 'text')).toEqual(['paragraph', 'paragraph']);
    expect(kinds('One.\n\n    Two.', 'markdown')).toEqual(['paragraph', 'code']);
  });

  it('keep front matter values with their keys', () => {
    const [block] = parseBlocks('---\ntitle: "A 5"\ndate: 2024-03-01 # day\ntags:\n  - x 7\n---\n', 'markdown');
    expect(block!.prose.map(({ text, place }) => [place.key, text])).toEqual([
      ['title', 'A 5'],
      ['date', '2024-03-01'],
      ['tags', 'x 7'],
    ]);
  });

  it('collect comments, in the middle of a line too', () => {
    const [block] = parseBlocks('A <!-- one --> b\nc <!-- two\n-->', 'markdown');
    expect(block!.comments.map(({ text }) => text)).toEqual(['<!-- one -->', '<!-- two\n-->']);
  });
});
