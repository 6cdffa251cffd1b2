// Makes claims of the evidence of all blocks, and after an edit of the blocks that it concerns. What each block's claims are made of
// besides, and which of them stay, is for giveClaims.ts.

import type { Actor } from '../actors/actor.ts';
import { type MentionsByBlock, mentionsIn, type NamedActor } from '../actors/mentionsIn.ts';
import type { LaidOutBlock } from '../markdown/layout.ts';
import type { Section } from '../markdown/section.ts';
import type { Lineage } from '../text/lineage.ts';
import { noteShared, sharedEnds } from '../text/sharedEnds.ts';
import type { Span } from '../text/span.ts';
import type { Claim } from './claim.ts';
import { introducedPeriod, introductionOf, joinContext, readHeadings } from './context.ts';
import type { EvidenceByProse } from './evidence.ts';
import { findSubjects, findTitled } from './findSubjects.ts';
import { giveClaims } from './giveClaims.ts';

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
  readonly lineage?: Lineage;
}

/** The claims of a state of a document, and what they were made of. */
export interface ResolvedClaims extends Omit<ClaimSetting, 'sectionOfBlock'> {
  /** In document order. */
  readonly claims: readonly Claim[];
  /** By block: how many claims stand before it. */
  readonly firsts: readonly number[];
  readonly evidence: readonly EvidenceByProse[];
  readonly mentions: MentionsByBlock;
  /** By section: the actor that it is about. */
  readonly titled: readonly (string | undefined)[];
}

/**
 * The claims of a document; `evidence` by block. Where nothing about a claim has changed since the state `before`, or since somebody
 * last asked about its evidence, it is the same object; where nothing has changed about any, so is the list.
 */
export function resolveClaims(
  evidence: readonly EvidenceByProse[],
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
  const kept = before && replaceClaims(before, { ...setting, ...parts }, give);
  if (kept) return { ...parts, ...kept };
  const claims: Claim[] = [];
  const firsts: number[] = [];
  for (const [block, ofBlock] of evidence.entries()) {
    firsts.push(claims.length);
    if (hasClaims(ofBlock)) for (const claim of give(block, claims.length)) claims.push(claim);
  }
  return { ...parts, claims, firsts };
}

/**
 * The claims of the state before, but for the blocks in which something may have changed; undefined where the sections are other ones,
 * or where there are more claims or fewer, so that those behind have other numbers.
 */
function replaceClaims(
  before: ResolvedClaims,
  {
    evidence,
    mentions,
    titled,
    blocks,
    sections,
    sectionOfBlock,
  }: Omit<ResolvedClaims, 'claims' | 'firsts'> & ClaimSetting,
  give: (block: number, first: number) => readonly Claim[],
): Pick<ResolvedClaims, 'claims' | 'firsts'> | undefined {
  const { firsts } = before;
  if (before.blocks.length !== blocks.length) return undefined;
  const retitled = findRetitled(before, { sections, titled });
  if (!retitled) return undefined;
  const stretches = [
    ...Array.from(retitled, (section) => sections[section]!.blocks),
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
      !retitled.has(sectionOfBlock(block).index) &&
      blocks[block - 1] === before.blocks[block - 1] &&
      evidence[block - 1] === before.evidence[block - 1];
    if (isSame) continue;
    const first = firsts[block]!;
    const given = hasClaims(evidence[block]!) ? give(block, first) : NONE;
    if (first + given.length !== (firsts[block + 1] ?? before.claims.length)) return undefined;
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

const NONE: readonly Claim[] = [];
const NOBODY: readonly NamedActor[] = [];

function hasClaims(evidence: EvidenceByProse): boolean {
  return evidence.some((own) => own.length > 0);
}

/** Between which indices two lists differ. */
function changedStretch(before: readonly unknown[], after: readonly unknown[]): Span {
  const { start, end } = sharedEnds(before, after);
  const [one, other] = [before.length, after.length];
  return { start, end: one === other ? other - end : Math.max(one, other) };
}

/** The sections of which other headings stand above their text, or are about another actor; undefined where they do not hold the same blocks. */
function findRetitled(
  before: Pick<ResolvedClaims, 'sections' | 'titled'>,
  { sections, titled }: Pick<ResolvedClaims, 'sections' | 'titled'>,
): ReadonlySet<number> | undefined {
  if (before.sections.length !== sections.length) return undefined;
  const retitled = new Set<number>();
  for (const [index, { title, level, parent, blocks }] of sections.entries()) {
    const was = before.sections[index]!;
    const isInPlace =
      was.blocks.start === blocks.start &&
      was.blocks.end === blocks.end &&
      was.level === level &&
      was.parent === parent;
    if (!isInPlace) return undefined;
    const isRetitled =
      was.title !== title ||
      titled[index] !== before.titled[index] ||
      (parent !== undefined && retitled.has(parent) && sections[parent]!.level > 1);
    if (isRetitled) retitled.add(index);
  }
  return retitled;
}
