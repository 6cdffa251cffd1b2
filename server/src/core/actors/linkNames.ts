// Brings the names of a document together that are one actor: equal spellings, full name and surname, acronym and
// expansion, short forms. Two people of one surname stay two, and a surname alone goes to the one it was first used for.

import type { ChosenName } from './chooseNames.ts';
import { joinAcronyms, joinShortForms } from './linkForms.ts';
import { joinOffices, joinPersons } from './linkPersons.ts';
import { clustersOf, groupBySpelling, type NameCluster } from './nameGroups.ts';

/** The names by actor, in the order of their first names; `same` maps declared spellings to their actor's key. */
export function linkNames(names: readonly ChosenName[], same: ReadonlyMap<string, string>): NameCluster[] {
  const groups = groupBySpelling(names, same);
  joinAcronyms(names, groups, same);
  joinPersons(groups);
  joinShortForms(groups);
  joinOffices(names, groups, same);
  return clustersOf(groups, names, same);
}
