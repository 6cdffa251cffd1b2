// Makes claims of the evidence of all blocks: what a figure's own sentence leaves open (its subject, its period, what its
// list or table is about) comes from its row, its column, the sentence that introduces it, and the headings above it.

import type { Actor } from '../actors/actor.ts';
import type { LaidOutBlock } from '../markdown/layout.ts';
import type { Section } from '../markdown/section.ts';
import type { Claim } from './claim.ts';
import { introductionOf, joinContext, readHeadings } from './context.ts';
import type { ClaimEvidence } from './evidence.ts';
import { type FindSubject, type FoundSubject, findSubjects, findTitled } from './findSubjects.ts';
import { areSame, type MentionsByBlock, mentionsIn, type NamedActor } from './mentionsIn.ts';
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
 * actors that the block names, and the one that its section is about.
 */
interface GivenClaims {
  readonly context: readonly Token[];
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
  const isKept = findKept({ evidence, mentions, titled }, setting, before);
  const claims: Claim[] = [];
  const firsts: number[] = [];
  let isNew = false;
  for (const [block, ofBlock] of evidence.entries()) {
    const first = claims.length;
    firsts.push(first);
    if (ofBlock.length === 0) continue;
    if (isKept(block, first)) {
      for (let at = first; at < first + ofBlock.length; at++) claims.push(before!.claims[at]!);
      continue;
    }
    const section = setting.sectionOfBlock(block);
    const context = joinContext(introductionOf(blocks, block), headingsOf(section));
    const surroundings = { context, named: mentions[block] ?? NOBODY, about: titled[section.index] };
    for (const claim of giveClaims(ofBlock, surroundings, { first, block, section, findSubject })) {
      if (claim !== before?.claims[claims.length]) isNew = true;
      claims.push(claim);
    }
  }
  const isSame = before !== undefined && !isNew && claims.length === before.claims.length;
  return { claims: isSame ? before.claims : claims, firsts, evidence, mentions, titled, blocks, sections, actors };
}

/** Answers whether a block's claims are those that it had before, given how many stand before it. */
function findKept(
  { evidence, mentions, titled }: Pick<ResolvedClaims, 'evidence' | 'mentions' | 'titled'>,
  { blocks, sections, sectionOfBlock }: ClaimSetting,
  before: ResolvedClaims | undefined,
): (block: number, first: number) => boolean {
  if (before === undefined || before.blocks.length !== blocks.length || !haveSameTitles(before.sections, sections))
    return () => false;
  return (block, first) => {
    if (evidence[block] !== before.evidence[block] || mentions[block] !== before.mentions[block]) return false;
    if (before.firsts[block] !== first || blocks[block] !== before.blocks[block]) return false;
    if (blocks[block - 1] !== before.blocks[block - 1]) return false;
    const { index } = sectionOfBlock(block);
    return before.claims[first]!.section === index && before.titled[index] === titled[index];
  };
}

function haveSameTitles(before: readonly Section[], after: readonly Section[]): boolean {
  return (
    before.length === after.length &&
    after.every(({ title, level, parent }, index) => {
      const was = before[index]!;
      return was.title === title && was.level === level && was.parent === parent;
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

/** The claims of a block's evidence. */
function giveClaims(
  ofBlock: readonly ClaimEvidence[],
  surroundings: Omit<GivenClaims, 'claims'>,
  { first, block, section, findSubject }: Placing,
): readonly Claim[] {
  const { context, named, about } = surroundings;
  const known = given.get(ofBlock);
  const isSame = known?.context === context && known.about === about && areSame(known.named, named);
  const claims = ofBlock.map((one, order) => {
    const before = known ? known.claims[order] : givenOne.get(one);
    if (isSame && before) return moveClaim(before, first + order, block, section.index);
    const subject = findSubject(one, block, section);
    const isSameClaim =
      before?.context === context && before.subject === subject.subject && before.subjectFrom === subject.subjectFrom;
    return isSameClaim
      ? moveClaim(before, first + order, block, section.index)
      : makeClaim(one, subject, context, first + order, block, section.index);
  });
  claims.forEach((claim, order) => {
    if (claim !== known?.claims[order]) givenOne.set(claim.evidence, claim);
  });
  given.set(ofBlock, { ...surroundings, claims });
  return claims;
}

function moveClaim(claim: Claim, index: number, block: number, section: number): Claim {
  const isThere = claim.index === index && claim.block === block && claim.section === section;
  return isThere ? claim : { ...claim, index, block, section };
}

function makeClaim(
  evidence: ClaimEvidence,
  subject: FoundSubject,
  context: readonly Token[],
  index: number,
  block: number,
  section: number,
): Claim {
  const { prose, figure, measure, stance, source, role } = evidence;
  const period = evidence.period ?? columnPeriod(evidence);
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
    periodFrom: period === undefined ? undefined : evidence.period ? 'text' : 'column',
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

/** The year that heads a table's column. */
function columnPeriod(evidence: ClaimEvidence): string | undefined {
  return /^\s*((?:19|20)\d{2})\s*$/.exec(evidence.cell?.columnText ?? '')?.[1];
}
