// The spelling that stands for all spellings known to mean the same beforehand: "U.S." for "United States".

import type { ChosenName } from './chooseNames.ts';
import { PERSON } from './kinds.ts';
import { Sense, sensesOf } from './lexicon.ts';

const KNOWN_SHORT: ReadonlyMap<string, string> = new Map([
  ['us', 'united states'],
  ['u.s.', 'united states'],
  ['usa', 'united states'],
  ['u.s.a.', 'united states'],
  ['u.s', 'united states'],
  ['united states of america', 'united states'],
  ['uk', 'united kingdom'],
  ['u.k.', 'united kingdom'],
  ['uae', 'united arab emirates'],
  ['eu', 'european union'],
  ['un', 'united nations'],
  ['u.n.', 'united nations'],
  ['ussr', 'soviet union'],
  ['america', 'united states'],
]);

/** A name's key without title, hyphens and forms of state; what the project file declares comes first. */
export function canonicalKey(name: ChosenName, same: ReadonlyMap<string, string>): string {
  const { key, titled, span } = name.candidate;
  const bare =
    titled === undefined || name.kind !== PERSON
      ? key
      : keyWithoutTitle(key, name.evidence.text.slice(span.start, span.start + titled));
  const plain = bare.replaceAll('-', ' ');
  const spelled = name.kind === PERSON ? plain : plain.replace(BRITISH, (word) => AMERICAN.get(word)!);
  return same.get(bare) ?? KNOWN_SHORT.get(plain) ?? withoutStateForm(spelled);
}

/** Words of names that Britons spell otherwise than Americans. */
const AMERICAN: ReadonlyMap<string, string> = new Map([
  ['harbour', 'harbor'],
  ['centre', 'center'],
  ['theatre', 'theater'],
  ['defence', 'defense'],
  ['labour', 'labor'],
]);
const BRITISH = new RegExp(`\\b(?:${[...AMERICAN.keys()].join('|')})\\b`, 'g');

const STATE_FORMS = [
  'republic of ',
  'the republic of ',
  'kingdom of ',
  'state of ',
  "people's republic of ",
  'commonwealth of ',
];

/** "republic of latvia" is Latvia. */
function withoutStateForm(key: string): string {
  for (const form of STATE_FORMS) {
    if (!key.startsWith(form)) continue;
    const rest = key.slice(form.length).replace(/^the /, '');
    if ((sensesOf(rest) & (Sense.country | Sense.region)) !== 0) return KNOWN_SHORT.get(rest) ?? rest;
  }
  return key;
}

/** The key after as many words as the title has. */
function keyWithoutTitle(key: string, title: string): string {
  let rest = key;
  for (const word of title.trim().split(/\s+/)) {
    const blank = rest.indexOf(' ');
    if (word === '' || blank < 0) break;
    rest = rest.slice(blank + 1);
  }
  return rest;
}
