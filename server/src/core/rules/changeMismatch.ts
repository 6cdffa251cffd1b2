// The rule on a change that is stated beside both of its ends.

import { t } from '@vscode/l10n';
import type { ClaimEvidence } from '../claims/evidence.ts';
import type { Figure } from '../figures/figure.ts';
import { formatNumber } from '../figures/formatFigure.ts';
import { intervalsTouch, type NumberInterval, numbersOf } from './numberIntervals.ts';
import { type Miscalculation, reportAll, searchSentences } from './proseFindings.ts';
import type { Rule } from './rule.ts';
import { type SentenceFigures, textBetween, wordsIn } from './statedFigures.ts';

/** A figure before and after a change, and the claim that holds each of them: one claim may hold both. */
interface Ends {
  readonly from: Figure;
  readonly to: Figure;
  readonly claims: readonly [from: ClaimEvidence, to: ClaimEvidence];
}

interface DeclaredChange {
  readonly ends: Ends;
  readonly change: ClaimEvidence;
}

/** So far apart, the earlier figure shares a multiplier that only the later one prints: "from 1.2 to 1.4 million". */
const FARTHEST = 100;

/** Whether two figures can be the ends of one change: numbers above nought, in one unit, at the same rate. */
function areEnds(from: Figure, to: Figure): boolean {
  const [a, b] = [numbersOf(from), numbersOf(to)];
  if (!a || !b || a.low <= 0 || b.low <= 0 || Math.max(to.value! / from.value!, from.value! / to.value!) > FARTHEST)
    return false;
  const plain = [from, to].every(({ kind, ends }) => kind !== 'ordinal' && kind !== 'ratio' && ends === undefined);
  // "from 50 to 40 euros": the unit may be printed once.
  return plain && from.per === to.per && (from.unit === to.unit || from.unit === undefined);
}

/** "to 50| boats in 2019, up from |40" */
const BACK_TO_START = /^(?: [\p{L}'’-]{2,24}){0,2}(?: in)?(?: \d{4})?,? (?:up |down )?from $/iu;

/** The pairs "from A … to B" and "to B from A" of a sentence. */
function findEnds({ text, claims }: SentenceFigures): Ends[] {
  const stated = claims.filter(({ figure }) => figure.kind !== 'date');
  return stated.flatMap((claim, index): Ends[] => {
    const { ends, span } = claim.figure;
    if (ends) {
      if (!/^from\s/i.test(text.slice(span.start, span.end)) || !areEnds(ends[0], ends[1])) return [];
      return [{ from: ends[0], to: ends[1], claims: [claim, claim] }];
    }
    const next = stated[index + 1];
    if (!next || !areEnds(claim.figure, next.figure)) return [];
    const before = text.slice(Math.max(0, span.start - 16), span.start);
    const between = text.slice(span.end, next.figure.span.start);
    if (between.length > 60) return [];
    // "a low of 40" and "an average of 40" name the figure without changing what it is.
    if (/\bfrom (?:an? \w+ of )?$/i.test(before) && /^[^,;:]*\bto (?:an? \w+ of )?$/i.test(between))
      return [{ from: claim.figure, to: next.figure, claims: [claim, next] }];
    if (/\bto $/i.test(before) && BACK_TO_START.test(between) && !wordsIn(between).some((word) => APART.has(word)))
      return [{ from: next.figure, to: claim.figure, claims: [next, claim] }];
    return [];
  });
}

/** What may lead from the later end to the change: "from 40 to 50, |an increase of| 25 per cent". */
const LEADS = new Set(
  'a an or by of up down that is which net total overall representing equal increase rise gain growth jump surge change decrease decline drop fall reduction cut loss dip difference'.split(
    ' ',
  ),
);
/** What may stand between the change and the first of its ends: "up 25 per cent|, from| 40". */
const JOINS = new Set(
  'from to increase rise gain growth jump decrease decline drop fall reduction cut going moving'.split(' '),
);
/** Words that begin another statement, so that the change may be of something else. */
const APART = new Set('and while but as with when whereas because after before'.split(' '));
/** What may follow the change: a noun of change and the end of the clause. Else it may have other ends. */
const CLOSES =
  /^[ -]?(?:increase|rise|gain|growth|jump|surge|change|decrease|decline|drop|fall|reduction|cut|loss|points?)?(?: in total)?\s?(?:[.,;:)\]–—]|$)/;

