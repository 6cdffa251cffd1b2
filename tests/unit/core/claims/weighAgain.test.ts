import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weighPairs, weighPairsInSteps } from '../../../../server/src/core/claims/weighPairs.ts';
import { type AnalysedDocument, analyse, reanalyse } from '../../../../server/src/core/document.ts';
import { applyEdit, edit, report } from '../../../support/portReport.ts';
import { weighed } from '../../../support/weighed.ts';

/** A town that tells in each of its sections some of the same things, each with one of few values, as words and figures of a text. */
const town = fc.array(
  fc.uniqueArray(fc.tuple(fc.nat(15), fc.nat(11)), { minLength: 8, maxLength: 15, selector: ([thing]) => thing }),
  { minLength: 2, maxLength: 3 },
);
const THINGS = [
  'The harbour employs # clerks and porters.',
  'The library lends # books to its readers.',
  'The school teaches # pupils in old rooms.',
  'The museum shows # paintings of boats.',
  'A theatre sold # tickets for the season.',
  'The hospital treated # patients with fever.',
  'The stadium seats # spectators on benches.',
  'Farmers sell # baskets of apples weekly.',
  'The bridge carries # lorries each day.',
  'The mill grinds # sacks of wheat.',
  'Nurses drive # ambulances in winter.',
  'The brewery fills # bottles of beer.',
  'The zoo feeds # penguins with herring.',
  'Volunteers planted # oaks along streets.',
  'The choir rehearsed # hymns and songs.',
  'The foundry cast # bells of bronze.',
];
const VALUES = ['120', '125', '340', '347', '583', '962', '1,240', '1,420', '3,150', '3,510', '7,206', '48,200'];
const TITLES = ['Work', 'Learning', 'Review'];
/** The text of a town. */
function write(sections: readonly (readonly (readonly [number, number])[])[]): string {
  const tell = (told: readonly (readonly [number, number])[]) =>
    told.map(([thing, value]) => THINGS[thing]!.replace('#', VALUES[value]!)).join('\n\n');
  const told = sections.map((section, at) => `## ${TITLES[at]}\n\n${tell(section)}`);
  return `# Town\n\n${told.join('\n\n')}\n`;
}

/** Edits after which there are as many figures as before: another value, a word before one, and what `INSERTED` says. */
const INSERTED: Readonly<Record<string, string>> = {
  paragraph: '\n\nNothing is counted here.',
  quotation: '\n\n>',
  title: ' summary',
};
const quietEdit = fc.record({
  kind: fc.constantFrom('value', 'value', 'word', ...Object.keys(INSERTED)),
  at: fc.nat(60),
  value: fc.nat(11),
});

