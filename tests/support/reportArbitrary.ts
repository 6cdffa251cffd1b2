// Arbitrary reports: sentences, lists and tables full of names, figures and dates, in all the ways in which people print
// them and some in which nobody does. For laws about what the analysis says of facts.

import fc from 'fast-check';
import { arbitraryPlace } from './placeArbitrary.ts';

const names = [
  'Ada Berger', 'Mr Berger', 'General Dmitri Novotny', 'Novotny', 'Dr. Elena Jansky-Moreau', 'the Harwick Water Board', 'HWB',
  'Arden', 'the Republic of Lorne', 'Port of Calder', 'O’Hollis', 'Óscar Lindqvist', 'van der Kerr', 'Energy Institute (EI)',
  'THE GRAIN COUNCIL', 'the director', 'she', 'Norwold & Sons Ltd.', 'al-Farrow', 'J. R. Castell', '“Mira”', 'Inverleyan',
]; // biome-ignore format: a list of words

const numbers = [
  '40', '1,240', '1.240', '1.240,5', '1 240', '3.2 million', '$3.2m', '€40–45 bn', '7 %', '7.25 percent', 'twelve', 'two thirds',
  'a dozen', 'about 400', 'more than 50', 'up to 12', '120–130 km', '12 to 15 per cent', '3½', '1/3', '1e6', '٤٢', '４２', '0.000',
  '-5 °C', '+3', '1,2,3', '1,240,', '12 of 40 (30 %)', '3 km (2 miles)', 'from 40 to 60, up 50 %', 'one hundred and five', '5th',
  '2021', '3 March 2021', 'Monday, 3 March 2021', '2021-03-04', '03/04/2021', 'Q3 2024', 'the 1990s', '2019–2021', 'mid-June', '10:30',
  '99999999999999999999999', '0', '00', '1,00,000', '¥5', '5 USD', '1:4', '15 tonnes', 'USD 1.5 trillion', '60 km/h', '5-year-old',
  'half', 'zero', 'a hundred thousand million', '$', '%', '1.', '.5', '5.', '1..2', '12-', '– 7', '№ 5', 'v1.2.3', '555-0199',
]; // biome-ignore format: a list of words

const things = [
  'ships', 'employees', 'tonnes of wheat', 'permits', 'active personnel', 'of the total', 'households in Arden', 'years', 'people',
  'passengers a day', 'per cent of exports', 'wells, pumps and weirs', 'killed', 'wounded', 'soldiers', 'members',
]; // biome-ignore format: a list of words

const verbs = [
  'handled', 'employed', 'has', 'counted', 'will need', 'did not lose', 'said that it had', 'rose to', 'fell by', 'consists of',
  'was born in', 'increased from 40 to', 'opened in', 'says there are', 'is one of', 'lasted',
]; // biome-ignore format: a list of words

const name = fc.constantFrom(...names);
const number = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...numbers) },
  fc.integer({ min: 0, max: 2_000_000 }).map((value) => value.toLocaleString('en-US')),
  fc
    .tuple(
      fc.integer({ min: 0, max: 9999 }),
      fc.constantFrom('%', ' km', ' m', ' kg', ' million', ' years', ' °C', 'k'),
    )
    .map(([value, unit]) => `${value / 10}${unit}`),
);
const thing = fc.constantFrom(...things);
const verb = fc.constantFrom(...verbs);
const end = fc.constantFrom(
  '.',
  '.',
  '.',
  '?',
  '!',
  ';',
  ':',
  '…',
  '',
  '.”',
  ' (see Table 2).',
  '.[^1]',
  ', according to',
);

const sentence = fc.oneof(
  fc.tuple(name, verb, number, thing, end).map(([who, does, n, what, stop]) => `${who} ${does} ${n} ${what}${stop}`),
  fc
    .tuple(number, name, number, thing, end)
    .map(([when, who, n, what, stop]) => `In ${when}, ${who} had ${n} ${what}${stop}`),
  fc
    .tuple(name, number, thing, number, thing, number)
    .map(([who, a, x, b, y, total]) => `${who} counted ${a} ${x} and ${b} ${y}, ${total} in all.`),
  fc.tuple(name, verb, number, thing).map(([who, does, n, what]) => `“We ${does} *${n}* ${what},” said **${who}**.`),
  fc.tuple(number, number, number).map(([a, b, c]) => `It went from ${a} in ${b} to ${c}.`),
  fc.tuple(name, name, number).map(([a, b, n]) => `${a}, the chair of ${b}, is [${n}](http://a.example/5) years old.`),
);

