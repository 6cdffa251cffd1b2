// Brings the names of a document together that are one actor: equal spellings, full name and surname, acronym and
// expansion, short forms. Two people of one surname stay two, and a surname alone goes to the one it was first used for.

import type { NamedPiece } from './chooseNames.ts';
import type { KindSums } from './kindSums.ts';
import { joinAcronyms, joinShortForms } from './linkForms.ts';
import { joinOffices, joinPersons } from './linkPersons.ts';
import { type Clusters, clustersOf, groupBySpelling, type NameGroups } from './nameGroups.ts';
import { type SpelledPiece, spellPiece, tellCouplesApart } from './spelledPiece.ts';

/** Names that linking asks of their kind together. */
export interface Asked {
  readonly sums: KindSums;
  readonly kind: number;
}

export interface LinkedNames {
  /** The pieces of prose with their names. */
  readonly pieces: readonly NamedPiece[];
  /** By piece: the names as they were linked, and their spellings. */
  readonly spelled: readonly SpelledPiece[];
  readonly byKey: NameGroups['byKey'];
  /** The names by actor. */
  readonly clusters: Clusters;
  /** What those come to whose names score something else now than when they were linked. */
  readonly sums: ReadonlyMap<Asked, KindSums>;
}

/**
 * Links names; `same` maps declared spellings to their actor's key. What the names say of their kinds is asked of each spelling and
 * of each actor as a whole, and of nothing else.
 */
export function linkNames(pieces: readonly NamedPiece[], same: ReadonlyMap<string, string>): LinkedNames {
  const own = pieces.map((piece) => spellPiece(piece, same));
  const spelled = tellCouplesApart(own, same);
  const groups = groupBySpelling(spelled);
  joinAcronyms(spelled, groups);
  joinPersons(groups);
  joinShortForms(groups);
  joinOffices(spelled, groups);
  return { pieces, spelled, byKey: groups.byKey, clusters: clustersOf(groups, spelled), sums: new Map() };
}
