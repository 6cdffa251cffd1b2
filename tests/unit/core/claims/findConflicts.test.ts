import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../server/src/core/document.ts';
import { conflictsIn } from '../../../support/conflicts.ts';

const conflicts = (...parts: string[]) =>
  conflictsIn(analyse(parts.join('\n\n')), 0.6).map(({ a, b }) =>
    [a, b].map(({ evidence }) => evidence.figure.value ?? evidence.figure.period),
  );
const report = (summary: string, body: string) => conflicts('# Report', '## Summary', summary, '## Details', body);

describe('figures that contradict each other', () => {
  it('are found in a summary and its text', () => {
    const summary = 'The ferry company carried 640,000 passengers on its northern routes.';
    expect(report(summary, 'The ferry company carried 460,000 passengers on its northern routes last year.')).toEqual([
      [640_000, 460_000],
    ]);
  });

  it('are a part in words and a percentage that is far from it', () => {
    const summary = 'Half of the members voted against the new harbour wall.';
    const body = (share: string) =>
      `Some ${share} of the members voted against the new harbour wall, as the minutes say.`;
    expect(report(summary, body('60%'))).toEqual([[0.5, 60]]);
    expect(report(summary, body('48%'))).toEqual([]);
    expect(report(summary.replace('Half', 'One in five'), body('32%'))).toEqual([[0.2, 32]]);
  });

  it('are not those that round to each other', () => {
    const summary = 'The ferry company carried about 640,000 passengers on its northern routes.';
    expect(report(summary, 'The ferry company carried 641,212 passengers on its northern routes last year.')).toEqual(
      [],
    );
  });

  it.each([
    [
      'Turnout in the mayoral election was 61 percent.',
      'Turnout in the mayoral election was 64 percent, the highest for twenty years.',
      [61, 64],
    ],
    [
      'The Harrow tunnel is 8.4 km long.',
      'The Harrow tunnel is 8.9 km long and lies 140 m below the ridge.',
      [8.4, 8.9],
    ],
  ])('are found in a title and its text: %s', (opening, body, values) => {
    expect(conflicts('# Report', opening, '## Details', body)).toEqual([values]);
  });

  it('are not looked for in one section', () => {
    const text = 'The ferry company carried 640,000 passengers on its northern routes.';
    expect(conflicts('# Report', text, text.replace('640', '460'))).toEqual([]);
  });

  it('are not those that the same figure in the other place explains', () => {
    const body = 'The chain plans to open 120 bakeries in the valley, 45 bakeries of them by spring.';
    expect(report('The chain plans to open 120 bakeries in the valley.', body)).toEqual([]);
  });

  it.each([
    ['The medicine lowered the risk of gout by 18%.', 'The medicine lowered the risk of kidney stones by 28%.'],
    ['About 37% of sailors like the quay.', 'About 52% of sailors like the bridge.'],
    ['The first quay cost $45 million.', 'The second quay cost $54 million.'],
    ['The ferry killed 41 porpoises.', 'A year earlier the ferry killed 14 porpoises.'],
    ['The toll would bring the town $14 million over ten years.', 'The toll would bring the town $1.4 million a year.'],
    ['The mast is 34 metres long.', 'The mast is 28 metres wide.'],
    ['The quay has 340 moorings for boats.', 'The other quay has 120 moorings for boats.'],
    ['The toll was originally set at $45 a day.', 'The toll is set at $54 a day.'],
    [
      'Between 2000 and 2010 the fleet lost 40 boats to storms.',
      'Between 2010 and 2020 the fleet lost 60 boats to storms.',
    ],
  ])('are not told of two things in like words: %s %s', (summary, body) => {
    expect(report(summary, body)).toEqual([]);
  });

  it('weigh more where one place sums the other up', () => {
    const first = 'The ferry company carried 640,000 passengers on its northern routes.';
    const second = 'The ferry company carried 460,000 passengers on its northern routes last year.';
    const confidenceUnder = (title: string) => {
      const text = ['# Report', '## Fleet', 'Text.', `## ${title}`, first, '## Details', second].join('\n\n');
      return conflictsIn(analyse(text), 0)[0]?.confidence ?? 0;
    };
    expect(confidenceUnder('Summary')).toBeGreaterThan(confidenceUnder('Passengers') + 0.05);
  });

  it('are not two values that the document states twice each', () => {
    const north = 'The ferry company carried 640,000 passengers on its northern routes.';
    const south = 'The ferry company carried 460,000 passengers on its southern routes.';
    const text = ['# Report', '## Summary', `${north} ${south}`, '## Details', south, '## Routes', north];
    expect(conflicts(...text)).toEqual([]);
  });

  it('are not those whose companions differ as well: another case is told', () => {
    const summary = 'The first plan would cost £2.6 million, create 140 jobs and save 12% of the water.';
    const body = 'The larger plan would cost £4.1 million, create 210 jobs and save 19% of the water.';
    expect(report(summary, body)).toEqual([]);
    expect(report(summary, summary.replace('first', 'larger').replace('2.6', '4.1'))).toEqual([[2_600_000, 4_100_000]]);
  });

  it('are not those where the other place tells both values', () => {
    const summary = 'The council plans to raise the mooring fee for large yachts to 24.8%.';
    const body = 'The council plans to raise the mooring fee for large yachts, which is 22% now, to 24.8% in spring.';
    expect(report(summary, body)).toEqual([]);
    expect(
      report(summary, 'The council plans to raise the mooring fee for large yachts to 22% in spring.'),
    ).toHaveLength(1);
  });

  it.each([
    ['The library lent 41,900 books in 2022.', 'The library lent 45,200 books in 2023.'],
    ['The school has 210 girls.', 'The school has 195 boys.'],
    ['In the low scenario the sea rises by 34 cm.', 'In the high scenario the sea rises by 61 cm.'],
  ])('are not of other years, groups or scenarios, in a summary either: %s', (summary, body) =>
    expect(report(summary, body)).toEqual([]),
  );

  it('are not a part and the whole', () => {
    const summary = 'Households gain an average of $640 from the reform of the water tariff.';
    expect(report(summary, summary.replace('640', '460'))).toHaveLength(1);
    expect(
      report(
        summary,
        summary.replace('Households gain', 'Previously households in the lowest quintile gained').replace('640', '460'),
      ),
    ).toEqual([]);
  });

  it('are not a number and what comes on top of it', () => {
    const summary = 'The coast guard rescued 640 sailors near the northern cape.';
    expect(report(summary, summary.replace('640', '460'))).toHaveLength(1);
    expect(report(summary, summary.replace('640', 'another 460'))).toEqual([]);
  });

  it('are the ages of one person, and not those of two', () => {
    const body = 'Marta Lindqvist, 34, left the ferry company after a quarrel with its former captain.';
    const summary = 'The ferry company lost the 27-year-old Marta Lindqvist after a quarrel.';
    expect(report(summary, body)).toEqual([[27, 34]]);
    expect(report(summary.replace('Marta', 'Karin').replace('Lindqvist', 'Olsen'), body)).toEqual([]);
  });

  it.each([
    ['The bridge opened in 1998.', 'The bridge was opened in 1989 by the mayor.'],
    ['The treaty was signed on 12 May 1994.', 'On 21 May 1994 the treaty was signed by all.'],
    ['The bank was founded in 1926.', 'Established in 1962, the bank has 40 branches.'],
    ['Marta Lindqvist was born in 1962 in Vik.', 'Marta Lindqvist, born in 1926, studied law.'],
    ['The report was published in 2016.', 'Published in 2018, the report found little.'],
  ])('are years of what happens once: %s %s', (summary, body) => {
    expect(report(summary, body)).toHaveLength(1);
  });

  it.each([
    ['Marta Lindqvist was born in 1962.', 'Her brother Jonas was born in 1965.'],
    ['She was born in 1962.', 'Born in 1990, her daughter studied law.'],
    ['The bank was founded in 1926.', 'The insurer was founded in 1931.'],
    ['The line to Vik opened in 1902.', 'The line to Torvik opened in 1911.'],
    ['The first mill opened in 1902.', 'Another mill opened in 1911.'],
    ['The bridge opened in 1998.', 'The bridge closed in 2011.'],
  ])('are not years of two events: %s %s', (summary, body) => {
    expect(report(summary, body)).toEqual([]);
  });

  it('are days that no calendar has', () => {
    const body = 'The suspension bridge across the estuary was opened on 15 October 1962 by the mayor.';
    expect(report('The mayor opened the bridge on October 51, 1962.', body)).toEqual([['1962-10', '1962-10-15']]);
    expect(report('The mayor opened the bridge in October 1962.', body)).toEqual([]);
  });

  it('are days without a year as well', () => {
    const body = 'The suspension bridge across the Merrow estuary was opened to traffic on 14 May.';
    const summary = 'The suspension bridge across the Merrow estuary was opened to traffic on 4 May 2016.';
    expect(report(summary, body)).toEqual([['2016-05-04', 'XXXX-05-14']]);
    expect(report(summary.replace('4 May', '14 May'), body)).toEqual([]);
  });

  it('are those of one time where a year is only part of a name', () => {
    const summary = 'The Harbour Act of 2015 would cost $52.7 million in 2014.';
    const body = 'In 2014, the Harbour Act of 2015 would cost $93.4 million.';
    expect(report(summary, body)).toEqual([[52_700_000, 93_400_000]]);
    expect(report(summary, body.replace('In 2014', 'In 2013'))).toEqual([]);
  });

  it('are the starts of one change where the other place tells its end', () => {
    const summary = 'The share of late ferries on the northern routes fell from 7.4% to 3% in spring.';
    const body =
      'The share of late ferries on the northern routes fell from 3% to 3% in spring, which is no fall at all.';
    expect(report(summary, body)).toEqual([[7.4, 3]]);
  });

  it('are what a change began at, where that is dated, and what is told of that date', () => {
    const change = 'The fleet of open boats shrank to 310 from 420 in 2012.';
    expect(report(change, 'In 2012 the fleet had 460 open boats, as the harbour office says.')).toEqual([[420, 460]]);
  });

  it('are not what something came to and what it came from', () => {
    const change = 'The fleet of open boats grew to 460, up from 420 in 2012.';
    expect(report(change, 'In 2012 the fleet had 420 open boats. In 2009 the fleet had 310 open boats.')).toEqual([]);
    expect(report(change, 'In 2012 the fleet had 440 open boats, as the harbour office says.')).toEqual([[420, 440]]);
  });

  it('may be of any of the dates in their sentences', () => {
    const summary = 'The share of grants is 25% in 2031, rising 6 points a year before it settles at 55% in 2036.';
    const body = 'The share of grants is 25% at first, rising 9 points a year until it settles at 55% in 2036.';
    expect(report(summary, body)).toEqual([[6, 9]]);
    expect(
      report('The share of grants rose by 6 points in 2031.', 'The share of grants rose by 9 points in 2036.'),
    ).toEqual([]);
  });

  it('weigh less where one of them is a sum of several years', () => {
    const confidenceOf = (summary: string, body: string) =>
      conflictsIn(analyse(`# Report\n\n## Summary\n\n${summary}\n\n## Details\n\n${body}`), 0)[0]?.confidence ?? 0;
    const summary = 'The council expects that the new water tariff will bring £8.4 million';
    const body = 'The new tariff would bring the town about £2.9 million.';
    expect(confidenceOf(`${summary}.`, body)).toBeGreaterThan(
      confidenceOf(`${summary} over the five years from 2025 to 2030.`, body) + 0.2,
    );
  });

  it('are not those of parts that are built alike', () => {
    const part = (name: string, cost: string) =>
      `## ${name}\n\nText.\n\n### Costs\n\nThe council expects that the new line will cost $${cost} million a year.`;
    expect(conflicts('# Lines', part('Red line', '7.6'), part('Blue line', '9.4'), part('Green line', '8.1'))).toEqual(
      [],
    );
  });
});

it('says in words why two figures were held to be one', () => {
  const summary = 'The ferry company carried 640,000 passengers on its northern routes.';
  const document = analyse(`# R\n\n## Summary\n\n${summary}\n\n## Details\n\n${summary.replace('640', '460')}`);
  const [conflict] = conflictsIn(document, 0.6);
  expect(conflict?.evidence.comparison.shared).toContain('ferry');
  expect(conflict?.confidence).toBeGreaterThan(0.6);
});
