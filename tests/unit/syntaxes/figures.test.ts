// What the figure grammar marks in Markdown, and what it must leave alone.

import { describe, expect, it } from 'vitest';
import { findScoped, tokenize } from '../../support/textmate.ts';

const figures = async (text: string) => [
  ...(await findScoped(text, 'meta.figure')),
  ...(await tokenize(text))
    .filter(({ scopes }) => scopes.at(-1) === 'constant.numeric.figure.concordance')
    .filter(({ scopes }) => !scopes.some((scope) => scope.startsWith('meta.figure')))
    .map((token) => token.text),
];

describe('the figure grammar marks', () => {
  it.each([
    ['The fund holds $2.8 billion today.', ['$2.8 billion']],
    ['It cost €40m and US$1,200.50 more.', ['€40m', 'US$1,200.50']],
    ['EUR 300 million was lent.', ['EUR 300 million']],
    ['Some 57% agreed, 12.5 per cent did not.', ['57%', '12.5 per cent']],
    ['Up 3 percentage points.', ['3 percentage points']],
    ['About 4.2 million people.', ['4.2 million']],
    ['A bridge of 120 km and 8.5 tonnes.', ['120 km', '8.5 tonnes']],
    ['There are 128,000 soldiers.', ['128,000']],
    ['57% at the start of a line', ['57%']],
    ['- a list says 12%', ['12%']],
    ['> quoted 12%', ['12%']],
    ['## A heading of 30%', ['30%']],
    ['Bold **15%** and *$3m*.', ['15%', '$3m']],
    ['A [link of 9%](https://example.org) too.', ['9%']],
  ])('%s', async (text, expected) => {
    expect(await figures(text)).toEqual(expected);
  });

  it('cells of a table', async () => {
    expect(await figures('| Year | Share |\n| --- | --- |\n| 2023 | 41% |')).toEqual(['41%']);
  });

  it('names the parts of a figure', async () => {
    const tokens = (await tokenize('It paid $4 million.')).map(({ text, scopes }) => [text, scopes.at(-1)]);
    expect(tokens).toContainEqual(['$', 'keyword.other.unit.currency.concordance']);
    expect(tokens).toContainEqual(['4', 'constant.numeric.figure.concordance']);
    expect(tokens).toContainEqual(['million', 'keyword.other.unit.multiplier.concordance']);
  });
});

describe('the figure grammar leaves alone', () => {
  it.each([
    'The war of 1914 had 3 phases.',
    'Version 2.10.3, section 4.1, page 12.',
    'Run `head -c 50%` once.',
    'See https://example.org/a/50%/1,000 first.',
    'Write to a1,000@example.org now.',
    'See <https://example.org/50%>.',
    'See [it](https://example.org/50%).',
    'Identifier A128,000 and 1,2345.',
    '```\n50% of $3 million\n```',
    '    50% of $3 million',
    '<!-- 50% of $3 million -->',
    'Before <!-- 50% --> after.',
    'A <span title="50%">word</span>.',
    '---\nshare: 50%\n---',
  ])('%s', async (text) => {
    expect(await figures(text)).toEqual([]);
  });

  it('the emphasis and links around it', async () => {
    const text = '57% and **bold** [link](https://example.org)';
    expect(await findScoped(text, 'markup.bold')).toEqual(['**bold**']);
    expect(await findScoped(text, 'markup.underline.link')).toEqual(['https://example.org']);
  });
});
