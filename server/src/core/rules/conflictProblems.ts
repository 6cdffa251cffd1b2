// Turns conflicts between claims into problems: one at each site, with links to the other sites and the reason in words.
// Which of the three rules on disagreeing figures a conflict belongs to is decided here, so that none is told twice.

import { t } from '@vscode/l10n';
import type { Claim } from '../claims/claim.ts';
import { createDifference } from '../claims/differentMeasures.ts';
import { explainEvidence } from '../claims/judgePair.ts';
import type { WeighedPair } from '../claims/keptPairs.ts';
import { hasMeasureBehind } from '../claims/measureBehind.ts';
import { weighPairs } from '../claims/weighPairs.ts';
import { type AnalysedDocument, textAt } from '../document.ts';
import { goOppositeWays } from '../figures/compareFigures.ts';
import { haveSameItems } from '../text/sameItems.ts';
import { searchAgain } from '../text/searchAgain.ts';
import { moveProblem, type PlacedBlocks, type Shift, shiftBetween } from './movedProblems.ts';
import type { Problem, ProblemCode, RelatedSite, Sensitivity, Severity } from './problem.ts';
import type { RuleOptions } from './rule.ts';

const RELATED_AT_MOST = 8;
/** How sure a conflict must be to be reported. */
const LEAST_CONFIDENCE: Readonly<Record<Sensitivity, number>> = { strict: 0.85, balanced: 0.6, exhaustive: 0.35 };

/** The rule that a conflict belongs to. */
export function codeOfConflict({ a, b }: WeighedPair): ProblemCode {
  if (a.figure.kind === 'date') return 'date-conflict';
  return isScaleSlip(a.figure.value, b.figure.value) ? 'scale-slip' : 'figure-conflict';
}

/** Whether two values differ by exactly a power of 1,000. */
function isScaleSlip(a: number | null, b: number | null): boolean {
  if (!a || !b) return false;
  const power = Math.log10(Math.abs(a / b)) / 3;
  return Math.abs(power) > 0.5 && Math.abs(power - Math.round(power)) < 1e-9;
}

/** A pair of claims in conflict, as a rule tells it. */
interface Conflict extends WeighedPair {
  readonly code: ProblemCode;
  /** Why the two are held to be one claim, in words. */
  readonly because: readonly string[];
}

/** Finds the conflicts among pairs of claims that are sure enough for any sensitivity. */
const findConflicts = searchAgain((pair: WeighedPair): Conflict | undefined =>
  pair.confidence < LEAST_CONFIDENCE.exhaustive
    ? undefined
    : { ...pair, code: codeOfConflict(pair), because: explainEvidence(pair.evidence) },
);

/** Where a claim stands, and its figure as it is printed there. */
type Site = Pick<RelatedSite, 'span' | 'text'>;

/** Where the claims of a document stand. */
interface Places {
  readonly document: AnalysedDocument;
  siteOf(claim: Claim): Site;
}

type Found = ReturnType<typeof findConflicts>;

/** What a rule told last of a document, of which conflicts, and by which options. */
interface Told extends Pick<RuleOptions, 'sensitivity' | 'differentClaims'> {
  readonly found: Found;
  readonly severity: Severity;
  readonly at: PlacedBlocks;
  readonly sites: readonly ToldSite[];
}

/** A claim in conflict, and what is told at its site. */
interface ToldSite extends ConflictsAt {
  readonly problem: Problem;
}

/** By the lineage of documents. */
const toldOf = new WeakMap<object, Map<ProblemCode, Told>>();

