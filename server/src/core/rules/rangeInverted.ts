// The rule on ranges whose first end is greater than their second.

import { t } from '@vscode/l10n';
import type { ClaimEvidence } from '../claims/evidence.ts';
import { reportAll, searchProse } from './proseFindings.ts';
import type { Rule } from './rule.ts';
import { sentenceAround } from './statedFigures.ts';

/** How words begin of a way down, along which the greater end rightly comes first, and of results and parts. */
const DOWNWARD =
  `fall fell drop declin decreas reduc lower shrink shrank shrunk slid slump sank sink lose losing lost slow
  narrow score vote`.split(/\s+/);
const DOWNWARD_WORDS = new Set(
  'cut cuts cutting down from win won beat lead led split ratio rule countdown'.split(' '),
);

function tellsOfWayDown(sentence: string): boolean {
  const words = sentence.toLowerCase().match(/[a-z]+/g) ?? [];
  return words.some((word) => DOWNWARD_WORDS.has(word) || DOWNWARD.some((beginning) => word.startsWith(beginning)));
}

/** Whether the ends of a range stand the wrong way round and nothing says that they are meant to. */
function isInverted(claim: ClaimEvidence, text: string): boolean {
  const { ends, period, span } = claim.figure;
  const print = text.slice(span.start, span.end);
  if (period !== undefined) {
    const [from = '', to = ''] = period.split('/');
    return /^\d{4}$/.test(from) && /^\d{4}$/.test(to) && from > to && new RegExp(`${to}\\s*$`).test(print);
  }
  // A dash between a greater and a smaller number is a subtraction, a result or leaves digits out ("pages 120–30").
  if (!ends || ends[0].unit !== ends[1].unit || !/\b(?:to|and)\b/i.test(print)) return false;
  const [first, second] = [ends[0].value, ends[1].value];
  if (first === null || second === null || first <= second || second < 0) return false;
  // A bare "9 to 5" is a time of day or a result.
  return claim.figure.unit !== undefined || /\bbetween\b/i.test(print);
}

/** The ends of a range stand the wrong way round. */
export const rangeInverted: Rule = {
  code: 'range-inverted',
  severity: 'warning',
  title: 'The ends of a range stand the wrong way round.',
  documentation: `
“Between 9 and 5 km”, “$30 to $20” and “2019–2015” start with the greater end: usually one of the two is mistyped. Where the
sentence tells of a way down (“fell 20 to 15 per cent”, “from 9 to 5 km”) or of a result, the order is meant. A dash between two
numbers may be a subtraction or a score, and negative numbers are ordered either way: those are left alone. Numbers without a unit
are only looked at after “between”.

**To cure it**, correct the wrong end, or turn the two round.
`.trim(),
  examples: {
    fires: [
      'The path is between 9 and 5 km long.\n            ^^^^^^^^^^^^^^^^^^ range-inverted',
      'The loan runs 15 to 12 years.',
      'The programme ran 2019–2015 in all schools.',
      'A race of between 42 and 10 km is held each May.',
      'A ticket costs $30 to $20, depending on the day.',
      'Adults weigh 90 to 70 kg.',
      'Rain of 80 to 50 mm is expected.',
      'The tank holds between 300 and 200 litres.',
      '- Length: 14 to 12 m',
      '| Item | Width |\n|---|---|\n| Hull | 9 to 7 m |',
    ],
    silent: [
      'The path is between 5 and 9 km long.',
      'Wages rose by 12–15 per cent.',
      'The programme ran 2015–2019 in all schools.',
      'The rate fell by 20–15 per cent.',
      'They cut the route from 9 to 5 km.',
      'The motion passed 60–40 per cent.',
      'Temperatures of −5 to −10 °C are common.',
      'She works 9 to 5.',
      'The Blues won 3–1.',
      'See pages 120–30.',
      'The winter of 1998–99 was mild.',
      'Sales declined 8 to 5 million.',
      'The odds are 10 to 1.',
      'The benefit is $400 ($1,400-$1,000).',
      'Pups aged 5 months to 2 years are shown.',
      'The 80–20 rule holds here.',
      'Between 30 and 40 people attended.',
    ],
  },
  check: reportAll(
    'range-inverted',
    searchProse(({ text, claims }) =>
      claims
        .filter((claim) => {
          if (!isInverted(claim, text)) return false;
          const sentence = sentenceAround(text, claim.figure.span);
          return !tellsOfWayDown(text.slice(sentence.start, sentence.end));
        })
        .map((claim) => ({
          message: t('the range begins with its greater end'),
          claim,
          operands: [],
          confidence: 0.85,
          reason: { ends: claim.figure.period ?? claim.figure.ends?.map((end) => end.value) },
        })),
    ),
  ),
};
