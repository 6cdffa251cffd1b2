// Random reports that state the same few figures in many places, and random edits of them.

import fc from 'fast-check';
import { type AnalysedDocument, reanalyse } from '../../server/src/core/document.ts';
import { arbitraryPlace } from './placeArbitrary.ts';

const sentence = fc.constantFrom(
  'The port employed 3,150 dock workers in 2021.',
  'In 2021 the port had 3,510 dock workers and 12 cranes.',
  'About 40 per cent of the dock workers live in Lindau.',
  'The port handled 4.2 million containers, up 5 % from 4 million.',
  'The port of Lindau handled 4.6 million containers.',
  'Its 12 cranes lift 900 containers a day.',
  'The 14 cranes were built in 1998.',
  'The harbour cost $90 million; the cranes cost $12 million.',
  'Revenue: $42 million',
  'Nothing is counted here.',
  'The [port of Lindau][port] has 11 cranes.',
);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((sentences) => sentences.join(' '));
const table = fc.constantFrom(
  '| Item | 2020 | 2021 |\n|---|---|---|\n| Dock workers | 3,020 | 3,150 |\n| Cranes | 11 | 12 |',
  '| Port | Containers |\n|---|---|\n| Lindau | 4.2 million |\n| Belm | 900 |',
  '- 12 cranes\n- 3,150 dock workers',
);
const heading = fc.constantFrom('# The port', '## Summary', '## Dock workers', '## Cranes', '### In 2021');
/** What changes how other blocks are read: a label that they use, a fence that makes code of them. */
const farReaching = fc.constantFrom('[port]: https://port.example', '```');
const block = fc.oneof(paragraph, paragraph, paragraph, heading, table, farReaching);
/** A report of a port that states its figures more than once, in short paragraphs, tables and lists. */
export const report = fc.array(block, { minLength: 2, maxLength: 14 }).map((blocks) => `${blocks.join('\n\n')}\n`);
/** An edit of a report: from where in it, as a share of its length, how much goes, and what comes. */
export const edit = fc.record({
  at: arbitraryPlace(),
  length: fc.constantFrom(0, 0, 0, 1, 4, 30),
  text: fc.oneof(
    fc.constantFrom(
      '1',
      'x',
      ' ',
      ' cranes',
      '3,150',
      '\n\n',
      '## Cranes\n\n',
      '\n',
      '.',
      ' in 2020',
      '| 12 ',
      '> ',
      '[^1]: ',
      '',
    ),
    sentence,
    block.map((text) => `\n\n${text}\n\n`),
  ),
});

/** The document after an edit. */
export function applyEdit(
  document: AnalysedDocument,
  { at, length, text }: { readonly at: number; readonly length: number; readonly text: string },
): AnalysedDocument {
  const start = Math.round(at * document.source.length);
  return reanalyse(document, { span: { start, end: Math.min(document.source.length, start + length) }, text });
}
