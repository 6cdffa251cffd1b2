import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessDefinitions } from '../../../../server/src/core/markdown/labels.ts';

describe('the labels that a text seems to define', () => {
  it.each([
    ['[one]: https://example.org', ['ONE']],
    ['text [one]: x', []],
    ['> - [One  two]: x', ['ONE TWO']],
    ['1. [^note]: x', ['^NOTE']],
    ['[one\n> two]: x', ['ONE TWO']],
    ['[a\\]b]: x', ['A\\]B']],
    ['[a\\\nb]: x', []],
    ['[a[b]: x', []],
    ['[]: x', []],
    ['[one] : x', []],
    [`[${'a'.repeat(999)}]: x`, ['A'.repeat(999)]],
    [`[${'a'.repeat(1000)}]: x`, []],
    ['[one', []],
    ['[one\\', []],
    ['[one]', []],
    [`[one\n[two]: x`, ['TWO']],
  ])('%j', (source, labels) => {
    expect([...guessDefinitions(source)]).toEqual(labels);
  });

  it('are those that a single expression finds', () => {
    const expression = /^[ \t>*+\-\d.)]{0,200}\[((?:[^[\]\\]|\\.){1,999})\]:/gm;
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'[]:\\\nab >-') }), (source) => {
        const expected = [...source.matchAll(expression)].map(([, label]) => `[${label}]:`).join('\n');
        expect([...guessDefinitions(source)]).toEqual([...guessDefinitions(expected)]);
      }),
    );
  });
});
