// The rule on names that are spelled in two ways; which spellings are held to be one name stands in `spellingForms`.

import { t } from '@vscode/l10n';
import type { Actor } from '../actors/actor.ts';
import { foldName } from '../actors/lexicon.ts';
import type { AnalysedDocument } from '../document.ts';
import { LastOfLineage } from '../text/lineage.ts';
import { remembering } from '../text/remembering.ts';
import { compareSpans } from '../text/span.ts';
import type { Problem } from './problem.ts';
import { problemAtProse, RELATED_AT_MOST } from './proseProblem.ts';
import type { Rule } from './rule.ts';
import { compareSpellings, type SpellingDifference, type SpellingForm, spellingForms } from './spellingForms.ts';

const MOST_ALIKE = 12;

/** Two spellings of one actor's name. */
export const nameVariant: Rule = {
  code: 'name-variant',
  severity: 'warning',
  title: 'A name is spelled in two ways.',
  documentation: `
Two spellings of one name are reported at the rarer one: a letter that is wrong, missing or swapped in one word of a name
(“Untied Nations”), accents that are there in one place and not in another (“Müller”, “Muller”), a hyphen that comes and goes.

Names of one word must be spelled the other way three times at least. Left alone are spellings that stand in one paragraph or
list, where they tell two people apart; words that differ in their ending (“Petrov”, “Petrova”); words that are both known
as names or as ordinary words (“Larsen”, “Larson”); short words, and names in capitals.

**To cure it**, choose one spelling; or declare both in \`concordance.yaml\`, as two actors or as a name and its alias.
`.trim(),
  examples: {
    fires: [
      `
Marina Kolarova leads the agency. The agency was founded in 1990.

Nobody asked Marina Kolarvoa about it.
             ^^^^^^^^^^^^^^^ name-variant

In May, Marina Kolarova resigned.
`.trim(),
      `
The United Nations sent observers. The United Nations was late.

Later the Untied Nations sent more.
          ^^^^^^^^^^^^^^ name-variant
`.trim(),
      'Tibor Vargyas opened the meeting.\n\nThe chair thanked Tibor Vragyas for coming.',
      'Jürgen Hollmann spoke first. Jürgen Hollmann is an engineer.\n\nThe vote was won by Jurgen Hollmann.',
      'We met Zoë Lindqvist in Oslo. Zoë Lindqvist is a nurse.\n\nA letter came from Zoe Lindqvist.',
      'The Institute is run by Anne-Marie Duvernois. Anne-Marie Duvernois is a chemist.\n\nThe prize went to Anne Marie Duvernois.',
      'The Kravchenko Foundation paid for it. The Kravchenko Foundation is rich.\n\nThe Kravchneko Foundation owns the hall.',
      'They flew to Azerbaijan. In Azerbaijan it was hot. The food of Azerbaijan is famous.\n\nThe trip to Azerbajan was long.',
      'The Chatterton Islands are remote. The Chatterton Islands have no airport.\n\nA ship sails to the Chaterton Islands.',
      'Minister Radoslav Hlavacek denied it. Radoslav Hlavacek was in Prague.\n\nThe papers name Radoslav Hlavecek.',
      'Dr. Ottilie Brandhuber led the study. Ottilie Brandhuber works in Linz.\n\nThe grant was given to Ottilie Brandhubber.',
    ],
    silent: [
      'Marina Kolarova leads the agency.\n\nMs Kolarova resigned in May.',
      'Ivan Petrov spoke.\n\nHis wife, Elena Petrova, left.',
      'Ivan Petrovic spoke.\n\nIvan Petrov left.',
      'Anna Larsen opened the meeting. Anna Larsen is a nurse.\n\nAnna Larson closed it.',
      'Kristin Hall and Kristen Hall are twins.\n\nKristin Hall won.',
      'Marina Kolarova and Marina Kolarvoa are two people.\n\nMarina Kolarova left.',
      'The Northern Territory is large. The Northern Territory is hot.\n\nThe Southern Territory is cold.',
      'The vote was in Austria. Austria is small. In Austria it snowed.\n\nThey left for Australia.',
      'Slovakia joined. Slovakia paid. Slovakia left.\n\nSlovenia joined.',
      'JÜRGEN HOLLMANN\n\nJürgen Hollmann spoke. Jürgen Hollmann left.',
      "The boats of O’Donoghue were lost. O’Donoghue wept.\n\nO'Donoghue sold the boats of O'Donoghue.",
      'The Hansen Group grew. The Hansen Group is rich.\n\nThe Hanson Group fell.',
      'Iran and Iraq met. Iran won. Iraq lost.',
      'They ship G20 goods. The G20 met. The G20 left.\n\nThe G21 met.',
      'Officials from Azerbaijan came. Azerbaijan paid. Azerbaijan left.\n\nThe Azerbaijani team came.',
      'Jon Hall spoke. Jon Hall left.\n\nJohn Hall came.',
      'Juan Marin met Mario Conti. Juan Marin left.\n\nMaria Conti came.',
    ],
  },
  check(document, { sensitivity }) {
    const least = sensitivity === 'strict' ? 0.9 : 0;
    return variantsIn(document).filter(({ confidence }) => confidence >= least);
  },
};

