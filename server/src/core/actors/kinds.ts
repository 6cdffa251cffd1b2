// The kinds of actors by number, as the scores of names have them.

import type { ActorKind } from './actor.ts';

export const PERSON = 0;
export const ORGANIZATION = 1;
export const PLACE = 2;
/** None of the three, or one of which it is not known. */
export const OTHER = 3;

/** The kinds by their numbers. */
export const KINDS: readonly ActorKind[] = ['person', 'organization', 'place', 'other'];
