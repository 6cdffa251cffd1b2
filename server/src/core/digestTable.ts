// Digests as bytes and back: one column of integers, first those of the actors and then those of the documents that name
// them, and a table of the strings that they number. What cannot have been
// written by this program as it is now reads as nothing, so that a table may be cut off, old, or not a table at all.

import type { ActorKind } from './actors/actor.ts';
import type { DigestedActor, DocumentDigest } from './digest.ts';
import { finish, type Steps } from './text/steps.ts';

const kinds: readonly ActorKind[] = ['person', 'organization', 'place', 'other'];
const mark = 0x32474443;
/** The mark, a check sum, and how many integers, strings, code units and actors follow. */
const headLength = 6;

/** Strings and actors that several tables have; each is one object for all digests that are read with it. */
export interface SharedParts {
  readonly strings: Map<string, string>;
  /** By everything that is known of them. */
  readonly actors: Map<string, DigestedActor>;
}

/** Nothing shared yet. */
export function createSharedParts(): SharedParts {
  return { strings: new Map(), actors: new Map() };
}

/** Digests that are written in one step. */
const DIGESTS_AT_ONCE = 64;

/** Writes digests by their keys. */
export function encodeDigests(digests: ReadonlyMap<string, DocumentDigest>): Uint8Array<ArrayBuffer> {
  return finish(encodeDigestsInSteps(digests));
}

/** The same in steps of about a millisecond. */
export function* encodeDigestsInSteps(digests: ReadonlyMap<string, DocumentDigest>): Steps<Uint8Array<ArrayBuffer>> {
  const strings = createNumbering<string>();
  const actorNumbers = createNumbering<string>();
  const known = new Map<DigestedActor, number>();
  const actorColumn = createColumn();
  const column = createColumn();
  const numberOf = (actor: DigestedActor): number => {
    const before = actorNumbers.size();
    const number = known.get(actor) ?? actorNumbers.of(JSON.stringify(actor));
    known.set(actor, number);
    if (number < before) return number;
    const { id, name, kind, aliases, description, declared } = actor;
    actorColumn.add(strings.of(id), strings.of(name), kinds.indexOf(kind), declared ?? -1, aliases.length);
    actorColumn.add(description === undefined ? -1 : strings.of(description));
    for (const alias of aliases) actorColumn.add(strings.of(alias));
    return number;
  };
  let index = 0;
  for (const [key, { actors, mentions, measures }] of digests) {
    if (++index % DIGESTS_AT_ONCE === 0) yield;
    column.add(strings.of(key), actors.length, mentions.length, measures.length);
    for (const actor of actors) column.add(numberOf(actor));
    column.addAll(mentions);
    for (const measure of measures) column.add(strings.of(measure));
  }
  yield;
  const integers = actorColumn.length() + column.length();
  const lengths = headLength + integers;
  const units = strings.all().reduce((sum, { length }) => sum + length, 0);
  const words = new Int32Array(lengths + strings.size() + Math.ceil(units / 2));
  words.set(actorColumn.integers(), headLength);
  words.set(column.integers(), headLength + actorColumn.length());
  const text = new Uint16Array(words.buffer, 4 * (lengths + strings.size()));
  let at = 0;
  for (const [number, string] of strings.all().entries()) {
    words[lengths + number] = string.length;
    for (let unit = 0; unit < string.length; unit++) text[at++] = string.charCodeAt(unit);
  }
  words.set([mark, 0, integers, strings.size(), units, actorNumbers.size()]);
  words[1] = sumOf(words);
  return new Uint8Array(words.buffer);
}

/** Numbers things from 0 on in the order in which they are first met. */
function createNumbering<Thing>() {
  const numbers = new Map<Thing, number>();
  return {
    of(thing: Thing): number {
      const known = numbers.get(thing);
      if (known !== undefined) return known;
      numbers.set(thing, numbers.size);
      return numbers.size - 1;
    },
    size: () => numbers.size,
    all: () => [...numbers.keys()],
  };
}

