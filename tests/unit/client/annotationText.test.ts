import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatAnnotationText, parseAnnotationText } from '../../../client/src/annotations/annotationText.ts';
import { colorOf, colors } from '../../../client/src/annotations/highlightColors.ts';

describe('what is typed as an annotation', () => {
  it('has its tags at the end', () => {
    expect(parseAnnotationText('Three, says the register. #fleet #check')).toEqual({
      comment: 'Three, says the register.',
      tags: ['fleet', 'check'],
    });
    expect(parseAnnotationText('Why?\n#"open question"\n#fleet ')).toEqual({
      comment: 'Why?',
      tags: ['open question', 'fleet'],
    });
    expect(parseAnnotationText('#fleet')).toEqual({ comment: '', tags: ['fleet'] });
    expect(parseAnnotationText('')).toEqual({ comment: '', tags: [] });
  });

  it('keeps signs that are no tags in the comment', () => {
    for (const comment of ['See issue #12, and ask.', 'C#', 'Number # one', 'a#b', '#', 'So #"said', 'x #"a" b']) {
      expect(parseAnnotationText(comment)).toEqual({ comment, tags: [] });
    }
  });

  it('is what it was when it is shown for editing', () => {
    const tag = fc.stringMatching(/^[a-zäß0-9-]{1,8}( [a-z]{1,5})?$/);
    const comment = fc.stringMatching(/^([A-Za-z,.?]{1,6} ){0,4}[a-z.]{1,5}$/);
    fc.assert(
      fc.property(comment, fc.uniqueArray(tag, { maxLength: 4 }), (words, tags) => {
        expect(parseAnnotationText(formatAnnotationText({ comment: words, tags }))).toEqual({ comment: words, tags });
      }),
    );
  });

  it('is read in linear time, whatever it is', () => {
    for (const text of ['#'.repeat(100_000), ' #"'.repeat(50_000), '#"'.repeat(50_000)]) {
      expect(parseAnnotationText(text).tags.length).toBeLessThan(text.length);
    }
    fc.assert(fc.property(fc.string(), (text) => parseAnnotationText(text) !== undefined));
  });
});

describe('the colour of an annotation', () => {
  it('is its first tag’s: the one chosen, else one of its own, and yellow without a tag', () => {
    expect(colorOf([], {})).toBe('yellow');
    expect(colorOf(['check', 'fleet'], { check: 'pink' })).toBe('pink');
    expect(colorOf(['check'], { check: 'no colour' })).toBe(colorOf(['check'], {}));
    for (const tag of ['a', 'fleet', 'prüfen']) expect(colors.slice(1)).toContain(colorOf([tag], {}));
  });
});
