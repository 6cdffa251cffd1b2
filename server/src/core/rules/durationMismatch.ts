// The rule on spans of time that are stated beside their ends, and on ages beside a birth and a death.

import { t } from '@vscode/l10n';
import type { ClaimEvidence } from '../claims/evidence.ts';
import { numbersOf } from './numberIntervals.ts';
import { reportAll, searchSentences } from './proseFindings.ts';
import type { Rule } from './rule.ts';
import { type SentenceFigures, textBetween, wordsIn } from './statedFigures.ts';

/** A span of time in whole units: both numbers are right, with the last unit counted in or not. */
interface Length {
  readonly least: number;
  readonly most: number;
}

interface Finding {
  readonly stated: ClaimEvidence;
  readonly ends: readonly ClaimEvidence[];
  readonly length: Length;
  readonly unit: string;
}

const DAY = 86_400_000;

/** Years, and months and days where printed: [2001, 6, 4] for "2001-06-04"; undefined for what is less plain. */
function partsOf(period: string | undefined): readonly number[] | undefined {
  return period !== undefined && /^\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?$/.test(period)
    ? period.split('-').map(Number)
    : undefined;
}

/** The two ends of a period such as "2015/2020". */
function endsOf(period: string | undefined): readonly [readonly number[], readonly number[]] | undefined {
  const [from, to, more] = (period ?? '').split('/').map(partsOf);
  return from && to && !more ? [from, to] : undefined;
}

/** How many of the unit lie between the ends, as coarse as they are printed; undefined where they do not tell. */
function lengthBetween(from: readonly number[], to: readonly number[], unit: string): Length | undefined {
  const [precision, years] = [Math.min(from.length, to.length), to[0]! - from[0]!];
  const months = years * 12 + (to[1] ?? 1) - (from[1] ?? 1);
  if (years < 0) return undefined;
  if (unit === 'year') {
    // From some day of one year to some day of another, the whole years may be one fewer, or one more counting both.
    if (precision === 1) return { least: years - 1, most: years + 1 };
    return { least: Math.floor((months - 1) / 12), most: Math.ceil((months + 1) / 12) };
  }
  if (unit === 'month' && precision >= 2) return { least: months - 1, most: months + 1 };
  if ((unit === 'day' || unit === 'week') && precision === 3) {
    const date = ([year = 0, month = 1, day = 1]: readonly number[]) => Date.UTC(year, month - 1, day);
    const days = Math.round((date(to) - date(from)) / DAY);
    return unit === 'day'
      ? { least: days - 1, most: days + 1 }
      : { least: Math.floor(days / 7), most: Math.ceil((days + 1) / 7) };
  }
  return undefined;
}

