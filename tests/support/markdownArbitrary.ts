// Arbitrary Markdown with structure, and arbitrary edits of it: what laws about documents are tested with.

import fc from 'fast-check';
import { arbitraryPlace } from './placeArbitrary.ts';

/** Markdown blocks and parts of blocks, such that any order of them is likely to meet a special case. */
const fragments = [
  '# Title of 5',
  '## Section two',
  'A heading\n====',
  'Under 3\n---',
  'The fleet had 40 ships in 2020, and *12* were **new**.',
  'A line\nand its next one with [a link](http://a.example/1) and `code 5`.',
  'See [alpha], [beta][alpha] and [the text][gamma delta], or a note[^n].',
  'Split [gamma\ndelta] label.\nlazy',
  '[alpha]: http://a.example "Title"',
  '[gamma delta]: <x y>\n[beta]: z',
  '[alpha]:\n  http://b.example\n  "title\n  goes on"',
  '[^n]: A note with 7 words.\n\n    And more [alpha].',
  '[^long]: note\nlazy note',
  '- one\n- two\n  - three [beta]\n\n  four',
  '1. one\n2) two',
  '* a\n\n* b\n\n      code\n',
  '- [alpha]: in-list\n',
  '+',
  '2. two',
  '7)',
  '- a\n\n      code',
  '> -',
  '[^n]: +',
  '> - a\n>\n>       code',
  '[^n]:\n\n        code',
  '<x-y a="5">',
  '• pasted\n  ◦ inner\n',
  '  – dash 5\n  – dash 6',
  '> quote [alpha]\n> > inner\nlazy',
  '> [delta]: in-quote\n>\n> - x',
  '> ```\n> code',
  '```\ncode [alpha]\n',
  '```js',
  '```',
  '~~~~',
  '- ```\n  x',
  '    indented code',
  '\tTabbed',
  '| a | b |\n|---|:-:|\n| 1 | [beta] |',
  'x | y\n- | -',
  '|---|',
  '<div>\nhtml 5\n</div>',
  '<!-- concordance-disable-line -->',
  '<!-- open',
  '-->',
  '<script>\n\nvar x\n\n</script>',
  '<pre>',
  '***',
  '---',
  '---\ntitle: Five\nyear: 2020\n---',
  '+++',
  '===',
  '{{ site.x }} and {% if 5 %}',
  '{% unclosed',
  '&amp; &#53; \\* \\[alpha]',
  'Who has 5 ships?\nNorland has them.',
  'Crew 12,400 Trained\nBudget $3.1 million\nShips 40',
  '**Bold line**',
  '![alt 5](i.png)',
  '\u00a0',
  '\ufeff',
  '\0',
  '\ud800',
  '😀',
  ' ',
  '',
];

const breaks = [
  '\n\n',
  '\n\n',
  '\n\n',
  '\n',
  '\n',
  '\n \n',
  '\n\n\n',
  '\r\n',
  '\r\n\r\n',
  '\r',
  '\r\r',
  '\n> ',
  '\n  ',
  '\n    ',
  '',
];

const piece = fc.tuple(fc.constantFrom(...fragments), fc.constantFrom(...breaks)).map(([text, end]) => text + end);

/** A Markdown document of up to `length` fragments; sometimes with a byte order mark or front matter. */
export function arbitraryMarkdown(length = 12): fc.Arbitrary<string> {
  const start = fc.constantFrom(
    '',
    '',
    '',
    '\ufeff',
    '---\ntitle: 5\n---\n',
    '---\n',
    '\ufeff---\na: b\n---\n\n',
    '\n\n',
  );
  const body = fc.array(piece, { maxLength: length, size: 'max' });
  return fc.tuple(start, body).map(([lead, pieces]) => lead + pieces.join(''));
}

/** An edit of any source: where it starts and how much it removes, as fractions, and what it inserts. */
export interface ArbitraryEdit {
  readonly at: number;
  readonly removed: number;
  readonly text: string;
}

/** Typing, pasting, deleting, joining and splitting of lines. */
export function arbitraryEdit(): fc.Arbitrary<ArbitraryEdit> {
  const typed = fc.constantFrom(
    '',
    '',
    'x',
    ' ',
    '\n',
    '\n\n',
    '\r',
    '`',
    '```',
    '>',
    '#',
    '-',
    '- ',
    '    ',
    '|',
    '[',
    ']',
    '[alpha]',
    ':',
    '*',
    '=',
    '<',
    '<!--',
    '1.',
    '\ufeff',
    '---\n',
  );
  return fc.record({
    at: arbitraryPlace(),
    removed: fc.constantFrom(0, 0, 0, 1, 1, 2, 5, 30),
    text: fc.oneof(typed, typed, piece, arbitraryMarkdown(3)),
  });
}

/** The span that an edit replaces in a source. */
export function editedSpan(source: string, { at, removed }: ArbitraryEdit): { start: number; end: number } {
  const start = Math.min(source.length, Math.floor(at * (source.length + 1)));
  return { start, end: Math.min(source.length, start + removed) };
}
