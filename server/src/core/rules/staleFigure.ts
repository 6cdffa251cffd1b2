// The rule on statements that an edit left behind. What was there before the edit is given by the caller: the text when it
// was opened in the editor, or at a git revision.

import { t } from '@vscode/l10n';
import { findStaleFigures, type StaleFigure } from '../claims/findStaleFigures.ts';
import { type AnalysedDocument, textAt } from '../document.ts';
import type { Problem, RelatedSite } from './problem.ts';
import type { Rule } from './rule.ts';

/** More related sites are counted and not listed. */
const RELATED_AT_MOST = 8;

/** A figure was changed in one place and left as it was in another. */
export const staleFigure: Rule = {
  code: 'stale-figure',
  severity: 'warning',
  title: 'Two statements of one figure agreed until one of them was edited, and the other was left behind.',
  documentation: `
This is how most contradictions arise: the table is updated and the summary is not. The rule compares a document with what it was
before: in the editor with the text when it was opened, on the command line with the git revision of \`--since\`. Where two
places stated the same value of the same measure, and one of them has another value now while the other has not changed, the
one left behind is reported. Undoing the edit clears it, and so does making it everywhere.

A figure that was given another year, or another unit, together with its value became another figure, and leaves nothing behind. What
a stale figure says is not reported once more as a conflict.

In the examples, \`{~~40~>45~~}\` is an edit of 40 to 45.

**To cure it**, make the same change in the other place, or say there what the old value belongs to.
`.trim(),
  examples: {
    fires: [
      `
# Harbour report

The port employed {~~3,150~>3,240~~} dock workers.

## Operations

The port employed 3,150 dock workers at its two terminals.
                  ^^^^^ stale-figure
`.trim(),
      `
# Harbour report

The port employed 3,150 dock workers.
                  ^^^^^ stale-figure

## Operations

The port employed {~~3,150~>3,240~~} dock workers at its two terminals.
`.trim(),
      `
# Survey

In all, 412 households answered the survey.
        ^^^ stale-figure

## Method

| Group | Households |
|---|---|
| Answered the survey | {~~412~>427~~} |
`.trim(),
      `
# Water board

Repairs of the eastern reservoir cost {~~$2.8~>$3.1~~} million.

## Spending

Repairs of the eastern reservoir cost $2.8 million over the year.
`.trim(),
      `
# Club

The club has {~~1,240~>1,300~~} members.

## Members

At the end of the season the club has 1,240 members.

## Fees

Fees are paid by the 1,240 members of the club.
`.trim(),
      `
# School

## Key figures

- Pupils enrolled: {~~684~>702~~}
- Teachers employed: 51

## Staff and pupils

The school has 684 pupils enrolled, and 51 teachers employed.
`.trim(),
      `
# Trail

The ridge trail is {~~42.5~>47.5~~} km long.

## Stages

The ridge trail is 42.5 km long, and walkers take three days.
`.trim(),
      `
# Election

Turnout reached {~~61.4~>63.2~~}% of registered voters.

## By district

Overall, turnout reached 61.4% of registered voters, two points more than expected.
`.trim(),
      `
# Library

The reading room was opened to the public in {~~1987~>1978~~}.

## History

In 1987 the reading room was opened to the public.
`.trim(),
      `
# Hospital

The clinic treated about {~~1,200~>1,500~~} patients.

## Year in review

The clinic treated 1,214 patients.
`.trim(),
      `
# Harbour report

It employed {~~3,150~>3,240~~} dock workers, and {~~4.2~>4.4~~} million containers were handled.

## Operations

The port employed 3,150 dock workers.
                  ^^^^^ stale-figure

Its 3,240 dock workers handled 4.2 million containers.
                               ^^^^^^^^^^^ stale-figure
`.trim(),
    ],
    silent: [
      '# Club\n\nThe club has {~~1,240~>1,300~~} members.\n\n## Members\n\nThe club has {~~1,240~>1,300~~} members.',
      '# Club\n\nThe club has 1,240 members.\n\n## Members\n\nThe club has 1,300 members{~~~>, it says~~}.',
      '# Club\n\nThe club has {~~1,240~>about 1,240~~} members.\n\n## Members\n\nThe club has 1,240 members.',
      '# Club\n\nThe club has {~~1,240~>1,240.0~~} members.\n\n## Members\n\nThe club has 1,240 members.',
      '# Club\n\nThe club had {~~1,240 members in 2023~>1,300 members in 2024~~}.\n\n## Members\n\nThe club had 1,240 members in 2023.',
      '# Club\n\nThe club has {~~1,240~>1,300~~} members.\n\n## Rooms\n\nThe hall has 1,240 chairs.',
      '# Club\n\nThe club has {~~1,240 members~>members~~}.\n\n## Members\n\nThe club has 1,240 members.',
      '# Club\n\nThe club has 1,240 members.{~~~> It has 900 lockers.~~}\n\n## Members\n\nThe club has 1,240 members.',
      '# Club\n\n{~~The club has 1,240 members.~>~~}\n\n## Members\n\nThe club has 1,240 members.',
      '# Club\n\nThe club has {~~1,180~>1,240~~} members.\n\n## Members\n\nThe club has 1,240 members.',
      '# Town\n\nThere are {~~3~>4~~} parks.\n\n## Schools\n\nThere are 3 schools, and 3 of the teachers are new.',
      '| Town | Members | Chairs |\n|---|---|---|\n| Vik | {~~1,240~>1,300~~} | 1,240 |',
      'The club has {~~1,240~>1,300~~} members and 1,240 chairs.',
      '# Town\n\nThe mayor took office in {~~2019~>2020~~}.\n\n## Library\n\nThe library was built in 2019.',
      '# Club\n\nThe club has {~~1,240 male members~>1,300 male members~~}.\n\n## Women\n\nThe club has 1,240 female members.',
      '# Club\n\n{~~## Old heading~>## New heading~~}\n\nThe club has 1,240 members.\n\n## Members\n\nThe club has 1,240 members.',
      '# Club\n\n- 1,240 members\n- 12 boats\n{~~~>- 14 coaches\n~~}\n## Members\n\nThe club has 1,240 members and 12 boats.',
    ],
  },
  check: (document, { baseline }) => (baseline ? problemsOf(document, findStaleFigures(baseline, document)) : []),
};

