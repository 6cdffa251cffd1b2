// Makes claims of the evidence of all blocks: what a figure's own sentence leaves open (its subject, its period, what its
// list or table is about) comes from its row, its column, the sentence that introduces it, and the headings above it.

import type { Actor, Mention } from '../actors/actor.ts';
import type { Prose } from '../markdown/block.ts';
import type { LaidOutBlock } from '../markdown/layout.ts';
import type { Section } from '../markdown/section.ts';
import type { Claim } from './claim.ts';
import type { ClaimEvidence } from './evidence.ts';
import { type ProseTokens, readTokens, type Token } from './tokens.ts';

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

/**
 * The claims of a document in document order; `evidence` by block. Where nothing about a claim has changed since the
 * last time, it is the same object.
 */
export function resolveClaims(evidence: readonly (readonly ClaimEvidence[])[], setting: ClaimSetting): Claim[] {
  const claims: Claim[] = [];
  const mentions = mentionsIn(setting.actors);
  const titled = findTitled(setting.sections, mentions);
  const subjectOf = findSubjects(mentions, titled);
  const headingsOf = readHeadings(setting.sections);
  evidence.forEach((ofBlock, block) => {
    if (ofBlock.length === 0) return;
    const section = setting.sectionOfBlock(block);
    const known = given.get(ofBlock);
    const context = joinContext(introductionOf(setting.blocks, block), headingsOf(section));
    const named = mentions.ofBlock(block);
    const about = titled.get(section.index);
    const first = claims.length;
    if (known?.context === context && known.about === about && areSame(known.named, named)) {
      for (const before of known.claims) {
        const claim = moveClaim(before, claims.length, block, section.index);
        if (claim !== before) givenOne.set(claim.evidence, claim);
        claims.push(claim);
      }
      if (claims[first] !== known.claims[0]) given.set(ofBlock, { ...known, claims: claims.slice(first) });
      return;
    }
    ofBlock.forEach((one, order) => {
      const subject = subjectOf(one, block, section);
      const before = known ? known.claims[order] : givenOne.get(one);
      const isSameClaim =
        before?.context === context && before.subject === subject.subject && before.subjectFrom === subject.subjectFrom;
      const claim = isSameClaim
        ? moveClaim(before, claims.length, block, section.index)
        : makeClaim(one, subject, context, claims.length, block, section.index);
      if (claim !== before) givenOne.set(one, claim);
      claims.push(claim);
    });
    given.set(ofBlock, { context, named, about, claims: claims.slice(first) });
  });
  return claims;
}

/** By the headings above, what is made of them with an introduction. */
const contexts = new WeakMap<readonly Token[], WeakMap<readonly Token[], readonly Token[]>>();

