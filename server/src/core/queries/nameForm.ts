// The form of a new name that takes the place of a form of the old one: surname for surname, acronym for acronym.

import type { Mention } from '../actors/actor.ts';

/** Words that belong to the surname after them: "van der Berg", "bin Salman". */
const particles = new Set(
  'af al bin ben da das de del della den der di dos du el ibn la le ter van von vom zu zum zur'.split(' '),
);

/**
 * What stands instead of a mention when an actor gets a new name, or undefined where no form of the new name fits
 * ("Norwegian" when Norway is renamed). A possessive stays one, capitals stay capitals.
 *
 * "Lindqvist's" of Anna Lindqvist, now "Berta Holm", becomes "Holm's".
 */
export function renameMention(mention: Mention, oldName: string, newName: string): string | undefined {
  const [, stem = '', ending = ''] = /^(.*?)(['’]s?)?$/su.exec(mention.text) ?? [];
  const form = formOf(mention.form, stem, oldName, newName);
  if (form === undefined) return undefined;
  const capitals = mention.form !== 'acronym' && isCapitals(stem) && !isCapitals(oldName);
  return (capitals ? form.toUpperCase() : form) + possessive(form, ending);
}

function formOf(form: Mention['form'], text: string, oldName: string, newName: string): string | undefined {
  const names = splitName(newName);
  switch (form) {
    case 'full':
      return replaceWithin(text, oldName, newName);
    case 'surname':
      return replaceWithin(text, splitName(oldName).surname, names.surname);
    case 'given':
      return replaceWithin(text, splitName(oldName).given, names.given);
    case 'acronym':
      return shorten(newName, oldName, text);
    case 'short':
      return shortForm(text, oldName, newName);
    case 'adjective':
      return undefined;
  }
}

/** Given name and surname, particles with the surname; a name of one word is both. */
export function splitName(name: string): { readonly given: string; readonly surname: string } {
  const words = name.trim().split(/\s+/u);
  let start = words.length - 1;
  while (start > 1 && particles.has(words[start - 1]!.toLowerCase())) start--;
  return { given: words[0]!, surname: words.slice(Math.max(0, start)).join(' ') };
}

/** Keeps what surrounds the old form, such as a title: "Dr Lindqvist" becomes "Dr Holm". */
function replaceWithin(text: string, oldForm: string, newForm: string): string {
  const single = text.replace(/\s+/gu, ' ');
  const at = single.toLowerCase().indexOf(oldForm.toLowerCase());
  return at < 0 ? newForm : single.slice(0, at) + newForm + single.slice(at + oldForm.length);
}

/** The initials of the new name, if the acronym was made of the initials of the old one. */
function shorten(newName: string, oldName: string, acronym: string): string | undefined {
  if (acronym === oldName) return newName;
  const bare = acronym.replaceAll('.', '');
  if (initialsOf(oldName) !== bare) return undefined;
  if (isCapitals(newName)) return newName;
  const initials = initialsOf(newName);
  return initials.length > 1 ? initials : newName;
}

function initialsOf(name: string): string {
  return name
    .split(/[\s-]+/u)
    .map((word) => /^\p{Lu}/u.exec(word)?.[0] ?? '')
    .join('');
}

/** A short form that begins or ends the old name takes as many words of the new one, from the same side. */
function shortForm(text: string, oldName: string, newName: string): string | undefined {
  const short = text.trim().split(/\s+/u);
  const old = oldName.trim().split(/\s+/u);
  const words = newName.trim().split(/\s+/u);
  const count = Math.min(short.length, words.length);
  const same = (candidate: readonly string[]) => candidate.join(' ').toLowerCase() === short.join(' ').toLowerCase();
  if (same(old.slice(-short.length))) return words.slice(-count).join(' ');
  if (same(old.slice(0, short.length))) return words.slice(0, count).join(' ');
  return undefined;
}

function possessive(form: string, ending: string): string {
  if (ending.length !== 1) return ending;
  // "James’" has lost its s; a name that does not end in one needs it.
  return /s$/iu.test(form) ? ending : `${ending}s`;
}

function isCapitals(text: string): boolean {
  return text.length > 1 && text === text.toUpperCase() && text !== text.toLowerCase();
}
