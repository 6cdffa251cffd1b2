// The rule on lists that are announced with a number: "three reasons:" and two items.

import { t } from '@vscode/l10n';
import type { ClaimEvidence } from '../claims/evidence.ts';
import type { AnalysedDocument } from '../document.ts';
import type { LaidOutBlock } from '../markdown/layout.ts';
import { problemAtFigure, searchProse } from './proseFindings.ts';
import type { Rule } from './rule.ts';
import { type StatedFigures, sentencesOf } from './statedFigures.ts';

/** What lists are announced as. Of other nouns ("three countries met:") what follows may be anything. */
const LISTED = new Set(
  `advantages aims areas arguments aspects assumptions barriers benefits bottlenecks categories causes challenges changes choices
  classes components conclusions conditions considerations consequences criteria differences dimensions directions drawbacks
  effects elements examples exceptions factors features findings forms functions goals groups guidelines improvements ingredients
  issues items kinds lessons levels limitations measures mechanisms methods modes objectives observations options parts paths
  phases pillars pitfalls points possibilities principles priorities problems proposals questions reasons recommendations
  requirements results risks roles rules scenarios sections solutions sources stages statements steps strategies suggestions
  tasks themes things threats tips topics tools trends types variants ways`.split(/\s+/),
);
/** Before the number: something of which the list is only a part, or which was said before. */
const NOT_ALL =
  /\b(?:(?:these|those|all|last|past|next|between|than|about|only|other|least|most|over|some)|of(?: the| these| our)?) $/i;
const LONGEST_NUMBER = 20;
const LONGEST_ANNOUNCEMENT = 90;

/** Where a piece of prose announces a list: the words behind the number run to a colon. */
interface Announcement {
  readonly claim: ClaimEvidence;
  readonly count: number;
  /** How many items follow the colon in the same prose; undefined where the list stands below it. */
  readonly enumerated: number | undefined;
}