/** What stands between the ends and the span: ", a five-year period", " (five years)", " – five years". */
const SPAN_AFTER =
  /^(?: inclusive)?(?:, | \(| – |—| — )(?:(?:a|an|or|the|that is|i\.e\.,?|just|exactly|some|over a|a period of|a span of) ){0,2}$/;
/** What stands between the span and its ends: "the five years from 2015 to 2020". */
const SPAN_BEFORE = /^(?: (?:period|span|term|reign|run|stretch))?,? ?\(?(?:from|between|of)? ?$/;
/** The same where the ends are set apart: "for twelve years, from 1990 to 2002". */
const APART = /^(?:, | \()(?:from|between)? ?$/;
const CLOSES = /^(?: (?:period|span|term|reign|run|stretch|interval))?\s?(?:[.,;:)\]–—]|$)/;

function isSpan({ figure }: ClaimEvidence): boolean {
  const { kind, ends, bound, approximate, change, per } = figure;
  return kind === 'duration' && !ends && !bound && !approximate && change === undefined && per === undefined;
}

/** A span of time right beside its two ends. */
function findSpan({ text }: SentenceFigures, first: ClaimEvidence, second: ClaimEvidence): Finding | undefined {
  const between = textBetween(text, first, second);
  const after = isSpan(second) && SPAN_AFTER.test(between);
  const lead = text.slice(Math.max(0, first.figure.span.start - 4), first.figure.span.start);
  const before =
    isSpan(first) && (/\bthe $/i.test(lead) ? SPAN_BEFORE.test(between) : /\bfor $/.test(lead) && APART.test(between));
  const [range, stated] = after ? [first, second] : [second, first];
  const ends = endsOf(range.figure.period);
  if ((!after && !before) || !ends || range.figure.fiscal || !Number.isInteger(stated.figure.value)) return undefined;
  if (!CLOSES.test(text.slice(second.figure.span.end, second.figure.span.end + 12))) return undefined;
  const unit = stated.figure.unit ?? '';
  const length = lengthBetween(ends[0], ends[1], unit);
  return length && { stated, ends: [range], length, unit };
}

/** The whole years from a birth to a death. */
function ageBetween(birth: readonly number[], death: readonly number[]): Length | undefined {
  const years = death[0]! - birth[0]!;
  if (years < 0 || years > 130) return undefined;
  if (birth.length < 3 || death.length < 3) return { least: years - 1, most: years };
  const had = death[1]! > birth[1]! || (death[1] === birth[1] && death[2]! >= birth[2]!);
  return { least: had ? years : years - 1, most: had ? years : years - 1 };
}

/** Whoever else may have died in the sentence. */
const KIN = new Set('wife husband son daughter father mother brother sister child children parents'.split(' '));

/** An age at death in a sentence that gives the birth and the death of one person, and no other date. */
function findAge({ text, sentence, claims }: SentenceFigures): Finding | undefined {
  const dates = claims.filter(({ figure }) => figure.kind === 'date');
  const words = wordsIn(text.slice(sentence.start, sentence.end));
  if (!words.some((word) => word === 'died' || word === 'dies') || words.some((word) => KIN.has(word)))
    return undefined;
  const before = (claim: ClaimEvidence, length: number) =>
    text.slice(Math.max(sentence.start, claim.figure.span.start - length), claim.figure.span.start);
  const stated = claims.find((claim) => {
    const { value, unit, bound, approximate } = claim.figure;
    const age =
      /\b(?:aged|at (?:the )?age(?: of)?|age of|at) $/.test(before(claim, 16)) ||
      /^aged? /.test(text.slice(claim.figure.span.start, claim.figure.span.end));
    return age && Number.isInteger(value) && (unit === undefined || unit === 'year') && !bound && !approximate;
  });
  if (!stated) return undefined;
  const range = dates.length === 1 ? endsOf(dates[0]!.figure.period) : undefined;
  // "Ola Berg (1950–2001) died at 50."
  if (range && /\($/.test(before(dates[0]!, 1)) && text[dates[0]!.figure.span.end] === ')') {
    const length = ageBetween(range[0], range[1]);
    return length && { stated, ends: dates, length, unit: 'age' };
  }
  const [birth, death] = dates.map(({ figure }) => partsOf(figure.period));
  if (dates.length !== 2 || !birth || !death || !/\b[Bb]orn (?:on |in )?(?:\p{L}+ ){0,3}$/u.test(before(dates[0]!, 40)))
    return undefined;
  if (!/\b(?:died|dies)\b[^,;]{0,40}$/.test(before(dates[1]!, 50))) return undefined;
  const length = ageBetween(birth, death);
  return length && { stated, ends: dates, length, unit: 'age' };
}

function isWrong({ stated, length }: Finding): boolean {
  const numbers = numbersOf(stated.figure);
  return numbers !== undefined && (numbers.high <= length.least || numbers.low >= length.most);
}

function printOf({ least, most }: Length): string {
  return least === most ? String(least) : t('{0} to {1}', least, most);
}

/** "4 to 6 years". */
function lengthIn(unit: string, count: string): string {
  if (unit === 'year') return t('{0} years', count);
  if (unit === 'month') return t('{0} months', count);
  return unit === 'week' ? t('{0} weeks', count) : t('{0} days', count);
}

/** A span of time does not fit its ends, or an age does not fit a birth and a death. */
export const durationMismatch: Rule = {
  code: 'duration-mismatch',
  severity: 'warning',
  title: 'A span of time does not fit its ends, or an age does not fit birth and death.',
  documentation: `
“From 2015 to 2020, a five-year period” states a span and both of its ends. The last year may be counted in or not, so four to six
years pass. An age at death is checked where one sentence gives the birth, the death and the age, to the day where both dates are
full. A span that stands further off, is hedged (“about five years”) or belongs to a fiscal year is left alone.

**To cure it**, look up which of the dates is wrong, or count again.
`.trim(),
  examples: {
    fires: [
      'She ran the mill for twelve years, from 1990 to 1998.\n                     ^^^^^^^^^^^^ duration-mismatch',
      'The bridge was built from 2015 to 2022, a five-year period.\n                                          ^^^^^^^^^ duration-mismatch',
      'He ruled for the 20 years from 1950 to 1962.',
      'The ban lasted from 1990 to 2002 (nine years).',
      'The talks ran from 3 May 2011 to 20 May 2011, 25 days.',
      'The fair is open from March 2012 to August 2012, a nine-month run.',
      'The ten-year survey counted the 10 years between 2000 and 2015.',
      'Born on 3 May 1950, she died on 4 June 2001 at the age of 52.',
      'Ola Berg (1950–2001) died at 56.',
      'She was born in 1950 and died in 2001, aged 49.',
      'Ola Berg, born on 12 July 1920, died on 3 March 1990 aged 70.',
      '- The lease runs from 2010 to 2030, a 25-year term.',
    ],
    silent: [
      'She ran the mill for eight years, from 1990 to 1998.',
      'She ran the mill for twelve years, from 1990 to 1998 and from 2001 to 2005.',
      'She saved for twelve years of travel, from 1990 to 1998.',
      'The bridge was built from 2015 to 2020, a five-year period.',
      'The bridge was built from 2015 to 2020, a six-year period.',
      'He ruled for the 12 years from 1950 to 1962.',
      'The ban lasted from 1990 to 2002 (about nine years).',
      'The talks ran from 3 May 2011 to 20 May 2011, 18 days.',
      'From 2015 to 2022, a five-year plan was drawn up twice.',
      'From 2015 to 2022, three-year degrees were common.',
      'In the five years to 2022, rents rose.',
      'Born on 3 May 1950, she died on 4 June 2001 at the age of 51.',
      'Ola Berg (1950–2001) died at 50.',
      'She was born in 1950 and died in 2001, aged 50.',
      'She was born in 1950 and moved away in 1962, aged 49 in her stories.',
      'Ola Berg (1950–2001) wrote that his father died at 40.',
      'Born in 1950, he married in 1975; his wife died in 1999 aged 40.',
      'The office, held by Ola Berg (2001–2009), was empty when Ana Lund died at 70 in 2012.',
      'In fiscal 2015–2020, a seven-year loan was paid back.',
      'The war of 1914–1918, four years long, ended there.',
    ],
  },
  check: reportAll(
    'duration-mismatch',
    searchSentences((sentence) => {
      const { claims } = sentence;
      const spans = claims.slice(1).map((second, index) => findSpan(sentence, claims[index]!, second));
      return [...spans, findAge(sentence)].flatMap((finding) => {
        if (!finding || !isWrong(finding)) return [];
        const { stated, ends, length, unit } = finding;
        return [
          {
            message:
              unit === 'age'
                ? t('between these dates one reaches the age of {0}', printOf(length))
                : t('between these ends lie {0}', lengthIn(unit, printOf(length))),
            claim: stated,
            operands: ends.map((end) => [end, t('what the span is counted from')]),
            confidence: 0.88,
            reason: { stated: stated.figure.value, length: printOf(length), unit },
          },
        ];
      });
    }),
  ),
};
