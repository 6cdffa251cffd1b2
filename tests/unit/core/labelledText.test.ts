import { describe, expect, it } from 'vitest';
import { readLabelledText } from '../../support/labelledText.ts';

describe('labelled text', () => {
  it('takes the caret lines out and places their labels on the line above', () => {
    const { text, labels } = readLabelledText('One line.\nIt has 40 members.\n       ^^ figure-conflict\nEnd.');
    expect(text).toBe('One line.\nIt has 40 members.\nEnd.');
    expect(labels.map((label) => [text.slice(label.span.start, label.span.end), label.name])).toEqual([
      ['40', 'figure-conflict'],
    ]);
  });
});