/** A list of integers that grows. */
function createColumn() {
  let integers = new Int32Array(1024);
  let length = 0;
  function makeRoom(count: number): void {
    if (length + count <= integers.length) return;
    const longer = new Int32Array(2 * (length + count));
    longer.set(integers);
    integers = longer;
  }
  return {
    add(...added: readonly number[]): void {
      makeRoom(added.length);
      for (const integer of added) integers[length++] = integer;
    },
    addAll(added: Int32Array): void {
      makeRoom(added.length);
      integers.set(added, length);
      length += added.length;
    },
    length: () => length,
    integers: () => integers.subarray(0, length),
  };
}

/** Reads what was written; nothing where it was not written by this program, or not to its end. */
export function decodeDigests(bytes: Uint8Array, shared = createSharedParts()): Map<string, DocumentDigest> {
  const digests = new Map<string, DocumentDigest>();
  if (bytes.length % 4 !== 0 || bytes.length < 4 * headLength) return digests;
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const words = new Int32Array(aligned.buffer, aligned.byteOffset, aligned.length / 4);
  const [begin, sum, integers, stringCount, units, actorCount] = words;
  if (begin !== mark || sum !== sumOf(words)) return digests;
  if (words.length !== headLength + integers! + stringCount! + Math.ceil(units! / 2)) return digests;
  const strings = readStrings(words, headLength + integers!, stringCount!, shared.strings);
  // What stays of the table: all mentions are views of it.
  const column = words.slice(headLength, headLength + integers!);
  let at = 0;
  const text = (): string => strings[column[at++]!] ?? '';
  const texts = (count: number): string[] => {
    const list: string[] = [];
    for (let index = 0; index < count; index++) list.push(text());
    return list;
  };
  const readActor = (): DigestedActor => {
    const [id, name] = [text(), text()];
    const [kind, declared, aliasCount, description] = column.subarray(at, at + 4);
    at += 4;
    const actor = {
      id,
      name,
      kind: kinds[kind!] ?? 'other',
      aliases: texts(aliasCount!),
      ...(declared! >= 0 && { declared: declared! }),
      ...(description! >= 0 && { description: strings[description!] ?? '' }),
    };
    const content = JSON.stringify(actor);
    const known = shared.actors.get(content);
    if (!known) shared.actors.set(content, actor);
    return known ?? actor;
  };
  const all: DigestedActor[] = [];
  for (let index = 0; index < actorCount!; index++) all.push(readActor());
  while (at < column.length) {
    const key = text();
    const [actorLength, mentionLength, measureLength] = [column[at++]!, column[at++]!, column[at++]!];
    const actors: DigestedActor[] = [];
    for (const end = at + actorLength; at < end; at++) actors.push(all[column[at]!]!);
    const mentions = column.subarray(at, at + mentionLength);
    at += mentionLength;
    digests.set(key, { actors, mentions, measures: texts(measureLength) });
  }
  return digests;
}

function readStrings(words: Int32Array, from: number, count: number, shared: Map<string, string>): string[] {
  const text = new Uint16Array(words.buffer, words.byteOffset + 4 * (from + count));
  const strings: string[] = [];
  let at = 0;
  for (let index = 0; index < count; index++) {
    const end = at + words[from + index]!;
    // In pieces: a call takes so many arguments and no more.
    let string = '';
    for (; at < end; at += 4096) string += String.fromCharCode(...text.subarray(at, Math.min(end, at + 4096)));
    at = end;
    const known = shared.get(string);
    if (known === undefined) shared.set(string, string);
    strings.push(known ?? string);
  }
  return strings;
}

/** A check sum of everything behind the mark and the sum itself. */
function sumOf(words: Int32Array): number {
  let sum = words.length;
  for (let index = headLength; index < words.length; index++) sum = (Math.imul(sum, 31) + words[index]!) | 0;
  return sum;
}
