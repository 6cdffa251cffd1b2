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
\`2.9 billion\`. “About” and “nearly” make the interval wider, “more than” leaves it open on one side. What rose by 8 % in one
place did not fall by 8 % in the other.

Figures are compared when they stand in different sections, or one of them in a table, a list, a quotation or a footnote,
and when their measure, the words beside them, and the other figures of their sentences say that they are one claim. A
figure that is stated alike in the other place is never held against a third figure there. Different years, subgroups,
scenarios or subjects are different claims, and so are a part and its whole, and what something is counted by. Where the two are attributed to different sources (“the port authority estimates”,
“according to the union”), the difference is information and not a warning.

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
      `
# Library

In 2023 the town library lent 48,200 books to 6,100 readers.
                              ^^^^^^ figure-conflict

## Lending

In 2023 the town library lent 45,200 books to 6,100 readers.
                              ^^^^^^ figure-conflict
`.trim(),
      `
# Town hall

The renovation of the town hall cost €12.4 million.
                                     ^^^^^^^^^^^^^ figure-conflict

## Costs

The renovation of the town hall cost €14.2 million, which was paid over three years.
                                     ^^^^^^^^^^^^^ figure-conflict
`.trim(),
      `
# The bell

The bell of Sankt Olof weighs 1,200 kg.
                              ^^^^^^^^ figure-conflict

## Casting

The bell of Sankt Olof weighs 1.4 tonnes, and was cast in one piece.
                              ^^^^^^^^^^ figure-conflict
`.trim(),
      `
# The ferry

The ferry Astrid carries twelve lifeboats.
                         ^^^^^^ figure-conflict

## Safety

The ferry Astrid carries 14 lifeboats, all of them new.
                         ^^ figure-conflict
`.trim(),
      `
The Orland cooperative had 3,410 members at the end of 2022.
                           ^^^^^ figure-conflict

Its dairy was rebuilt after the fire, and milk is collected every second day.

At the end of 2022, the Orland cooperative had 3,140 members.
                                               ^^^^^ figure-conflict
`.trim(),
      `
# School

About 400 pupils attend the Lindholm school.
^^^^^^^^^ figure-conflict

## Pupils

More than 600 pupils attend the Lindholm school.
^^^^^^^^^^^^^ figure-conflict
`.trim(),
      `
# Fire service

Volunteers of the Torvik fire service answered 312 emergency calls in 2021.
                                               ^^^ figure-conflict

## Year in review

- Volunteers of the Torvik fire service answered 321 emergency calls in 2021.
                                                 ^^^ figure-conflict
- The pump was replaced.
`.trim(),
      `
# Museum

The maritime museum welcomed 92,000 visitors in 2019.[^1]
                             ^^^^^^ figure-conflict

[^1]: The maritime museum welcomed 97,000 visitors in 2019, children not counted twice.
                                   ^^^^^^ figure-conflict
`.trim(),
      `
# Mooring fees

The board is raising the top mooring fee to 41.3%.
                                            ^^^^^ figure-conflict

## Decisions

The chairman proposed raising the top mooring fee from 38% to 31.4% in spring.
                                                              ^^^^^ figure-conflict
`.trim(),
      `
# Grain

In 2024, the harbour carried 4,812 containers of grain.
                             ^^^^^ figure-conflict

## Traffic

For 2024 the harbour reported:

- It carried 4,182 containers of grain.
             ^^^^^ figure-conflict
- Two cranes were replaced.
`.trim(),
      `
# Timber

Shipments of timber to Torvik rose 8% in May.
                                   ^^ figure-conflict

## Traffic

In May, the shipments of timber to Torvik fell by 8%.
                                                  ^^ figure-conflict
`.trim(),
    ],
    silent: [
      `
# Boat owners

The survey of boat owners had 4,127 responses.

## Pilot

The survey of boat owners had 2,914 of the responses from the islands.
`.trim(),
      `
# Mooring fees

The mooring fee falls for owners with $6,430 of yearly income.

## Table

The mooring fee falls for owners by a little for each $18,500 of yearly income.
`.trim(),
      `
# Repairs

This page was written for the annual meeting.

## Quays

The repairs of the northern quay cost the board $7.6 million.

## Lamps

The lamps of the ferry quay cost the board $9.4 million.
`.trim(),
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
      `
# Library

This page was written for the annual meeting.

## Notes

In 2022 the town library lent 41,900 books.

## Lending

In 2023 the town library lent 45,200 books.
`.trim(),
      `
# School

This page was written for the annual meeting.

## Notes

The Lindholm school has 210 girls.

## Pupils

The Lindholm school has 195 boys.
`.trim(),
      `
# Budget

This page was written for the annual meeting.

## Notes

The town spent 2.8 billion crowns on roads.

## Spending

The town spent 2,790 million crowns on roads.
`.trim(),
      `
# Fire

This page was written for the annual meeting.

## Notes

The fire killed 12 people.

## Casualties

The fire injured 31 people.
`.trim(),
      `
# Harbour

This page was written for the annual meeting.

## Notes

The port employed 3,150 dock workers.

## Outlook

By 2030 the board expects trade to grow, and 400 more people to find work on the quays.
`.trim(),
      `
# Harbour

This page was written for the annual meeting.

## Notes

The port employed more than 3,000 dock workers.

## Operations

The port employed 3,150 dock workers.
`.trim(),
      `
# Trail

This page was written for the annual meeting.

## Notes

The walk takes 3 to 5 hours.

## Stages

The walk takes 4 hours.
`.trim(),
      `
# Club

This page was written for the annual meeting.

## Notes

Membership rose by 120 members.

## Members

The club has 1,240 members.
`.trim(),
      `
# Two towns

This page was written for the annual meeting.

## Notes

The mayor of Vik earns 61,000 crowns a month.

## Neighbours

The mayor of Torvik earns 58,000 crowns a month.
`.trim(),
      `
# Survey

This page was written for the annual meeting.

## Notes

Of the households, 57 percent heat with wood.

## Method

In all, 412 households answered.
`.trim(),
      `
# Scenarios

This page was written for the annual meeting.

## Notes

Demand for heat was 310 GWh.

## Supply

The power station delivers 450 GWh of electricity.
`.trim(),
      `
# Harbour

This page was written for the annual meeting.

## Notes

The port employed 3,150 dock workers before it grew, and it employed 3,510 dock workers afterwards.
`.trim(),
      `
# Club

This page was written for the annual meeting.

## Notes

The club has 1,240 members.

## Members

The club has 1,240 members. The sailing section has 310 members.
`.trim(),
      `
# Timber

This page was written for the annual meeting.

## Notes

The price of timber fell 8% in May.

## Prices

In May, the change in the price of timber was −8%.
`.trim(),
    ],
  },
  check: (document, options) => conflictProblems(document, options, 'figure-conflict', 'warning'),
};