function variantsIn(document: AnalysedDocument): Problem[] {
  const problems = pairsIn(document).flatMap(({ usual, rare, difference }) =>
    rare.mentions.map((at) => variant(document, usual, rare, at, difference)),
  );
  problems.sort((a, b) => compareSpans(a.span, b.span));
  // A name within a name that is told says nothing new.
  return problems.filter(({ span }, index) => index === 0 || span.end > problems[index - 1]!.span.end);
}

/** Two spellings that look like one name. */
interface SpellingPair {
  readonly usual: SpellingForm;
  readonly rare: SpellingForm;
  readonly difference: SpellingDifference;
}

function pairsIn(document: AnalysedDocument): SpellingPair[] {
  const told = new Set<SpellingForm>();
  return alikeSpellings(document).flatMap(({ a, b, difference }): SpellingPair[] => {
    const [usual, rare] = byUse(spellingAt(document.actors, a), spellingAt(document.actors, b));
    if (told.has(rare) || !isStrong(usual, rare, difference)) return [];
    told.add(rare);
    return [{ usual, rare, difference }];
  });
}

/** Where a spelling stands: the index of its actor, and its own among the spellings of that. */
interface SpellingPlace {
  readonly actor: number;
  readonly order: number;
}

function spellingAt(actors: readonly Actor[], { actor, order }: SpellingPlace): SpellingForm {
  return spellingForms(actors[actor]!)[order]!;
}

/** Two spellings that differ as one name may, whoever bears it and however often. */
interface AlikePair {
  readonly a: SpellingPlace;
  readonly b: SpellingPlace;
  readonly difference: SpellingDifference;
}

/** What is alike among the spellings of the last state of a document. */
const lastAlike = new LastOfLineage<{ readonly actors: readonly Actor[]; readonly alike: readonly AlikePair[] }>();

/** The pairs of alike spellings; looked for again only where an edit made other spellings. */
function alikeSpellings(document: AnalysedDocument): readonly AlikePair[] {
  const { actors } = document;
  const before = lastAlike.get(document);
  const alike = before && areSpelledAlike(before.actors, actors) ? before.alike : findAlike(actors);
  lastAlike.set(document, { actors, alike });
  return alike;
}

/** Whether two lists of actors have the same spellings in the same order. */
function areSpelledAlike(before: readonly Actor[], after: readonly Actor[]): boolean {
  if (before === after) return true;
  return (
    before.length === after.length &&
    after.every((actor, index) => {
      const was = before[index]!;
      return (
        actor === was ||
        haveSameTexts(was.mentions, actor.mentions) ||
        haveSameTexts(spellingForms(was), spellingForms(actor))
      );
    })
  );
}

function haveSameTexts(some: readonly { text: string }[], others: readonly { text: string }[]): boolean {
  return some.length === others.length && some.every(({ text }, order) => text === others[order]!.text);
}

