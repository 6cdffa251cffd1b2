import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCriticMarkup, writeCriticMarkup } from '../../../../server/src/core/annotations/criticMarkup.ts';

describe('CriticMarkup', () => {
  it('becomes annotations, and leaves the text without marks', () => {
    const source =
      'The port owned {==two tugs==}{>>Three?<<}{>>No.<<} then.{>>Source?<<} It {++now++} owns {==none==}.';
    expect(readCriticMarkup(source)).toMatchObject({
      text: 'The port owned two tugs then. It {++now++} owns none.',
      marks: [
        { span: { start: 15, end: 23 }, comment: 'Three?\n\nNo.' },
        { span: { start: 29, end: 29 }, comment: 'Source?' },
        { span: { start: 48, end: 52 }, comment: '' },
      ],
    });
  });

  it('stays in the text within code and where its end is missing', () => {
    for (const source of ['`{==a==}` b', '```\n{>>x<<}\n```\n', 'an open {== one', '{>> never', '~~~\n{==a==}']) {
      expect(readCriticMarkup(source)).toMatchObject({ text: source, marks: [] });
    }
    expect(readCriticMarkup('```\nx\n```\n{>>y<<}').marks).toHaveLength(1);
  });

  it('takes linear time for what never ends', () => {
    const source = '{==a {>>b '.repeat(100_000);
    expect(readCriticMarkup(source).text).toBe(source);
  });

  it('is written so that it is read back', () => {
    const text = 'The port owned two tugs then. It owns none.';
    const marks = [
      { span: { start: 15, end: 23 }, comment: 'Three?' },
      { span: { start: 29, end: 29 }, comment: 'Source?' },
      { span: { start: 38, end: 42 }, comment: '' },
    ];
    const written = writeCriticMarkup(text, marks);
    expect(written).toBe('The port owned {==two tugs==}{>>Three?<<} then.{>>Source?<<} It owns {==none==}.');
    expect(readCriticMarkup(written)).toMatchObject({ text, marks });
  });

  it('leaves the text as it is, whatever marks overlap', () => {
    const word = fc.array(fc.constantFrom('a', 'b ', '\n', 'é'), { maxLength: 20 }).map((parts) => parts.join(''));
    const mark = fc.tuple(fc.nat(), fc.nat({ max: 6 }), fc.constantFrom('', 'why', 'x <<} y'));
    fc.assert(
      fc.property(word, fc.array(mark, { maxLength: 5 }), (text, places) => {
        const marks = places.map(([at, length, comment]) => {
          const start = at % (text.length + 1);
          return { span: { start, end: Math.min(text.length, start + length) }, comment };
        });
        const read = readCriticMarkup(writeCriticMarkup(text, marks));
        expect(read.text).toBe(text);
        for (const { comment } of marks) {
          if (comment !== '') expect(read.marks.map((other) => other.comment).join()).toContain(comment.slice(0, 1));
        }
      }),
    );
  });
});