/** One problem at each statement that was left behind. */
function problemsOf(document: AnalysedDocument, figures: readonly StaleFigure[]): Problem[] {
  const bySite = new Map<number, StaleFigure[]>();
  for (const figure of figures) {
    const known = bySite.get(figure.claim.index);
    if (known) known.push(figure);
    else bySite.set(figure.claim.index, [figure]);
  }
  return [...bySite.values()].map((all) => problemAt(document, all));
}

function problemAt(document: AnalysedDocument, figures: readonly StaleFigure[]): Problem {
  const { claim, changed, confidence } = figures[0]!;
  const span = document.spanOf(claim);
  const text = textAt(document, span);
  const after = textAt(document, document.spanOf(changed));
  const title = document.sections[changed.section]?.title;
  const place =
    title && changed.section !== claim.section
      ? t('in “{0}”', title)
      : changed.index < claim.index
        ? t('above')
        : t('below');
  return {
    code: 'stale-figure',
    severity: 'warning',
    message: t('left behind: the same figure {0} was changed to {1}', place, after),
    span,
    text,
    related: figures.slice(0, RELATED_AT_MOST).map((figure) => siteOf(document, figure)),
    relatedCount: figures.length,
    confidence,
    reason: { measure: claim.measure.text, changedTo: after },
  };
}

function siteOf(document: AnalysedDocument, { changed }: StaleFigure): RelatedSite {
  const span = document.spanOf(changed);
  return { span, text: textAt(document, span), message: t('was changed here') };
}
