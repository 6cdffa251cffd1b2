import { describe, expect, it } from 'vitest';
import { describeSummary } from '../../../client/src/summary.ts';

describe('the outcome of a check in a line', () => {
  const nothing = { documents: 0, errors: 0, warnings: 0, informations: 0, hints: 0, unreadable: [] };

  it('names what was found by severity', () => {
    expect(describeSummary({ ...nothing, documents: 12, warnings: 3, hints: 1 })).toBe(
      '12 documents checked: 3 warnings, 1 hint',
    );
  });

  it('says so when nothing was found, or nothing was there', () => {
    expect(describeSummary({ ...nothing, documents: 1 })).toBe('1 document checked: nothing disagrees');
    expect(describeSummary(nothing)).toBe('No document checked: nothing disagrees');
  });

  it('does not pass over what could not be read', () => {
    const unreadable = [{ uri: 'file:///a.md', reason: 'It is not UTF-8 text.' }];
    expect(describeSummary({ ...nothing, documents: 2, unreadable })).toMatch(/, 1 could not be read$/);
  });

  it('counts in words, in the language that it is given', () => {
    expect(describeSummary({ ...nothing, documents: 2, errors: 1 })).toBe('2 documents checked: 1 error');
    const shout = (text: string, ...values: (string | number)[]) => `${text}${values.join()}`.toUpperCase();
    expect(describeSummary({ ...nothing, documents: 2, errors: 1 }, shout)).toBe(
      '{0} CHECKED: {1}{0} DOCUMENTS2,1 ERROR',
    );
  });
});