/** The problems of one of the rules on disagreeing figures, in document order. Where only places have changed, nothing is told anew. */
export function conflictProblems(
  document: AnalysedDocument,
  { sensitivity, differentClaims }: RuleOptions,
  code: ProblemCode,
  severity: Severity,
): Problem[] {
  const found = findConflicts(document, weighPairs(document).pairs);
  const { lineage = document, blocks, starts } = document;
  const byCode = toldOf.get(lineage) ?? new Map<ProblemCode, Told>();
  toldOf.set(lineage, byCode);
  const before = byCode.get(code);
  const isAskedAlike =
    before?.sensitivity === sensitivity && before.differentClaims === differentClaims && before.severity === severity;
  const at = { blocks, starts };
  const places = placesIn(document);
  const tell = (site: ConflictsAt): ToldSite => ({ ...site, problem: problemAt(places, site, severity) });
  const known = isAskedAlike ? before : undefined;
  const present =
    known?.found === found
      ? known.sites
      : knowAgain(groupBySite(found, { sensitivity, differentClaims }, code), known?.sites ?? []);
  const sites = known ? moveSites(present, shiftBetween(known.at, at), tell) : present.map(tell);
  byCode.set(code, { found, sensitivity, differentClaims, severity, at, sites });
  return sites.map(({ problem }) => problem);
}

/** Sites, those of them as they were told of which nothing else is to be told. */
function knowAgain(sites: readonly ConflictsAt[], told: readonly ToldSite[]): readonly (ConflictsAt | ToldSite)[] {
  const byClaim = new Map(told.map((site) => [site.claim, site]));
  return sites.map((site) => {
    const known = byClaim.get(site.claim);
    return known && haveSameItems(known.conflicts, site.conflicts) ? known : site;
  });
}

/** The sites with their problems where they stand now; what is new, or has not only moved, is told anew. */
function moveSites(
  sites: readonly (ConflictsAt | ToldSite)[],
  shift: Shift,
  tell: (site: ConflictsAt) => ToldSite,
): readonly ToldSite[] {
  return sites.map((site) => {
    const problem = 'problem' in site ? moveProblem(site.problem, site.blocks, shift) : undefined;
    if (!('problem' in site) || problem === undefined) return tell(site);
    return problem === site.problem ? site : { ...site, problem };
  });
}

/** A claim with the conflicts that it is in, the surest first. */
interface ConflictsAt {
  readonly claim: Claim;
  readonly conflicts: readonly Conflict[];
  /** By conflict: the other claim. */
  readonly others: readonly Claim[];
  /** Of which blocks is told: where the claim stands, and the others. */
  readonly blocks: readonly number[];
}

/** The sites of one rule's conflicts, in document order. */
function groupBySite(
  found: Found,
  { sensitivity, differentClaims = [] }: Pick<RuleOptions, 'sensitivity' | 'differentClaims'>,
  code: ProblemCode,
): readonly ConflictsAt[] {
  const areDifferent = createDifference(differentClaims);
  const bySite = new Map<Claim, Conflict[]>();
  for (const { finding: conflict } of found) {
    if (conflict.code !== code || conflict.confidence < LEAST_CONFIDENCE[sensitivity]) continue;
    if (areDifferent(conflict.a, conflict.b)) continue;
    for (const claim of [conflict.a, conflict.b]) {
      const list = bySite.get(claim);
      if (list) list.push(conflict);
      else bySite.set(claim, [conflict]);
    }
  }
  return [...bySite].map(([claim, own]) => {
    const conflicts = own.sort((x, y) => y.confidence - x.confidence || x.b.index - y.b.index);
    const others = conflicts.map(({ a, b }) => (a === claim ? b : a));
    return { claim, conflicts, others, blocks: [claim, ...others.slice(0, RELATED_AT_MOST)].map(({ block }) => block) };
  });
}

/** The places of a document's claims, each worked out once. */
function placesIn(document: AnalysedDocument): Places {
  const known = new Map<Claim, Site>();
  return {
    document,
    siteOf(claim) {
      const site = known.get(claim);
      if (site) return site;
      const span = document.spanOf(claim);
      const made = { span, text: textAt(document, span) };
      known.set(claim, made);
      return made;
    },
  };
}

