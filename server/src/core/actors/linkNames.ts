// Brings the names of a document together that are one actor: equal spellings, full name and surname, acronym and
// expansion, short forms. Two people of one surname stay two, and a surname alone goes to the one it was first used for.

import { mapAgain } from '../text/sharedEnds.ts';
import type { NamedPiece } from './chooseNames.ts';
import { joinAcronyms, joinShortForms } from './linkForms.ts';
import { joinOffices, joinPersons } from './linkPersons.ts';
import { type Clusters, clustersOf } from './nameClusters.ts';
import { groupBySpelling, type NameGroups } from './nameGroups.ts';
import { type SpelledPiece, spellPiece, tellCouplesApart } from './spelledPiece.ts';

export interface LinkedNames {
  /** The pieces of prose with their names, and each of them with what linking asks of it. */
  readonly pieces: readonly NamedPiece[];
  readonly spelled: readonly SpelledPiece[];
  readonly groups: NameGroups;
  /** The names by actor. */
  readonly clusters: Clusters;
}

/**
 * Links names; `same` maps declared spellings to their actor's key, `before` is how those of an earlier state were linked. What the names
 * say of their kinds is asked of each spelling and of each actor as a whole, and of nothing else.
 */
export function linkNames(
  pieces: readonly NamedPiece[],
  same: ReadonlyMap<string, string>,
  before?: LinkedNames,
): LinkedNames {
  const known = before && { items: before.pieces, results: before.spelled };
  const spelled = mapAgain(pieces, (piece) => spellPiece(piece, same), known);
  const groups = groupBySpelling(tellCouplesApart(spelled, same), before?.groups);
  if (!groups.isJoined) {
    joinAcronyms(groups);
    joinPersons(groups);
    joinShortForms(groups);
    joinOffices(groups);
  }
  return { pieces, spelled, groups, clusters: clustersOf(groups, before?.clusters) };
}
