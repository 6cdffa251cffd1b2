// What the arithmetic rules find in single pieces of prose, and the problems that are made of it. Findings hold the evidence of
// claims, which stays the same wherever the prose moves; where they stand is worked out at the end, for the few that there are.

import type { Claim } from '../claims/claim.ts';
import type { ClaimEvidence } from '../claims/evidence.ts';
import type { AnalysedDocument } from '../document.ts';
import { searchAgain } from '../text/searchAgain.ts';
import type { Problem, ProblemCode } from './problem.ts';
import { problemAtProse, RELATED_AT_MOST } from './proseProblem.ts';
import type { Rule } from './rule.ts';
import { type SentenceFigures, type StatedFigures, sentencesOf, statedFigures } from './statedFigures.ts';

/** What was found in a piece of prose, in a document that has it. */
export interface ProseFinding<Finding> {
  readonly finding: Finding;
  /** What the document makes of evidence from that prose. */
  claimOf(evidence: ClaimEvidence): Claim;
}

export type ProseSearch<Finding> = (document: AnalysedDocument) => ProseFinding<Finding>[];

/**
 * Makes a search of what `find` finds in the pieces of prose with figures, in document order. It may look at the text and the figures of
 * the prose and at nothing else, and is not asked again about prose that it knows from the document's last state.
 */
export function searchProse<Finding>(find: (stated: StatedFigures) => readonly Finding[]): ProseSearch<Finding> {
  const search = searchAgain((stated: StatedFigures) => {
    const found = find(stated);
    return found.length > 0 ? found : undefined;
  });
  return (document) => {
    const { prose, firsts } = statedFigures(document);
    return search(document, prose).flatMap(({ index, finding }) => {
      const claimOf = claimsFrom(document, firsts[index]!);
      return finding.map((one) => ({ finding: one, claimOf }));
    });
  };
}

/** The same of sentences, in prose with two figures or more: of a single figure nothing can be worked out. */
export function searchSentences<Finding>(
  find: (sentence: SentenceFigures) => readonly Finding[],
): ProseSearch<Finding> {
  return searchProse((stated) => (stated.claims.length < 2 ? [] : sentencesOf(stated).flatMap(find)));
}

/** Answers the claim that a piece of evidence was made to, one of those from the claim `first` on. */
export function claimsFrom({ claims }: AnalysedDocument, first: number): (evidence: ClaimEvidence) => Claim {
  return (evidence) => {
    let index = first;
    while (claims[index]!.evidence !== evidence) index++;
    return claims[index]!;
  };
}

/** A figure that does not work out. */
export interface Miscalculation {
  readonly message: string;
  readonly claim: ClaimEvidence;
  /** The operands, and what each of them is: "the whole". */
  readonly operands: readonly (readonly [claim: ClaimEvidence, message: string])[];
  readonly confidence: number;
  readonly reason: Readonly<Record<string, unknown>>;
}

/** The check of a rule on miscalculations in single pieces of prose. */
export function reportAll(code: ProblemCode, search: ProseSearch<Miscalculation>): Rule['check'] {
  return (document) => search(document).map((found) => problemAtFigure(document, code, found));
}

/** The problem that a rule reports at a figure, with its operands as related sites. */
export function problemAtFigure(
  document: AnalysedDocument,
  code: ProblemCode,
  { finding, claimOf }: ProseFinding<Miscalculation>,
): Problem {
  const { message, claim, operands, confidence, reason } = finding;
  return problemAtProse(document, {
    code,
    message,
    at: claimOf(claim),
    related: operands.slice(0, RELATED_AT_MOST).map(([operand, text]) => ({ at: claimOf(operand), message: text })),
    relatedCount: operands.length,
    confidence,
    reason,
  });
}
