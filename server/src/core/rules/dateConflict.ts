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
compared. A day that no calendar has (“31 June”) is held against the day that the other place gives. Where a text is dated by
a line of its own, as letters and news are, and its summary opens with another day of the same month (“On 9 May 2019, …”), the
two are compared too, unless the text tells of that day itself.

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
      `
# Choir

The Elmstad choir was founded in 1912.
                                 ^^^^ date-conflict

## History

The Elmstad choir was founded in 1921 by a teacher of the town.
                                 ^^^^ date-conflict
`.trim(),
      `
# Treaty

The fishing treaty between the two islands was signed on 4 May 2016.
                                                         ^^^^^^^^^^ date-conflict

## Negotiations

The fishing treaty between the two islands was signed on 14 May 2016, after a night of talks.
                                                         ^^^^^^^^^^^ date-conflict
`.trim(),
      `
# Power station

The power station at Grenfoss was closed in March 2019.
                                            ^^^^^^^^^^ date-conflict

## Closure

The power station at Grenfoss was closed in April 2019.
                                            ^^^^^^^^^^ date-conflict
`.trim(),
      `
# Painter

The painter Marta Lindqvist died in 1904.
                                    ^^^^ date-conflict

## Last years

The painter Marta Lindqvist died in 1906 in her house by the sea.
                                    ^^^^ date-conflict
`.trim(),
      `
# Dam

Construction of the Norrvatn dam began in June 1958.
                                          ^^^^^^^^^ date-conflict

## Building the dam

Construction of the Norrvatn dam began in 1956.
                                          ^^^^ date-conflict
`.trim(),
      `
# Railway

The harbour railway of Vik was electrified in 1934.
                                              ^^^^ date-conflict

## Freight

Freight was what paid for it: grain in autumn and timber for the rest of the year.

## Power

The harbour railway of Vik was electrified in 1943, the last line of the district.
                                              ^^^^ date-conflict
`.trim(),
      `
# Hospital

The district hospital was opened on 12 September 1998.
                                    ^^^^^^^^^^^^^^^^^ date-conflict

## Timeline

- The district hospital was opened on 21 September 1998.
                                      ^^^^^^^^^^^^^^^^^ date-conflict
- A second wing followed.
`.trim(),
      `
# Survey

The first geological survey of the valley was published in 1887.
                                                           ^^^^ date-conflict

## Sources

The first geological survey of the valley was published in 1878.[^1]
                                                           ^^^^ date-conflict

[^1]: It has no map.
`.trim(),
      `
# Ship

The research ship Havørn was launched on 3 October 2005.
                                         ^^^^^^^^^^^^^^ date-conflict

## Building

The research ship Havørn was launched on 3 November 2005.
                                         ^^^^^^^^^^^^^^^ date-conflict
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
      `
# Choir

This page was written for the annual meeting.

## Notes

The Elmstad choir was founded in 1912.

## History

The Elmstad choir was dissolved in 1921.
`.trim(),
      `
# Choirs

This page was written for the annual meeting.

## Notes

The Elmstad choir was founded in 1912.

## Neighbours

The Torvik choir was founded in 1921.
`.trim(),
      `
# Power station

This page was written for the annual meeting.

## Notes

The power station was closed in March 2019.

## Closure

The power station was closed in 2019.
`.trim(),
      `
# School

This page was written for the annual meeting.

## Notes

The school was built in the 1950s.

## Buildings

The school was built in 1954.
`.trim(),
      `
# Dam

This page was written for the annual meeting.

## Notes

Work on the dam began in 1956.

## Building

Work on the dam ended in 1961.
`.trim(),
      `
# Elections

This page was written for the annual meeting.

## Notes

The council was elected in 2018.

## Next

The next council is elected in 2022.
`.trim(),
      `
# Painter

This page was written for the annual meeting.

## Notes

Marta Lindqvist was born in 1851.

## Last years

Marta Lindqvist died in 1906.
`.trim(),
      `
# Club

This page was written for the annual meeting.

## Notes

In 2019 the club bought its first boat. In 2021 it bought the second one.
`.trim(),
      `
# Lighthouse

This page was written for the annual meeting.

## Notes

The lighthouse was painted in 1988.

## Upkeep

The lighthouse was painted again in 2004.
`.trim(),
      `
# Reports

This page was written for the annual meeting.

## Notes

The annual report for 2020 was published in May 2021.

## Earlier

The annual report for 2019 was published in April 2020.
`.trim(),
      `
# Trains

This page was written for the annual meeting.

## Notes

Between 1998 and 2006 the line was closed.

## Line

The line was closed in 1998.
`.trim(),
      `
# Town hall

This page was written for the annual meeting.

## Notes

The town hall was begun in 1901 and finished in 1907.

## Building

The town hall was finished in 1907.
`.trim(),
      `
# Festival

This page was written for the annual meeting.

## Notes

The festival was held on 4 July 2021.

## Programme

The festival was held on 2 July 2022.
`.trim(),
      `
# Bridge

This page was written for the annual meeting.

## Notes

The old bridge was opened in 1902.

## Crossing

The new bridge was opened in 1987.
`.trim(),
    ],
  },
  check: (document, options) => conflictProblems(document, options, 'date-conflict', 'warning'),
};
