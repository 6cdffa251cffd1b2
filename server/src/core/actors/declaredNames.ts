// Finds the names that the project file declares in a piece of prose, however they are capitalised there: "the railway" is a
// name where somebody says so. What else could be a name is found elsewhere; which readings hold is decided by the document.

import type { Prose } from '../markdown/block.ts';
import { compareSpans } from '../text/span.ts';
import type { DeclaredActor, NameCandidate } from './actor.ts';
import { keyOfName } from './declarations.ts';
import { KINDS } from './kinds.ts';
import { buildNameMatcher, findKnownNames, type NameMatch, type NameMatcher } from './nameMatcher.ts';

interface DeclaredSpellings {
  readonly spellings: readonly string[];
  /** Of each spelling, as an index into `KINDS`; the last where the project file tells no kind. */
  readonly kinds: readonly number[];
  readonly matcher: NameMatcher;
}

const spellingsOf = new WeakMap<readonly DeclaredActor[], DeclaredSpellings>();

function readSpellings(declared: readonly DeclaredActor[]): DeclaredSpellings {
  const known = spellingsOf.get(declared);
  if (known !== undefined) return known;
  const spellings: string[] = [];
  const kinds: number[] = [];
  for (const { name, aliases = [], kind, not } of declared) {
    if (not === true) continue;
    for (const spelling of [name, ...aliases]) {
      spellings.push(spelling.trim().replace(/\s+/g, ' '));
      kinds.push(KINDS.indexOf(kind ?? 'other'));
    }
  }
  const read = { spellings, kinds, matcher: buildNameMatcher(spellings) };
  spellingsOf.set(declared, read);
  return read;
}

const found = new WeakMap<
  Prose,
  { readonly declared: readonly DeclaredActor[]; readonly all: readonly NameCandidate[] }
>();

/** No evidence of a name but that it is declared. */
const UNKNOWN: NameCandidate['scores'] = [-2, -2, -2];

/**
 * The candidates of a piece of prose with the declared names among them, in order. The same prose and the same list give the
 * same array. Linear in the text and the number of matches.
 */
export function withDeclaredNames(
  prose: Prose,
  candidates: readonly NameCandidate[],
  declared: readonly DeclaredActor[],
): readonly NameCandidate[] {
  if (declared.length === 0) return candidates;
  const known = found.get(prose);
  if (known?.declared === declared) return known.all;
  const all = addDeclared(prose.text, candidates, readSpellings(declared));
  found.set(prose, { declared, all });
  return all;
}

function addDeclared(
  text: string,
  candidates: readonly NameCandidate[],
  { spellings, kinds, matcher }: DeclaredSpellings,
): readonly NameCandidate[] {
  const matches = findKnownNames(matcher, text).filter((match) => isWritten(text, match, spellings[match.name]!));
  if (matches.length === 0) return candidates;
  const bySpan = new Map(candidates.map((candidate) => [spanKey(candidate.span), candidate]));
  for (const { name, start, end } of outermost(matches)) {
    const span = { start, end };
    const candidate = bySpan.get(spanKey(span)) ?? { span, key: keyOfName(text.slice(start, end)), scores: UNKNOWN };
    bySpan.set(spanKey(span), { ...candidate, declared: kinds[name]! });
  }
  return [...bySpan.values()].sort((a, b) => compareSpans(a.span, b.span));
}

const spanKey = ({ start, end }: NameCandidate['span']) => `${start}-${end}`;

/** A single word counts as it is declared or in capitals only: a declared "Turkey" is no bird. */
function isWritten(text: string, { start, end }: NameMatch, spelling: string): boolean {
  if (spelling.includes(' ')) return true;
  const written = text.slice(start, end).replace(/[‘’ʼ]/g, "'");
  return written === spelling.replace(/[‘’ʼ]/g, "'") || (written.length > 1 && written === spelling.toUpperCase());
}

/** The matches that lie within no longer one; in order. */
function outermost(matches: readonly NameMatch[]): NameMatch[] {
  const sorted = [...matches].sort(compareSpans);
  const outer: NameMatch[] = [];
  for (const match of sorted) {
    const last = outer.at(-1);
    if (last === undefined || match.end > last.end) outer.push(match);
  }
  return outer;
}
