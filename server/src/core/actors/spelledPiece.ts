// What linking asks of the names in one piece of prose, whatever else the document says: under which keys they stand, which are joined
// by a bracket, which offices are held by whom. Kept by the candidates of the piece, so that an edit asks only the pieces that it made.

import { haveSameItems } from '../text/sameItems.ts';
import { canonicalKey } from './canonicalKey.ts';
import type { ChosenName, NamedPiece } from './chooseNames.ts';
import { type SummedScores, summedScores } from './kindSums.ts';
import { acronymsIn, type JoinedKeys } from './linkForms.ts';
import { type HeldOffice, officesIn } from './linkPersons.ts';
import type { Piece } from './pieceTraits.ts';

export interface SpelledPiece {
  /** As they are, but for what each scores. */
  readonly names: readonly ChosenName[];
  /** Of each name: its canonical key. */
  readonly keys: readonly string[];
  readonly scores: SummedScores;
  /** "World Food Council (WFC)". */
  readonly acronyms: readonly JoinedKeys[];
  /** "the Prime Minister, Ada Lind". */
  readonly offices: readonly HeldOffice[];
  /** The surnames by which men are called: "Mr Novak". */
  readonly men: readonly string[];
  /** Of each name the surname by which a woman is called: "Mrs Novak"; undefined where none is. */
  readonly women: readonly (string | undefined)[] | undefined;
}

type Same = ReadonlyMap<string, string>;

interface Spelled {
  readonly same: Same;
  readonly piece: SpelledPiece;
}

/** By the candidates of a piece, wherever it stands: as it was last spelled. */
const spelled = new WeakMap<Piece, Spelled>();

const FEMALE = /^(?:mrs|ms|miss|mme|frau|lady|madame|senora) (\S+)$/;
const MEN = ['mr ', 'herr ', 'lord ', 'monsieur ', 'senor '];

/** What linking asks of a piece; `same` maps declared spellings to their actor's key. */
export function spellPiece(piece: NamedPiece, same: Same): SpelledPiece {
  const { evidence, names } = piece;
  const last = spelled.get(evidence.candidates);
  const known = last?.same === same ? last.piece : undefined;
  if (known?.names === names) return known;
  const found = known && areSpelledAlike(known.names, names) ? withNames(known, names) : spellNames(names, same);
  spelled.set(evidence.candidates, { same, piece: found });
  return found;
}

/** A piece with names that differ from its own in their scores and their place at most; with its own where only scores are others. */
function withNames(piece: SpelledPiece, names: readonly ChosenName[]): SpelledPiece {
  const isPlacedAlike = names.every(({ evidence }, at) => evidence === piece.names[at]!.evidence);
  return { ...piece, names: isPlacedAlike ? piece.names : names, scores: summedScores(names) };
}

/** Whether names differ in their scores and their place at most. */
function areSpelledAlike(some: readonly ChosenName[], others: readonly ChosenName[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ candidate, kind }, at) => candidate === others[at]!.candidate && kind === others[at]!.kind)
  );
}

function spellNames(names: readonly ChosenName[], same: Same): SpelledPiece {
  const keys = names.map((name) => canonicalKey(name, same));
  const women = names.map(({ candidate }) => FEMALE.exec(candidate.key)?.[1]);
  return {
    names,
    keys,
    scores: summedScores(names),
    acronyms: acronymsIn(names, keys),
    offices: officesIn(names, keys),
    men: names.flatMap(({ candidate }) => surnameOfMan(candidate.key) ?? []),
    women: women.some((surname) => surname !== undefined) ? women : undefined,
  };
}

/** The surname of a spelling that calls a man by it. */
function surnameOfMan(key: string): string | undefined {
  const title = MEN.find((one) => key.startsWith(one));
  const surname = title && key.slice(title.length);
  return surname && /^\S+$/.test(surname) ? surname : undefined;
}

/** By piece, the one with women who are kept apart, for as long as it has no others. */
const apart = new WeakMap<SpelledPiece, SpelledPiece>();
/** By name, the one that stands for it where she is kept apart. */
const women = new WeakMap<ChosenName, ChosenName>();

/** Where a text speaks of "Mr Novak" and of "Mrs Novak", her surname is kept apart from his. */
export function tellCouplesApart(pieces: readonly SpelledPiece[], same: Same): readonly SpelledPiece[] {
  const men = new Set<string>();
  for (const piece of pieces) for (const surname of piece.men) men.add(surname);
  return men.size === 0
    ? pieces
    : pieces.map((piece) => (piece.women ? tellApart(piece, piece.women, men, same) : piece));
}

function tellApart(
  piece: SpelledPiece,
  surnames: readonly (string | undefined)[],
  men: ReadonlySet<string>,
  same: Same,
): SpelledPiece {
  const names = piece.names.map((name, at) => {
    const surname = surnames[at];
    if (surname === undefined || !men.has(surname)) return name;
    const known = women.get(name);
    const woman = known ?? { ...name, candidate: { ...name.candidate, key: `mrs ${surname}(f)` } };
    if (known === undefined) women.set(name, woman);
    return woman;
  });
  const known = apart.get(piece);
  if (known && haveSameItems(known.names, names)) return known;
  const told = spellNames(names, same);
  apart.set(piece, told);
  return told;
}
