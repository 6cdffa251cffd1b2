// What is kept of a claim that went, for when its sentence comes back as it was: what it is compared by, and how like others it is.

import type { ClaimView } from './claimView.ts';
import type { IndexedClaim } from './indexedClaim.ts';
import type { Likened } from './partner.ts';

/** How like a claim was to another one, which is told by its view. */
interface KeptLikeness extends Likened {
  readonly view: ClaimView;
}

export interface DepartedClaim
  extends Pick<
    IndexedClaim,
    'claim' | 'value' | 'concepts' | 'numbers' | 'postings' | 'closeness' | 'counted' | 'view'
  > {
  readonly likened: readonly KeptLikeness[];
}

/** Of so many of those whose partner it was is kept how like it is: one that hundreds hold does without the others. */
const HOLDERS = 32;

/** What is kept of a claim that goes; of the others only what they look like, so that none of them is kept with it. */
export function departedClaim(one: IndexedClaim): DepartedClaim {
  const { claim, value, concepts, numbers, postings, closeness, counted, view } = one;
  const likened = one.partners.all.flatMap(({ other, likeness, meets, agrees, isFirst }): KeptLikeness[] =>
    other.view ? [{ view: other.view, likeness, meets, agrees, isFirst }] : [],
  );
  for (const { owner, likeness, meets, agrees, isFirst } of one.heldBy.slice(0, HOLDERS))
    if (owner.view) likened.push({ view: owner.view, likeness, meets, agrees, isFirst: !isFirst });
  return { claim, value, concepts, numbers, postings, closeness, counted, view, likened };
}