function problemAt(places: Places, { claim, conflicts, others }: ConflictsAt, severity: Severity): Problem {
  const best = conflicts[0]!;
  // What different sources say differently is worth knowing, and no slip.
  const sourcesDiffer = conflicts.every(({ evidence }) => evidence.otherSource);
  const { message } = wordingAt(places, best, claim);
  return {
    code: best.code,
    severity: sourcesDiffer ? 'information' : severity,
    message: sourcesDiffer ? `${message}: ${sourcesOf(claim, others[0]!)}` : message,
    ...places.siteOf(claim),
    related: conflicts.slice(0, RELATED_AT_MOST).map((conflict, order) => {
      const { related } = wordingAt(places, conflict, claim);
      return { ...places.siteOf(others[order]!), message: related };
    }),
    relatedCount: others.length,
    confidence: best.confidence,
    reason: {
      measure: claim.measure.text,
      sharedWords: best.evidence.comparison.shared,
      score: best.evidence.comparison.score,
      because: best.because,
    },
  };
}

/** What is told of a conflict at one of its two sites. */
interface Wording {
  /** What it is written of: the two figures as they are printed, and the titles of their sections. */
  readonly figure: string;
  readonly otherFigure: string;
  readonly title: string;
  readonly otherTitle: string;
  readonly message: string;
  /** What is said there of the other site. */
  readonly related: string;
}

/** By conflict, at its earlier and its later site: words are written once, as long as what they are written of stays. */
const wordings = new WeakMap<Conflict, [earlier: Wording | undefined, later: Wording | undefined]>();

function wordingAt(places: Places, conflict: Conflict, claim: Claim): Wording {
  const { a, b, code } = conflict;
  const isEarlier = a === claim;
  const other = isEarlier ? b : a;
  const both = wordings.get(conflict) ?? [undefined, undefined];
  const known = both[isEarlier ? 0 : 1];
  const [figure, otherFigure] = [places.siteOf(claim).text, places.siteOf(other).text];
  const [title, otherTitle] = [titleAbove(places.document, claim), titleAbove(places.document, other)];
  if (
    known?.figure === figure &&
    known.otherFigure === otherFigure &&
    known.title === title &&
    known.otherTitle === otherTitle
  )
    return known;
  const related = `${naming(places, other, goOppositeWays(a.figure, b.figure))} ${placeOf(places.document, other, claim)}`;
  const message = messageOf(places, claim, other, code);
  const wording = { figure, otherFigure, title, otherTitle, message, related };
  both[isEarlier ? 0 : 1] = wording;
  wordings.set(conflict, both);
  return wording;
}

function titleAbove({ sections }: AnalysedDocument, { section }: Claim): string {
  return sections[section]?.title ?? '';
}

/** "3,510 dock workers here, 3,150 in “Operations”". */
function messageOf(places: Places, claim: Claim, other: Claim, code: ProblemCode): string {
  const opposite = goOppositeWays(claim.figure, other.figure);
  const otherFigure = turning(places.siteOf(other).text, other, opposite);
  const values = [naming(places, claim, opposite), otherFigure, placeOf(places.document, other, claim)];
  return code === 'scale-slip'
    ? t('{0} here, {1} {2}: the same digits, another scale', ...values)
    : t('{0} here, {1} {2}', ...values);
}

/** A figure as it is printed, with the way that it tells of where that is what two differ in: "up 8%". */
function turning(figure: string, { figure: { change } }: Claim, isTold: boolean): string {
  if (!isTold || /^(?:up|down)\b/i.test(figure)) return figure;
  return change === 'down' ? t('down {0}', figure) : t('up {0}', figure);
}

/** The figure with what it measures. */
function naming({ document, siteOf }: Places, claim: Claim, isTurnTold: boolean): string {
  const figure = turning(siteOf(claim).text, claim, isTurnTold);
  const { text } = claim.measure;
  if (!text) return figure;
  return hasMeasureBehind(document, claim) ? `${figure} ${text}` : `${figure} (${text})`;
}

/** "the sources differ, the Harbour Board and the ministry". */
function sourcesOf(claim: Claim, other: Claim): string {
  return t('the sources differ, {0} and {1}', claim.source ?? '', other.source ?? '');
}

function placeOf(document: AnalysedDocument, claim: Claim, from: Claim): string {
  const title = titleAbove(document, claim);
  if (claim.section !== from.section && title) return t('in “{0}”', title);
  if (claim.evidence.cell) return t('in the table');
  return claim.index < from.index ? t('above') : t('below');
}