const cell = fc.oneof(
  number,
  name,
  thing,
  fc.constantFrom('', 'Total', '**Total**', 'Year', '2020', 'n/a', '-', 'Share (%)'),
);
const table = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.array(cell, { minLength: 4, maxLength: 24 }))
  .map(([columns, cells]) => {
    const rows: string[] = [];
    for (let at = 0; at < cells.length; at += columns) rows.push(`| ${cells.slice(at, at + columns).join(' | ')} |`);
    rows.splice(1, 0, `|${' --- |'.repeat(columns)}`);
    return rows.join('\n');
  });
const list = fc
  .tuple(number, thing, fc.constantFrom('- ', '* ', '1. ', '• '), fc.array(sentence, { minLength: 1, maxLength: 4 }))
  .map(([n, what, mark, items]) => `There are ${n} ${what}:\n\n${items.map((item) => mark + item).join('\n')}`);
const heading = fc
  .tuple(fc.constantFrom('# ', '## ', '### ', '**', ''), fc.oneof(name, thing, number), number)
  .map(([mark, words, n]) => `${mark}${words} ${n}${mark === '**' ? mark : ''}`);
const comment = fc.constantFrom(
  '<!-- concordance-disable-line -->',
  '<!-- concordance-disable figure-conflict -->',
  '<!-- concordance-enable -->',
  '<!-- concordance-disable-next-line total-mismatch -->',
);
const footnote = fc.tuple(name, number).map(([who, n]) => `[^1]: ${who} gives ${n}.`);
const quotation = sentence.map((text) => `> ${text}\n> goes on`);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((sentences) => sentences.join(' '));

const block = fc.oneof(
  { weight: 5, arbitrary: paragraph },
  { weight: 2, arbitrary: heading },
  { weight: 2, arbitrary: table },
  list,
  comment,
  footnote,
  quotation,
);

/** Characters that do not print, or print as something else, where nobody expects them. */
const oddities = [
  '\u00a0', '\u00ad', '\u200b', '\u200d', '\u200f', '\u202e', '\u0301', '\u0338', '\ufeff', '\ufffc', '\ufffd', '\0', '\ud800',
  '\udc00', '😀', '👩‍👩‍👧', 'ß', 'ŉ', 'İ', 'ﬁ', '\u2028', '\u0085', '\v', '\f', '\t', '\r', '&nbsp;', '&#0;', '&amp;', '\\', '*', '_', '`',
  '<b>', '</b>', '{{x}}', '[', '](', '|', '٫', '−', '⁄', '‰', '½', '²', '①', 'Ⅻ', '百', '’', "'", '"', '“', '(', ')',
]; // biome-ignore format: a list of words

/** A report of up to `length` blocks, with a few odd characters in it. */
export function arbitraryReport(length = 10): fc.Arbitrary<string> {
  const oddity = fc.tuple(arbitraryPlace(), fc.constantFrom(...oddities));
  const blocks = fc.array(block, { minLength: 1, maxLength: length, size: 'max' });
  const separator = fc.constantFrom('\n\n', '\n\n', '\n\n', '\n', '\r\n\r\n', '\n\n\n');
  return fc.tuple(blocks, separator, fc.array(oddity, { maxLength: 4 })).map(([parts, between, odd]) =>
    odd.reduce((text, [at, character]) => {
      const place = Math.floor(at * (text.length + 1));
      return text.slice(0, place) + character + text.slice(place);
    }, parts.join(between)),
  );
}

/** A piece of a report, such as somebody types or pastes. */
export function arbitraryStatement(): fc.Arbitrary<string> {
  return fc.oneof(number, name, thing, sentence, block);
}
