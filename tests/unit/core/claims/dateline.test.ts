// A summary that opens with another day than the one its text is dated with.

import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../server/src/core/document.ts';
import { conflictsIn } from '../../../support/conflicts.ts';

const conflicts = (...parts: string[]) =>
  conflictsIn(analyse(parts.join('\n\n')), 0.6).map(({ a, b }) => [a.figure.period, b.figure.period]);
const news = (summary: string, dateline: string, text: string) =>
  conflicts('# Storm in the harbour', '## In short', summary, '## Report', dateline, text);

const text = 'A crane fell into the basin of the harbour. Nobody was hurt, but two ships are damaged.';
const summary = 'On May 9, 2019, a storm pushed a crane into the basin.';

describe('a dateline', () => {
  it('is held against the day that a summary opens with', () => {
    expect(news(summary, 'Tuesday, May 14, 2019', text)).toEqual([['2019-05-09', '2019-05-14']]);
    expect(news(summary, '14 May', text)).toEqual([['2019-05-09', 'XXXX-05-14']]);
    expect(news('On May 91, a crane fell.', 'May 19', text)).toEqual([['XXXX-05', 'XXXX-05-19']]);
  });

  it('may be a heading, and may stand before the summary', () => {
    expect(conflicts('# Letter', '## 14 May 2019', text, '## Summary', summary)).toEqual([
      ['2019-05-14', '2019-05-09'],
    ]);
  });

  it.each([
    ['the same day', 'May 9, 2019', text],
    ['another month', 'June 14, 2019', text],
    ['another year', 'May 14, 2020', text],
    ['the day is told in the text', 'May 14, 2019', `${text} The storm of 9 May came from the west.`],
    ['the weekday is told in the text', 'Tuesday, May 14, 2019', `${text} On Thursday the wind had turned.`],
    ['yesterday', 'May 10, 2019', 'A crane fell into the basin yesterday.'],
    ['more words beside the date', 'Vik and Torsund, May 14, 2019', text],
    ['a diary', 'May 14, 2019', `${text}\n\nMay 15, 2019\n\nThe ships are under repair.`],
  ])('is not where the text explains it: %s', (_, dateline, body) => expect(news(summary, dateline, body)).toEqual([]));

  it('is not held against a day further on, nor against one outside a summary', () => {
    expect(news('A crane fell on May 9, 2019.', 'May 14, 2019', text)).toEqual([]);
    expect(
      conflicts('# Storm', 'Text.', '## Report', 'May 14, 2019', text, '## Damage', summary, '## Repair', 'Text.'),
    ).toEqual([]);
  });
});
