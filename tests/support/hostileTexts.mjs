// @ts-check
// Texts that nobody writes and somebody opens all the same: whatever makes a reader that is careless with time or memory
// stand still. Each is made in any size, so that its time can be held against its size.

/** @param {(index: number) => string} part @param {number} count */
const times = (part, count) => Array.from({ length: count }, (_, index) => part(index)).join('');
/** Parts until the text has its length. @param {string} part @returns {(length: number) => string} */
const filled = (part) => (length) => part.repeat(Math.ceil(length / part.length));
/** Numbered parts until the text has about its length. @param {(index: number) => string} part @param {string} [head] @returns {(length: number) => string} */
const numbered =
  (part, head = '') =>
  (length) =>
    head + times(part, Math.ceil(length / part(12_345).length));

/** @typedef {{ name: string, size: number, make: (length: number) => string }} HostileText */

/** The size is the one at which each is measured, in characters. @type {readonly HostileText[]} */
export const hostileTexts = [
  { name: 'one line', size: 5_000_000, make: filled('The port has 40 ships and Ada Berger knows it. ') },
  { name: 'one line without a sentence end', size: 1_000_000, make: filled('the port has 40 ships and ') },
  { name: 'one word', size: 1_000_000, make: filled('x') },
  { name: 'quotations within quotations', size: 200_000, make: filled('> ') },
  { name: 'lists within lists', size: 200_000, make: filled('- ') },
  { name: 'opening brackets', size: 100_000, make: filled('[') },
  {
    name: 'brackets within brackets',
    size: 200_000,
    make: (length) => '['.repeat(length / 2) + ']'.repeat(length / 2),
  },
  {
    name: 'parentheses within parentheses',
    size: 200_000,
    make: (length) => '('.repeat(length / 2) + ')'.repeat(length / 2),
  },
  { name: 'definitions', size: 3_000_000, make: numbered((index) => `[label ${index}]: http://a.example\n`) },
  {
    name: 'definitions and references',
    size: 1_000_000,
    make: (length) =>
      numbered((index) => `See [label ${index}].\n\n`)(length / 2) +
      numbered((index) => `[label ${index}]: http://a.example\n`)(length / 2),
  },
  {
    name: 'footnotes',
    size: 1_000_000,
    make: numbered((index) => `Note[^${index}].\n\n[^${index}]: It has ${index} words.\n\n`),
  },
  { name: 'digits', size: 1_000_000, make: filled('7') },
  { name: 'commas', size: 1_000_000, make: filled(',') },
  { name: 'digits and commas', size: 1_000_000, make: filled('1,') },
  { name: 'digits and stops', size: 1_000_000, make: filled('1.') },
  { name: 'digits and blanks', size: 1_000_000, make: filled('1 ') },
  { name: 'digits and hyphens', size: 1_000_000, make: filled('12-') },
  { name: 'digits and slashes', size: 1_000_000, make: filled('1/2/') },
  { name: '“and ”', size: 1_000_000, make: filled('and ') },
  { name: '“5 and ”', size: 1_000_000, make: filled('5 and ') },
  { name: '“one hundred and ”', size: 1_000_000, make: filled('one hundred and ') },
  { name: '“of the ”', size: 1_000_000, make: filled('of the ') },
  { name: 'straight quotation marks', size: 1_000_000, make: filled('"') },
  { name: 'opening quotation marks', size: 1_000_000, make: filled('“') },
  { name: 'quotation marks and words', size: 1_000_000, make: filled('“a ') },
  { name: 'apostrophes', size: 1_000_000, make: filled("'s ") },
  { name: 'currency signs', size: 1_000_000, make: filled('$') },
  { name: 'per cent signs', size: 1_000_000, make: filled('5 % ') },
  { name: 'hyphens', size: 1_000_000, make: filled('-') },
  { name: 'stops', size: 1_000_000, make: filled('. ') },
  { name: 'initials', size: 1_000_000, make: filled('A. ') },
  { name: 'capital letters', size: 1_000_000, make: filled('ABCDE ') },
  { name: 'capitalised words without end', size: 1_000_000, make: filled('Berger Novotny ') },
  { name: 'titles without names', size: 1_000_000, make: filled('General President Mr Dr ') },
  { name: 'one name, over and over', size: 1_000_000, make: filled('Ada Berger spoke.\n\n') },
  {
    name: 'a new name in each line',
    size: 1_000_000,
    make: numbered(
      (index) =>
        `Mr Ada Ber${times((digit) => String.fromCharCode(97 + (Math.floor(index / 26 ** digit) % 26)), 5)} spoke.\n\n`,
    ),
  },
  {
    name: 'names that share a surname',
    size: 1_000_000,
    make: numbered(
      (index) =>
        `Mr Ad${times((digit) => String.fromCharCode(97 + (Math.floor(index / 26 ** digit) % 26)), 5)} Berger spoke.\n\n`,
    ),
  },
  { name: 'acronyms in brackets', size: 1_000_000, make: filled('the Harwick Water Board (HWB), ') },
  { name: 'headings', size: 1_000_000, make: numbered((index) => `## Part ${index}\n\n`) },
  {
    name: 'headings ever deeper',
    size: 1_000_000,
    make: numbered((index) => `${'#'.repeat(1 + (index % 6))} Part ${index}\n\nIt has ${index} ships.\n\n`),
  },
  { name: 'bold lines', size: 1_000_000, make: filled('**Ships**\n\n') },
  { name: 'short lines', size: 1_000_000, make: filled('Ships 40\n') },
  { name: 'fences that are never closed', size: 1_000_000, make: filled('```\n~~~\n\n') },
  { name: 'comments that are never closed', size: 1_000_000, make: filled('<!-- a ') },
  { name: 'tags that are never closed', size: 1_000_000, make: filled('<a b="') },
  { name: 'template code that is never closed', size: 1_000_000, make: filled('{{ {% ') },
  { name: 'links that are never closed', size: 1_000_000, make: filled('[a](b ') },
  { name: 'images that are never closed', size: 1_000_000, make: filled('![a](') },
  { name: 'emphasis that is never closed', size: 1_000_000, make: filled('*a **b _c ') },
  { name: 'code that is never closed', size: 1_000_000, make: filled('`a ``b ') },
  { name: 'front matter that is never closed', size: 1_000_000, make: (length) => `---\n${filled('a: 5\n')(length)}` },
  {
    name: 'suppressions',
    size: 1_000_000,
    make: filled('It has 40 ships. <!-- concordance-disable figure-conflict -->\n\n'),
  },
  {
    name: 'underlined lines with emphasis',
    size: 400_000,
    make: filled('**Bold line**\n---\n'),
  },
  { name: 'underlined lines', size: 1_000_000, make: filled('5 ships\n---\n') },
  { name: 'footnotes of empty items', size: 1_000_000, make: filled('[^a]: +\n> \n') },
  {
    name: 'quotations and lists that end',
    size: 1_000_000,
    make: filled('> 5\n\n- 6\n\n      code\n\n---\ntitle: 7\n---\n'),
  },
  { name: 'pasted bullets', size: 1_000_000, make: filled('• pasted\n  ◦ inner\n\n') },
  { name: 'suppressions in one line', size: 1_000_000, make: filled('<!-- concordance-disable-line -->') },
  {
    name: 'suppressions that others do not end',
    size: 1_000_000,
    make: filled('40 <!-- concordance-disable figure-conflict --> <!-- concordance-enable date-conflict -->\n\n'),
  },
  { name: 'entities', size: 1_000_000, make: filled('&amp;&#53;') },
  { name: 'escapes', size: 1_000_000, make: filled('\\*\\5 ') },
  { name: 'lone surrogates', size: 1_000_000, make: filled('\ud8005 \udc00a ') },
  { name: 'NUL', size: 1_000_000, make: filled('\0') },
  { name: 'all line ends mixed', size: 1_000_000, make: filled('40 ships\r30 boats\r\n20 cars\n\r\r\n\n') },
  { name: 'blank lines', size: 1_000_000, make: filled('\n \n\t\n') },
  { name: 'byte order marks', size: 1_000_000, make: filled('It has \ufeff40 ships.\ufeff\n\n') },
  { name: 'right-to-left marks', size: 1_000_000, make: filled('\u202e40 \u200fسفن\u202c ships ') },
  { name: 'combining marks', size: 1_000_000, make: filled('e\u0301\u0302\u0303\u0304') },
  { name: 'a letter under a megabyte of accents', size: 1_000_000, make: (length) => `A${'\u0301'.repeat(length)}` },
  {
    name: 'a table of many rows',
    size: 1_000_000,
    make: (length) =>
      `| a | b | c | d |\n|---|---|---|---|\n${numbered((index) => `| Row ${index} | 40 | ${index} | 7 % |\n`)(length)}`,
  },
  {
    name: 'a table of many columns',
    size: 600_000,
    make: (length) =>
      `|${' a |'.repeat(length / 12)}\n|${'---|'.repeat(length / 12)}\n|${' 5 |'.repeat(length / 12)}\n`,
  },
  {
    name: 'a table with a total in each row',
    size: 1_000_000,
    make: (length) => `| Item | Ships |\n|---|---|\n${filled('| A | 40 |\n| Total | 40 |\n')(length)}`,
  },
  { name: 'a list of many items', size: 1_000_000, make: numbered((index) => `- Harbour ${index}: 40 ships\n`) },
  {
    name: 'a list with text between',
    size: 1_000_000,
    make: numbered((index) => `- Harbour ${index}\n\n  It has 40 ships.\n\n`),
  },
  {
    name: 'figures of one measure, all different',
    size: 2_500_000,
    make: numbered((index) => `The port has ${index} ships.\n\n`),
  },
  {
    name: 'figures of one measure, in sections',
    size: 3_500_000,
    make: numbered((index) => `## Port\n\nThe port has ${1000 + (index % 7000)} ships.\n\n`),
  },
  { name: 'figures of one measure, all alike', size: 2_500_000, make: filled('The port has 40 ships.\n\n') },
  {
    name: 'figures of one measure in one paragraph',
    size: 1_000_000,
    make: numbered((index) => `The port has ${index} ships. `),
  },
  {
    name: 'shares',
    size: 1_000_000,
    make: numbered((index) => `Of the ships, ${index % 100} % are new, ${(index * 7) % 100} % old. `),
  },
  { name: 'parts and their sum', size: 1_000_000, make: numbered((index) => `${index} ships, ${index + 1} boats, `) },
  { name: 'changes', size: 1_000_000, make: filled('from 40 to 60, up 50 %, ') },
  { name: 'dates in one line', size: 1_000_000, make: filled('on 4 May 2014, ') },
  {
    name: 'dates',
    size: 1_000_000,
    make: numbered((index) => `The port opened on ${1 + (index % 28)} March ${1900 + (index % 120)}.\n\n`),
  },
  {
    name: 'references to nothing',
    size: 1_000_000,
    make: numbered((index) => `See Table ${index} and Section ${index}.\n\n`),
  },
  {
    name: 'captions and references to none of them',
    size: 1_000_000,
    make: numbered((index) => `Table 1.${index % 1000}.${index % 7}: Rain\n\nSee Table 2.${index % 999}.8 too.\n\n`),
  },
  { name: 'template code in one paragraph', size: 1_500_000, make: filled('{{a}} b ') },
  { name: 'images in one paragraph', size: 1_500_000, make: filled('![a](b) ') },
  { name: 'mail addresses in one paragraph', size: 1_500_000, make: filled('a@b.example ') },
  {
    name: 'an announced list of very many items',
    size: 800_000,
    make: (length) => `There are 5 items:\n\n${filled('- a\n')(length)}`,
  },
  {
    name: 'a table of very many rows with a total',
    size: 1_500_000,
    make: (length) => `| a | b |\n|---|---|\n${filled('| x | 5 |\n')(length)}| Total | 40 |\n`,
  },
];

/**
 * Edits in the middle of a text: a figure, a line break, and the line that stands there once more, or as much of it as fits on a page.
 * @param {string} source
 */
export function editsInMiddle(source) {
  const middle = source.length >> 1;
  const start = source.lastIndexOf('\n', middle - 1) + 1;
  const end = source.indexOf('\n', start) + 1 || source.length;
  /** @param {number} at @param {string} text */
  const insert = (at, text) => ({ span: { start: at, end: at }, text });
  return [insert(middle, '7'), insert(middle, '\n'), insert(start, source.slice(start, Math.min(end, start + 2_000)))];
}
