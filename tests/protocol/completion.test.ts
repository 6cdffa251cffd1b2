import { afterEach, describe, expect, it } from 'vitest';
import type { CompletionItem, CompletionList, TextEdit } from 'vscode-languageserver/node';
import { startClient, type TestClient } from '../support/protocolClient.ts';

let client: TestClient | undefined;
afterEach(async () => {
  await client?.stop();
  client = undefined;
});

/** What is offered at the cursor of the fixture. */
async function complete(source: string, closed: string[] = []): Promise<CompletionItem[]> {
  client = await startClient(source, { closed });
  const list = await client.connection.sendRequest<CompletionList | null>('textDocument/completion', client.atCursor());
  return list?.items ?? [];
}

const labels = (items: readonly CompletionItem[]) => items.map(({ label }) => label);
const replaced = (item: CompletionItem) =>
  client!.read(client!.fixture.cursor!.path, (item.textEdit as TextEdit).range);

const letter = `
  //- letter.md
  # Letter

  We thank Anna Lindqvist for the visit. Everybody liked Mrs Lindqvist. At noon Anna Lindqvist was back in Linz.
`;

describe('completion of names', () => {
  it('offers the forms that the beginning fits, the most mentioned actor first', async () => {
    const items = await complete(`${letter}
  //- notes.md
  Then Lin<|> spoke.
`);
    expect(labels(items)).toEqual(['Lindqvist', 'Linz']);
    expect(items.map(({ detail }) => detail)).toEqual(['Anna Lindqvist, person, 3 mentions', 'place, one mention']);
    expect(items.map(({ sortText }) => sortText)).toEqual(['000', '001']);
  });

  it('looks into files that are not open', async () => {
    const source = `${letter}
  //- notes.md
  Then Anna Li<|> spoke.
`;
    expect(labels(await complete(source, ['letter.md']))).toEqual(['Anna Lindqvist']);
  });

  it('replaces the word that the cursor stands in, and all words that were typed of the name', async () => {
    const items = await complete(`${letter}
  //- notes.md
  Then Anna Lin<|>dal spoke.
`);
    expect(labels(items)).toEqual(['Anna Lindqvist']);
    expect(replaced(items[0]!)).toBe('Anna Lindal');
  });

  it('finds a name that is typed without its accents', async () => {
    const items = await complete(`
  //- letter.md
  We met Şükrü Demirağ in Ankara.
  //- notes.md
  Then Demirag<|> spoke.
`);
    expect(labels(items)).toEqual(['Demirağ']);
    expect(items[0]!.filterText).toBe('Demirag');
  });

  it('offers declared actors that no text mentions yet', async () => {
    const items = await complete(`
  //- concordance.yaml
  actors:
    - name: Berta Holm
      kind: person
      description: keeper of the lighthouse
  //- notes.md
  Then Ber<|> spoke.
`);
    expect(items).toMatchObject([
      { label: 'Berta Holm', detail: 'person, declared', documentation: 'keeper of the lighthouse' },
    ]);
  });

  it.each([
    ['one letter', 'Then L<|> spoke.'],
    ['small letters', 'Then lin<|> spoke.'],
    ['a name that is complete', 'Then Lindqvist<|> spoke.'],
    ['inline code', 'Then `Lin<|>` runs.'],
    ['a code block', '```\nThen Lin<|>\n```'],
    ['an address', 'See [here](Lin<|>).'],
    ['a comment', '<!-- Lin<|> -->'],
    ['the middle of a word', 'Then xLin<|> spoke.'],
  ])('is silent at %s', async (_, text) => {
    client = await startClient(`${letter}\n//- notes.md\n`);
    await client.close('notes.md');
    await client.open('notes.md', text.replace('<|>', ''));
    const before = text.slice(0, text.indexOf('<|>')).split('\n');
    const position = { line: before.length - 1, character: before.at(-1)!.length };
    const params = { textDocument: { uri: 'file:///workspace/notes.md' }, position };
    expect(await client.connection.sendRequest('textDocument/completion', params)).toBeNull();
  });

  it('takes no word for a name only because it is being typed', async () => {
    expect(await complete('Then Ottoline Bramble<|> spoke to the harbour master.')).toEqual([]);
  });
});

describe('completion of figures', () => {
  const survey = `
  //- survey.md
  # Seabird survey

  In 2023 Norway had 1,240 breeding pairs. In 2023 Iceland had 980 breeding pairs.

  ## Results

  Norway counted 1,240 breeding pairs in 2023.
`;

  it('offers what is stated of the measure, and says where', async () => {
    const items = await complete(`${survey}
  //- notes.md
  The number of breeding pairs was <|>
`);
    expect(labels(items)).toEqual(['1,240', '980']);
    expect(items[0]!.detail).toBe('stated in Seabird survey, survey.md, line 3 and 1 more');
  });

  it('keeps to the subject of the sentence', async () => {
    const items = await complete(`${survey}
  //- notes.md
  The number of breeding pairs in Iceland was <|>
`);
    expect(labels(items)).toEqual(['980']);
  });

  it('goes on with the digits that are typed', async () => {
    const items = await complete(`${survey}
  //- notes.md
  The number of breeding pairs is 1,<|>
`);
    expect(labels(items)).toEqual(['1,240']);
    expect(replaced(items[0]!)).toBe('1,');
  });

  it('knows a measure of one word where nothing narrows it, and an amount by its digits', async () => {
    const costs = `
  //- costs.md
  # Costs

  Turnover was $42.8 million in 2023.
`;
    expect(labels(await complete(`${costs}\n  //- notes.md\n  The turnover came to <|>\n`))).toEqual(['$42.8 million']);
    await client!.stop();
    const [typed] = await complete(`${costs}\n  //- notes.md\n  Turnover was 4<|>\n`);
    expect(typed).toMatchObject({ label: '$42.8 million', filterText: '4$42.8 million' });
    expect(replaced(typed!)).toBe('4');
    await client!.stop();
    expect(await complete(`${costs}\n  //- notes.md\n  The northern turnover was <|>\n`)).toEqual([]);
  });

  it.each([
    ['another measure', 'The number of nesting pairs was '],
    ['one word of it', 'The number of pairs was '],
    ['another year', 'The number of breeding pairs in 2022 was '],
    ['another sentence', 'We saw breeding pairs. The weather was '],
    ['words between', 'The breeding pairs moved house because '],
  ])('is silent after %s', async (_, text) => {
    expect(await complete(`${survey}\n  //- notes.md\n  ${text}<|>\n`)).toEqual([]);
  });
});
