import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorAll, findPassage } from '../../../../server/src/core/annotations/anchor.ts';
import { describePassage } from '../../../../server/src/core/annotations/selectors.ts';

const report = `# Harbour survey

The northern basin was dredged in spring. Divers counted 412 mooring rings along the quay, most of them rusted.

Traffic grew slowly. The pilots asked for a second tug, and the board of the port refused to pay for one. A later
vote reversed the decision, although the treasurer warned that reserves had fallen to a tenth of their former level.

The southern basin was left alone. Nobody counted its mooring rings.
`;

function selectorsOf(source: string, text: string, nth = 0) {
  let at = source.indexOf(text);
  for (let i = 0; i < nth; i++) at = source.indexOf(text, at + 1);
  return describePassage(source, { start: at, end: at + text.length });
}

function place(before: string, text: string, after: string, nth = 0) {
  const placement = findPassage(after, selectorsOf(before, text, nth));
  return { state: placement.state, text: placement.span && after.slice(placement.span.start, placement.span.end) };
}

describe('a passage', () => {
  it('is found where it was', () => {
    expect(place(report, 'refused to pay', report)).toEqual({ state: 'found', text: 'refused to pay' });
  });

  it('is found where it moved', () => {
    const after = `Preface of three words and more.\n\n${report}`;
    expect(place(report, 'refused to pay', after)).toEqual({ state: 'found', text: 'refused to pay' });
    const [head, first, second, third] = report.split('\n\n');
    const turned = [head, third, second, first].join('\n\n');
    expect(place(report, 'the board of the port', turned)).toEqual({
      state: 'found',
      text: 'the board of the port',
    });
    expect(place(report, 'Divers counted 412', turned)).toEqual({ state: 'found', text: 'Divers counted 412' });
  });

  it('stands where its file says if its surroundings do too, whatever else is like it', () => {
    const rows = 'Nothing to report from the northern basin today.\n\n'.repeat(40);
    const { quote, position } = selectorsOf(rows, 'northern basin', 20);
    const [first, second] = anchorAll(rows, [{ quote, position }, selectorsOf(rows, 'northern basin', 31)]);
    expect(first).toMatchObject({ state: 'found', span: { start: position.start, end: position.end } });
    expect(second).toMatchObject({ state: 'found' });
    expect(findPassage(rows, { quote: { ...quote, exact: 'northern bay' }, position }).state).not.toBe('found');
    expect(findPassage(rows, { quote: { ...quote, prefix: 'from a southern ' }, position }).certainty).toBeLessThan(
      0.999,
    );
  });

  it('is the same with other line ends and other line breaks', () => {
    const text = 'A later\nvote reversed';
    expect(place(report, text, report.replaceAll('\n', '\r\n'))).toEqual({
      state: 'found',
      text: 'A later\r\nvote reversed',
    });
    expect(place(report, text, report.replaceAll('\n', '\r'))).toEqual({
      state: 'found',
      text: 'A later\rvote reversed',
    });
    expect(place(report, text, report.replace('later\nvote', 'later vote'))).toEqual({
      state: 'found',
      text: 'A later vote reversed',
    });
    expect(place(`\ufeff${report}`, text, report)).toEqual({ state: 'found', text });
  });

  it('is changed when a number or a name in it differs', () => {
    expect(place(report, 'counted 412 mooring', report.replace('412', '421'))).toEqual({
      state: 'changed',
      text: 'counted 421 mooring',
    });
    expect(place(report, '412', report.replace('412', '398'))).toEqual({ state: 'changed', text: '398' });
    expect(place(report, 'The pilots asked', report.replace('pilots', 'Captains'))).toEqual({
      state: 'changed',
      text: 'The Captains asked',
    });
  });

  it('is changed when words were put in, taken out or respelt', () => {
    const after = report.replace('asked for a second tug', 'asked repeatedly for a second, stronger tug');
    expect(place(report, 'asked for a second tug', after)).toEqual({
      state: 'changed',
      text: 'asked repeatedly for a second, stronger tug',
    });
    const respelt = report.replace('treasurer warned', 'tresurer warned');
    expect(place(report, 'the treasurer warned', respelt)).toEqual({ state: 'changed', text: 'the tresurer warned' });
  });

  it('is changed when other words stand between what surrounded it', () => {
    const after = report.replace('reserves had fallen to a tenth of', 'cash stood at little more than');
    expect(place(report, 'reserves had fallen to a tenth of', after)).toEqual({
      state: 'changed',
      text: 'cash stood at little more than',
    });
  });

  it('leaves out what was put in at its edges', () => {
    const after = report.replace('the board of the port', 'yesterday the board of the port flatly');
    expect(place(report, 'the board of the port', after).text).toBe('the board of the port');
  });

  it('is orphaned when it was cut out, though its words occur elsewhere', () => {
    const after = report.replace(', most of them rusted', '');
    expect(place(report, ', most of them rusted', after).state).toBe('orphaned');
    const cut = report.replace(' mooring rings along the quay,', '');
    expect(place(report, 'mooring rings', cut).state).not.toBe('found');
    expect(place(report, 'reversed the decision', 'A text about another matter altogether.').state).toBe('orphaned');
    expect(place(report, 'reversed the decision', '').state).toBe('orphaned');
  });

  it('is told from its copies by what surrounds it', () => {
    const after = `New words before everything.\n\n${report}`;
    for (const nth of [0, 1]) {
      const placement = findPassage(after, selectorsOf(report, 'mooring rings', nth));
      expect(placement.state).toBe('found');
      expect(placement.span).toEqual(spanOfNth(after, 'mooring rings', nth));
    }
  });

  it('is ambiguous where its words came to stand twice beside each other', () => {
    const before = 'The survey is at https://port.example/1931/basin-survey/.\n\n## Tugs\n\nThere were two of them.\n';
    const address = 'https://port.example/1931/basin-survey';
    const after = before.replace(`${address}/`, `[${address}](${address})`);
    expect(place(before, 'basin-survey', after).state).toBe('ambiguous');
    expect(place(before, 'survey is at', after)).toEqual({ state: 'found', text: 'survey is at' });
  });

  it('is ambiguous among copies that nothing tells apart', () => {
    const row = '| pending | not yet known | see below |\n';
    const before = `${'Lead. '.repeat(5)}\n${row.repeat(4)}`;
    const selectors = selectorsOf(before, 'not yet known', 2);
    const after = `${row.repeat(9)}`;
    const placement = findPassage(after, { quote: selectors.quote });
    expect(placement.state).toBe('ambiguous');
    expect(placement.candidates.length).toBeGreaterThan(1);
  });

  it('may begin and end within words, or be a letter of a script without spaces', () => {
    expect(place(report, 'uthern bas', `More. ${report}`)).toEqual({ state: 'found', text: 'uthern bas' });
    const chinese = '港口今年接待了三千艘船只，去年只有两千艘。';
    expect(place(chinese, '三千', chinese.replace('今年', '今年一共'))).toEqual({ state: 'found', text: '三千' });
    expect(place(chinese, '三千', chinese.replace('三千', '四千'))).toEqual({ state: 'changed', text: '四千' });
  });

  it('is found inside a very long word', () => {
    const letters = Array.from({ length: 400 }, (_, i) => String.fromCharCode(97 + ((i * i + (i >> 3)) % 26))).join('');
    const picture = `See ![map](data:image/png;base64,${letters})\r\nand so on.`;
    const text = letters.slice(150, 190);
    expect(place(picture, text, picture)).toEqual({ state: 'found', text });
    expect(place(picture, text, `Moved.\r\n${picture}`)).toEqual({ state: 'found', text });
    expect(place(picture, text, picture.replace(letters, ''))).toMatchObject({ state: 'orphaned' });
    const block = 'x'.repeat(5000);
    const placement = findPassage(block, describePassage(block, { start: 2000, end: 2040 }));
    expect(placement).toMatchObject({ state: 'found', span: { start: 2000, end: 2040 } });
  });

  it('that is very long is found by its ends', () => {
    const lines = Array.from({ length: 200 }, (_, i) => `Entry ${i} says that ${(i * 7919) % 1009} boats came in.`);
    const long = lines.join('\n');
    const text = lines.slice(20, 180).join('\n');
    expect(place(long, text, `Before.\n${long}`)).toEqual({ state: 'found', text });
    const edited = long.replace('Entry 90 says', `${'Many words were put in here. '.repeat(100)}Entry 90 said`);
    const placement = findPassage(edited, selectorsOf(long, text));
    expect(placement.state).toBe('changed');
    expect(placement.span?.start).toBe(edited.indexOf('Entry 20 '));
    expect(placement.span?.end).toBe(edited.indexOf('\nEntry 180 '));
    const halved = lines.slice(0, 100).join('\n');
    expect(place(long, text, halved).state).toBe('ambiguous');
    expect(place(long, text, 'Something else.').state).toBe('orphaned');
  });

  it('keeps the white space at its ends', () => {
    expect(place(report, ' southern basin ', `More. ${report}`)).toEqual({ state: 'found', text: ' southern basin ' });
  });

  it('without a quotation is where its position says, and never sure', () => {
    const placement = findPassage(report, { position: { start: 2, end: 9 } });
    expect(placement).toMatchObject({ state: 'changed', span: { start: 2, end: 9 }, certainty: 0 });
    expect(findPassage(report, { position: { start: 1e9, end: 1e9 } }).state).toBe('orphaned');
    expect(findPassage(report, {}).state).toBe('orphaned');
  });
});

