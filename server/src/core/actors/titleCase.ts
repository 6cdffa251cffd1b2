// Capitals in headings and cells mean little: an ordinary word is a name there only if it is one in running text. How often each
// spelling is one there is kept from one state of a document to the next.

import { diffLists } from '../text/diffLists.ts';
import { haveSameItems } from '../text/sameItems.ts';
import type { NameEvidence } from './actor.ts';
import { countSpelling } from './candidateFilter.ts';
import type { ChosenName, NamedPiece } from './chooseNames.ts';

/** Names as they were chosen in one piece of prose. */
export interface ChosenPiece extends NamedPiece {
  /** Whether one of them may be no more than an ordinary word in a heading or a cell. */
  readonly hasTitleCase: boolean;
}

export class TitleCase {
  private before: readonly ChosenPiece[] = [];
  /** How often each spelling is a name in running text. */
  private readonly running = new Map<string, number>();
  /** What was left of pieces when it was last asked. */
  private readonly left = new WeakMap<ChosenPiece, NamedPiece>();

  /**
   * The pieces that have names, without the ordinary words in headings and cells that are no names elsewhere, and without the
   * spellings that are `never` names.
   */
  leaveOut(pieces: readonly ChosenPiece[], never: ReadonlySet<string>): NamedPiece[] {
    this.turnTo(pieces);
    const named: NamedPiece[] = [];
    for (const piece of pieces) {
      if (piece.names.length === 0) continue;
      const left = piece.hasTitleCase || never.size > 0 ? this.leave(piece, never) : piece;
      if (left.names.length > 0) named.push(left);
    }
    return named;
  }

  private leave(piece: ChosenPiece, never: ReadonlySet<string>): NamedPiece {
    const names = piece.names.filter((name) => {
      const { key } = name.candidate;
      return !never.has(key) && (!isTitleCase(name) || this.running.has(key));
    });
    if (names.length === piece.names.length) return piece;
    const known = this.left.get(piece);
    if (known && haveSameItems(known.names, names)) return known;
    const left = { evidence: piece.evidence, names };
    this.left.set(piece, left);
    return left;
  }

  private turnTo(pieces: readonly ChosenPiece[]): void {
    const { gone, come } = diffLists(this.before, pieces);
    for (const at of come) this.count(pieces[at]!, 1);
    for (const at of gone) this.count(this.before[at]!, -1);
    this.before = pieces;
  }

  private count({ evidence, names }: ChosenPiece, by: 1 | -1): void {
    if (isTitle(evidence)) return;
    for (const { candidate } of names) countSpelling(this.running, candidate.key, by);
  }
}

/** Whether a name is an ordinary word in a heading or a cell. */
export function isTitleCase({ evidence, candidate }: ChosenName): boolean {
  return candidate.ordinary === true && candidate.declared === undefined && isTitle(evidence);
}

/** Whether capitals mean little in a piece of prose. */
export function isTitle({ place }: NameEvidence): boolean {
  return place === 'heading' || place === 'cell' || place === 'frontMatter';
}
