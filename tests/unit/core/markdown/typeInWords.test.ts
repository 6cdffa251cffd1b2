import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourceFormat } from '../../../../server/src/core/markdown/block.ts';
import { layOut } from '../../../../server/src/core/markdown/layout.ts';
import { parseBlocks } from '../../../../server/src/core/markdown/parseBlocks.ts';
import { reparseBlocks } from '../../../../server/src/core/markdown/reparseBlocks.ts';
import { typeInWords } from '../../../../server/src/core/markdown/typeInWords.ts';
import { arbitraryMarkdown } from '../../../support/markdownArbitrary.ts';
import { arbitraryPlace } from '../../../support/placeArbitrary.ts';

/** What `from`, which stands once in a source, becomes when `to` is put in its place in the first block. */
function typed(source: string, from: string, to: string) {
  const block = parseBlocks(source, 'markdown')[0]!;
  const start = block.source.indexOf(from);
  return { block: typeInWords(block, { start, end: start + from.length }, to), edited: source.replace(from, to) };
}

/** Sentences with all that may stand beside a word. */
const parts = fc.constantFrom(
  ...['word', 'of', '1', '12.', 'a.b', 'R&D', '&amp;', '*em*', '**st rong**', '_em_', '__st__', '* b', '`co de`', '`'],
  ...['[link](u "t itle here")', '[link', 'here]', '](u', 'v)', '(in', 'brackets)', '[ref me]', '[ref me][b]', '[^n]'],
  ...['![alt text](u)', '<b>', '</b>', '<http://a.example>', 'www.a.example', 'http://a.example/b', 'me@a.example'],
  ...[
    '\\*',
    '\\[',
    '  ',
    '- x',
    '# y',
    '1) z',
    '~~gone~~',
    '{{ site }}',
    '| cell |',
    'mailto:',
    '"said',
    'so"',
    '\ud83d\ude00',
  ],
);
const line = fc.array(parts, { minLength: 1, maxLength: 9 }).map((words) => words.join(' '));
const opening = fc.constantFrom('', '', '', '- ', '  - ', '1. ', '> ', '# ', '[^n]: ', '    ', '-', '1.');
const paragraph = fc
  .array(fc.tuple(opening, line), { minLength: 1, maxLength: 4 })
  .map((lines) => lines.map(([start, text]) => start + text).join('\n'));
const document = fc
  .array(fc.oneof(paragraph, paragraph, arbitraryMarkdown()), { minLength: 1, maxLength: 4 })
  .map((blocks) => `${blocks.join('\n\n')}\n\n[ref me]: http://c.example\n[ref mew]: http://d.example\n`);
const edits = fc.array(
  fc.record({
    at: arbitraryPlace(),
    removed: fc.constantFrom(0, 0, 0, 1, 2, 5),
    text: fc.constantFrom('a', 'w', 'x', ' ', ' ', '1', 'th e', '', 'ww', '  '),
  }),
  { minLength: 1, maxLength: 8 },
);
const format = fc.constantFrom<SourceFormat>('markdown', 'text');

describe('words that are typed', () => {
  it.each([
    ['between words', 'The port had cranes there.', ' cranes', ' many cranes'],
    ['within a word', 'The port had cranes.', 'had', 'haad'],
    ['taken away', 'The port had many cranes.\n', 'many ', ''],
    ['beside other marks', '*The* port, it had [many](u "big ones") **new** cranes and `docks`.', 'it', 'it then'],
    ['in an item, with items behind', '- The port had cranes.\n- It had **docks**.\n', 'had cranes', 'has had cranes'],
    ['on a continued line', '> The port\n> had not many cranes.\n', 'not', 'no'],
    ['in a title', '## The port had cranes\n', 'had', 'has'],
    ['at the end', 'The port had crane', 'crane', 'cranes'],
    ['taken away at the end', 'The port had cranes\n', 'cranes', 'crane'],
    ['at the end of a line', '- The port had crane\n  and docks\n- and **more**', 'crane', 'cranes'],
  ])('are put into the block: %s', (_, source, from, to) => {
    const { block, edited } = typed(source, from, to);
    expect(block).toBeDefined();
    expect([block]).toEqual(parseBlocks(edited, 'markdown'));
  });

  it.each([
    ['the first word of a line', '-The port', 'The', 'A'],
    ['a blank at the end of a line', 'The port had cranes', 'cranes', 'cranes '],
    ['all of a word at the end of a line', 'The port had cranes', 'cranes', ''],
    ['a word that marks follow', 'The port had cranes**es**', 'cran', 'cra'],
    ['a word beside a mark', 'The *port* had cranes.', 'po', 'p o'],
    ['a label', 'See [the port][p] and cranes.', 'the po', 'the pa'],
    ['what could become a link', 'See [it](here now "then") and cranes.', 'now', ''],
    ['code', 'See `the port now` and cranes.', 'port', 'part'],
    ['a tag', 'See <b title="the port now">it</b> and cranes.', 'port', 'part'],
    ['an address', 'See www.a b and cranes.', 'a', 'x'],
    ['template code', 'See {{ the port now }} and cranes.', 'port', 'part'],
    ['marks that are typed', 'The port had cranes.', 'had', '*had'],
    ['a block more', 'The port had cranes.', 'had', 'had\n\n'],
  ])('are left to the parser: %s', (_, source, from, to) => {
    expect(typed(source, from, to).block).toBeUndefined();
  });

  it('make of any document what it is read as afresh', () => {
    fc.assert(
      fc.property(document, edits, format, (start, typing, as) => {
        let source = start;
        let layout = layOut(parseBlocks(source, as), as);
        for (const { at, removed, text } of typing) {
          const from = Math.round(at * source.length);
          const span = { start: from, end: Math.min(source.length, from + removed) };
          const blocks = reparseBlocks(layout, { span, text }, as);
          source = source.slice(0, span.start) + text + source.slice(span.end);
          expect(blocks).toEqual(parseBlocks(source, as));
          layout = layOut(blocks, as, layout);
        }
      }),
      { numRuns: 300 },
    );
  });
});
