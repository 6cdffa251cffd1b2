// Whom a figure is about: the last actor that its sentence names before it, the one of its row, or the one that its section is about.

import type { Mention } from '../actors/actor.ts';
import { type MentionsByBlock, type NamedActor, outermostIn } from '../actors/mentionsIn.ts';
import type { Section } from '../markdown/section.ts';
import type { Claim } from './claim.ts';
import type { ClaimEvidence } from './evidence.ts';
import type { ProseTokens } from './tokens.ts';

export type FoundSubject = Pick<Claim, 'subject' | 'subjectFrom'>;

/** Answers whom a figure is about; asked for the figures of a piece of prose in their order. */
export type FindSubject = (evidence: ClaimEvidence, block: number, prose: number, section: Section) => FoundSubject;

/** By index of the section, the actor that it is about: the one that its heading names, or the one above it. */
export function findTitled(sections: readonly Section[], mentions: MentionsByBlock): readonly (string | undefined)[] {
  const titled: (string | undefined)[] = sections.map(() => undefined);
  for (const section of sections) {
    if (section.level === 0) continue;
    const own = outermostIn(mentions, section.blocks.start, 0)[0]?.actor;
    const subject = own ?? (section.parent === undefined ? undefined : titled[section.parent]);
    titled[section.index] = subject;
  }
  return titled;
}

/** Answers whom a figure is about: the last actor named before it in its sentence, else the one that its section is about. */
export function findSubjects(mentions: MentionsByBlock, titled: readonly (string | undefined)[]): FindSubject {
  const findNearest = sweepMentions(mentions);
  return (evidence, block, prose, section) => {
    const nearest = findNearest(evidence, block, prose);
    if (nearest) return { subject: nearest, subjectFrom: 'text' };
    const { rowBy } = evidence.cell ?? {};
    const ofRow = rowBy === undefined ? undefined : outermostIn(mentions, block, prose + rowBy)[0]?.actor;
    if (ofRow) return { subject: ofRow, subjectFrom: 'row' };
    const inherited = titled[section.index];
    return inherited ? { subject: inherited, subjectFrom: 'section' } : {};
  };
}

/**
 * Answers the last of the actors that a figure's sentence names before it. Asked for the figures of a piece of prose in their
 * order, it looks at each word and each mention once.
 */
function sweepMentions(
  mentions: MentionsByBlock,
): (evidence: ClaimEvidence, block: number, prose: number) => string | undefined {
  let named: readonly NamedActor[] = [];
  let order: readonly { readonly mention: Mention; readonly rank: number }[] = [];
  let sentence = -1;
  let from = 0;
  let passed = 0;
  let last = -1;
  return ({ words, token, figure }, block, prose) => {
    const own = outermostIn(mentions, block, prose);
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
