// The rule on a measurement and its own conversion in brackets.

import { t } from '@vscode/l10n';
import type { ClaimEvidence } from '../claims/evidence.ts';
import { convert, convertValue, dimensionOf } from '../figures/compareFigures.ts';
import { formatNumber } from '../figures/formatFigure.ts';
import { intervalOf } from './numberIntervals.ts';
import { reportAll, searchProse } from './proseFindings.ts';
import type { Rule } from './rule.ts';
import { textBetween } from './statedFigures.ts';

/** What may stand between a measurement and its conversion: an opening bracket, and a word that hedges it. */
const OPENS = /^[([]\s?(?:or|about|approximately|approx\.?|roughly|some|around|nearly|i\.e\.|=|≈|~)?$/i;
const CLOSES = /^\s?[)\];,]/;
/** Converting with a handy factor is no mistake: a mile is often taken for 1.6 km, a kilogram for 2.2 lb. */
const HANDY = 0.03;

function isConversion(text: string, figure: ClaimEvidence, bracketed: ClaimEvidence): boolean {
  const [a, b] = [figure.figure, bracketed.figure];
  return (
    a.kind === 'measurement' &&
    b.kind === 'measurement' &&
    a.unit !== b.unit &&
    a.per === b.per &&
    a.bound === b.bound &&
    dimensionOf(a.unit) === dimensionOf(b.unit) &&
    OPENS.test(textBetween(text, figure, bracketed).trim()) &&
    CLOSES.test(text.slice(b.span.end, b.span.end + 3))
  );
}

/** Whether the two can be one quantity, each as precise as it is printed, converted by an exact or a handy factor. */
function agree({ figure: a }: ClaimEvidence, { figure: b }: ClaimEvidence): boolean {
  const converted = convert(a, b.unit ?? '');
  const left = converted && intervalOf(converted);
  const right = intervalOf(b);
  if (!left || !right) return true;
  const slack = b.unit === '°C' || b.unit === '°F' ? 1 : HANDY * Math.max(Math.abs(left[0]), Math.abs(right[1]));
  return left[0] - slack <= right[1] && right[0] <= left[1] + slack;
}

/** A figure and its own conversion in brackets disagree. */
export const conversionMismatch: Rule = {
  code: 'conversion-mismatch',
  severity: 'warning',
  title: 'A figure and its own conversion in brackets disagree.',
  documentation: `
“12 miles (19 km)” states one length twice. The two may differ by what their rounding allows, and by a handy factor (a mile for 1.6
km). Money is left alone: its rate changes every day. Only a measurement of the same kind that stands right behind the other, in
brackets, is taken for its conversion.

**To cure it**, convert again, from the figure that the source states.
`.trim(),
  examples: {
    fires: [
      'The trail is 12 miles (24 km) long.\n                       ^^^^^ conversion-mismatch',
      'It rises to 3,000 m (12,500 ft) above the sea.',
      'A load of 40 kg (98 lb) is allowed.',
      'The lake covers 50 sq mi (89 km²).',
      'The water was 20 °C (86 °F) warm.',
      'They drove 300 km (286 miles) that day.',
      'The tank takes 50 litres (31 gallons).',
      'A plank of 2.5 m (9.2 ft), sawn by hand.',
      '- Height: 84 m (257 ft)',
      '| Peak | Height |\n|---|---|\n| Orla | 2,100 m (8,690 ft) |',
    ],
    silent: [
      'The trail is 12 miles (19 km) long.',
      'It rises to 3,000 m (9,843 ft) above the sea.',
      'It rises to 3,000 m (9,800 ft) above the sea.',
      'A load of 40 kg (88 lb) is allowed.',
      'A load of 40 kg (about 90 lb) is allowed.',
      'The lake covers 50 sq mi (130 km²).',
      'The water was 20 °C (68 °F) warm.',
      'The fare is $20 (€12).',
      'It is 12 miles long (the northern arm is 24 km).',
      'The wall is 3 m high (12 m long).',
      'They rowed 5 miles (8 km).',
      'The path is 100 m (0.06 miles) long.',
      'About 10 km (6 miles) of road are closed.',
      'The mast is 20 m (67 feet; the third tallest).',
      'The race is 10 km (men) and 5 km (women).',
    ],
  },
  check: reportAll(
    'conversion-mismatch',
    searchProse(({ text, claims }) =>
      claims.slice(1).flatMap((bracketed, index) => {
        const figure = claims[index]!;
        if (!isConversion(text, figure, bracketed) || agree(figure, bracketed)) return [];
        const { value, unit } = figure.figure;
        const right = value === null ? undefined : convertValue(value, unit, bracketed.figure.unit);
        if (right === undefined) return [];
        const print = `${formatNumber(right, Math.abs(right) < 10 ? 2 : 0)} ${bracketed.figure.unit}`;
        return [
          {
            message: t('converted, the figure before the bracket is {0}', print),
            claim: bracketed,
            operands: [[figure, t('the figure that is converted')]],
            confidence: 0.95,
            reason: { converted: right, unit: bracketed.figure.unit },
          },
        ];
      }),
    ),
  ),
};
