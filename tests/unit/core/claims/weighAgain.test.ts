import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weighPairs, weighPairsInSteps } from '../../../../server/src/core/claims/weighPairs.ts';
import { type AnalysedDocument, analyse, reanalyse } from '../../../../server/src/core/document.ts';

const sentence = fc.constantFrom(
  'The port employed 3,150 dock workers in 2021.',
  'In 2021 the port had 3,510 dock workers and 12 cranes.',
  'About 40 per cent of the dock workers live in Lindau.',
  'The port handled 4.2 million containers, up 5 % from 4 million.',
  'The port of Lindau handled 4.6 million containers.',
  'Its 12 cranes lift 900 containers a day.',
  'The 14 cranes were built in 1998.',
  'The harbour cost $90 million; the cranes cost $12 million.',
  'Revenue: $42 million',
  'Nothing is counted here.',
  'The [port of Lindau][port] has 11 cranes.',
);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((sentences) => sentences.join(' '));
const table = fc.constantFrom(
  '| Item | 2020 | 2021 |\n|---|---|---|\n| Dock workers | 3,020 | 3,150 |\n| Cranes | 11 | 12 |',
  '| Port | Containers |\n|---|---|\n| Lindau | 4.2 million |\n| Belm | 900 |',
  '- 12 cranes\n- 3,150 dock workers',
);
const heading = fc.constantFrom('# The port', '## Summary', '## Dock workers', '## Cranes', '### In 2021');
/** What changes how other blocks are read: a label that they use, a fence that makes code of them. */
const farReaching = fc.constantFrom('[port]: https://port.example', '```');
const block = fc.oneof(paragraph, paragraph, paragraph, heading, table, farReaching);
const report = fc.array(block, { minLength: 2, maxLength: 14 }).map((blocks) => `${blocks.join('\n\n')}\n`);
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.constantFrom(0, 0, 0, 1, 4, 30),
  text: fc.oneof(
    fc.constantFrom(
      '1',
      'x',
      ' ',
      ' cranes',
      '3,150',
      '\n\n',
      '## Cranes\n\n',
      '\n',
      '.',
      ' in 2020',
      '| 12 ',
      '> ',
      '[^1]: ',
      '',
    ),
    sentence,
    block.map((text) => `\n\n${text}\n\n`),
  ),
});

/** What was weighed, without the claims themselves: their places tell them. */
function weighed(document: AnalysedDocument) {
  const { pairs, values, compare } = weighPairs(document);
  const count = Math.min(values.length, 8);
  return {
    values,
    pairs: pairs.map(({ a, b, ...pair }) => ({ ...pair, a: document.spanOf(a), b: document.spanOf(b) })),
    compared: Array.from({ length: Math.max(0, count - 1) }, (_, index) => compare(index, count - 1)),
  };
}

