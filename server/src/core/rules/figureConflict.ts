// The rule on figures that disagree with another statement of the same figure; how claims are compared stands in `claims`.

import { conflictProblems } from './conflictProblems.ts';
import type { Rule } from './rule.ts';

/** A figure disagrees with another statement of the same figure. */
export const figureConflict: Rule = {
  code: 'figure-conflict',
  severity: 'warning',
  title: 'A figure disagrees with another statement of the same figure.',
  documentation: `
Two places of the document state the same measure of the same subject, period and scope, and their values cannot both be
true. A printed number stands for everything that rounds to it: \`2.8 billion\` agrees with \`2,790 million\`, and not with
\`2.9 billion\`. “About” and “nearly” make the interval wider, “more than” leaves it open on one side.

Figures are compared when they stand in different sections, or one of them in a table, a list, a quotation or a footnote,
and when their measure, the words beside them, and the other figures of their sentences say that they are one claim. A
figure that is stated alike in the other place is never held against a third figure there. Different years, subgroups,
scenarios or subjects are different claims.

**To cure it**, correct the figure that is wrong. If the difference is meant, name what parts the two (the year, the group,
the source) or accept the conflict in the project file.
`.trim(),
  examples: {
    fires: [
      `
# Harbour report

## Summary

The port handled 4.2 million containers and employed 3,150 dock workers.
                                                     ^^^^^ figure-conflict

## Operations

In the past year the port handled 4.2 million containers. It employed 3,510 dock workers at its two terminals.
                                                                      ^^^^^ figure-conflict
`.trim(),
    ],
    silent: [
      `
# Harbour report

## Summary

The port handled 4.2 million containers and employed 3,150 dock workers.

## Operations

The port handled 4.2 million containers. It employed about 3,200 dock workers at its two terminals.
`.trim(),
      `
# Two harbours

## North

The northern port employed 3,150 dock workers.

## South

The southern port employed 2,040 dock workers.
`.trim(),
    ],
  },
  check: (document, options) => conflictProblems(document, options, 'figure-conflict', 'warning'),
};
