// What an index keeps of a claim: what it is compared by, whom it was compared with, and what came of it.

import type { Candidates } from './candidates.ts';
import type { Claim } from './claim.ts';
import type { ClaimView } from './claimView.ts';
import type { ComparableValue } from './comparableValue.ts';
import type { Concept, Postings } from './conceptIndex.ts';
import type { JudgedPair } from './pairIndex.ts';
import type { HeldPartner, Likened, Partner, PartnerList } from './partner.ts';
import type { TallyPart } from './sectionTallies.ts';
import type { WeighedWords } from './weighWords.ts';

/** A claim with what it is compared by. A claim whose words, or their rarity, change gets another one of these. */
export interface IndexedClaim extends WeighedWords {
  claim: Claim;
  /** Its number among the claims of the index, which what it is weighed anew as has too. */
  readonly slot: number;
  /** The claim's index in the present state of the document. */
  index: number;
  /** In which shape of text it stands. */
  shape: string;
  readonly value: ComparableValue | undefined;
  /** By number, ascending. */
  readonly concepts: readonly Concept[];
  /** The numbers of its concepts, in the same order. */
  readonly numbers: Int32Array;
  /** The lists of each of its concepts for its kind of quantity; none where it cannot be compared. */
  readonly postings: readonly Postings[];
  /** By concept: how near it stands. */
  readonly closeness: Float32Array;
  /** What it adds to the counts: the concepts of its sentence, for the first claim of each sentence. */
  readonly counted: readonly Concept[] | undefined;
  /** The others that share most with it, the best first: all of them, or more than are compared. */
  candidates: Candidates;
  isComplete: boolean;
  /** The candidates that were compared. */
  partners: PartnerList;
  /** Those of them that contradict it. */
  against: readonly Partner[];
  /** The round in which its partners were last compared. */
  compared: number;
  /** The round in which it last came into another shape of text, or other partners came to agree with it. */
  placed: number;
  /** What it is to the claims that have it among their partners. */
  readonly heldBy: HeldPartner[];
  /** How often its value is stated in another sentence; undefined where that is to be counted again. */
  frequency: number | undefined;
  /** What its comparisons look at of its words, once there is one. */
  view: ClaimView | undefined;
  /** What it has added to the tallies of sections. */
  part: TallyPart | undefined;
  /** The rounds in which its partners, or a claim of its sentence, were last others, and a value close to it. */
  stirred: number;
  neighboured: number;
  /** How it was last judged together with the one that contradicts it. */
  judged: JudgedPair | undefined;
  /** What it is, while another claim is being compared, to that, and what that is to it. */
  is: HeldPartner | undefined;
  holds: HeldPartner | undefined;
  /** Whether it has been taken out of the index. */
  isGone: boolean;
  /** The round in which it was last asked whether it knows a claim that is gone. */
  asked: number;
  /** What it is weighed anew as, if only the rarity of its words changed; and in that round what it was before. */
  successor: IndexedClaim | undefined;
  former: IndexedClaim | undefined;
  /** What it was to others in an earlier state. */
  likened: readonly Likened[];
}
