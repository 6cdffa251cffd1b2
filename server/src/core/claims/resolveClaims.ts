// Makes claims of the evidence of all blocks: what a figure's own sentence leaves open (its subject, its period, what its
// list or table is about) comes from its row, its column, the sentence that introduces it, and the headings above it.

import type { Actor } from '../actors/actor.ts';
import { type MentionsByBlock, mentionsIn, type NamedActor, proseNamedOtherwise } from '../actors/mentionsIn.ts';
import type { LaidOutBlock } from '../markdown/layout.ts';
import type { Section } from '../markdown/section.ts';
import { partitionPoint } from '../text/partitionPoint.ts';
import {
  NOTHING_SHARED,
  noteShared,
  recallAtEnds,
  replaceBetween,
  type SharedEnds,
  sharedEnds,
} from '../text/sharedEnds.ts';
import type { Span } from '../text/span.ts';
import type { Claim } from './claim.ts';
import { introducedPeriod, introductionOf, joinContext, readHeadings } from './context.ts';
import type { ClaimEvidence } from './evidence.ts';
import { type FindSubject, type FoundSubject, findSubjects, findTitled } from './findSubjects.ts';
import type { Token } from './tokens.ts';

/** What the claims need of the document around them. */
export interface ClaimSetting {
  readonly blocks: readonly LaidOutBlock[];
  readonly sections: readonly Section[];
  readonly actors: readonly Actor[];
  sectionOfBlock(block: number): Section;
}

/** A document whose claims are known. */
export interface ClaimedDocument extends ClaimSetting {
  /** In document order. */
  readonly claims: readonly Claim[];
  /** Stands for all states of one document: what was worked out for one of them is kept for the next. */
  readonly lineage?: object;
}

/**
 * The claims that a block was given before, by the identity of its evidence, and all that they were given by: their context, the
 * date that their list is introduced with, the actors that the block names, and the one that its section is about.
 */
interface GivenClaims {
  readonly context: readonly Token[];
  readonly introduced: string | undefined;
  readonly named: readonly NamedActor[];
  readonly about: string | undefined;
  readonly claims: readonly Claim[];
}

const given = new WeakMap<readonly ClaimEvidence[], GivenClaims>();

/** The same of single claims, for blocks of which some evidence is new. */
const givenOne = new WeakMap<ClaimEvidence, Claim>();

/** The claims of a state of a document, and what they were made of. */
export interface ResolvedClaims extends Omit<ClaimSetting, 'sectionOfBlock'> {
  /** In document order. */
  readonly claims: readonly Claim[];
  /** By block: how many claims stand before it. */
  readonly firsts: readonly number[];
  readonly evidence: readonly (readonly ClaimEvidence[])[];
  readonly mentions: MentionsByBlock;
  /** By section: the actor that it is about. */
  readonly titled: readonly (string | undefined)[];
}

/**
 * The claims of a document; `evidence` by block. Where nothing about a claim has changed since the state `before`, or since somebody
 * last asked about its evidence, it is the same object; where nothing has changed about any, so is the list.
 */
export function resolveClaims(
  evidence: readonly (readonly ClaimEvidence[])[],
  setting: ClaimSetting,
  before?: ResolvedClaims,
): ResolvedClaims {
  const { blocks, sections, actors } = setting;
  const mentions = mentionsIn(actors, before?.actors);
  const titled = findTitled(sections, mentions);
  const findSubject = findSubjects(mentions, titled);
  const headingsOf = readHeadings(sections);
  const give = (block: number, first: number): readonly Claim[] => {
    const section = setting.sectionOfBlock(block);
    const context = joinContext(introductionOf(blocks, block), headingsOf(section));
    const introduced = introducedPeriod(blocks, block, evidence[block - 1]);
    const surroundings = { context, introduced, named: mentions[block] ?? NOBODY, about: titled[section.index] };
    const earlier = before?.evidence.length === evidence.length ? before.evidence[block] : undefined;
    return giveClaims(evidence[block]!, surroundings, { first, block, section, findSubject }, earlier);
  };
  const parts = { evidence, mentions, titled, blocks, sections, actors };
  const kept = before && replaceClaims(before, parts, give);
  if (kept) return { ...parts, ...kept };
  const claims: Claim[] = [];
  const firsts: number[] = [];
  for (const [block, ofBlock] of evidence.entries()) {
    firsts.push(claims.length);
    if (ofBlock.length > 0) for (const claim of give(block, claims.length)) claims.push(claim);
  }
  return { ...parts, claims, firsts };
}

/**
 * The claims of the state before, but for the blocks in which something may have changed; undefined where the outline is another one,
 * or where there are more claims or fewer, so that those behind have other numbers.
 */
