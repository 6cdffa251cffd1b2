import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse, reanalyse } from '../../../../server/src/core/document.ts';
import { findFullReferences } from '../../../../server/src/core/markdown/fullReferences.ts';
import { findMentions } from '../../../../server/src/core/markdown/labels.ts';
import { layOut } from '../../../../server/src/core/markdown/layout.ts';
import { parseBlocks } from '../../../../server/src/core/markdown/parseBlocks.ts';
import { reparseBlocks } from '../../../../server/src/core/markdown/reparseBlocks.ts';
import { arbitraryMarkdown } from '../../../support/markdownArbitrary.ts';
import { arbitraryWord } from '../../../support/plainWordsArbitrary.ts';

const textsOf = (source: string) =>
  parseBlocks(source, 'markdown').flatMap(({ prose }) => prose.map(({ text }) => text));

describe('a reference that tells its label', () => {
  it.each([
    ['See [the method][notes].', 'See the method.'],
    ['([The *method*][the notes]) **[a][b]**', '(The method) a'],
    ['Some <b>of</b> [9.7 million people][un 2024], “[x][y]”.', 'Some of 9.7 million people, “x”.'],
    ['| Port |\n|---|\n| [Arden][notes] |', 'Arden'],
    ['- [Arden][notes]\n- ``x``', 'Arden'],
    ['> [Arden][notes] &amp; more', 'Arden & more'],
  ])('reads as its words, whatever is defined: %j', (source, text) => {
    for (const defined of ['', '[notes]: #', '[b]: #\n[y]: #\n[un 2024]: #\n[the notes]: #']) {
      const found = textsOf(`${source}\n\n${defined}\n`);
      expect(found).toContain(text);
    }
    expect(findMentions(source)).toEqual([]);
  });

  it.each([
    ...['See [1][2].', 'See [1][notes].', 'See [the method][2].', 'See [notes].', 'See [notes][].', '[a][b][c]'],
    ...['\\[a][b]', '[a\\]][b]', '[^1][b]', '[a][^1]', '[the\nmethod][notes]', 'a[b][c]', '[a][b]:', '[a][b](c)'],
    ...['`[a][b]` and [`a`][b]', '[a [b] c][d]', '![a][b]', '[a] [b]', '[][b]', '[ ][b]', '[a][ ]'],
  ])('is not found in %j', (source) => {
    expect(findFullReferences(source.replaceAll(/`[^`]*`/g, '`'))).toEqual([]);
  });

  it('is a link of its own even where its letters are those that stand for labels', () => {
    for (const source of ['[a][\ue001b]', '[a][b] [\ue001]', '[\ue001]: x\n\n[a][b] [\ue001]']) {
      expect(textsOf(source).join(' ')).toContain('a');
      expect(textsOf(`${source}\n\nSome [more][b].`).slice(0, -1)).toEqual(textsOf(source));
    }
  });

  it('leaves the address of a link as it is', () => {
    const [block] = parseBlocks('See [x](https://e.example/[a][b]) &amp; [more][notes].', 'markdown');
    expect(block!.prose[0]!.marks[0]!.target).toBe('https://e.example/[a][b]');
  });

  it('leaves its block as it was when its label is defined, or no longer', () => {
    const source = 'See [the method][notes].\n\nSee `a` &amp; [the method][notes], or [this][notes].\n\n[notes]: #a\n';
    const before = parseBlocks(source, 'markdown');
    const at = source.indexOf('[notes]:') + 1;
    const edit = { span: { start: at, end: at }, text: 'x' };
    const after = reparseBlocks(layOut(before, 'markdown'), edit, 'markdown');
    expect(after.slice(0, 2)).toEqual(before.slice(0, 2));
    expect(after[0]).toBe(before[0]);
    expect(after[1]).toBe(before[1]);
  });

  it('leaves the claims as they were, so that nothing is weighed anew', () => {
    const source =
      'By [the method][notes] the port has 40 ships.\n\nBy [the method][notes] the town has 12 cranes.\n\n[notes]: #a\n';
    const before = analyse(source);
    const at = source.indexOf('[notes]:') + 1;
    const after = reanalyse(before, { span: { start: at, end: at }, text: 'x' });
    expect(after.claims).toBe(before.claims);
  });

  it('reads alike in any document', () => {
    const words = fc.array(arbitraryWord, { minLength: 1, maxLength: 4 }).map((all) => all.join(''));
    const defined = fc.constantFrom('[b]: #', '[notes]: #', '[x]: #\n[n]: #', '');
    fc.assert(
      fc.property(words, arbitraryMarkdown(3), defined, (own, other, definitions) => {
        if (findMentions(own).length > 0 || /^[\s>]|~~~|[\0\r\n\t\ufeff`<]/.test(own)) return;
        const alone = parseBlocks(`${own}\n\nEnd.\n`, 'markdown');
        const beside = parseBlocks(`${own}\n\nEnd.\n\n${other}\n\n${definitions}\n`, 'markdown');
        expect(beside[0]).toEqual(alone[0]);
      }),
    );
  });
});
