// Makes claims of the evidence of all blocks: what a figure's own sentence leaves open (its subject, its period, what its
// list or table is about) comes from its row, its column, the sentence that introduces it, and the headings above it.

import type { Actor, Mention } from '../actors/actor.ts';
import type { LaidOutBlock } from '../markdown/layout.ts';
import type { Section } from '../markdown/section.ts';
import type { Claim } from './claim.ts';
import type { ClaimEvidence } from './evidence.ts';
import { readTokens, type Token } from './tokens.ts';

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
}

/** The claims of a document in document order; `evidence` by block. */
export function resolveClaims(evidence: readonly (readonly ClaimEvidence[])[], setting: ClaimSetting): Claim[] {
  const claims: Claim[] = [];
  const subjectOf = findSubjects(setting);
  const headings = new Map<number, readonly Token[]>();
  const headingOf = (section: Section): readonly Token[] => {
    let tokens = headings.get(section.index);
    if (!tokens) {
      tokens = readContent(section.title);
      const parent = section.parent === undefined ? undefined : setting.sections[section.parent];
      // The document's own title says nothing that parts its claims.
      if (parent && parent.level > 1) tokens = [...tokens, ...headingOf(parent)];
      headings.set(section.index, tokens);
    }
    return tokens;
  };
  evidence.forEach((ofBlock, block) => {
    if (ofBlock.length === 0) return;
    const section = setting.sectionOfBlock(block);
    const context = [...introductionOf(setting.blocks, block), ...headingOf(section)];
    for (const one of ofBlock) {
      const period = one.period ?? columnPeriod(one);
      claims.push({
        index: claims.length,
        block,
        prose: one.prose,
        span: one.figure.span,
        figure: one.figure,
        measure: one.measure,
        ...subjectOf(one, block, section),
        ...(period && { period, periodFrom: one.period ? 'text' : 'column' }),
        scope: [],
        stance: one.stance,
        ...(one.source && { source: one.source }),
        role: one.role,
        section: section.index,
        evidence: one,
        context,
      });
    }
  });
  return claims;
}

function readContent(text: string): Token[] {
  return readTokens(text, []).tokens.filter((token) => token.kind === 'content');
}

/** The words of the sentence that announces a list or a table: "Key results for 2026:", "Table 3: Spending by year". */
function introductionOf(blocks: readonly LaidOutBlock[], block: number): readonly Token[] {
  const own = blocks[block]!;
  if (own.kind !== 'list' && own.kind !== 'table') return [];
  const before = blocks[block - 1];
  const text = before?.kind === 'paragraph' ? (before.prose.at(-1)?.text ?? '') : '';
  const trimmed = text.trimEnd();
  if (!trimmed.endsWith(':') && !/^(?:table|figure)\b/i.test(trimmed)) return [];
  return readContent(trimmed.slice(-200));
}

/** The year that heads a table's column. */
function columnPeriod(evidence: ClaimEvidence): string | undefined {
  return /^\s*((?:19|20)\d{2})\s*$/.exec(evidence.cell?.columnText ?? '')?.[1];
}

type FoundSubject = Pick<Claim, 'subject' | 'subjectFrom'>;

/** Answers whom a figure is about: the last actor named before it in its sentence, else the one that its section is about. */
function findSubjects(
  setting: ClaimSetting,
): (evidence: ClaimEvidence, block: number, section: Section) => FoundSubject {
  const mentions = new Map<string, { mention: Mention; actor: string }[]>();
  for (const actor of setting.actors) {
    for (const mention of actor.mentions) {
      const key = `${mention.block}/${mention.prose}`;
      const list = mentions.get(key);
      if (list) list.push({ mention, actor: actor.id });
      else mentions.set(key, [{ mention, actor: actor.id }]);
    }
  }
  const titled = new Map<number, string>();
  for (const section of setting.sections) {
    if (section.level === 0) continue;
    const own = mentions.get(`${section.blocks.start}/0`)?.[0]?.actor;
    const subject = own ?? (section.parent === undefined ? undefined : titled.get(section.parent));
    if (subject) titled.set(section.index, subject);
  }
  return (evidence, block, section) => {
    const { words, token, figure } = evidence;
    let first = token;
    while (first > 0 && words.sentences[first - 1] === words.sentences[token]) first--;
    const from = words.tokens[first]!.start;
    let nearest: string | undefined;
    for (const { mention, actor } of mentions.get(`${block}/${evidence.prose}`) ?? []) {
      if (mention.span.start >= from && mention.span.end <= figure.span.start) nearest = actor;
    }
    if (nearest) return { subject: nearest, subjectFrom: 'text' };
    const ofRow = mentions.get(`${block}/${evidence.cell?.rowProse}`)?.[0]?.actor;
    if (ofRow) return { subject: ofRow, subjectFrom: 'row' };
    const inherited = titled.get(section.index);
    return inherited ? { subject: inherited, subjectFrom: 'section' } : {};
  };
}