/** The words of an introduction and of headings; the same list for the same two. */
function joinContext(introduction: readonly Token[], headings: readonly Token[]): readonly Token[] {
  if (introduction.length === 0) return headings;
  let known = contexts.get(headings);
  if (!known) {
    known = new WeakMap();
    contexts.set(headings, known);
  }
  const context = known.get(introduction) ?? [...introduction, ...headings];
  known.set(introduction, context);
  return context;
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

const NOTHING: readonly Token[] = [];
const NO_SCOPE: readonly string[] = [];

/** Words of headings, by the titles from the innermost outwards. */
const remembered = new Map<string, readonly Token[]>();
const REMEMBERED_AT_MOST = 20_000;

/** Answers the words of the headings above a section's text, its own first; the document's own title says nothing that parts its claims. */
function readHeadings(sections: readonly Section[]): (section: Section) => readonly Token[] {
  const known: (readonly Token[] | undefined)[] = [];
  const pathOf = ({ title, parent }: Section): string => {
    const above = parent === undefined ? undefined : sections[parent];
    return above && above.level > 1 ? `${title}\n${pathOf(above)}` : title;
  };
  return (section) => {
    const own = known[section.index];
    if (own) return own;
    const path = pathOf(section);
    const tokens = remembered.get(path) ?? rememberHeadings(path);
    known[section.index] = tokens;
    return tokens;
  };
}

function rememberHeadings(path: string): readonly Token[] {
  if (remembered.size >= REMEMBERED_AT_MOST) remembered.clear();
  const tokens = path.split('\n').flatMap(readContent);
  remembered.set(path, tokens);
  return tokens;
}

function readContent(text: string): readonly Token[] {
  return readTokens(text, []).tokens.filter((token) => token.kind === 'content');
}

const introductions = new WeakMap<Prose, readonly Token[]>();

/** The words of the sentence that announces a list or a table: "Key results for 2026:", "Table 3: Spending by year". */
function introductionOf(blocks: readonly LaidOutBlock[], block: number): readonly Token[] {
  const own = blocks[block]!;
  if (own.kind !== 'list' && own.kind !== 'table') return NOTHING;
  const before = blocks[block - 1];
  const prose = before?.kind === 'paragraph' ? before.prose.at(-1) : undefined;
  if (!prose) return NOTHING;
  const known = introductions.get(prose);
  if (known) return known;
  const trimmed = prose.text.trimEnd();
  const isAnnouncing = trimmed.endsWith(':') || /^(?:table|figure)\b/i.test(trimmed);
  const words = isAnnouncing ? readContent(trimmed.slice(-200)) : NOTHING;
  introductions.set(prose, words);
  return words;
}

/** The year that heads a table's column. */
function columnPeriod(evidence: ClaimEvidence): string | undefined {
  return /^\s*((?:19|20)\d{2})\s*$/.exec(evidence.cell?.columnText ?? '')?.[1];
}

type FoundSubject = Pick<Claim, 'subject' | 'subjectFrom'>;

interface NamedActor {
  readonly mention: Mention;
  readonly actor: string;
}

const NOBODY: readonly NamedActor[] = [];

/** The mentions of a document's actors, by where they stand. */
interface Mentions {
  /** In the order of the actors. */
  ofBlock(block: number): readonly NamedActor[];
  /** Those in one piece of prose that are no part of another one; the same list each time. */
  at(block: number, prose: number): readonly NamedActor[];
}

const mentioned = new WeakMap<readonly Actor[], Mentions>();

function mentionsIn(actors: readonly Actor[]): Mentions {
  const known = mentioned.get(actors);
  if (known) return known;
  const byBlock: (NamedActor[] | undefined)[] = [];
  for (const { id, mentions } of actors) {
    for (const mention of mentions) {
      const own = byBlock[mention.block];
      if (own) own.push({ mention, actor: id });
      else byBlock[mention.block] = [{ mention, actor: id }];
    }
  }
  const settled = new Map<number, Map<number, readonly NamedActor[]>>();
  const answer: Mentions = {
    ofBlock: (block) => byBlock[block] ?? NOBODY,
    at(block, prose) {
      const own = byBlock[block];
      if (!own) return NOBODY;
      let ofBlock = settled.get(block);
      if (!ofBlock) {
        ofBlock = new Map([...groupByProse(own)].map(([place, named]) => [place, outermost(named)]));
        settled.set(block, ofBlock);
      }
      return ofBlock.get(prose) ?? NOBODY;
    },
  };
  mentioned.set(actors, answer);
  return answer;
}

function groupByProse(named: readonly NamedActor[]): Map<number, NamedActor[]> {
  const groups = new Map<number, NamedActor[]>();
  for (const one of named) {
    const group = groups.get(one.mention.prose);
    if (group) group.push(one);
    else groups.set(one.mention.prose, [one]);
  }
  return groups;
}

function areSame(some: readonly NamedActor[], others: readonly NamedActor[]): boolean {
  if (some === others) return true;
  if (some.length !== others.length) return false;
  for (let at = 0; at < some.length; at++) {
    if (some[at]!.mention !== others[at]!.mention || some[at]!.actor !== others[at]!.actor) return false;
  }
  return true;
}

/** The mentions that are no part of another one, in their order: “the Port of Vik” speaks of the port, not of Vik. */
function outermost(named: readonly NamedActor[]): NamedActor[] {
  const order = [...named].sort(
    ({ mention: a }, { mention: b }) => a.span.start - b.span.start || b.span.end - a.span.end,
  );
  const outer = new Set<NamedActor>();
  let end = -1;
  for (const one of order) {
    if (one.mention.span.end <= end) continue;
    outer.add(one);
    end = one.mention.span.end;
  }
  return named.filter((one) => outer.has(one));
}

/** By index of the section, the actor that it is about: the one that its heading names, or the one above it. */
function findTitled(sections: readonly Section[], mentions: Mentions): ReadonlyMap<number, string> {
  const titled = new Map<number, string>();
  for (const section of sections) {
    if (section.level === 0) continue;
    const own = mentions.at(section.blocks.start, 0)[0]?.actor;
    const subject = own ?? (section.parent === undefined ? undefined : titled.get(section.parent));
    if (subject) titled.set(section.index, subject);
  }
  return titled;
}

/** Answers whom a figure is about: the last actor named before it in its sentence, else the one that its section is about. */
function findSubjects(
  mentions: Mentions,
  titled: ReadonlyMap<number, string>,
): (evidence: ClaimEvidence, block: number, section: Section) => FoundSubject {
  const findNearest = sweepMentions(mentions);
  return (evidence, block, section) => {
    const nearest = findNearest(evidence, block);
    if (nearest) return { subject: nearest, subjectFrom: 'text' };
    const { rowProse } = evidence.cell ?? {};
    const ofRow = rowProse === undefined ? undefined : mentions.at(block, rowProse)[0]?.actor;
    if (ofRow) return { subject: ofRow, subjectFrom: 'row' };
    const inherited = titled.get(section.index);
    return inherited ? { subject: inherited, subjectFrom: 'section' } : {};
  };
}

/**
 * Answers the last of the actors that a figure's sentence names before it. Asked for the figures of a piece of prose in their
 * order, it looks at each word and each mention once.
 */
function sweepMentions(mentions: Mentions): (evidence: ClaimEvidence, block: number) => string | undefined {
  let named: readonly NamedActor[] = [];
  let order: readonly { readonly mention: Mention; readonly rank: number }[] = [];
  let sentence = -1;
  let from = 0;
  let passed = 0;
  let last = -1;
  return ({ words, token, figure, prose }, block) => {
    const own = mentions.at(block, prose);
    if (own.length === 0) return undefined;
    if (named !== own) {
      named = own;
      order = own
        .map(({ mention }, rank) => ({ mention, rank }))
        .sort((a, b) => a.mention.span.end - b.mention.span.end);
      passed = 0;
      sentence = -1;
    }
    if (sentence !== words.sentences[token]) {
      sentence = words.sentences[token]!;
      from = startOfSentence(words, token);
      last = -1;
    }
    for (; passed < order.length && order[passed]!.mention.span.end <= figure.span.start; passed++) {
      const { mention, rank } = order[passed]!;
      if (mention.span.start >= from && rank > last) last = rank;
    }
    return own[last]?.actor;
  };
}

/** Offset of the first word of the sentence that a token stands in. */
function startOfSentence({ tokens, sentences }: ProseTokens, token: number): number {
  let first = token;
  while (first > 0 && sentences[first - 1] === sentences[token]) first--;
  return tokens[first]!.start;
}