function replaceClaims(
  before: ResolvedClaims,
  { evidence, mentions, titled, blocks, sections }: Omit<ResolvedClaims, 'claims' | 'firsts'>,
  give: (block: number, first: number) => readonly Claim[],
): Pick<ResolvedClaims, 'claims' | 'firsts'> | undefined {
  const { firsts } = before;
  if (before.blocks.length !== blocks.length || !isSameOutline(before.sections, sections)) return undefined;
  if (titled.some((actor, section) => actor !== before.titled[section])) return undefined;
  const stretches = [
    changedStretch(before.evidence, evidence),
    changedStretch(before.blocks, blocks),
    changedStretch(before.mentions, mentions),
  ].filter(({ start, end }) => start < end);
  if (stretches.length === 0) return { claims: before.claims, firsts };
  const from = Math.min(...stretches.map(({ start }) => start));
  // The block before may introduce it.
  const to = Math.min(blocks.length, Math.max(...stretches.map(({ end }) => end)) + 1);
  let claims: Claim[] | undefined;
  let all: readonly Claim[] | undefined;
  let [start, end] = [0, 0];
  for (let block = from; block < to; block++) {
    const isSame =
      evidence[block] === before.evidence[block] &&
      mentions[block] === before.mentions[block] &&
      blocks[block] === before.blocks[block] &&
      blocks[block - 1] === before.blocks[block - 1] &&
      evidence[block - 1] === before.evidence[block - 1];
    if (isSame) continue;
    const own = evidence[block]!;
    if (own.length !== before.evidence[block]!.length) return undefined;
    if (own.length === 0) continue;
    const first = firsts[block]!;
    const given = give(block, first);
    // A document that is one long table has the claims of that.
    if (given.length === before.claims.length) {
      all = given;
      continue;
    }
    for (let at = 0; at < given.length; at++) {
      const claim = given[at]!;
      if (claim === before.claims[first + at]) continue;
      if (claims === undefined) {
        claims = before.claims.slice();
        start = first + at;
      }
      claims[first + at] = claim;
      end = first + at + 1;
    }
  }
  if (all) return { claims: noteShared(before.claims, all, sharedEnds(before.claims, all)), firsts };
  if (claims) noteShared(before.claims, claims, { start, end: claims.length - end });
  return { claims: claims ?? before.claims, firsts };
}

/** Between which indices two lists differ. */
function changedStretch(before: readonly unknown[], after: readonly unknown[]): Span {
  const { start, end } = sharedEnds(before, after);
  const [one, other] = [before.length, after.length];
  return { start, end: one === other ? other - end : Math.max(one, other) };
}

/** Whether all sections have the titles that they had, and hold the same blocks. */
function isSameOutline(before: readonly Section[], after: readonly Section[]): boolean {
  return (
    before.length === after.length &&
    after.every(({ title, level, parent, blocks }, index) => {
      const was = before[index]!;
      return (
        was.blocks.start === blocks.start &&
        was.blocks.end === blocks.end &&
        was.level === level &&
        was.parent === parent &&
        was.title === title
      );
    })
  );
}

/** Where the claims of a block come, and what is asked about each. */
interface Placing {
  /** The index of the first one. */
  readonly first: number;
  readonly block: number;
  readonly section: Section;
  readonly findSubject: FindSubject;
}

/** The claims of a block's evidence; `earlier` is what there was of it in its place. */
function giveClaims(
  ofBlock: readonly ClaimEvidence[],
  surroundings: Omit<GivenClaims, 'claims'>,
  { first, block, section, findSubject }: Placing,
  earlier = ofBlock,
): readonly Claim[] {
  const { context, introduced, named, about } = surroundings;
  const evidence = given.has(ofBlock) ? ofBlock : earlier;
  const known = given.get(evidence);
  const isSameSetting = known?.context === context && known.introduced === introduced && known.about === about;
  const renamed = isSameSetting ? proseNamedOtherwise(known.named, named) : undefined;
  const isNamedAlike = ({ prose, cell }: ClaimEvidence): boolean =>
    renamed !== undefined &&
    (renamed.size === 0 || !(renamed.has(prose) || (cell?.rowProse !== undefined && renamed.has(cell.rowProse))));
  const earlierClaims = known?.claims ?? [];
  const recall = recallAtEnds(evidence, ofBlock, earlierClaims);
  const isInPlace = renamed !== undefined && isPlacedAt(earlierClaims, first, block, section.index);
  const stay = isInPlace ? endsInPlace(evidence, ofBlock, concernedBy(renamed, ofBlock)) : NOTHING_SHARED;
  const claims: Claim[] = [];
  for (let order = stay.start; order < ofBlock.length - stay.end; order++) {
    const one = ofBlock[order]!;
    const kept = recall(order);
    if (kept && isNamedAlike(one)) {
      claims.push(moveClaim(kept, first + order, block, section.index));
      continue;
    }
    const before = kept ?? givenOne.get(one);
    const subject = findSubject(one, block, section);
    const { period, periodFrom } = findPeriod(one, introduced);
    const isSameClaim =
      before?.context === context &&
      before.period === period &&
      before.periodFrom === periodFrom &&
      before.subject === subject.subject &&
      before.subjectFrom === subject.subjectFrom;
    if (isSameClaim) {
      claims.push(moveClaim(before, first + order, block, section.index));
      continue;
    }
    const claim = makeClaim(one, subject, { period, periodFrom }, context, first + order, block, section.index);
    givenOne.set(one, claim);
    claims.push(claim);
  }
  const all = isInPlace ? noteShared(earlierClaims, replaceBetween(earlierClaims, stay, claims), stay) : claims;
  given.set(ofBlock, { ...surroundings, claims: all });
  return all;
}

