// The rule on totals whose parts do not make them up, in tables and in sentences.

import { t } from '@vscode/l10n';
import { formatNumber } from '../figures/formatFigure.ts';
import { findWrongLineTotals } from './lineTotals.ts';
import { problemAtFigure } from './proseFindings.ts';
import type { Rule } from './rule.ts';
import { findWrongSentenceTotals } from './sentenceTotals.ts';
import { findWrongTotals } from './tableTotals.ts';

/** A total is not what its parts add up to. */
export const totalMismatch: Rule = {
  code: 'total-mismatch',
  severity: 'warning',
  title: 'A total is not what its parts add up to.',
  documentation: `
A row or column labelled “Total” is added up again, and so is a sentence that lists its parts: “a total of 12 people: 5 women, 4 men
and 3 children”, “5 women, 4 men and 3 children, 12 people in all”, “12 people: 5 women, 4 men and 3 children”, and a line “total: 12” over a line for each part. Every part and the total may be off by its rounding. In a table the others of its kind decide: where most columns
add up, one that does not is a mistake, and where most do not, the label means something else. Tables with missing cells, mixed
units, subtotals, averages or rows of another kind (“of which”, “net”) are left alone, and so are percentages and lists that begin
with “including” or “among them”.

**To cure it**, find the part that was changed, left out or counted twice; or say that the list is not complete.
`.trim(),
  examples: {
    fires: [
      '| Town | Homes |\n|---|---|\n| Arda | 120 |\n| Belm | 80 |\n| Coro | 45 |\n| Total | 265 |\n          ^^^ total-mismatch',
      '| Town | Homes | Shops |\n|---|---|---|\n| Arda | 120 | 12 |\n| Belm | 80 | 30 |\n| Coro | 45 | 11 |\n| **Total** | 245 | 73 |',
      '| Item | Cost |\n|---|---|\n| Total | $900 |\n| Paint | $400 |\n| Wood | $300 |\n| Nails | $100 |',
      '| Town | Girls | Boys | Total |\n|---|---|---|---|\n| Arda | 12 | 10 | 22 |\n| Belm | 20 | 18 | 38 |\n| Coro | 31 | 30 | 71 |',
      '| Source | Output |\n|---|---|\n| Wind | 12 GWh |\n| Water | 30 GWh |\n| Sun | 9 GWh |\n| Grand total | 61 GWh |',
      '**total:** 48,210 sq km  \n**land:** 46,110 sq km  \n**water:** 4,500 sq km',
      'total: 12\nover 2,000 m: 2\n1,000 to 1,999 m: 6\nunder 1,000 m: 1 (2013)',
      '| Item | 2019 | 2020 |\n|---|---|---|\n| Paint | 12 | 14 |\n| Wood | 30 | 33 |\n| Total costs | 42 | 57 |',
      'A total of 12 people came: 5 women, 4 men and 2 children.',
      'The fund paid a total of $90 million: $40 million for schools, $30 million for roads and $10 million for parks.',
      'The border totals 120 km: Arda 50 km, Belm 40 km and Coro 10 km.',
      'There were a total of 30 boats (12 old, 9 new and 8 rented).',
      'The club has 5 coaches, 40 players and 3 clerks, a total of 50.',
      '- In total 14 members voted: 8 for, 4 against and 1 with a blank paper.',
      'In 2019 the club had 5 coaches and 40 players, a total of 50.',
      'The mill has 48 workers: 30 in Arda, 12 in Belm and 8 in Coro.',
      'The ferry cost $40 million to build and $9 million to fit out, $52 million in all.',
      'The town paid $40 million for setting up the ferry and $9 million for running it, $52 million in all.',
      'The grove has 30 elms, 20 ashes and 10 yews, or 70 trees altogether.',
      'The pier cost $52 million in total: $40 million for piles and $9 million for planks.',
      'The two mills burnt 40 tonnes of coal and 9 tonnes of peat, a combined 52 tonnes.',
    ],
    silent: [
      '| Town | Homes |\n|---|---|\n| Arda | 120 |\n| Belm | 80 |\n| Coro | 45 |\n| Total | 245 |',
      '**total:** 48,210 sq km  \n**land:** 46,110 sq km  \n**water:** 2,100 sq km',
      '**total:** 31 years  \n**male:** 30 years  \n**female:** 32 years',
      '**total:** 12 deaths per 1,000 births\n**male:** 13\n**female:** 11',
      '| Item | 2020 |\n|---|---|\n| Paint | 14 |\n| Wood | 33 |\n| Total income | 57 |',
      '| Town | Share |\n|---|---|\n| Arda | 33.3 |\n| Belm | 33.3 |\n| Coro | 33.3 |\n| Total | 100.0 |',
      '| Town | Rate |\n|---|---|\n| Arda | 12 % |\n| Belm | 30 % |\n| Coro | 9 % |\n| Total | 18 % |',
      '| Town | Homes |\n|---|---|\n| Arda | 120 |\n| of which new | 80 |\n| Coro | 45 |\n| Total | 165 |',
      '| Town | Homes |\n|---|---|\n| Arda | 120 |\n| Belm | |\n| Coro | 45 |\n| Total | 265 |',
      '| Town | Average rent |\n|---|---|\n| Arda | 120 |\n| Belm | 80 |\n| Coro | 45 |\n| Total | 82 |',
      '| Top towns | Homes |\n|---|---|\n| Arda | 120 |\n| Belm | 80 |\n| Coro | 45 |\n| Subtotal | 245 |\n| Total | 900 |',
      '| Item | Value |\n|---|---|\n| Length | 12 km |\n| Load | 80 kg |\n| Total | 45 min |',
      '| Town | 2010 | 2020 |\n|---|---|---|\n| Arda | 120 | 130 |\n| Belm | 80 | 90 |\n| Total | 900 | 950 |',
      '| Year | Sales | Total staff |\n|---|---|---|\n| 2010 | 12 | 20 |\n| 2011 | 14 | 22 |',
      '| Age | Total | Male | Female |\n|---|---|---|---|\n| Median age | 31 | 30 | 32 |\n| Average age | 33 | 32 | 34 |',
      'A total of 12 people came: 5 women, 4 men and 3 children.',
      'A total of 12 people came, including 5 women and 4 men.',
      'A total of 12 people came: among them 5 women, 4 men and 2 children.',
      'The fund paid a total of $90 million: $40.4 million for schools, $30.3 million for roads and $19.4 million for parks.',
      'A total of 12 people came: 5 in May, 4 in June and at least 1 in July.',
      'A total of 12 towns signed: 5 % of those in the north and 4 % of those in the south.',
      'In total 14 members voted: 2 of 3 judges, 5 clerks and some guests.',
      'A total of 12 people came; 5 women and 4 men spoke.',
      'Totals for 2019: 5 women, 4 men and 2 children.',
      'The mill has 50 workers: 30 in Arda, 12 in Belm and 8 in Coro.',
      'The mill has 48 workers: 3 in Arda, 2 in Belm and 8 in Coro know how to weave.',
      'The mill has 48 workers: 30 in Arda and 12 in Belm.',
      'In group 10 were: 5 boys, 4 girls and 2 teachers.',
      'The club has 5 coaches and 40 players, a total of 50, up from 48.',
      'The ferry cost $40 million to build and $9 million to furnish, $49 million in all.',
      'The ferry cost $40 million to build and at least $9 million to furnish, $52 million in all.',
      'The club won 12 games in May and 9 in June, and has 30 players in all.',
      'The club won 12 games in May and 9 in June. It has 30 players in all.',
      'The mill ran 40 days in May and 9 in June, 52 days in all since it opened.',
      'The pier has 30 lamps in all, with 12 in the north and 9 in the south.',
      'The team scored 12 goals and 9 points, 30 in all competitions.',
    ],
  },
  check: (document) =>
    [...findWrongTotals(document), ...findWrongLineTotals(document), ...findWrongSentenceTotals(document)]
      .sort((a, b) => a.claimOf(a.finding.total).index - b.claimOf(b.finding.total).index)
      .map(({ finding: { total, parts }, claimOf }) => {
        const sum = parts.reduce((amount, { figure }) => amount + figure.value!, 0);
        const finding = {
          message: t('the parts add up to {0}, not {1}', formatNumber(sum, 3), formatNumber(total.figure.value!, 3)),
          claim: total,
          operands: parts.map((part) => [part, t('a part of the total')] as const),
          confidence: 0.85,
          reason: { total: total.figure.value, sum, parts: parts.map(({ figure }) => figure.value) },
        };
        return problemAtFigure(document, 'total-mismatch', { finding, claimOf });
      }),
};
