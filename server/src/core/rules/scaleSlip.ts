// The rule on figures that differ from another statement of theirs by a power of 1,000; how claims are compared stands
// in `claims`.

import { conflictProblems } from './conflictProblems.ts';
import type { Rule } from './rule.ts';

/** Two figures for one quantity differ by exactly a power of 1,000. */
export const scaleSlip: Rule = {
  code: 'scale-slip',
  severity: 'warning',
  title: 'Two figures for one quantity differ by exactly a power of 1,000.',
  documentation: `
Two places of the document state the same figure with the same digits and another scale: \`$2.8 million\` here and
\`$2.8 billion\` there. Most often “million” was typed for “billion”, or a table “in thousands” was copied as it stood.

**To cure it**, correct the scale of the one that is wrong.
`.trim(),
  examples: {
    fires: [
      `
# Water board

## Summary

Repairs of the eastern reservoir cost the water board $2.8 million.
                                                      ^^^^^^^^^^^^ scale-slip

## Spending

Repairs of the eastern reservoir cost the water board $2.8 billion over the year.
                                                      ^^^^^^^^^^^^ scale-slip
`.trim(),
    ],
    silent: [
      `
# Water board

## Summary

Repairs of the eastern reservoir cost the water board $2.8 million.

## Spending

Repairs of the eastern reservoir cost the water board $2,800,000 over the year.
`.trim(),
    ],
  },
  check: (document, options) => conflictProblems(document, options, 'scale-slip', 'warning'),
};
