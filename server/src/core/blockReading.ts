// What one block says by itself: its figures, its names and the evidence of its claims. Kept by the identity of the block's
// prose, so that an edit re-reads only the blocks it touched.

import type { NameCandidate } from './actors/actor.ts';
import { findNames } from './actors/findNames.ts';
import type { ClaimEvidence } from './claims/evidence.ts';
import { readBlockClaims } from './claims/readBlockClaims.ts';
import type { Figure } from './figures/figure.ts';
import { countStyles, type StyleVotes } from './figures/numberStyle.ts';
import { readTableFigures } from './figures/readTableFigures.ts';
import { findCaptionNote, type UnitNote } from './figures/tableUnits.ts';
import type { Prose } from './markdown/block.ts';
import type { LaidOutBlock } from './markdown/layout.ts';
import { sliceSpan } from './text/span.ts';

export interface BlockReading {
  /** By index of the prose. */
  readonly figures: readonly (readonly Figure[])[];
  /** What its numerals say of the document's number style. */
  readonly styles: StyleVotes;
  readonly names: readonly (readonly NameCandidate[])[];
  readonly claims: readonly ClaimEvidence[];
}

const readings = new WeakMap<readonly Prose[], { readonly caption: string; readonly reading: BlockReading }>();

/**
 * Reads a block, or answers what an earlier call read in it. `before` and `after` are its neighbours, which may say in what
 * unit a table is: "Table 2: Revenue by region ($m)".
 */
export function readingOf(block: LaidOutBlock, before?: LaidOutBlock, after?: LaidOutBlock): BlockReading {
  const note = block.tables.length > 0 ? (noteOf(before) ?? noteOf(after)) : undefined;
  const caption = note ? JSON.stringify(note) : '';
  const known = readings.get(block.prose);
  if (known?.caption === caption) return known.reading;
  const figures = readTableFigures(block, note);
  const reading: BlockReading = {
    figures,
    styles: countStyles(
      figures.flatMap((list, index) => list.map(({ numeral }) => sliceSpan(block.prose[index]!.text, numeral))),
    ),
    names: block.prose.map((prose) => findNames(prose)),
    claims: readBlockClaims(block, figures),
  };
  readings.set(block.prose, { caption, reading });
  return reading;
}

/** The unit that a paragraph or heading beside a table gives to all of its figures. */
function noteOf(neighbour: LaidOutBlock | undefined): UnitNote | undefined {
  if (neighbour?.prose.length !== 1 || neighbour.tables.length > 0) return undefined;
  return findCaptionNote(neighbour.prose[0]!.text);
}
