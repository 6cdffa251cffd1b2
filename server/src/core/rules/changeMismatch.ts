// The rule on a change that is stated beside both of its ends.

import { t } from '@vscode/l10n';
import type { ClaimEvidence } from '../claims/evidence.ts';
import type { Figure } from '../figures/figure.ts';
import { formatNumber } from '../figures/formatFigure.ts';
import { type Ends, findEnds } from './changeEnds.ts';
import { findChanges } from './declaredChanges.ts';
import { findWrongMultiples } from './multiples.ts';
import { intervalsTouch, type NumberInterval, numbersOf } from './numberIntervals.ts';
import { type Miscalculation, reportAll, searchSentences } from './proseFindings.ts';
import type { Rule } from './rule.ts';

/** A change as far as it can be worked out from its ends. */
interface Change {
  /** Signed, as far as the roundings of both ends allow. */
  readonly numbers: NumberInterval;
  readonly print: string;
}

const print = (value: number, tail: string) => `${value > 0 ? '+' : ''}${formatNumber(value, 1)}${tail}`;

/** The change between the ends in per cent of the earlier one. */
function relativeChange({ from, to }: Ends): Change {
  const [a, b] = [numbersOf(from)!, numbersOf(to)!];
  const numbers = { low: (b.low / a.high - 1) * 100, high: (b.high / a.low - 1) * 100 };
  return { numbers, print: print((to.value! / from.value! - 1) * 100, ' %') };
}

/**
 * The change between the ends in the unit it is stated in; both readings where a percentage changes by per cent. "By half" is a share
 * of the earlier end.
 */
function changesBetween(ends: Ends, { kind, unit, value }: Figure): Change[] {
  const { from, to } = ends;
  const [a, b] = [numbersOf(from)!, numbersOf(to)!];
  const [first, last] = [from.value!, to.value!];
  const difference = { low: b.low - a.high, high: b.high - a.low };
  const share = relativeChange(ends);
  const points = { numbers: difference, print: print(last - first, ' points') };
  if (kind === 'ratio')
    return value! < 1 ? [{ ...share, numbers: { low: share.numbers.low / 100, high: share.numbers.high / 100 } }] : [];
  if (unit === 'pp') return to.unit === '%' ? [points] : [];
  if (unit === '%') return to.unit === '%' ? [share, points] : [share];
  return unit === to.unit ? [{ numbers: difference, print: print(last - first, unit ? ` ${unit}` : '') }] : [];
}

/** By so much a change is off that is stated as a fraction in words. */
const LOOSE = 0.04;

/** Whether the stated change is the one between the ends; its sign counts where a word gives it. */
function agrees(stated: Figure, { numbers }: Change, direction = stated.change): boolean {
  const slack = stated.kind === 'ratio' ? LOOSE : 0;
  const { low, high } = numbersOf(stated)!;
  const size = { low: low - slack, high: high + slack };
  const down = { low: -size.high, high: -size.low };
  if (direction === 'up') return intervalsTouch(size, numbers);
  if (direction === 'down') return intervalsTouch(down, numbers);
  return intervalsTouch(size, numbers) || intervalsTouch(down, numbers);
}

/** What is said at a claim of a change that is another one between its ends. */
function miscalculation(ends: Ends, claim: ClaimEvidence, right: readonly Change[]): Miscalculation {
  const [from, to] = ends.claims;
  const operands: (readonly [ClaimEvidence, string])[] =
    from === to
      ? [[from, t('the ends of the change')]]
      : [
          [from, t('where the change begins')],
          [to, t('where the change ends')],
        ];
  const prints = right.map(({ print }) => print);
  return {
    message: t(
      'from {0} to {1} is {2}',
      formatNumber(ends.from.value!),
      formatNumber(ends.to.value!),
      prints.join(t(' or ')),
    ),
    claim,
    operands: operands.filter(([operand]) => operand !== claim),
    confidence: 0.9,
    reason: { from: ends.from.value, to: ends.to.value, change: prints },
  };
}

