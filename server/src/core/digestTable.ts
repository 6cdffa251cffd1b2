// Digests as bytes and back: one column of integers, and a table of the strings that they number. What cannot have been
// written by this program as it is now reads as nothing, so that a table may be cut off, old, or not a table at all.

import type { ActorKind } from './actors/actor.ts';
import type { DigestedActor, DocumentDigest } from './digest.ts';
import { finish, type Steps } from './text/steps.ts';

const kinds: readonly ActorKind[] = ['person', 'organization', 'place', 'other'];
const mark = 0x31474443;
/** The mark, a check sum, and how many integers, strings and code units follow. */
const headLength = 5;

/** Digests that are written in one step. */
const DIGESTS_AT_ONCE = 64;

/** Writes digests by their keys. */
export function encodeDigests(digests: ReadonlyMap<string, DocumentDigest>): Uint8Array<ArrayBuffer> {
  return finish(encodeDigestsInSteps(digests));
}

/** The same in steps of about a millisecond. */
export function* encodeDigestsInSteps(digests: ReadonlyMap<string, DocumentDigest>): Steps<Uint8Array<ArrayBuffer>> {
  const numbers = new Map<string, number>();
  let column = new Int32Array(1024);
  let integers = 0;
  let units = 0;
  let index = 0;
  const add = (integer: number) => {
    if (integers === column.length) {
      const longer = new Int32Array(2 * integers);
      longer.set(column);
      column = longer;
    }
    column[integers++] = integer;
  };
  const put = (text: string) => {
    const known = numbers.get(text);
    add(known ?? numbers.size);
    if (known !== undefined) return;
    numbers.set(text, numbers.size);
    units += text.length;
  };
  for (const [key, { actors, measures }] of digests) {
    if (++index % DIGESTS_AT_ONCE === 0) yield;
    put(key);
    add(actors.length);
    add(measures.length);
    for (const { id, name, kind, aliases, description, declared, mentions } of actors) {
      put(id);
      put(name);
      add(kinds.indexOf(kind));
      add(aliases.length);
      add(mentions.length);
      add(declared ?? -1);
      add(description === undefined ? 0 : 1);
      for (const alias of aliases) put(alias);
      if (description !== undefined) put(description);
      for (const offset of mentions) add(offset);
    }
    for (const measure of measures) put(measure);
  }
  yield;
  const strings = headLength + integers;
  const words = new Int32Array(strings + numbers.size + Math.ceil(units / 2));
  words.set(column.subarray(0, integers), headLength);
  const text = new Uint16Array(words.buffer, 4 * (strings + numbers.size));
  let at = 0;
  for (const [string, number] of numbers) {
    words[strings + number] = string.length;
    for (let unit = 0; unit < string.length; unit++) text[at++] = string.charCodeAt(unit);
  }
  words.set([mark, 0, integers, numbers.size, units]);
  words[1] = sumOf(words);
  return new Uint8Array(words.buffer);
}

/**
 * Reads what was written; nothing where it was not written by this program, or not to its end. Strings that are among the
 * `shared` ones are taken from there, and the others put there.
 */
export function decodeDigests(bytes: Uint8Array, shared = new Map<string, string>()): Map<string, DocumentDigest> {
  const digests = new Map<string, DocumentDigest>();
  if (bytes.length % 4 !== 0 || bytes.length < 4 * headLength) return digests;
  const words = new Int32Array(bytes.slice().buffer);
  const [begin, sum, integers, stringCount, units] = words;
  if (begin !== mark || sum !== sumOf(words)) return digests;
  if (words.length !== headLength + integers! + stringCount! + Math.ceil(units! / 2)) return digests;
  const strings = readStrings(words, headLength + integers!, stringCount!).map((string) => {
    const known = shared.get(string);
    if (known === undefined) shared.set(string, string);
    return known ?? string;
  });
  let at = headLength;
  const next = (): number => words[at++]!;
  const text = (): string => strings[next()] ?? '';
  // Plain loops: there are as many of these lists as names in all documents.
  const texts = (count: number): string[] => {
    const list: string[] = [];
    for (let index = 0; index < count; index++) list.push(text());
    return list;
  };
  const readActor = (): DigestedActor => {
    const id = text();
    const name = text();
    const kind = kinds[next()] ?? 'other';
    const [aliasCount, mentionCount, declared, described] = [next(), next(), next(), next()];
    const aliases = texts(aliasCount);
    const description = described ? text() : undefined;
    const mentions: number[] = [];
    for (const end = at + mentionCount; at < end; at++) mentions.push(words[at]!);
    return {
      id,
      name,
      kind,
      aliases,
      ...(declared >= 0 && { declared }),
      ...(description !== undefined && { description }),
      mentions,
    };
  };
  while (at < headLength + integers!) {
    const key = text();
    const [actorCount, measureCount] = [next(), next()];
    const actors: DigestedActor[] = [];
    for (let index = 0; index < actorCount; index++) actors.push(readActor());
    digests.set(key, { actors, measures: texts(measureCount) });
  }
  return digests;
}

function readStrings(words: Int32Array, from: number, count: number): string[] {
  const text = new Uint16Array(words.buffer, 4 * (from + count));
  const strings: string[] = [];
  let at = 0;
  for (let index = 0; index < count; index++) {
    const end = at + words[from + index]!;
    // In pieces: a call takes so many arguments and no more.
    let string = '';
    for (; at < end; at += 4096) string += String.fromCharCode(...text.subarray(at, Math.min(end, at + 4096)));
    at = end;
    strings.push(string);
  }
  return strings;
}

/** A check sum of everything behind the mark and the sum itself. */
function sumOf(words: Int32Array): number {
  let sum = words.length;
  for (let index = headLength; index < words.length; index++) sum = (Math.imul(sum, 31) + words[index]!) | 0;
  return sum;
}
