// Brings the names of a document together that are one actor: equal spellings, full name and surname, acronym and
// expansion, short forms. Two people of one surname stay two, and a surname alone goes to the one it was first used for.

import { canonicalKey } from './canonicalKey.ts';
import type { ChosenName } from './chooseNames.ts';
import { joinAcronyms, joinShortForms } from './linkForms.ts';
import { joinOffices, joinPersons } from './linkPersons.ts';
import { clustersOf, groupBySpelling, type NameCluster } from './nameGroups.ts';

export interface LinkedNames {
  /** As many as there were, in their order. */
  readonly names: readonly ChosenName[];
  /** The names by actor, in the order of their first names. */
  readonly clusters: readonly NameCluster[];
  /** The names by spelling. */
  readonly spellings: readonly NameCluster[];
}

/**
 * Links names; `same` maps declared spellings to their actor's key. What the names say of their kinds is asked of each spelling and
 * of each actor as a whole, and of nothing else.
 */
export function linkNames(all: readonly ChosenName[], same: ReadonlyMap<string, string>): LinkedNames {
  const names = tellCouplesApart(all);
  const spelled = { names, keys: names.map((name) => canonicalKey(name, same)) };
  const groups = groupBySpelling(spelled);
  joinAcronyms(spelled, groups);
  joinPersons(groups);
  joinShortForms(groups);
  joinOffices(spelled, groups);
  return { names, clusters: clustersOf(groups, spelled), spellings: [...groups.byKey.values()] };
}

const FEMALE = /^(?:mrs|ms|miss|mme|frau|lady|madame|senora) (\S+)$/;
const MEN = ['mr ', 'herr ', 'lord ', 'monsieur ', 'senor '];

/** The surname of a spelling that calls a man by it. */
function surnameOfMan(key: string): string | undefined {
  const title = MEN.find((one) => key.startsWith(one));
  const surname = title && key.slice(title.length);
  return surname && /^\S+$/.test(surname) ? surname : undefined;
}

/** By name, the one that stands for it where she is kept apart. */
const women = new WeakMap<ChosenName, ChosenName>();

/** Where a text speaks of "Mr Novak" and of "Mrs Novak", her surname is kept apart from his. */
function tellCouplesApart(names: readonly ChosenName[]): readonly ChosenName[] {
  const men = new Set<string>();
  for (const { candidate } of names) {
    const surname = surnameOfMan(candidate.key);
    if (surname !== undefined) men.add(surname);
  }
  if (men.size === 0) return names;
  return names.map((name) => {
    const surname = FEMALE.exec(name.candidate.key)?.[1];
    if (surname === undefined || !men.has(surname)) return name;
    const known = women.get(name);
    const woman = known ?? { ...name, candidate: { ...name.candidate, key: `mrs ${surname}(f)` } };
    if (known === undefined) women.set(name, woman);
    return woman;
  });
}