/** Whether the claims of a block stand where it is now; all of them do, or none. */
function isPlacedAt([one]: readonly Claim[], first: number, block: number, section: number): boolean {
  return one === undefined || (one.index === first && one.block === block && one.section === section);
}

/** How much of a block's evidence is, in the same places, what it was, and outside of `concerned`. */
function endsInPlace(before: readonly ClaimEvidence[], after: readonly ClaimEvidence[], concerned: Span): SharedEnds {
  const { start, end } = sharedEnds(before, after);
  return {
    start: Math.min(start, concerned.start),
    end: before.length === after.length ? Math.min(end, after.length - concerned.end) : 0,
  };
}

/** Between which indices of a block's evidence all stands that is in certain pieces of prose, or in rows that these are the labels of. */
function concernedBy(pieces: ReadonlySet<number>, evidence: readonly ClaimEvidence[]): Span {
  let [least, most] = [Number.POSITIVE_INFINITY, -1];
  for (const prose of pieces) {
    least = Math.min(least, prose);
    most = Math.max(most, prose);
  }
  let start = partitionPoint(evidence.length, (index) => evidence[index]!.prose < least);
  let end = partitionPoint(evidence.length, (index) => evidence[index]!.prose <= most);
  const labelAt = (index: number): number | undefined => evidence[index]?.cell?.rowProse;
  while ((labelAt(start - 1) ?? -1) >= least) start--;
  while ((labelAt(end) ?? Number.POSITIVE_INFINITY) <= most) end++;
  return { start, end };
}

/** The claim in another place; written out, since a spread would take several times as long for the thousands behind an edit. */
function moveClaim(claim: Claim, index: number, block: number, section: number): Claim {
  if (claim.index === index && claim.block === block && claim.section === section) return claim;
  return {
    index,
    block,
    prose: claim.prose,
    span: claim.span,
    figure: claim.figure,
    measure: claim.measure,
    subject: claim.subject,
    subjectFrom: claim.subjectFrom,
    period: claim.period,
    periodFrom: claim.periodFrom,
    scope: claim.scope,
    stance: claim.stance,
    source: claim.source,
    role: claim.role,
    section,
    evidence: claim.evidence,
    context: claim.context,
  };
}

function makeClaim(
  evidence: ClaimEvidence,
  subject: FoundSubject,
  { period, periodFrom }: FoundPeriod,
  context: readonly Token[],
  index: number,
  block: number,
  section: number,
): Claim {
  const { prose, figure, measure, stance, source, role } = evidence;
  return {
    index,
    block,
    prose,
    span: figure.span,
    figure,
    measure,
    // Absent parts are there as undefined: all claims have one shape, which is what makes reading them fast.
    subject: subject.subject,
    subjectFrom: subject.subjectFrom,
    period,
    periodFrom,
    scope: NO_SCOPE,
    stance,
    source,
    role,
    section,
    evidence,
    context,
  };
}

const NOBODY: readonly NamedActor[] = [];
const NO_SCOPE: readonly string[] = [];

type FoundPeriod = Pick<Claim, 'period' | 'periodFrom'>;

/** When a claim is of: what its sentence says, the year that heads its table's column, or the date that its list is introduced with. */
function findPeriod({ period, cell, figure }: ClaimEvidence, introduced: string | undefined): FoundPeriod {
  if (period) return { period, periodFrom: 'text' };
  const ofColumn = /^\s*((?:19|20)\d{2})\s*$/.exec(cell?.columnText ?? '')?.[1];
  if (ofColumn) return { period: ofColumn, periodFrom: 'column' };
  return introduced && figure.kind !== 'date' ? { period: introduced, periodFrom: 'section' } : {};
}