/** The colon behind a figure that counts what lists are made of; undefined where it cannot announce one. */
function colonOf(text: string, { figure }: ClaimEvidence): number | undefined {
  const { kind, unit, value, span, approximate, bound, ends } = figure;
  if (approximate || bound || ends || (kind !== 'count' && kind !== 'number') || unit !== undefined || value === null)
    return undefined;
  if (!Number.isInteger(value) || value < 2 || value > LONGEST_NUMBER) return undefined;
  const found = text.slice(span.end, span.end + LONGEST_ANNOUNCEMENT + 1).indexOf(':');
  if (found < 0) return undefined;
  const colon = span.end + found;
  const words =
    text
      .slice(span.end, colon)
      .toLowerCase()
      .match(/[\p{L}'’-]+|[,;()]/gu) ?? [];
  const noun = words.slice(0, 4).findIndex((word) => LISTED.has(word));
  if (noun < 0 || words.slice(0, noun).some((word) => /^(?:of|or|and|to|[,;()])$/.test(word))) return undefined;
  const isPart = words
    .slice(noun + 1)
    .some((word) => /^(?:including|include|includes|among|like|besides|plus)$/.test(word));
  return isPart ? undefined : colon;
}

/** The numbers that the sentences of a piece of prose announce lists with, but for those that fit what follows their colons. */
function announcedIn(stated: StatedFigures): Announcement[] {
  const { text, claims } = stated;
  const colons = new Map(
    claims.flatMap((claim) => {
      const colon = colonOf(text, claim);
      return colon === undefined ? [] : [[claim, colon] as const];
    }),
  );
  if (colons.size === 0) return [];
  return sentencesOf(stated).flatMap(({ sentence, claims: own }): Announcement[] => {
    const { start, end } = sentence;
    const counts = own.filter(({ figure }) => figure.kind !== 'date');
    const [claim] = counts;
    const colon = claim && colons.get(claim);
    if (!claim || colon === undefined || colon >= end) return [];
    const { span, value } = claim.figure;
    if (NOT_ALL.test(text.slice(Math.max(start, span.start - 16), span.start))) return [];
    // A second number before the colon may be the one that counts the list.
    if (counts.some(({ figure }) => figure !== claim.figure && figure.span.start < colon)) return [];
    const rest = text.slice(colon + 1, end).trim();
    const enumerated = rest === '' ? undefined : countEnumerated(rest);
    if (rest !== '' && (enumerated === undefined || enumerated === value)) return [];
    return [{ claim, count: value!, enumerated }];
  });
}

const findAnnouncements = searchProse(announcedIn);

/** How many items a plain enumeration has: 3 for "cost, time and quality"; undefined where commas part something else. */
function countEnumerated(rest: string): number | undefined {
  const print = rest.replace(/[.!?]$/, '');
  if (/[:()"“”—–\ufffc\d]|\b(?:including|which|that|who|where|both|such|namely|etc|e\.g|as well as|not)\b/.test(print))
    return undefined;
  const parts = print.split(print.includes(';') ? ';' : ',').map((part) => part.trim());
  const last = parts.at(-1)!;
  const others = parts.slice(0, -1);
  if (others.some((part) => /\b(?:and|or|&)\b/.test(part)) || parts.some((part) => part.split(/\s+/).length > 5))
    return undefined;
  const items = /^(?:and|or) /.test(last)
    ? [...others, last.replace(/^\w+ /, '')]
    : [...others, ...last.split(/ (?:and|or) /)];
  const joined = items.length - others.length;
  if (
    items.length < 2 ||
    joined > 2 ||
    (joined === 1 && !/^(?:and|or) /.test(last)) ||
    /\b(?:and|or)\b/.test(items.at(-1)!)
  )
    return undefined;
  // "Arda, the port, and Belm": articles on some of the items only tell of one that explains another.
  const articles = items.filter((item) => /^(?:the|an?|its|their|his|her|our) /i.test(item)).length;
  const capitals = items.filter((item) => /^\p{Lu}/u.test(item)).length;
  return (articles > 0 && articles < items.length) || capitals > 0 ? undefined : items.length;
}

/** The number at which an ordered list starts; undefined for another block. */
function startOf({ kind, block }: LaidOutBlock): number | undefined {
  const number = kind === 'list' ? /^\s{0,3}(\d{1,9})[.)]/.exec(block.source) : null;
  return number ? Number(number[1]) : undefined;
}

/** How many items the list that follows a block has; undefined where it is not the whole of one list. */
function countListed({ blocks }: AnalysedDocument, index: number): number | undefined {
  const list = blocks[index + 1];
  if (list?.kind !== 'list') return undefined;
  const items = list.prose.flatMap(({ place: { item } }) => (item?.depth === 0 ? [item] : []));
  const lists = new Set(items.map((item) => item.list));
  const start = startOf(list);
  if (lists.size !== 1 || items.length < 2 || (start ?? 1) > 1) return undefined;
  const after = blocks[index + 2]?.kind;
  if (after === 'list' || after === 'code' || after === 'html') return undefined;
  // An ordered list that is taken up again further down, or within the last item: "…, and 3) the rest".
  const count = items.reduce((most, item) => Math.max(most, item.index), 0) + 1;
  const isOrdered = start !== undefined;
  const taken =
    isOrdered &&
    (blocks.slice(index + 2, index + 12).some((block) => startOf(block) === start + count) ||
      list.prose.some(({ text }) => text.includes(`${start + count})`)));
  // Items with a bold term at their head, and others without: two lists that stand close together.
  const heads = list.prose.filter(({ place }) => place.item?.depth === 0);
  const bold = heads.filter(({ marks }) => marks.some(({ kind, span }) => kind === 'strong' && span.start === 0));
  if (bold.length > 0 && bold.length < heads.length) return undefined;
  return taken || count < 2 ? undefined : count;
}

/** An announced number of items is not the number that follows. */
export const listCountMismatch: Rule = {
  code: 'list-count-mismatch',
  severity: 'warning',
  title: 'An announced number of items is not the number that follows.',
  documentation: `
“For three reasons:” announces a list. Its items are counted, in the list below or behind the colon, where the words between the
number and the colon name what lists are made of (reasons, steps, parts, goals). Behind a colon only a plain enumeration is counted;
names and items that explain each other (“Arda, the port, and Belm”) are not. “Among them” and “including” announce only some items.

**To cure it**, correct the number, or look for the item that was lost or added.
`.trim(),
  examples: {
    fires: [
      'We moved for three reasons:\n             ^^^^^ list-count-mismatch\n\n- cost\n- time',
      'The work has four steps:\n\n1. Saw the wood.\n2. Plane it.\n3. Glue it.\n4. Sand it.\n5. Paint it.',
      'There are 3 options:\n\n* stay\n* go',
      'The following two rules apply:\n- Be kind.\n- Be brief.\n- Be early.',
      'Five goals guide the plan for the coming decade:\n\n1. Homes\n2. Roads\n3. Parks\n4. Schools',
      'We moved for three reasons: cost and time.',
      'The plan has two parts: homes, roads and parks.',
      'There are four kinds of soil here: sand, clay, and peat.',
      'It asks three questions: how it began; how it grew; how it ended; and why it matters.',
      '> The report names six risks:\n>\n> - fire\n> - flood\n> - theft\n\nThree main problems remain:\n\n- cost\n- time',
      'The show has three themes: work, home, and school, and play.\n\nIt has three main parts:\n\n- work\n- home\n- school\n- play',
    ],
    silent: [
      'We moved for three reasons:\n\n- cost\n- time\n- noise',
      'The work has two steps:\n\n1. Saw the wood.\n   - with care\n   - with gloves\n2. Plane it.',
      'The work has three steps:\n\n1. Saw the wood.\n\n```\nsaw\n```\n\n2. Plane it.\n3. Glue it.',
      'The work has three steps:\n\n1. Saw the wood.\n2. Plane it.\n\nThen wait a day.\n\n3. Glue it.',
      'We moved for three reasons: cost, time and noise.',
      'We moved for three reasons: cost, time, and noise.',
      'The choir has two parts: Arda, the old voices, and Belm.',
      'The flag has three parts: red, black and white, and gold.',
      'We give several reasons, three of them here:\n\n- cost\n- time',
      'One of the three reasons is plain:\n\n- cost\n- time',
      'About three reasons come to mind:\n\n- cost\n- time',
      'These three groups differ in many ways:\n\n- They meet at night.\n- They pay no fees.',
      'Over the last four years we have done much:\n\n- built homes\n- planted trees',
      'There are five reasons, including:\n\n- cost\n- time',
      'Three women and two steps led here:\n\n- one of wood\n- one of stone\n- one of iron',
      'The two towns agreed on this:\n\n- a road\n- a school\n- a park',
      'They fall into three groups:\n1) the old\n2) the young\nand 3) all who come late.',
      'There are two parts:\n\n- **Arda**: the old part.\n\n- **Belm**: the new part.\n\n- Walk to Belm.\n- Look at the mill.',
      'There are two options: it can rain, in which case we stay, or not.',
      'We looked at three factors. The results:\n\n- good\n- bad',
    ],
  },
  check: (document) =>
    findAnnouncements(document).flatMap(({ finding: { claim, count, enumerated }, claimOf }) => {
      const { block, prose } = claimOf(claim);
      const isLast = document.blocks[block]!.prose.length === prose + 1;
      const found = enumerated ?? (isLast ? countListed(document, block) : undefined);
      if (found === undefined || found === count) return [];
      const finding = {
        message: t('{0} items follow, not {1}', found, count),
        claim,
        operands: [],
        confidence: enumerated === undefined ? 0.85 : 0.8,
        reason: { announced: count, found },
      };
      return [problemAtFigure(document, 'list-count-mismatch', { finding, claimOf })];
    }),
};
