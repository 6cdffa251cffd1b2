import { describe, expect, it } from 'vitest';
import { type AnalysedDocument, analyse } from '../../../server/src/core/document.ts';
import { checkDocument } from '../../../server/src/core/rules/index.ts';

const pasted = `A small harbour grows up

When Jonas Brandt took over the harbour of Sellin in 2019, it had no crane. “We had two boats and a shed,” says Brandt.

The Numbers Behind the Growth

Town Department Current Size Recent Remarks
Permanent Staff 3,400 Trained on site
Seasonal Helpers 1,250 From May to September
Annual Budget $41.5 million (2024) New quays

The plan names two aims:

  • Deeper water at the northern quay
  • A second crane

Questions

Who pays for the new quay?
The town of Sellin pays for it.

How big is the harbour of Sellin today?
The harbour has grown since 2019, with 3,400 permanent staff and a crane of its own.
`;

const marked = `# A small harbour grows up

When Jonas Brandt took over the harbour of Sellin in 2019, it had no crane. “We had two boats and a shed,” says Brandt.

## The Numbers Behind the Growth

| Town Department | Current Size | Recent Remarks |
|---|---|---|
| Permanent Staff | 3,400 | Trained on site |
| Seasonal Helpers | 1,250 | From May to September |
| Annual Budget | $41.5 million (2024) | New quays |

The plan names two aims:

- Deeper water at the northern quay
- A second crane

## Questions

### Who pays for the new quay?

The town of Sellin pays for it.

### How big is the harbour of Sellin today?

The harbour has grown since 2019, with 3,400 permanent staff and a crane of its own.
`;

const summaryOf = (document: AnalysedDocument) => ({
  sections: document.sections.map(({ title, level }) => `${level} ${title}`),
  actors: document.actors.map(({ name, kind, mentions }) => `${name}, ${kind}, ${mentions.length}`),
  figures: document.claims.map(({ figure, measure }) => `${figure.value ?? figure.period} ${measure.text}`),
});

describe('an article pasted from a web page', () => {
  it('reads as it does with its markup', () => {
    expect(summaryOf(analyse(pasted, { format: 'text' }))).toEqual(summaryOf(analyse(marked)));
    expect(summaryOf(analyse(pasted))).toEqual(summaryOf(analyse(marked)));
  });

  it('takes the measure of a figure from its row', () => {
    const { figures } = summaryOf(analyse(pasted, { format: 'text' }));
    expect(figures.filter((figure) => figure.endsWith('permanent staff'))).toHaveLength(2);
    expect(figures).toContain('41500000 annual budget');
  });

  it.each([
    ['pasted', pasted, 'text'],
    ['marked', marked, 'markdown'],
  ] as const)('holds the table and the answers against each other, %s', (_, source, format) => {
    const problemsOf = (text: string) => checkDocument(analyse(text, { format }), { sensitivity: 'balanced' });
    expect(problemsOf(source)).toEqual([]);
    const problems = problemsOf(source.replace('with 3,400', 'with 3,600'));
    expect(problems.map(({ code, text }) => [code, text])).toEqual([
      ['figure-conflict', '3,400'],
      ['figure-conflict', '3,600'],
    ]);
  });
});
