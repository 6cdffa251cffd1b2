// Capitals in headings and cells mean little: an ordinary word is a name there only if it is one in running text. How often each
// spelling is one there is kept from one state of a document to the next.

import { diffLists } from '../text/diffLists.ts';
import type { NameEvidence } from './actor.ts';
import type { ChosenName } from './chooseNames.ts';

/** The names of one piece of prose. */
export interface NamedPiece {
  readonly evidence: NameEvidence;
  readonly names: readonly ChosenName[];
  /** Whether one of them may be no more than an ordinary word in a heading or a cell. */
  readonly hasTitleCase: boolean;
}

export class TitleCase {
  private before: readonly NamedPiece[] = [];
  /** How often each spelling is a name in running text. */
  private readonly running = new Map<string, number>();

  /** The names of all pieces, without the ordinary words in headings and cells that are no names elsewhere. */
  leaveOut(pieces: readonly NamedPiece[]): ChosenName[] {
    this.turnTo(pieces);
    const names: ChosenName[] = [];
    for (const { names: own, hasTitleCase } of pieces)
      for (const name of own)
        if (!hasTitleCase || !isTitleCase(name) || this.running.has(name.candidate.key)) names.push(name);
    return names;
  }

  private turnTo(pieces: readonly NamedPiece[]): void {
    const { gone, come } = diffLists(this.before, pieces);
    for (const at of come) this.count(pieces[at]!, 1);
    for (const at of gone) this.count(this.before[at]!, -1);
    this.before = pieces;
  }

  private count({ evidence, names }: NamedPiece, by: 1 | -1): void {
    if (isTitle(evidence)) return;
    for (const { candidate } of names) {
      const count = (this.running.get(candidate.key) ?? 0) + by;
      if (count === 0) this.running.delete(candidate.key);
      else this.running.set(candidate.key, count);
    }
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