/** A change does not fit its own ends. */
export const changeMismatch: Rule = {
  code: 'change-mismatch',
  severity: 'warning',
  title: 'A change does not fit the two figures it leads from and to.',
  documentation: `
“From 40 to 50, up 25 per cent” states a change and both of its ends. The change is worked out again from the ends, in per cent of the
first, in percentage points between two percentages, or in their own unit, and every one of the three figures may be off by its
rounding. A verb may state it as well: what doubled from 40 should have come to some 80, what more than doubled to more. Only a change that stands right beside its two ends is checked: one that may be a change of something else, or since
another year, or a yearly average, is left alone.

**To cure it**, work out which of the three figures is wrong. A fall from 50 to 40 is 20 per cent, not 25.
`.trim(),
  examples: {
    fires: [
      'Sales went from 40 to 50, up 35 per cent.\n                             ^^^^^^^^^^^ change-mismatch',
      'The fee rose from $40 to $50, a 30 per cent increase.',
      'The fee rose from $40 to $50, an increase of 12 dollars.',
      'The fee rose from $40 to $50 (+30%).',
      'The fee rose by $12 from $40 to $50.',
      'The jobless rate fell from 6.2 per cent to 5.1 per cent, down 2.1 percentage points.',
      'Staff fell by 15, from 60 to 50.',
      'The price fell from 50 to 40 euros, a drop of 25 per cent.',
      'Ticket sales grew 20 per cent, from 400 to 520.',
      'Rents rose from $900 in 2019 to $1,200 in 2022, an increase of 50%.',
      '- Rice output fell from 210 tonnes to 180 tonnes (down 24 per cent).',
      'Revenue rose to $4.4 billion, up 30% from $4.0 billion.',
      'Homes now number 500, a 40 per cent increase from 400 in 2015.',
      'Membership went from 1,234 to 1,310, up 86.',
      'Sales climbed 20 per cent to 500 boats from 400.',
      'The number of boats fell by half, from 400 to 300.',
      'Sales rose by a third, from 300 to 500.',
      'Sales doubled from 400 boats in 2015 to 1,000 in 2019.',
      'The fleet more than tripled its boats from 40 to 90.',
      'Rents halved to $300 from $900.',
      'Sales have more than doubled, from 400 to 700.',
      'The club has 640 members, 12 more than last year’s 626.',
      'Sales were $500, 20 per cent higher than the $400 of the year before.',
      'The pier had 1,860 guests, 40 fewer than the 1,920 of 2023.',
    ],
    silent: [
      'Sales went from 40 to 50, up 25 per cent.',
      'The fee rose from $40 to $50, a 25 per cent increase.',
      'The fee rose by $10 from $40 to $50.',
      'The jobless rate fell from 6.2 per cent to 5.1 per cent, down 1.1 percentage points.',
      'The tax rose from 20 per cent to 25 per cent, an increase of 25 per cent.',
      'The tax rose from 20 per cent to 25 per cent, an increase of 5 per cent.',
      'Sales rose from 1.2 million to 1.4 million, up 13 per cent.',
      'Sales rose from 40 to 50, while costs were up 35 per cent.',
      'Sales rose from 40 to 50, up 12 per cent a year.',
      'Sales rose from 40 to 50, up 60 per cent from 2010.',
      'Sales rose from 40 to 50, and exports rose 7 per cent.',
      'The team climbed from 12th to 9th, up 4 points.',
      'The index fell from 120 to 90. It was down 5 per cent in May.',
      'Staff grew from about 400 to 500, up 30 per cent.',
      'Staff grew from 400 to 520, up more than 25 per cent.',
      'The range is from 40 to 50 km, up 3 per cent of it by boat.',
      'Revenue rose to $4.4 billion, up 10% from $4.0 billion.',
      'Revenue was $4.4 billion, up 30% from $4.0 billion in sales of boats.',
      'It has 12 schools, up 30 per cent from 2010.',
      'Losses went from −40 to −50, up 30 per cent.',
      'Children from 6 to 12 make up 15 per cent of visitors.',
      'Trains from platforms 4 to 6 were cut by 30 per cent.',
      'Sales climbed 25 per cent to 500 boats from 400.',
      'Sales climbed 20 per cent to 500 boats while imports from 40 towns stopped.',
      'The number of boats fell by half, from 400 to 210.',
      'Sales rose by a third, from 300 to 400.',
      'Sales doubled from 400 boats in 2015 to 870 in 2019.',
      'The fleet more than tripled its boats from 40 to 190.',
      'Sales nearly doubled from 400 to 700.',
      'Sales doubled and prices went from 40 to 50.',
      'The club has 640 members, 14 more than last year’s 626.',
      'The club has 640 members, 12 more than the 626 in the town of Belm.',
      'The club has 640 members, and 12 more than 90 boats.',
      'The pier had 1,880 guests, 40 fewer than the 1,920 of 2023.',
    ],
  },
  check: reportAll(
    'change-mismatch',
    searchSentences((sentence) => {
      const found = findEnds(sentence);
      const changes = findChanges(sentence, found).flatMap(({ ends, change, direction }) => {
        const right = changesBetween(ends, change.figure);
        if (right.length === 0 || right.some((each) => agrees(change.figure, each, direction))) return [];
        return [miscalculation(ends, change, right)];
      });
      const multiples = findWrongMultiples(sentence, found);
      return [...changes, ...multiples.map((ends) => miscalculation(ends, ends.claims[1], [relativeChange(ends)]))];
    }),
  ),
};
