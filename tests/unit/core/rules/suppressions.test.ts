import { describe, expect, it } from 'vitest';
import { layOut } from '../../../../server/src/core/markdown/layout.ts';
import { parseBlocks } from '../../../../server/src/core/markdown/parseBlocks.ts';
import type { CommentedDocument } from '../../../../server/src/core/rules/directives.ts';
import type { Problem, ProblemCode } from '../../../../server/src/core/rules/problem.ts';
import { applySuppressions } from '../../../../server/src/core/rules/suppressions.ts';

/**
 * What is left of the problems of a text, as "code at text". Each number of two digits or more is a figure conflict with the
 * one in `against`, if there is one.
 */
function left(source: string, { code = 'figure-conflict' as ProblemCode, against = '' } = {}): string[] {
  const { laidOut, starts } = layOut(parseBlocks(source, 'markdown'), 'markdown');
  const document: CommentedDocument = { source, blocks: laidOut, starts };
  const siteAt = (start: number, text: string) => ({ span: { start, end: start + text.length }, text });
  const other = against ? [{ ...siteAt(source.indexOf(against), against), message: '' }] : [];
  const problems = [...source.matchAll(/\d{2,}/g)].map(
    ({ 0: text, index }): Problem => ({
      ...siteAt(index, text),
      code,
      severity: 'warning',
      message: '',
      related: other,
      relatedCount: other.length,
      confidence: 1,
      reason: {},
    }),
  );
  return applySuppressions(document, problems).map((problem) =>
    problem.code === code ? problem.text : `${problem.code}: ${problem.message}`,
  );
}

const unused = 'suppression-unused: this comment suppresses nothing and can be removed';

describe('a suppression comment', () => {
  it('for the line holds on its line, in the middle of it too', () => {
    expect(left('It has 10.\nIt has 11 <!-- concordance-disable-line --> and 12.\nIt has 13.\n')).toEqual(['10', '13']);
  });

  it('for the next line holds on the next that is not blank', () => {
    expect(left('It has 10.\n\n<!-- concordance-disable-next-line -->\nIt has 11.\nIt has 12.\n')).toEqual([
      '10',
      '12',
    ]);
    expect(left('<!-- concordance-disable-next-line -->\n\n\n# 11 boats\n\n12\n')).toEqual(['12']);
  });

  it('opens a region, and another closes it', () => {
    const source = '10\n\n<!-- concordance-disable -->\n\n11\n\n12 <!-- concordance-enable --> 13\n';
    expect(left(source)).toEqual(['10', '13']);
    expect(left('10\n\n<!-- concordance-disable -->\n\n11\n\n12\n')).toEqual(['10']);
  });

  it('stands in lists, quotations and cells as well', () => {
    expect(left('- has 10\n- has 11 <!-- concordance-disable-line -->\n')).toEqual(['10']);
    expect(left('> has 10\n> has 11 <!-- concordance-disable-line -->\n')).toEqual(['10']);
    expect(left('| a |\n|---|\n| 10 |\n| 11 <!-- concordance-disable-line --> |\n')).toEqual(['10']);
  });

  it('holds for the codes it names, if it names any', () => {
    const line = (codes: string) => `It has 11. <!-- concordance-disable-line ${codes} -->\n`;
    expect(left(line('figure-conflict'))).toEqual([]);
    expect(left(line('date-conflict, figure-conflict'))).toEqual([]);
    expect(left(line('figure-conflict -- summer only, not total-mismatch'))).toEqual([]);
    expect(left(line('date-conflict'))).toEqual(['11', unused]);
    expect(left(line('figure-conflicts'))).toEqual(['11', `${unused}; there is no code “figure-conflicts”`]);
  });

  it('ends a region for the codes it names', () => {
    const source = [
      '<!-- concordance-disable figure-conflict date-conflict -->',
      '10',
      '<!-- concordance-enable date-conflict -->',
      '11',
      '<!-- concordance-enable -->',
      '12',
    ].join('\n\n');
    expect(left(source)).toEqual(['12']);
    expect(left(source, { code: 'date-conflict' })).toEqual(['11', '12']);
  });

  it('takes its place out of the other side of a conflict too', () => {
    const source = 'It has 10.\n\nIt had 11. <!-- concordance-disable-line -->\n\nIt has 12.\n';
    expect(left(source, { against: '11' })).toEqual([]);
    expect(left(source, { against: '12' })).toEqual(['10', '12']);
  });

  it('that suppresses nothing is a hint', () => {
    expect(left('<!-- concordance-disable-next-line -->\nNothing.\n\n10\n')).toEqual([unused, '10']);
    expect(left('10\n\n<!-- concordance-disable-next-line -->')).toEqual(['10', unused]);
    expect(left('Nothing.\n\n<!-- concordance-disable -->\n\n<!-- concordance-enable -->\n')).toEqual([unused]);
  });

  it('is none in code, or by another name', () => {
    expect(left('`<!-- concordance-disable-line -->` 10\n')).toEqual(['10']);
    expect(left('```\n<!-- concordance-disable -->\n```\n\n10\n')).toEqual(['10']);
    expect(left('<!-- concordance-disable-lines --> 10\n')).toEqual(['10']);
    expect(left('<!-- other-disable-line --> 10\n')).toEqual(['10']);
  });

  it('is read in whatever line ends the text has', () => {
    expect(left('10\r\n11 <!-- concordance-disable-line -->\r\n12\r\n')).toEqual(['10', '12']);
    expect(left('10\r11 <!-- concordance-disable-line -->\r12\r')).toEqual(['10', '12']);
  });

  it('stands beside others, on one line and over one another', () => {
    const line = '<!-- concordance-disable-line -->';
    const next = '<!-- concordance-disable-next-line -->';
    expect(left(`10 ${line} 11 ${line}\n12 ${next}${next}\n \n13\n14\n`)).toEqual(['12', '14']);
    const source = [
      '<!-- concordance-disable date-conflict -->',
      '<!-- concordance-disable -->',
      '10',
      '<!-- concordance-enable date-conflict -->',
      '11',
      '<!-- concordance-enable figure-conflict -->',
      '12',
      '<!-- concordance-disable date-conflict -->',
    ].join('\n\n');
    expect(left(source)).toEqual([unused, '12', unused]);
    expect(left(source, { code: 'date-conflict' })).toEqual(['11', '12', unused]);
  });
});
