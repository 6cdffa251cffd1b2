// What the prose of one block shows of names, where the block stands: for the actors of its document. Kept while the block stays
// what and where it is, so that an edit makes it anew only for what it touched or moved.

import type { DeclaredActor, NameEvidence } from './actors/actor.ts';
import { withDeclaredNames } from './actors/declaredNames.ts';
import type { BlockReading } from './blockReading.ts';
import type { LaidOutBlock } from './markdown/layout.ts';

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

const NOTHING: readonly NameEvidence[] = [];
const kept = new WeakMap<BlockReading, KnownEvidence>();

/**
 * The names that the pieces of a block's prose may have, in their order, for the pieces that have any; the same list for the same block
 * in the same place.
 */
export function nameEvidenceOf(
  block: LaidOutBlock,
  reading: BlockReading,
  setting: NameSetting,
): readonly NameEvidence[] {
  const known = kept.get(reading);
  if (
    known?.block === setting.block &&
    known.section === setting.section &&
    known.declared === setting.declared &&
    known.tables === block.tables
  )
    return known.evidence;
  const headers = headerCells(block);
  const evidence = block.prose.flatMap((prose, n): NameEvidence | readonly NameEvidence[] => {
    const candidates = withDeclaredNames(prose, reading.names[n]!, setting.declared ?? []);
    if (candidates.length === 0) return NOTHING;
    const place = headers.has(n) ? 'heading' : prose.place.kind;
    return { block: setting.block, prose: n, section: setting.section, place, text: prose.text, candidates };
  });
  kept.set(reading, { ...setting, tables: block.tables, evidence });
  return evidence;
}

/** The prose of header cells: their words are capitalised like those of a heading. */
function headerCells({ tables }: LaidOutBlock): ReadonlySet<number | undefined> {
  return new Set(tables.flatMap(({ rows, headerRows }) => rows.slice(0, headerRows).flat()));
}
