import { describe, expect, it } from 'vitest';
import { analyse, findDefinition, findReferences, findSymbol } from '../../../../server/src/core/index.ts';
import { parseFixture } from '../../../support/fixture.ts';

function ask(source: string) {
  const { files, cursor } = parseFixture(source);
  const documents = files.map(({ path, text }) => ({ key: path, document: analyse(text) }));
  const asked = documents.find(({ key }) => key === cursor!.path)!;
  const textAt = ({ document, span }: { document: string; span: { start: number; end: number } }) => {
    const { source: text } = documents.find(({ key }) => key === document)!.document;
    return `${document}:${text.slice(0, span.start).split('\n').length} ${text.slice(span.start, span.end)}`;
  };
  return { documents, asked, offset: cursor!.offset, textAt };
}

describe('the symbol at an offset', () => {
  it.each([
    ['at the beginning', 'Then <|>412 terns came.', '412'],
    ['in the middle', 'Then 4<|>12 terns came.', '412'],
    ['behind the end', 'Then 412<|> terns came.', '412'],
    ['at the end of the document', 'There were <|>412', '412'],
    ['behind the end of the document', 'There were 412<|>', '412'],
    ['across markup', 'Then **4<|>12** terns came.', '412'],
    ['in a table', '| Terns |\n|---|\n| 4<|>12 |\n', '412'],
    ['in a list', '- Terns: 4<|>12\n', '412'],
  ])('is found %s', (_, source, text) => {
    const { asked, offset } = ask(source);
    const symbol = findSymbol(asked.document, offset);
    expect(asked.document.source.slice(symbol!.span.start, symbol!.span.end)).toBe(text);
  });

  it.each(['Then <|> 412 terns came.', 'Then 412 ter<|>ns came.', '<|>', '`4<|>12`', 'Then 412 terns.\n\n\n<|>'])(
    'is nothing where there is none: %j',
    (source) => {
      const { asked, offset } = ask(source);
      expect(findSymbol(asked.document, offset)).toBeUndefined();
    },
  );

  it('is nothing at offsets outside the document', () => {
    const { asked } = ask('Then 412 terns came. <|>');
    for (const offset of [-5, 1e9, Number.NaN]) expect(findSymbol(asked.document, offset)).toBeUndefined();
  });
});

describe('a definition', () => {
  it('of a figure prefers the table to running text', () => {
    const { asked, offset, textAt } = ask(`
      # Count

      The reserve had 3,412 nesting terns in June. The count was late.

      ## Summary

      The reserve had 3,4<|>12 nesting terns in June.

      ## Results

      | Reserve | Nesting terns in June |
      |---|---|
      | Halla | 3,412 |
      | Vigur | 1,077 |
    `);
    expect(textAt(findDefinition(asked, offset)!.target)).toBe('document.md:13 3,412');
  });

  it('of a figure that is stated once is the figure', () => {
    const { asked, offset, textAt } = ask('The reserve had 3,4<|>12 nesting terns.');
    expect(textAt(findDefinition(asked, offset)!.target)).toBe('document.md:1 3,412');
  });

  it('of an actor is the first mention', () => {
    const { asked, offset, textAt } = ask('Anna Lindqvist came.\n\nWe met Anna Lind<|>qvist again.');
    expect(textAt(findDefinition(asked, offset)!.target)).toBe('document.md:1 Anna Lindqvist');
  });
});

describe('references', () => {
  const source = `
    //- a.md
    We met Anna Lindqvist in June.
    //- b.md
    We met Anna Lind<|>qvist in July. We met Anna Lindqvist again in August.
    //- c.md
    We met Berta Holm.
  `;

  it('begin with the document asked about', () => {
    const { documents, offset, textAt } = ask(source);
    const found = findReferences(documents, 'b.md', offset, { includeDeclaration: true });
    expect(found!.map(textAt)).toEqual(['b.md:1 Anna Lindqvist', 'b.md:1 Anna Lindqvist', 'a.md:1 Anna Lindqvist']);
  });

  it('leave out the introduction when it is not asked for', () => {
    const { documents, offset } = ask(source);
    expect(findReferences(documents, 'b.md', offset, { includeDeclaration: false })).toHaveLength(2);
  });

  it('are unknown for a document that is not there', () => {
    const { documents, offset } = ask(source);
    expect(findReferences(documents, 'z.md', offset, { includeDeclaration: true })).toBeUndefined();
  });
});
