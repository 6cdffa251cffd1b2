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
      `
# Election fund

The campaign raised $4.6 million.
                    ^^^^^^^^^^^^ scale-slip

## Donations

The campaign raised $4.6 billion, most of it in small donations.
                    ^^^^^^^^^^^^ scale-slip
`.trim(),
      `
# Reservoir

The Norrvatn reservoir holds 61 million litres.
                             ^^^^^^^^^^^^^^^^^ scale-slip

## Water

The Norrvatn reservoir holds 61 billion litres when it is full.
                             ^^^^^^^^^^^^^^^^^ scale-slip
`.trim(),
      `
# Grain

The cooperative sold 412,000 tonnes of barley in 2020.
                     ^^^^^^^^^^^^^^ scale-slip

## Sales

The cooperative sold 412 tonnes of barley in 2020, its best year.
                     ^^^^^^^^^^ scale-slip
`.trim(),
      `
# Budget

The budget of the port authority was €18.5 million in 2022.
                                     ^^^^^^^^^^^^^ scale-slip

## Finances

The budget of the port authority was €18.5 thousand in 2022.
                                     ^^^^^^^^^^^^^^ scale-slip
`.trim(),
      `
# Shipyard

The shipyard sold its northern dock for €7.2 million.
                                        ^^^^^^^^^^^^ scale-slip

## Sale

The shipyard sold its northern dock for €7.2 billion, as its owners had wished.
                                        ^^^^^^^^^^^^ scale-slip
`.trim(),
      `
# Archive

The town archive keeps 3.2 million photographs.
                       ^^^^^^^^^^^ scale-slip

## Holdings

- The town archive keeps 3,200 photographs.
                         ^^^^^ scale-slip
- It keeps the letters of the mayors.
`.trim(),
      `
# Fishery

The catch of herring was worth £9.4bn in 2018.
                               ^^^^^^ scale-slip

## Value

The catch of herring was worth £9.4m in 2018.
                               ^^^^^ scale-slip
`.trim(),
      `
# Wind farm

The wind farm at Stensnes cost 310 million euros to build.
                               ^^^^^^^^^^^^^^^^^ scale-slip

## Building

The wind farm at Stensnes cost 310 billion euros to build.
                               ^^^^^^^^^^^^^^^^^ scale-slip
`.trim(),
      `
# Forest

The district planted 1.5 million trees in 2017.
                     ^^^^^^^^^^^ scale-slip

## Planting

The district planted 1.5 billion trees in 2017.
                     ^^^^^^^^^^^ scale-slip
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
      `
# Budgets

This page was written for the annual meeting.

## Notes

The budget of the town is 4.6 million crowns.

## The state

The budget of the state is 4.6 billion crowns.
`.trim(),
      `
# Grain

This page was written for the annual meeting.

## Notes

The cooperative sold 412 tonnes of barley in 1920.

## Today

The cooperative sold 412,000 tonnes of barley in 2020.
`.trim(),
      `
# Archive

This page was written for the annual meeting.

## Notes

The archive keeps 3,200 photographs.

## Holdings

The archive keeps 3.2 thousand photographs.
`.trim(),
      `
# Wind farm

This page was written for the annual meeting.

## Notes

The wind farm produced 310 GWh in 2021.

## Production

The wind farm produced 310,000 MWh in 2021.
`.trim(),
      `
# Trail

This page was written for the annual meeting.

## Notes

The trail is 42 km long.

## Map

The trail is 42,000 m long.
`.trim(),
      `
# Prices

This page was written for the annual meeting.

## Notes

A litre of oil costs 2 crowns.

## Delivery

A delivery of oil costs 2,000 crowns.
`.trim(),
      `
# Members

This page was written for the annual meeting.

## Notes

The club has 40 members.

## Federation

The federation has 40,000 members.
`.trim(),
      `
# Catch

This page was written for the annual meeting.

## Notes

The catch was 9.4 million fish.

## Value

The catch was worth 9.4 billion crowns.
`.trim(),
      `
# Room

This page was written for the annual meeting.

## Notes

The hall has 300 seats, and 300,000 people have sat in them since it was opened.
`.trim(),
      `
# Reservoir

This page was written for the annual meeting.

## Notes

The old reservoir holds 61 million litres.

## The new one

The new reservoir holds 61 billion litres.
`.trim(),
      `
# Emissions

This page was written for the annual meeting.

## Notes

The plant emitted 12 tonnes of sulphur.

## Fuel

Burning coal, 12,000 tonnes of it, keeps the kilns warm.
`.trim(),
      `
# Aid

This page was written for the annual meeting.

## Notes

The island asked for $5 billion in aid.

## Answer

The island was given $5 million in aid.
`.trim(),
      `
# Plan

This page was written for the annual meeting.

## Notes

The plan is to plant 1 million trees by 2030.

## So far

By 2022, 1,000 trees were planted.
`.trim(),
      `
# Debt

This page was written for the annual meeting.

## Notes

Debt per head is 7,200 crowns.

## Income

The harbour earns 7.2 million crowns from fees.
`.trim(),
    ],
  },
  check: (document, options) => conflictProblems(document, options, 'scale-slip', 'warning'),
};
