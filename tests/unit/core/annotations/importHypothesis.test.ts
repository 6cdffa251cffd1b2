import { describe, expect, it } from 'vitest';
import { importHypothesis } from '../../../../server/src/core/annotations/importHypothesis.ts';

const target = [
  {
    source: 'https://paper.example/1',
    selector: [
      { type: 'RangeSelector', startContainer: '/p[1]' },
      { type: 'TextPositionSelector', start: 4, end: 9 },
      { type: 'TextQuoteSelector', exact: 'ferry', prefix: 'The ', suffix: ' ran' },
    ],
  },
];
const rows = [
  { id: 'q1', user: 'acct:ana@example.org', created: '2024-05-01T10:00:00Z', text: 'Which?', tags: ['boats'], target },
  { id: 'q2', user: 'acct:ben@example.org', text: 'The second.', references: ['q0', 'q1'], target: [{ source: 'x' }] },
  { id: 'q3', text: '', tags: ['boats'], target },
  { id: 'q4', text: '', tags: [], target },
  { text: 'no id', target },
  7,
];

describe('an export of Hypothesis', () => {
  it('becomes annotations of the document', () => {
    for (const text of [JSON.stringify(rows), JSON.stringify({ annotations: rows }), JSON.stringify({ rows })]) {
      const result = importHypothesis(text, 'paper.md');
      expect(result).toMatchObject({
        annotations: [
          {
            id: 'https://hypothes.is/a/q1',
            motivation: 'commenting',
            comment: 'Which?',
            tags: ['boats'],
            creator: 'ana',
            created: '2024-05-01T10:00:00Z',
            source: 'paper.md',
            selectors: { quote: { exact: 'ferry', prefix: 'The ', suffix: ' ran' }, position: { start: 4, end: 9 } },
          },
          { motivation: 'replying', replyTo: 'https://hypothes.is/a/q1', comment: 'The second.', creator: 'ben' },
          { motivation: 'tagging', tags: ['boats'] },
          { motivation: 'highlighting', tags: [] },
        ],
      });
    }
  });

  it('that is none says so', () => {
    expect(importHypothesis('{"rows": 3}', 'a.md')).toHaveProperty('error');
    expect(importHypothesis('[\n{,', 'a.md')).toMatchObject({ error: { line: 1, character: 1 } });
  });
});