function editQuietly(document: AnalysedDocument, { kind, at, value }: { kind: string; at: number; value: number }) {
  const place = kind === 'title' ? /(?<=#+ \w+)$/gm : kind in INSERTED ? /\n\n(?=\w)/g : /\d[\d,]*/g;
  const all = [...document.source.matchAll(place)];
  if (all.length === 0) return document;
  const { index, 0: found } = all[at % all.length]!;
  const text = kind === 'value' ? VALUES[value]! : (INSERTED[kind] ?? 'about ');
  const end = kind === 'value' ? index + found.length : index;
  return reanalyse(document, { span: { start: index, end }, text });
}

describe('weighing after an edit', () => {
  it('answers what it answers for the final text', () => {
    fc.assert(
      fc.property(
        report,
        fc.array(edit, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 4 }),
        (...drawn) => {
          const [start, edits, times] = drawn;
          let document = analyse(start.repeat(times));
          weighPairs(document);
          for (const one of edits) {
            document = applyEdit(document, one);
            weighPairs(document);
          }
          expect(weighed(document)).toEqual(weighed(analyse(document.source)));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('answers so after every edit that leaves as many claims in as many sections', () => {
    fc.assert(
      fc.property(town, fc.array(quietEdit, { minLength: 1, maxLength: 8 }), (sections, edits) => {
        let document = analyse(write(sections));
        weighPairs(document);
        for (const one of edits) {
          document = editQuietly(document, one);
          expect(weighed(document)).toEqual(weighed(analyse(document.source)));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('answers so too where claims go as code is opened, and come back as it is closed', () => {
    fc.assert(
      fc.property(
        town,
        fc.array(fc.tuple(fc.nat(60), quietEdit), { minLength: 1, maxLength: 4 }),
        (sections, steps) => {
          let document = analyse(write(sections));
          weighPairs(document);
          for (const [at, quiet] of steps) {
            const places = [...document.source.matchAll(/\n\n(?=\w)/g)];
            const start = places[at % places.length]!.index + 2;
            document = reanalyse(document, { span: { start, end: start }, text: '```\n' });
            expect(weighed(document)).toEqual(weighed(analyse(document.source)));
            document = editQuietly(document, quiet);
            weighPairs(document);
            const fence = document.source.indexOf('```\n');
            document = reanalyse(document, { span: { start: fence, end: fence + 4 }, text: '' });
            expect(weighed(document)).toEqual(weighed(analyse(document.source)));
          }
        },
      ),
      { numRuns: 40 },
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
          document = applyEdit(document, own);
          const running = weighPairsInSteps(document);
          for (let step = 0; step < steps; step++) running.next();
          dropped.push(running);
          if (asksAll) weighPairs(document);
          // One that nobody wanted any more goes on after all.
          dropped[steps % dropped.length]!.next();
        }
        expect(weighed(document)).toEqual(weighed(analyse(document.source)));
      }),
      { numRuns: 40 },
    );
  });

  it('answers so too where many claims go and others come to stand under another title', () => {
    const which = ['old', 'new', 'red', 'green', 'northern', 'southern', 'wooden', 'rented', 'broken', 'covered'];
    const what = ['cranes', 'sheds', 'boats', 'ferries', 'docks', 'lorries'];
    const tell = (value: (n: number) => number, count = 60) =>
      Array.from({ length: count }, (_, n) => `The port has ${value(n)} ${which[n % 10]} ${what[n % 6]}.`).join('\n\n');
    const before = tell((n) => 1000 + 37 * n);
    const after = tell((n) => 1000 + 37 * n + (n % 3 === 0 ? 5 : 0));
    const other = Array.from({ length: 60 }, (_, n) => `It paid for ${1000 + 37 * n} sacks and ${1005 + 37 * n} bags.`);
    const rain = '- It rained on 12 per cent of all days.\n'.repeat(2000);
    const middle = tell((n) => 9000 + n, 130);
    const text = `# Port\n\n## Before\n\n${before}\n\n## Middle\n\n${middle}\n\n## After\n\n${after}\n\n## Other\n\n${other.join('\n\n')}\n\n## Rain\n\n${rain}`;
    const document = analyse(text);
    weighPairs(document);
    const start = text.indexOf('\n\nThe port', text.indexOf('## Middle'));
    const edited = reanalyse(document, {
      span: { start, end: text.indexOf('## After') + '## After'.length },
      text: '',
    });
    expect(edited.claims.length).toBe(2240);
    expect(edited.lineage).toBe(document.lineage);
    const all = ({ claims }: AnalysedDocument, { valueAt, partnersOf }: ReturnType<typeof weighPairs>) =>
      claims.map(({ index }) => [valueAt(index), partnersOf(index).map(({ claim, score }) => [claim, score])]);
    const fresh = analyse(edited.source);
    expect(all(edited, weighPairs(edited))).toEqual(all(fresh, weighPairs(fresh)));
    expect(weighed(edited)).toEqual(weighed(fresh));
  });

  it('finds the claims again between those that a definition changed', () => {
    const text = [
      '# The port\n\n## Summary\n\nThe [port] has 3,150 dock workers.\n\nIt has 12 cranes.\n\n',
      '## Staff\n\nThe [port] has 3,510 dock workers.\n\n[port]: https://port.example\n',
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
    const same = analyse(text);
    weighPairs(same);
    const agreeing = reanalyse(same, { span: { start: at, end: at + 6 }, text: '48,200' });
    expect(weighPairs(agreeing).pairs[0]?.evidence.sections.differing).toBe(1);
    expect(pair?.evidence.sections.differing).toBe(2);
  });

  it('judges a pair by the titles beside its sections as they are now', () => {
    const text = [
      '# Town\n\n## North\n\n### Costs\n\nThe harbour employs 120 clerks and porters.\n\n### Roads\n\nNothing.\n\n',
      '## South\n\n### Prices\n\nThe harbour employs 347 clerks and porters.\n\n### Streets\n\nNothing.\n',
    ].join('');
    const before = analyse(text);
    expect(weighPairs(before).pairs[0]?.evidence.relation.parallel).toBe(false);
    const at = text.indexOf('Streets');
    const after = reanalyse(before, { span: { start: at, end: at + 7 }, text: 'Roads' });
    expect(weighed(after)).toEqual(weighed(analyse(after.source)));
    expect(weighPairs(after).pairs[0]?.evidence.relation.parallel).toBe(true);
  });

  it('holds two places of one section against each other once one of them is in a list', () => {
    const text = [
      '# Town\n\nThe harbour employs 120 clerks and porters.\n\nNothing is counted here.\n\n',
      'The harbour employs 347 clerks and porters.\n',
    ].join('');
    const before = analyse(text);
    expect(weighPairs(before).pairs).toEqual([]);
    const at = text.lastIndexOf('The');
    const after = reanalyse(before, { span: { start: at, end: at }, text: '- ' });
    expect(weighed(after)).toEqual(weighed(analyse(after.source)));
    expect(weighPairs(after).pairs).toHaveLength(1);
  });

  /** Sentences of which no claim speaks of the same thing as another one. */
  const some = [
    'Snow fell on 77 days.',
    'The tower is 41 m high.',
    'The orchard has 640 trees.',
    'A goat eats 3 kg of hay.',
  ];
  const others = ['The ferry sails at 18 knots.', 'The oven burns 12 litres of oil.', 'The pond holds 52 carp.'];

  it('explains a claim by what another one that it is held against has come to agree with', () => {
    const text =
      '# Report\n\n## Summary\n\nThe Orland dairy keeps 120 churns.\n\n## It\n\nOrland dairy: 150.\n\nThere are 12 churns.\n';
    const before = analyse(text);
    expect(weighPairs(before).pairs).toHaveLength(1);
    const at = text.indexOf('12 churns');
    const after = reanalyse(before, { span: { start: at, end: at + 2 }, text: '120' });
    expect(weighPairs(after).pairs).toEqual([]);
    expect(weighed(after)).toEqual(weighed(analyse(after.source)));
  });

  it('counts the claims of two sections that differ, once one of them is held against a third', () => {
    const text = [
      ...['# Report', '## It', 'The Orland cooperative dairy: 150.', ...some, 'The quay is 310 m long.', '## Summary'],
      ...['The Orland cooperative dairy: 120 milk churns stand in old cellars.', ...others, 'The quay is 340 m long.'],
      ...['## Work', 'More than 100 milk churns stand in old cellars.\n'],
    ].join('\n\n');
    const before = analyse(text);
    expect(weighPairs(before).pairs.map(({ evidence }) => evidence.sections.differing)).toEqual([2, 2]);
    const at = text.indexOf('100 milk');
    const after = reanalyse(before, { span: { start: at, end: at + 3 }, text: '135' });
    expect(weighPairs(after).pairs.map(({ evidence }) => evidence.sections.differing)).toEqual([1, 1, 1]);
    expect(weighed(after)).toEqual(weighed(analyse(after.source)));
  });

  it('counts what agrees within a section, once one of two claims is in a list', () => {
    const text = [
      ...['# Report', 'The harbour employs 120 clerks and porters.', ...some, 'The quay is 310 m long.'],
      ...['> The quay is 340 m long.', 'Nothing is counted here.', ...others, 'A bridge weighs 88 tonnes.'],
      'The harbour employs 120 clerks and porters.\n',
    ].join('\n\n');
    const before = analyse(text);
    expect(weighPairs(before).pairs.map(({ evidence }) => evidence.sections.agreeing)).toEqual([0]);
    const at = text.lastIndexOf('The harbour');
    const after = reanalyse(before, { span: { start: at, end: at }, text: '- ' });
    expect(weighPairs(after).pairs.map(({ evidence }) => evidence.sections.agreeing)).toEqual([2]);
    expect(weighed(after)).toEqual(weighed(analyse(after.source)));
  });

  it('answers the same of an earlier text when a later one has been weighed', () => {
    const text =
      '# The port\n\n## Summary\n\nIt has 3,150 dock workers.\n\n## Staff\n\nThe port has 3,510 dock workers.\n';
    const before = analyse(text);
    const pairs = weighPairs(before);
    const at = text.indexOf('3,510');
    const after = reanalyse(before, { span: { start: at, end: at + 5 }, text: '40 ships and 3,150' });
    expect(weighPairs(after).valueAt(2)).toBeDefined();
    expect(weighPairs(before)).toBe(pairs);
    expect(pairs.compare(0, 1)).toEqual(weighPairs(analyse(text)).compare(0, 1));
    expect(pairs.find(0, 1)?.confidence).toBeGreaterThan(0);
  });
});