/** Whether the text from the later end to the figure only names what is counted and then leads to the change. */
function leadsToChange(between: string): boolean {
  const separator = Math.max(...[',', '(', '–', '—'].map((mark) => between.indexOf(mark)));
  if (separator < 0 || between.length > 80 || /[.;:]\s/.test(between)) return false;
  const named = wordsIn(between.slice(0, separator));
  if (named.length > 6 || named.some((word) => APART.has(word))) return false;
  return wordsIn(between.slice(separator)).every((word) => LEADS.has(word));
}

/** The change that the sentence states right before or after its ends. */
function findChange({ text, claims }: SentenceFigures, { claims: ends }: Ends): ClaimEvidence | undefined {
  const [first, last] = ends.map((end) => claims.indexOf(end)).sort((a, b) => a - b) as [number, number];
  const [opening, closing] = [claims[first]!, claims[last]!];
  const isChange = ({ figure }: ClaimEvidence) =>
    figure.change !== undefined && !figure.ends && figure.kind !== 'ordinal' && figure.per === undefined;
  const before = claims[first - 1];
  if (before && isChange(before)) {
    const between = text.slice(before.figure.span.end, opening.figure.numeral.start);
    if (!/[.;:]\s/.test(between) && wordsIn(between).every((word) => JOINS.has(word))) return before;
  }
  const after = claims.slice(last + 1).find(({ figure }) => figure.kind !== 'date');
  if (!after) return undefined;
  const { span } = after.figure;
  const between = text.slice(closing.figure.span.end, span.start);
  if (after.figure.per !== undefined || (!isChange(after) && !/\([+−-]$/.test(between))) return undefined;
  return leadsToChange(between) && CLOSES.test(text.slice(span.end, span.end + 40)) ? after : undefined;
}

/** What may follow "from 40": a date, then the end of the clause. Else another noun may make it another quantity. */
const DATED =
  /^(?: (?:a year|one year|the year|a month|the month|a week|the week|a quarter|the quarter) (?:earlier|before|ago)| last (?:year|month|week)| in \d{4})?\s?(?:[.,;:)\]–—]|$)/;

/** A change that stands between its ends: "to 50, up 25 per cent from 40". */
function findChangeBetween({ text, claims }: SentenceFigures): DeclaredChange[] {
  const stated = claims.filter(({ figure }) => figure.kind !== 'date');
  return stated.slice(2).flatMap((from, index): DeclaredChange[] => {
    const [to, change] = [stated[index]!, stated[index + 1]!];
    if (!areEnds(from.figure, to.figure) || change.figure.change === undefined || change.figure.per !== undefined)
      return [];
    const joined = /^(?: (?:increase|rise|gain|jump|decrease|decline|drop|fall))? from $/.test(
      textBetween(text, change, from),
    );
    const leads = leadsToChange(textBetween(text, to, change));
    if (!joined || !leads || !DATED.test(text.slice(from.figure.span.end, from.figure.span.end + 40))) return [];
    return [{ ends: { from: from.figure, to: to.figure, claims: [from, to] }, change }];
  });
}

