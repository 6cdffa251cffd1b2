// Makes what an index keeps of a claim: of a new one, and of one that is only weighed anew.

import type { IndexedClaim } from './indexedClaim.ts';
import { type Likened, NO_PARTNERS } from './partner.ts';
import { weighWords } from './weighWords.ts';

/** What a claim is compared by, whatever its words weigh. */
type Compared = Pick<
  IndexedClaim,
  'claim' | 'slot' | 'index' | 'shape' | 'value' | 'concepts' | 'numbers' | 'postings' | 'closeness' | 'counted'
>;

const NOBODY: readonly Likened[] = [];

/** A claim that has not been compared yet, with its words as rare as they are now. */
export function indexClaim(compared: Compared): IndexedClaim {
  const { claim, slot, index, shape, value, concepts, numbers, postings, closeness, counted } = compared;
  const { rarity, total, lookedUp } = weighWords(concepts, closeness);
  return {
    claim,
    slot,
    index,
    shape,
    value,
    concepts,
    numbers,
    postings,
    closeness,
    rarity,
    total,
    lookedUp,
    counted,
    candidates: { slots: [], shared: [] },
    isComplete: true,
    partners: NO_PARTNERS,
    is: undefined,
    holds: undefined,
    against: [],
    compared: 0,
    placed: 0,
    heldBy: [],
    frequency: undefined,
    view: undefined,
    part: undefined,
    stirred: 0,
    neighboured: 0,
    judged: undefined,
    isGone: false,
    asked: 0,
    successor: undefined,
    former: undefined,
    likened: NOBODY,
  };
}

/** What takes the place of a claim of whose words some became rarer or more common. */
export function weighAnew(former: IndexedClaim): IndexedClaim {
  const successor = indexClaim(former);
  successor.stirred = former.stirred;
  successor.neighboured = former.neighboured;
  successor.view = former.view;
  successor.former = former;
  successor.likened = former.partners.all;
  former.successor = successor;
  return successor;
}
