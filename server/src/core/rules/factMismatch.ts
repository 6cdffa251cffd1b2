// The rule on figures that disagree with a fact that the project file declares.

import { t } from '@vscode/l10n';
import { findFactStatements } from './factStatements.ts';
import { problemAtProse } from './proseProblem.ts';
import type { Rule } from './rule.ts';

/** A figure disagrees with a declared fact. */
export const factMismatch: Rule = {
  code: 'fact-mismatch',
  severity: 'warning',
  title: 'A figure disagrees with a fact declared in the project file.',
  documentation: `
The project file declares what is known to be right: a measure, its value, and if need be of whom and when. A figure is held against
a fact when it measures the very same, of the same subject and in the same period. “3,510 office workers” is no statement of
“dock workers”, a change or a plan is no level, and a part is no whole. A fact with a period is held against statements that
give that period; a fact without one against statements that give none. Where documents speak of several subjects, name the
subject in the fact.

A printed number stands for everything that rounds to it, on both sides.

**To cure it**, correct the figure, or the fact if the world has moved on.
`.trim(),
  examples: {
    project: `
facts:
  - measure: berths
    subject: Port of Vik
    value: "1,240"
  - measure: dock workers
    value: "3,150"
    period: 2024
  - measure: annual budget
    value: $2.8 million
`.trim(),
    fires: [
      'The Port of Vik has 1,180 berths.\n                    ^^^^^ fact-mismatch',
      'The Port of Vik offers 1,180 berths in all.',
      'Last week the Port of Vik had about 1,100 berths.',
      '# Port of Vik\n\nThere are 1,300 berths.',
      '| Port | Berths |\n|---|---|\n| Port of Vik | 1,180 |\n                ^^^^^ fact-mismatch',
      'In 2024 the harbour employed 3,510 dock workers.',
      'The harbour had 3,510 dock workers in 2024.',
      'The annual budget is $2.9 million.',
      'The annual budget stands at $28 million.',
      'Annual budget: $3.1 million',
      '- Annual budget: $2,600,000',
      'The Port of Vik has more than 1,300 berths.',
    ],
    silent: [
      'The Port of Vik has 1,240 berths.',
      'The Port of Vik has about 1,200 berths.',
      'The Port of Vik has more than 1,000 berths.',
      'The Port of Oslo has 900 berths.',
      'The Port of Vik has 300 ferry berths.',
      'The Port of Vik has 300 berths for ferries.',
      'The Port of Vik will have 1,500 berths.',
      'The Port of Vik added 60 berths.',
      'The Port of Vik has another 60 berths.',
      'The Port of Vik lost 60 berths, and Oslo gained 80 berths.',
      'In 2019 the Port of Vik had 1,100 berths.',
      'In 2023 the harbour employed 3,510 dock workers.',
      'The harbour employed 3,510 dock workers.',
      'In 2024 the harbour hired 210 dock workers.',
      'The annual budget rose by $0.4 million.',
      'The annual budget deficit is $0.4 million.',
      'The annual budget of the ferry line is $0.9 million.',
      'The annual budget is €2.5 million.',
    ],
  },
  check: (document, { facts = [] }) =>
    findFactStatements(document, facts).flatMap(({ fact, claim, agrees }) => {
      if (agrees) return [];
      const { measure, subject, value, period, source } = fact;
      return [
        problemAtProse(document, {
          code: 'fact-mismatch',
          message: t(
            'the project file declares {0}',
            [`${value} ${measure}`, subject, period].filter(Boolean).join(', '),
          ),
          at: claim,
          related: [],
          relatedCount: 0,
          confidence: 0.9,
          reason: {
            measure,
            declared: value,
            ...(subject !== undefined && { subject }),
            ...(period !== undefined && { period }),
            ...(source !== undefined && { source }),
          },
        }),
      ];
    }),
};
