import { describe, expect, it } from 'vitest';
import { isSameWording } from '../../../../server/src/core/claims/sameWording.ts';
import { analyse } from '../../../../server/src/core/document.ts';

/** The evidence of the last figure of a text. */
const lastOf = (text: string) => analyse(text).claims.at(-1)!.evidence;

/** A table of cranes: how many the port of Harwick has, and another one. */
const table = (first: string, port: string, second: string): string =>
  `| Port | Cranes |\n|---|---|\n| Harwick | ${first} |\n| ${port} | ${second} |`;

describe('isSameWording', () => {
  it.each([
    ['It rained. The port is old. It has 12 cranes.', 'It snowed a lot. The port is old. It has 12 cranes.'],
    ['In 2020 it had 9. Nobody counts. The port is old. It has 12 cranes.', 'The port is old. It has 12 cranes.'],
    ['The port is old. It has 12 to 14 cranes.', 'Well, well. The port is old. It has 12 to 14 cranes.'],
    [`\n\n${table('9', 'Belm', '12')}`, `\n\n${table('9 old ones', 'Belm', '12')}`],
    [`\n\n${table('9', 'Belm', '12')}`, `\n\n${table('9 |\n| Vik | 8', 'Belm', '12')}`],
    [`\n\n${table('9', 'Belm', '12 of them')}`, `\n\n${table('9', 'Belm', ' 12 of them')}`],
  ])('holds where only what stands further away is new: %s', (before, after) => {
    expect(isSameWording(lastOf(`Yes. ${before}`), lastOf(`Yes. Right. ${after}`))).toBe(true);
  });

  it.each([
    ['another value', 'It has 12 cranes.', 'It has 13 cranes.'],
    ['another word in the sentence', 'It has 12 cranes.', 'It has 12 tall cranes.'],
    ['another word beside it', 'The port is old. It has 12 cranes.', 'The port is new. It has 12 cranes.'],
    ['a sentence between', 'Old it is. It has 12 cranes.', 'Old it is. Yes. It has 12 cranes.'],
    ['a sentence behind', 'It has 12 cranes.', 'It has 12 cranes. They turn.'],
    ['another name', 'It has 12 cranes in Belm.', 'It has 12 cranes in belm.'],
    ['a cell with other words', table('9', 'Belm', '12'), table('9', 'Belm', '12 old ones')],
    ['another row', table('9', 'Belm', '12'), table('9', 'Tolm', '12')],
    ['another header', table('9', 'Belm', '12'), table('9', 'Belm', '12').replace('Cranes', 'Sheds')],
    ['a table and none', table('9', 'Belm', '12'), 'It has 12.'],
  ])('does not hold for %s', (_, before, after) => {
    expect(isSameWording(lastOf(before), lastOf(after))).toBe(false);
  });

  it('holds in a sentence without end before and behind what was changed', () => {
    const long = `${'and old '.repeat(1500)} 12 cranes`;
    const [before, after] = [`It rained. Well. It has ${long}.`, `It snowed for days. Well. It has ${long}.`];
    expect(isSameWording(lastOf(before), lastOf(after))).toBe(true);
    const [first, last] = [`It has ${long}. Well. It rained.`, `It has ${long}. Well. It snowed for days.`];
    expect(isSameWording(lastOf(first), lastOf(last))).toBe(true);
    expect(isSameWording(lastOf(first), lastOf(first.replace('and old', 'and new')))).toBe(false);
  });
});
