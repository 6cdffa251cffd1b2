// The rule on shares: a part, its whole and the percentage that is stated of them, and shares that are said to make a whole.

import { t } from '@vscode/l10n';
import type { ClaimEvidence } from '../claims/evidence.ts';
import type { Figure } from '../figures/figure.ts';
import { formatNumber } from '../figures/formatFigure.ts';
import { intervalsTouch, type NumberInterval, numbersOf } from './numberIntervals.ts';
import { type Miscalculation, problemAtFigure, searchProse, searchSentences } from './proseFindings.ts';
import type { Rule } from './rule.ts';
import { findShareList } from './shareList.ts';
import { type SentenceFigures, textBetween, wordsIn } from './statedFigures.ts';
import { addUp, countOf } from './sums.ts';

/** "12 of the 40": how the whole is named after its part. */
const OF = /^ (?:out )?of (?:the |its |their |our |his |her |all )?$/;
/** "12 (30 %) of the 40". */
const BRACKET_OF = /^(?: [\p{L}'’-]{2,24}){0,2}\) (?:out )?of (?:the |its |their |our |his |her |all )?$/u;
/** What leads to the percentage: the noun of the whole, then a bracket or "or". */
const LEADS_TO_SHARE = /^(?: (?!and\b|but\b|with\b)[\p{L}'’-]{1,24}){0,5}(?: \(|, or |,? i\.e\.,? | – | — )$/u;
/** What may follow the percentage: "(30 %; …", "(30 %)", "or 30 %." – "(30 % women)" is a share of something else. */
const SHARE_ENDS = /^\s?(?:[),;]|[.!?](?:\s|$))/;
/** "120, or 20 per cent of the 600 residents": from the part to the share, and from the share to the whole. */
const OR = /^(?: [\p{L}'’-]{1,24}){0,3}(?:, or | – or | \()$/u;
const SHARE_OF = /^ of (?:the |its |their |our |his |her |all |a total of )?$/;
const NO_OTHER_PART = /^(?: [\p{L}'’-]{1,24}){0,4}\s?[.,;)]/u;
const WHOLE_FIRST = /^(?:of|out of|among) (?:the |its |their |our |all )?$/i;

/** The numbers a percentage can stand for, rounded or cut off: 66 % for two thirds. */
function shareOf(figure: Figure): NumberInterval | undefined {
  const numbers = numbersOf(figure);
  return numbers && { low: numbers.low, high: Math.max(numbers.high, figure.value! + figure.step) };
}

interface Share {
  readonly part: ClaimEvidence;
  readonly whole: ClaimEvidence;
  readonly share: ClaimEvidence;
}

function canBePart({ figure: a }: ClaimEvidence, { figure: b }: ClaimEvidence): boolean {
  const numbers = [a, b].every(
    ({ kind, ends }) => (kind === 'count' || kind === 'number' || kind === 'money' || kind === 'measurement') && !ends,
  );
  return numbers && a.unit === b.unit && a.per === b.per && a.value! > 0 && b.value! > 0;
}

function isShare({ figure }: ClaimEvidence): boolean {
  return figure.unit === '%' && figure.ends === undefined && figure.change === undefined && figure.per === undefined;
}

/** The part, whole and share that three neighbouring figures of a sentence declare. */
function findShare(
  { text, sentence }: SentenceFigures,
  a: ClaimEvidence,
  b: ClaimEvidence,
  c: ClaimEvidence,
): Share | undefined {
  const [first, second] = [textBetween(text, a, b), textBetween(text, b, c)];
  const closes = (claim: ClaimEvidence) =>
    SHARE_ENDS.test(text.slice(claim.figure.span.end, claim.figure.span.end + 3));
  if (isShare(c) && canBePart(a, b) && closes(c) && LEADS_TO_SHARE.test(second)) {
    if (OF.test(first)) return { part: a, whole: b, share: c };
    // "Of the 40 members, 12 (30 %) voted."
    const opens = WHOLE_FIRST.test(text.slice(sentence.start, a.figure.span.start));
    if (opens && /^(?: [\p{L}'’-]{1,24}){1,4}, $/u.test(first)) return { part: b, whole: a, share: c };
    return undefined;
  }
  if (isShare(b) && canBePart(a, c) && OR.test(first) && SHARE_OF.test(second)) {
    const alone = NO_OTHER_PART.test(text.slice(c.figure.span.end, c.figure.span.end + 100));
    return alone ? { part: a, whole: c, share: b } : undefined;
  }
  const bracketed = isShare(b) && canBePart(a, c) && closes(b) && / \($/.test(first);
  return bracketed && LEADS_TO_SHARE.test(first) && BRACKET_OF.test(second)
    ? { part: a, whole: c, share: b }
    : undefined;
}

function checkShare({ part, whole, share }: Share): Miscalculation[] {
  const [n, m, p] = [countOf(part.figure), countOf(whole.figure), shareOf(share.figure)];
  if (!n || !m || !p || m.low <= 0) return [];
  if (intervalsTouch(p, { low: (n.low / m.high) * 100, high: (n.high / m.low) * 100 })) return [];
  const right = `${formatNumber((part.figure.value! / whole.figure.value!) * 100, 1)} %`;
  return [
    {
      message: t('{0} of {1} is {2}', formatNumber(part.figure.value!), formatNumber(whole.figure.value!), right),
      claim: share,
      operands: [
        [part, t('the part')],
        [whole, t('the whole')],
      ],
      confidence: 0.93,
      reason: { part: part.figure.value, whole: whole.figure.value, share: right },
    },
  ];
}

/** By so many points a percentage is off from a fraction in words that it is given beside: "a third (35 %)". */
const LOOSE = 6;

/** The percentages that a ratio can stand for; undefined where it is none of a part and its whole. */
function percentagesOf(text: string, { figure }: ClaimEvidence): NumberInterval | undefined {
  const parts = numbersOf(figure);
  if (!parts || figure.ends) return undefined;
  const [low, high] = [parts.low * 100, parts.high * 100];
  if (/\bout of\b/.test(text.slice(figure.span.start, figure.span.end))) return { low, high };
  return figure.step === 0 && figure.value! < 1 ? { low: low - LOOSE, high: high + LOOSE } : undefined;
}

/** A ratio with the share behind it: "nine out of 12 (75 %)", "about a third (34 %)". */
function checkRatio(text: string, ratio: ClaimEvidence, share: ClaimEvidence): Miscalculation[] {
  const { span } = ratio.figure;
  const [parts, p] = [percentagesOf(text, ratio), shareOf(share.figure)];
  if (!parts || !p || !isShare(share)) return [];
  if (!LEADS_TO_SHARE.test(textBetween(text, ratio, share))) return [];
  if (!SHARE_ENDS.test(text.slice(share.figure.span.end, share.figure.span.end + 3))) return [];
  if (intervalsTouch(p, parts)) return [];
  const right = `${formatNumber(ratio.figure.value! * 100, 1)} %`;
  return [
    {
      message: t('{0} is {1}', text.slice(span.start, span.end), right),
      claim: share,
      operands: [[ratio, t('the part and the whole')]],
      confidence: 0.93,
      reason: { ratio: ratio.figure.value, share: right },
    },
  ];
}

/** Shares of a list that are further off than this, in points, are of things that overlap: languages spoken, answers given. */
const OVERLAP = 15;

function isOneWhole(shares: readonly ClaimEvidence[]): boolean {
  const total = shares.reduce((sum, { figure }) => sum + figure.value!, 0);
  return Math.abs(total - 100) <= OVERLAP;
}

/** Words that say that what is listed is all there is. */
const WHOLE_WORDS =
  /\b(?:made up of|composed of|consists of|consisted of|consisting of|is divided into|was divided into|breaks down into|broke down into)\s?:?$/i;
/** Words that say the opposite. */
const PARTIAL = new Set(
  'mainly mostly chiefly largely primarily partly including included among other others rest remainder remaining balance'.split(
    ' ',
  ),
);

/** The shares of a list that is said to make a whole: "made up of 40 % clay, 35 % sand and 25 % silt". */
function findWhole({ text, sentence, claims }: SentenceFigures): ClaimEvidence[] {
  const start = claims.findIndex(({ figure }) =>
    WHOLE_WORDS.test(text.slice(Math.max(sentence.start, figure.span.start - 24), figure.span.start).trimEnd()),
  );
  if (start < 0 || wordsIn(text.slice(sentence.start, sentence.end)).some((word) => PARTIAL.has(word))) return [];
  const shares: ClaimEvidence[] = [];
  for (const claim of claims.slice(start)) {
    const { figure } = claim;
    if (figure.unit !== '%' || figure.ends || figure.bound || figure.per !== undefined || figure.kind === 'ordinal')
      return [];
    const previous = shares.at(-1);
    if (previous && !/^[^,;.:()]{1,60}(?:[,;] (?:and )?| and )$/.test(textBetween(text, previous, claim))) return [];
    shares.push(claim);
    if (previous && /\band $/.test(textBetween(text, previous, claim))) break;
  }
  const last = shares.at(-1);
  const before = shares.at(-2);
  return before && last && /\band $/.test(textBetween(text, before, last)) ? shares : [];
}

function checkWhole(shares: readonly ClaimEvidence[]): Miscalculation[] {
  const last = shares.at(-1);
  if (!last || intervalsTouch(addUp(shares, numbersOf), { low: 100, high: 100 })) return [];
  const total = formatNumber(
    shares.reduce((value, { figure }) => value + figure.value!, 0),
    2,
  );
  return [
    {
      message: t('the shares of the whole add up to {0} %', total),
      claim: last,
      operands: shares.slice(0, -1).map((claim) => [claim, t('another share of the whole')] as const),
      confidence: 0.85,
      reason: { shares: shares.map(({ figure }) => figure.value), sum: total },
    },
  ];
}

const miscalculated = searchSentences((sentence) => {
  const { claims } = sentence;
  const shares = claims.slice(2).flatMap((third, index) => {
    const share = findShare(sentence, claims[index]!, claims[index + 1]!, third);
    return share ? checkShare(share) : [];
  });
  const ratios = claims.slice(1).flatMap((share, index) => {
    const ratio = claims[index]!;
    return ratio.figure.kind === 'ratio' ? checkRatio(sentence.text, ratio, share) : [];
  });
  return [...shares, ...ratios, ...checkWhole(findWhole(sentence))];
});

const misdivided = searchProse((stated) => {
  const shares = findShareList(stated);
  return shares && isOneWhole(shares) ? checkWhole(shares) : [];
});

/** A percentage does not fit its part and whole, or shares of a whole do not make it. */
export const shareMismatch: Rule = {
  code: 'share-mismatch',
  severity: 'warning',
  title: 'A percentage does not fit its part and its whole, or the shares of a whole do not make it.',
  documentation: `
“12 of the 40 members (30 per cent)” states a part, its whole and the share. The share is worked out again, and each of the three may
be off by its rounding; a share that was cut off instead of rounded (66 per cent for two thirds) passes. Shares are added up only
where the sentence says that they are all there is: “made up of 40 per cent clay, 35 per cent sand and 25 per cent silt”, or where a
list has an item for the others: “spruce 52 per cent, birch 31 per cent, other 17 per cent”. Such a list that is off by more than 15
points is one of things that overlap, and left alone, and so is a percentage whose whole has to be guessed. A fraction in words
that a percentage stands beside, “a third of the boats (45 per cent)”, may be off from it by six points.

**To cure it**, work out which of the numbers is wrong; often the percentage is of another whole, which the text should then name.
`.trim(),
  examples: {
    fires: [
      'Some say 12 of the 40 members (35 %) voted no.\n                               ^^^^ share-mismatch',
      'In all, 12 of the 40 members, or 25 per cent, voted no.',
      'Sailors hold 12 of the 40 seats, or 25%. Nobody minds.',
      'Of the 40 members, 12 (35 %) voted no.',
      '12 (35 %) of the 40 members voted no.',
      'Three of the four judges (80 %) agreed.',
      'The grant covers $30 million of the $90 million (43 per cent).',
      'Last year 120 people, or 30 per cent of the 600 residents, left.',
      'Nine out of 12 samples (65%; see below) were clean.',
      'About a third of the boats (45%) are old.',
      'A quarter of the boats, or 40 per cent, are old.',
      'Half of the boats (60 %) are old.',
      'Some 1.2 million of the 4 million homes (60 %) are empty.',
      '- 150 of 600 pupils (35 %) walk.',
      '| Group | Result |\n|---|---|\n| North | 18 of 24 towns (85 %) |',
      'The soil is made up of 40 per cent clay, 35 per cent sand and 35 per cent silt.',
      'The fund consists of 50% shares, 30% bonds, and 10% cash.',
      'Her diet is composed of 60 % rice and 50 % fish.',
      'Spruce 52%, birch 31%, pine 9%, other 12%\n                                      ^^^ share-mismatch',
      '**Tree species:**\nspruce 52.4%, birch 31.1%, pine 9.2%, other 5.3% (2012 survey)',
      '**lowland:** 41%\n**hills:** 33%\n**other:** 16% (2012)',
      '- Goods carried: timber 40%, fish (fresh and frozen) 25%, grain 15%, all others 10%',
    ],
    silent: [
      'Some say 12 of the 40 members (30 %) voted no.',
      'Two of three judges (66 %) agreed.',
      'Two of three judges (67 %) agreed.',
      'About a third of the boats (37%) are old.',
      'Nearly half (46%) of the boats are old.',
      'More than half of the boats (68 %) are old.',
      'A quarter of the boats (up 40 per cent) are old.',
      'A quarter of the boats are old, and 40 per cent leak.',
      'Half of the boats (60 % of the tonnage) are old.',
      'Some say 12 of the 40 members (35 % women) voted no.',
      'About 12 of the 40 members (31 %) voted no.',
      'Some 1.2 million of the 4 million homes (33 %) are empty.',
      '12 of the 40 members spoke, and 35 per cent voted.',
      '12 of the 40 members (up 35 %) voted no.',
      '12 of the 40 members (at least 25 %) voted no.',
      'The grant covers $30 million of the $90 million (33 per cent).',
      'On 3 of the 12 days (5 % of the year) it rained.',
      'It grew by 3 of 12 points (80 % of them late).',
      'Of the 40 members, 12 spoke; 35 % of those were new.',
      'The soil is made up of 40 per cent clay, 35 per cent sand and 25 per cent silt.',
      'The soil is made up of 33 % clay, 33 % sand and 33 % silt.',
      'The soil is mainly made up of 40 per cent clay and 35 per cent sand.',
      'In the north 60 per cent read, in the south 70 per cent and in the east 30 per cent.',
      'They sold 40 % of the wood, 35 % of the wool and 80 % of the corn.',
      'The soil consists of 40 per cent clay and 35 per cent sand, the rest is silt.',
      'Last year 120 people, or 20 per cent of the 600 residents, left.',
      'Last year 120 people, or 30 per cent of those in 600 homes, left.',
      'Chapter 3 of 12 (40 %) is done, says the reader.',
      'Spruce 52%, birch 31%, pine 9%, other 8%',
      'Spruce 52.4%, birch 31.1%, pine 9.2%, other 7.4%',
      'Spruce 52%, birch 31%, pine 9%',
      'English 86%, Norwegian 76%, other 8%',
      'Spruce 52%, birch 31% (silver birch 20%, downy birch 11%), pine 9%, other 8%',
      'Spruce 52%, of which planted 30%, birch 31%, other 17%',
      'Spruce 52%, birch about a third, other 12%',
      'Spruce rose by 50%, birch by 30%, other trees by 12%',
      'Turnout among women was 52%, among men 31%, among others 12%',
      'Spruce 52%, birch 31%, pine 9%, other 12%\nnote: shares add up to more than 100% because some stands are mixed',
    ],
  },
  check: (document) =>
    [...miscalculated(document), ...misdivided(document)]
      .map((found) => problemAtFigure(document, 'share-mismatch', found))
      .sort((a, b) => a.span.start - b.span.start),
};
