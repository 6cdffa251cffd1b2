// What the prose of one block shows of names, where the block stands: for the actors of its document. Kept while the block stays
// what and where it is, so that an edit makes it anew only for what it touched or moved.

import type { DeclaredActor, NameEvidence } from './actors/actor.ts';
import { withDeclaredNames } from './actors/declaredNames.ts';
import type { BlockReading } from './blockReading.ts';
import type { LaidOutBlock } from './markdown/layout.ts';
import { partitionPoint } from './text/partitionPoint.ts';
import { haveSameItems } from './text/sameItems.ts';
import { AlignedEnds, NOTHING_SHARED, notedEnds, replaceBetween } from './text/sharedEnds.ts';

/** Where a block stands, and what is declared of actors. */
export interface NameSetting {
  readonly block: number;
  readonly section: number;
  readonly declared: readonly DeclaredActor[] | undefined;
}

interface KnownEvidence extends NameSetting {
  readonly tables: LaidOutBlock['tables'];
  readonly evidence: readonly NameEvidence[];
}

const kept = new WeakMap<BlockReading, KnownEvidence>();

/**
 * The names that the pieces of a block's prose may have, in their order, for the pieces that have any; the same list for the same block
 * in the same place. `earlier` is what was read of the block before an edit: what it had in other pieces is kept.
 */
export function nameEvidenceOf(
  block: LaidOutBlock,
  reading: BlockReading,
  setting: NameSetting,
  earlier?: BlockReading,
): readonly NameEvidence[] {
  const known = kept.get(reading);
  if (known && isSameSetting(known, setting) && known.tables === block.tables) return known.evidence;
  const headers = headerCells(block.tables);
  const before = earlier && kept.get(earlier);
  // Where nothing is found, lists of names may be the very same ones in other pieces: only what was noted counts.
  const isKnown =
    before && isSameSetting(before, setting) && haveSameItems([...headers], [...headerCells(before.tables)]);
  const { start, end } = isKnown ? notedEnds(earlier.names, reading.names) : NOTHING_SHARED;
  const evidence: NameEvidence[] = [];
  const { declared = NOBODY } = setting;
  for (let index = start; index < block.prose.length - end; index++) {
    const prose = block.prose[index]!;
    const found = reading.names[index]!.candidates;
    const candidates = declared.length === 0 ? found : withDeclaredNames(prose, found, declared);
    if (candidates.length === 0) continue;
    const place = headers.has(index) ? 'heading' : prose.place.kind;
    evidence.push({
      block: setting.block,
      prose: index,
      section: setting.section,
      place,
      text: prose.text,
      candidates,
    });
  }
  const all = isKnown
    ? putBetween(before.evidence, new AlignedEnds({ start, end }, earlier.names.length, reading.names.length), evidence)
    : evidence;
  kept.set(reading, { ...setting, tables: block.tables, evidence: all });
  return all;
}

const NOBODY: readonly DeclaredActor[] = [];

function isSameSetting(one: NameSetting, other: NameSetting): boolean {
  return one.block === other.block && one.section === other.section && one.declared === other.declared;
}

/** The evidence with other one for the prose between the ends; what stands behind it moves with its prose. */
function putBetween(
  before: readonly NameEvidence[],
  { ends, shift, countBefore }: AlignedEnds,
  between: readonly NameEvidence[],
): NameEvidence[] {
  const place = (prose: number) => partitionPoint(before.length, (index) => before[index]!.prose < prose);
  const tail = place(countBefore - ends.end);
  if (shift === 0) return replaceBetween(before, { start: place(ends.start), end: before.length - tail }, between);
  const moved = before.slice(tail).map((one) => ({ ...one, prose: one.prose - shift }));
  return before.slice(0, place(ends.start)).concat(between, moved);
}

/** The prose of header cells: their words are capitalised like those of a heading. */
function headerCells(tables: LaidOutBlock['tables']): ReadonlySet<number | undefined> {
  return new Set(tables.flatMap(({ rows, headerRows }) => rows.slice(0, headerRows).flat()));
}