describe('many passages', () => {
  it('help each other where their words alone would not do', () => {
    const entries = ['Ash', 'Birch', 'Cedar', 'Elm'].map(
      (name, i) => `## ${name} ${i}\n\n- state: good\n- cut: never\n`,
    );
    const before = entries.join('\n');
    const after = `A foreword that moves everything.\n\n${before}`;
    const passages = [
      selectorsOf(before, 'Cedar 2'),
      selectorsOf(before, 'cut', 2),
      selectorsOf(before, 'Elm 3'),
      selectorsOf(before, 'never', 3),
    ];
    const placements = anchorAll(after, passages);
    expect(placements.map((placement) => placement.state)).toEqual(['found', 'found', 'found', 'found']);
    expect(placements[1]!.span).toEqual(spanOfNth(after, 'cut', 2));
    expect(placements[3]!.span).toEqual(spanOfNth(after, 'never', 3));
  });

  it('never fail, whatever the text and the selectors', () => {
    const anything = fc.string({ unit: 'binary', maxLength: 60 });
    const word = fc.constantFrom('a', 'b', ' ', '\n', '12', '.');
    const wordy = fc.array(word, { maxLength: 60 }).map((pieces) => pieces.join(''));
    const string = fc.oneof(anything, wordy);
    fc.assert(
      fc.property(
        string,
        string,
        string,
        string,
        fc.integer(),
        fc.integer(),
        (source, exact, prefix, suffix, start, end) => {
          const [placement] = anchorAll(source, [{ quote: { exact, prefix, suffix }, position: { start, end } }]);
          const { span, state, certainty } = placement!;
          expect(state === 'orphaned').toBe(span === undefined);
          expect(certainty).toBeGreaterThanOrEqual(0);
          expect(certainty).toBeLessThanOrEqual(1);
          if (span) {
            expect(span.start).toBeGreaterThanOrEqual(0);
            expect(span.end).toBeGreaterThanOrEqual(span.start);
            expect(span.end).toBeLessThanOrEqual(source.length);
          }
        },
      ),
    );
  });

  it('are found, one and all, in a text that was not edited', () => {
    const words = fc.array(fc.constantFrom('river', 'bank', 'the', 'of', '7', 'rose', 'fell', '.', '\n\n', 'in May'), {
      minLength: 20,
      maxLength: 80,
    });
    fc.assert(
      fc.property(words, fc.nat(), fc.nat({ max: 30 }), (pieces, from, length) => {
        const source = pieces.join(' ');
        const start = from % source.length;
        const span = { start, end: Math.min(source.length, start + length + 1) };
        const placement = findPassage(source, describePassage(source, span));
        expect(placement.state).toBe('found');
        expect(placement.span).toEqual(span);
      }),
    );
  });
});

function spanOfNth(source: string, text: string, nth: number) {
  let start = source.indexOf(text);
  for (let i = 0; i < nth; i++) start = source.indexOf(text, start + 1);
  return { start, end: start + text.length };
}