describe('weighing after an edit', () => {
  it('answers what it answers for the final text', () => {
    fc.assert(
      fc.property(report, fc.array(edit, { minLength: 1, maxLength: 6 }), (start, edits) => {
        let document = analyse(start);
        weighPairs(document);
        for (const { at, length, text } of edits) {
          const from = Math.round(at * document.source.length);
          const span = { start: from, end: Math.min(document.source.length, from + length) };
          document = reanalyse(document, { span, text });
          weighPairs(document);
        }
        expect(weighed(document)).toEqual(weighed(analyse(document.source)));
      }),
      { numRuns: 60 },
    );
  });

  it('answers so too where weighings were dropped halfway, and where somebody else asked meanwhile', () => {
    const reported = edit.chain((one) =>
      fc.record({ edit: fc.constant(one), steps: fc.nat(6), asksAll: fc.boolean() }),
    );
    fc.assert(
      fc.property(report, fc.array(reported, { minLength: 1, maxLength: 5 }), fc.nat(4), (start, edits, first) => {
        let document = analyse(start.repeat(6));
        const dropped = [weighPairsInSteps(document)];
        for (let step = 0; step < first; step++) dropped[0]!.next();
        for (const { edit: own, steps, asksAll } of edits) {
          const from = Math.round(own.at * document.source.length);
          const span = { start: from, end: Math.min(document.source.length, from + own.length) };
          document = reanalyse(document, { span, text: own.text });
          const running = weighPairsInSteps(document);
          for (let step = 0; step < steps; step++) running.next();
          dropped.push(running);
          if (asksAll) weighPairs(document);
          // One that nobody wanted any more goes on after all.
          dropped[steps % dropped.length]!.next();
        }
        expect(weighed(document)).toEqual(weighed(analyse(document.source)));
      }),
      { numRuns: 60 },
    );
  });

  it('finds the claims again between those that a definition changed', () => {
    const text = [
      '# The port\n\n## Summary\n\nThe [port][port] has 3,150 dock workers.\n\nIt has 12 cranes.\n\n',
      '## Staff\n\nThe [port][port] has 3,510 dock workers.\n\n[port]: https://port.example\n',
    ].join('');
    const before = analyse(text);
    const [pair] = weighPairs(before).pairs;
    const at = text.lastIndexOf('[port]:') + 1;
    const without = reanalyse(before, { span: { start: at, end: at }, text: 'x' });
    expect(weighed(without)).toEqual(weighed(analyse(without.source)));
    const again = reanalyse(without, { span: { start: at, end: at + 1 }, text: '' });
    expect(pair).toBeDefined();
    expect(weighed(again)).toEqual(weighed(analyse(text)));
  });

  it('judges a pair by what its sections agree in now', () => {
    const part = (title: string, roads: number, books: string, others: readonly string[]) =>
      [
        `## ${title}`,
        `The town has ${roads} km of paved roads.`,
        ...others,
        `The library lent ${books} books to its readers.`,
      ].join('\n\n');
    // Far enough apart that nobody takes the one for what stands beside the other.
    const some = ['The quay is 310 m long.', 'The choir has 23 singers.', 'The pond holds 52 carp.'];
    const more = ['A bridge weighs 88 tonnes.', 'The bakery sells 14 kinds of bread.', 'The mill has 9,400 bricks.'];
    const others = ['Snow fell on 77 days.', 'The tower is 41 m high.', 'The orchard has 640 trees.'];
    const rest = ['A goat eats 3 kg of hay.', 'The ferry sails at 18 knots.', 'The oven burns 12 litres of oil.'];
    const text = `# Town\n\n${part('Roads', 120, '48,200', [...some, ...more])}\n\n${part('Review', 125, '45,200', [...others, ...rest])}\n`;
    const before = analyse(text);
    const [pair] = weighPairs(before).pairs;
    expect(pair?.evidence.sections.differing).toBe(2);
    const at = text.indexOf('45,200');
    const after = reanalyse(before, { span: { start: at, end: at + 6 }, text: 'many' });
    expect(weighed(after)).toEqual(weighed(analyse(after.source)));
    expect(weighPairs(after).pairs[0]?.confidence).toBeGreaterThan(pair!.confidence);
    expect(pair?.evidence.sections.differing).toBe(2);
  });

  it('answers the same of an earlier text when a later one has been weighed', () => {
    const text =
      '# The port\n\n## Summary\n\nIt has 3,150 dock workers.\n\n## Staff\n\nThe port has 3,510 dock workers.\n';
    const before = analyse(text);
    const pairs = weighPairs(before);
    const at = text.indexOf('3,510');
    const after = reanalyse(before, { span: { start: at, end: at + 5 }, text: '40 ships and 3,150' });
    expect(weighPairs(after).values).toHaveLength(3);
    expect(weighPairs(before)).toBe(pairs);
    expect(pairs.compare(0, 1)).toEqual(weighPairs(analyse(text)).compare(0, 1));
    expect(pairs.find(0, 1)?.confidence).toBeGreaterThan(0);
  });
});
