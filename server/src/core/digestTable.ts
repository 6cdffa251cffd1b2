// Digests as bytes and back: one column of integers, and a table of the strings that they number. What cannot have been
// written by this program as it is now reads as nothing, so that a table may be cut off, old, or not a table at all.

import type { ActorKind } from './actors/actor.ts';
import type { DigestedActor, DocumentDigest } from './digest.ts';

const kinds: readonly ActorKind[] = ['person', 'organization', 'place', 'other'];
const mark = 0x31474443;
/** The mark, a check sum, and how many integers, strings and code units follow. */
const headLength = 5;

/** Writes digests by their keys. */
export function encodeDigests(digests: ReadonlyMap<string, DocumentDigest>): Uint8Array {
  const numbers = new Map<string, number>();
  const column: number[] = [];
  const put = (text: string) => {
    const known = numbers.get(text);
    column.push(known ?? numbers.size);
    if (known === undefined) numbers.set(text, numbers.size);
  };
  for (const [key, { actors, measures }] of digests) {
    put(key);
    column.push(actors.length, measures.length);
    for (const { id, name, kind, aliases, description, declared, mentions } of actors) {
      put(id);
      put(name);
      column.push(
        kinds.indexOf(kind),
        aliases.length,
        mentions.length,
        declared ?? -1,
        description === undefined ? 0 : 1,
      );
      for (const alias of aliases) put(alias);
      if (description !== undefined) put(description);
      for (const offset of mentions) column.push(offset);
    }
    for (const measure of measures) put(measure);
  }
  const strings = [...numbers.keys()];
  const units = strings.reduce((sum, { length }) => sum + length, 0);
  const words = new Int32Array(headLength + column.length + strings.length + Math.ceil(units / 2));
  words.set(column, headLength);
  words.set(
    strings.map(({ length }) => length),
    headLength + column.length,
  );
  const text = new Uint16Array(words.buffer, 4 * (headLength + column.length + strings.length));
  let at = 0;
  for (const string of strings) for (let i = 0; i < string.length; i++) text[at++] = string.charCodeAt(i);
  words.set([mark, sumOf(words), column.length, strings.length, units]);
  return new Uint8Array(words.buffer);
}

/** Reads what was written; nothing where it was not written by this program, or not to its end. */
export function decodeDigests(bytes: Uint8Array): Map<string, DocumentDigest> {
  const digests = new Map<string, DocumentDigest>();
  if (bytes.length % 4 !== 0 || bytes.length < 4 * headLength) return digests;
  const words = new Int32Array(bytes.slice().buffer);
  const [begin, sum, integers, stringCount, units] = words;
  if (begin !== mark || sum !== sumOf(words)) return digests;
  if (words.length !== headLength + integers! + stringCount! + Math.ceil(units! / 2)) return digests;
  const strings = readStrings(words, headLength + integers!, stringCount!);
  let at = headLength;
  const next = (): number => words[at++]!;
  const text = (): string => strings[next()] ?? '';
  const texts = (count: number): string[] => Array.from({ length: count }, text);
  const readActor = (): DigestedActor => {
    const id = text();
    const name = text();
    const kind = kinds[next()] ?? 'other';
    const [aliasCount, mentionCount, declared, described] = [next(), next(), next(), next()];
    const aliases = texts(aliasCount);
    const description = described ? text() : undefined;
    const mentions = words.slice(at, at + mentionCount);
    at += mentionCount;
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
    const actors = Array.from({ length: actorCount }, readActor);
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
