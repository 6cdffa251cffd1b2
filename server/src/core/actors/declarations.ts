// What the project file declares of actors, as resolving names asks for it: by the spellings under which names are compared.

import type { DeclaredActor } from './actor.ts';
import { foldName } from './lexicon.ts';

export interface Declarations {
  /** Spellings that are never an actor. */
  readonly never: ReadonlySet<string>;
  /** From each declared spelling to the key of the declared name. */
  readonly same: ReadonlyMap<string, string>;
  /** From the key of a declared name to its place in the list. */
  readonly indices: ReadonlyMap<string, number>;
}

/** The key of a name: folded, without an article. */
export const keyOfName = (name: string) => foldName(name).trim().replace(/\s+/g, ' ').replace(/^the /, '');

const read = new WeakMap<readonly DeclaredActor[], Declarations>();

/** What a list of entries declares; the same answer for the same list. */
export function readDeclarations(declared: readonly DeclaredActor[]): Declarations {
  const known = read.get(declared);
  if (known !== undefined) return known;
  const never = new Set<string>();
  const same = new Map<string, string>();
  const indices = new Map<string, number>();
  declared.forEach((actor, index) => {
    const key = keyOfName(actor.name);
    if (actor.not === true) {
      never.add(key);
      return;
    }
    indices.set(key, index);
    for (const alias of [actor.name, ...(actor.aliases ?? [])]) same.set(keyOfName(alias), key);
  });
  const declarations = { never, same, indices };
  read.set(declared, declarations);
  return declarations;
}