function findAlike(actors: readonly Actor[]): AlikePair[] {
  const places = new Map<SpellingForm, SpellingPlace>();
  actors.forEach((actor, index) => {
    spellingForms(actor).forEach((form, order) => {
      places.set(form, { actor: index, order });
    });
  });
  return formsByKey([...places.keys()]).flatMap((forms) =>
    forms.flatMap((a, index) =>
      forms.slice(index + 1).flatMap((b): AlikePair[] => {
        const difference = compareSpellings(a.text, b.text);
        return difference === undefined ? [] : [{ a: places.get(a)!, b: places.get(b)!, difference }];
      }),
    ),
  );
}

/** Forms that could differ in one word: those that share all others, in groups. */
function formsByKey(forms: readonly SpellingForm[]): SpellingForm[][] {
  const first = new Map<string, SpellingForm>();
  const groups = new Map<string, SpellingForm[]>();
  const add = (key: string, form: SpellingForm) => {
    const one = first.get(key);
    if (one === undefined) first.set(key, form);
    else if (one !== form) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [one, form]);
      else if (group.length < MOST_ALIKE && !group.includes(form)) group.push(form);
    }
  };
  for (const form of forms) for (const key of recallKeys(form.text)) add(key, form);
  // In the order in which their keys were first met.
  return [...first.keys()].flatMap((key) => {
    const group = groups.get(key);
    return group ? [group] : [];
  });
}

const MOST_KEYS = 20_000;
const recallKeys = remembering(MOST_KEYS, keysOf);

/** What a name shares with those that differ from it in one word, or in the middle of its only one. */
function keysOf(name: string): readonly string[] {
  const words = foldName(name).split(/[ -]/);
  const [word = ''] = words;
  if (words.length === 1) return [`${word.slice(0, 3)}…`, `…${word.slice(-3)}`];
  if (words.length >= 8) return [];
  return words.map((_, index) => [...words.slice(0, index), '*', ...words.slice(index + 1)].join(' '));
}

/** The more frequent form first; of equals, the earlier. */
function byUse(a: SpellingForm, b: SpellingForm): [usual: SpellingForm, rare: SpellingForm] {
  return b.mentions.length > a.mentions.length ? [b, a] : [a, b];
}

function isStrong(usual: SpellingForm, rare: SpellingForm, difference: SpellingDifference): boolean {
  const severalWords = /[ -]/.test(usual.text);
  if (usual.actor.declared !== undefined && rare.actor.declared !== undefined) return false;
  if (!severalWords && (usual.mentions.length < 3 || rare.mentions.length > 1)) return false;
  if (difference !== 'letter' && (usual.actor !== rare.actor || usual.mentions.length < 2)) return false;
  if (usual.actor.kind !== rare.actor.kind && usual.actor.kind !== 'other' && rare.actor.kind !== 'other') return false;
  return !standTogether(usual, rare);
}

/** Whether one piece of prose has both: then they are told apart. */
function standTogether(a: SpellingForm, b: SpellingForm): boolean {
  const places = new Set(a.mentions.map(({ block, prose }) => `${block}/${prose}`));
  return b.mentions.some(({ block, prose }) => places.has(`${block}/${prose}`));
}

function whyOf(difference: SpellingDifference): string {
  if (difference === 'letter') return t('a letter differs');
  return difference === 'diacritics' ? t('the accents differ') : t('the hyphen differs');
}

function variant(
  document: AnalysedDocument,
  usual: SpellingForm,
  rare: SpellingForm,
  at: SpellingForm['mentions'][number],
  difference: SpellingDifference,
): Problem {
  const times = usual.mentions.length;
  return problemAtProse(document, {
    code: 'name-variant',
    message:
      times > 1
        ? t('“{0}” is spelled “{1}” elsewhere ({2} times): {3}', rare.text, usual.text, times, whyOf(difference))
        : t('“{0}” is spelled “{1}” elsewhere: {2}', rare.text, usual.text, whyOf(difference)),
    at,
    related: usual.mentions
      .slice(0, RELATED_AT_MOST)
      .map((mention) => ({ at: mention, message: t('“{0}” here', usual.text) })),
    relatedCount: times,
    confidence: times > 2 * rare.mentions.length ? 0.92 : 0.85,
    reason: { usual: usual.text, rare: rare.text, difference, times },
  });
}
