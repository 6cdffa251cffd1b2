// Brings the names of a document together that are one actor: equal spellings, full name and surname, acronym and
// expansion, short forms. Two people of one surname stay two, and a surname alone goes to the one it was first used for.

import type { ChosenName } from './chooseNames.ts';
import { joinAcronyms, joinShortForms } from './linkForms.ts';
import { joinOffices, joinPersons } from './linkPersons.ts';
import { clustersOf, groupBySpelling, type NameCluster } from './nameGroups.ts';

/** The names by actor, in the order of their first names; `same` maps declared spellings to their actor's key. */
export function linkNames(all: readonly ChosenName[], same: ReadonlyMap<string, string>): NameCluster[] {
  const names = tellCouplesApart(all);
  const groups = groupBySpelling(names, same);
  joinAcronyms(names, groups, same);
  joinPersons(groups);
  joinShortForms(groups);
  joinOffices(names, groups, same);
  return clustersOf(groups, names, same);
}

const FEMALE = /^(?:mrs|ms|miss|mme|frau|lady|madame|senora) (\S+)$/;
const MALE = /^(?:mr|herr|lord|monsieur|senor) (\S+)$/;

/** Where a text speaks of "Mr Novak" and of "Mrs Novak", her surname is kept apart from his. */
function tellCouplesApart(names: readonly ChosenName[]): readonly ChosenName[] {
  const men = new Set<string>();
  for (const { candidate } of names) {
    const surname = MALE.exec(candidate.key)?.[1];
    if (surname !== undefined) men.add(surname);
  }
  if (men.size === 0) return names;
  return names.map((name) => {
    const surname = FEMALE.exec(name.candidate.key)?.[1];
    if (surname === undefined || !men.has(surname)) return name;
    return { ...name, candidate: { ...name.candidate, key: `mrs ${surname}(f)` } };
  });
}