/** What verbs that name a change say the later end is of the earlier one. */
const FACTORS: Readonly<Record<string, number>> = { doubl: 2, tripl: 3, trebl: 3, quadrupl: 4, halv: 0.5 };
/** "more than doubled its sales from ": what leads from such a verb to the first of the ends. */
const MULTIPLIED =
  /(?:\b(more than|over|nearly|almost|close to|not quite) )?\b(doubl|tripl|trebl|quadrupl|halv)(?:ed|es|ing)((?: [\p{L}'’-]{1,24}){0,4}),? (?:from|to) $/iu;

/** The multiples that somebody means who says "doubled", "nearly doubled" or "more than doubled". */
function meantBy(hedge: string | undefined, factor: number): NumberInterval {
  const grows = factor > 1;
  if (hedge === undefined) return { low: 0.85 * factor, high: 1.2 * factor };
  const goesBeyond = /^(?:more than|over)$/i.test(hedge);
  if (goesBeyond) return grows ? { low: 0.97 * factor, high: Infinity } : { low: 0, high: 1.03 * factor };
  return grows ? { low: 0.75 * factor, high: 1.03 * factor } : { low: 0.97 * factor, high: 1.4 * factor };
}

/** The ends of a sentence that are not what its verb says: "doubled from 40 to 100". */
function findWrongMultiples(sentence: SentenceFigures): Ends[] {
  return findEnds(sentence).filter(({ from, to }) => {
    const start = Math.min(from.span.start, to.span.start);
    const [, hedge, verb, between = ''] = MULTIPLIED.exec(sentence.text.slice(Math.max(0, start - 140), start)) ?? [];
    if (verb === undefined || wordsIn(between).some((word) => APART.has(word))) return false;
    const [a, b] = [numbersOf(from)!, numbersOf(to)!];
    return !intervalsTouch(meantBy(hedge, FACTORS[verb.toLowerCase()]!), { low: b.low / a.high, high: b.high / a.low });
  });
}

/** Every change of a sentence that stands beside both of its ends. */
function findChanges(sentence: SentenceFigures): DeclaredChange[] {
  const pairs = findEnds(sentence).flatMap((ends): DeclaredChange[] => {
    const change = findChange(sentence, ends);
    return change && numbersOf(change.figure) ? [{ ends, change }] : [];
  });
  return [...pairs, ...findChangeBetween(sentence)];
}

/** A change as far as it can be worked out from its ends. */
interface Change {
  /** Signed, as far as the roundings of both ends allow. */
  readonly numbers: NumberInterval;
  readonly print: string;
}

/**
 * The change between the ends in the unit it is stated in; both readings where a percentage changes by per cent. "By half" is a share
 * of the earlier end.
 */
function changesBetween({ from, to }: Ends, { kind, unit, value }: Pick<Figure, 'kind' | 'unit' | 'value'>): Change[] {
  const [a, b] = [numbersOf(from)!, numbersOf(to)!];
  const [first, last] = [from.value!, to.value!];
  const difference = { low: b.low - a.high, high: b.high - a.low };
  const relative = { low: (b.low / a.high - 1) * 100, high: (b.high / a.low - 1) * 100 };
  const print = (value: number, tail: string) => `${value > 0 ? '+' : ''}${formatNumber(value, 1)}${tail}`;
  const share = { numbers: relative, print: print((last / first - 1) * 100, ' %') };
  const points = { numbers: difference, print: print(last - first, ' points') };
  if (kind === 'ratio')
    return value! < 1 ? [{ ...share, numbers: { low: relative.low / 100, high: relative.high / 100 } }] : [];
  if (unit === 'pp') return to.unit === '%' ? [points] : [];
  if (unit === '%') return to.unit === '%' ? [share, points] : [share];
  return unit === to.unit ? [{ numbers: difference, print: print(last - first, unit ? ` ${unit}` : '') }] : [];
}

/** By so much a change is off that is stated as a fraction in words. */
const LOOSE = 0.04;

/** Whether the stated change is the one between the ends; its sign counts where a word gives it. */
function agrees(stated: Figure, { numbers }: Change): boolean {
  const slack = stated.kind === 'ratio' ? LOOSE : 0;
  const { low, high } = numbersOf(stated)!;
  const size = { low: low - slack, high: high + slack };
  const down = { low: -size.high, high: -size.low };
  if (stated.change === 'up') return intervalsTouch(size, numbers);
  if (stated.change === 'down') return intervalsTouch(down, numbers);
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
    ],
  },
  check: reportAll(
    'change-mismatch',
    searchSentences((sentence) => [
      ...findChanges(sentence).flatMap(({ ends, change }) => {
        const right = changesBetween(ends, change.figure);
        if (right.length === 0 || right.some((each) => agrees(change.figure, each))) return [];
        return [miscalculation(ends, change, right)];
      }),
      ...findWrongMultiples(sentence).map((ends) =>
        miscalculation(
          ends,
          ends.claims[1],
          changesBetween(ends, { kind: 'percent', unit: '%', value: null }).slice(0, 1),
        ),
      ),
    ]),
  ),
};
