// What the grammar of suppression comments marks, and what it must leave alone.

import { describe, expect, it } from 'vitest';
import { findScoped } from '../../support/textmate.ts';

const directives = (text: string) => findScoped(text, 'keyword.control.directive.concordance');
const rules = (text: string) => findScoped(text, 'entity.name.tag.rule.concordance');

describe('the grammar of suppression comments', () => {
  it.each([
    ['<!-- concordance-disable -->', 'concordance-disable', []],
    ['<!-- concordance-enable figure-conflict -->', 'concordance-enable', ['figure-conflict']],
    ['A line. <!-- concordance-disable-line scale-slip -->', 'concordance-disable-line', ['scale-slip']],
    ['- item <!--concordance-disable-line-->', 'concordance-disable-line', []],
    [
      'x <!-- concordance-disable-next-line date-conflict range-inverted -->',
      'concordance-disable-next-line',
      ['date-conflict', 'range-inverted'],
    ],
  ])('marks %s', async (text, directive, codes) => {
    expect(await directives(text)).toEqual([directive]);
    expect(await rules(text)).toEqual(codes);
  });

  it.each([
    'concordance-disable outside a comment',
    '<!-- a note on concordance-disable -->',
    '<!-- concordance-disabled -->',
    '`<!-- concordance-disable -->`',
    '```\n<!-- concordance-disable -->\n```',
  ])('leaves alone: %s', async (text) => {
    expect(await directives(text)).toEqual([]);
  });

  it('keeps the comment a comment, and ends with it', async () => {
    expect(await findScoped('<!-- concordance-disable -->', 'comment.block')).toEqual(['<!-- concordance-disable -->']);
    expect(await findScoped('a <!-- concordance-disable-line --> **b**', 'markup.bold')).toEqual(['**b**']);
  });
});
