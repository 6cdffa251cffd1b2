// The rule on events that are dated differently in two places; how claims are compared stands in `claims`.

import { conflictProblems } from './conflictProblems.ts';
import type { Rule } from './rule.ts';

/** The same event is given different dates. */
export const dateConflict: Rule = {
  code: 'date-conflict',
  severity: 'warning',
  title: 'The same event is given different dates.',
  documentation: `
Two places of the document date the same event differently. A year agrees with every day in it: “in March 2019” and “in
2019” do not conflict, “in March 2019” and “in April 2019” do. Dates that belong to different figures of a series are not
compared.

**To cure it**, correct the date that is wrong, or say what parts the two events.
`.trim(),
  examples: {
    fires: [
      `
# The bridge

## Summary

The suspension bridge across the Merrow estuary was opened to traffic in 1987.
                                                                         ^^^^ date-conflict

## History

After six years of work the suspension bridge across the Merrow estuary was opened to traffic in 1978.
                                                                                                 ^^^^ date-conflict
`.trim(),
    ],
    silent: [
      `
# The bridge

## Summary

The suspension bridge across the Merrow estuary was opened to traffic in 1987.

## History

The suspension bridge across the Merrow estuary was opened to traffic on 4 May 1987.
`.trim(),
    ],
  },
  check: (document, options) => conflictProblems(document, options, 'date-conflict', 'warning'),
};
