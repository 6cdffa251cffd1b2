// How the claims of a document's sections agree and differ: by pair of sections, and how much of each section is stated
// alike elsewhere. Kept from one state of the document to the next; every claim adds its part and takes it back.

import type { IndexedClaim } from './indexedClaim.ts';
import type { Relations } from './relation.ts';

export interface Tally {
  readonly agreeing: number;
  readonly differing: number;
}

/** From this score on, two claims that agree are counted as one claim. */
const ALIKE = -0.5;
/** From this score on, two claims that differ are counted as a difference of their sections. */
const DIFFERENT = 0.5;

/** What one claim adds. */
export interface TallyPart {
  /** Keys of the pairs of sections that it agrees in, and of the one that it differs in. */
  readonly agreeing: readonly number[];
  readonly differing: number | undefined;
  readonly section: number;
  readonly isCounted: boolean;
  readonly isConfirmed: boolean;
}

interface SectionShare {
  all: number;
  alike: number;
}

const NONE: Tally = { agreeing: 0, differing: 0 };

export class SectionTallies {
  private tallies = new Map<number, { agreeing: number; differing: number }>();
  private shares: SectionShare[] = [];
  /** The round in which counts are being changed, the last one in which all were forgotten, and by section the last one with a change. */
  private round = 0;
  private cleared = 0;
  private readonly changes: number[] = [];

  /** Says in which round of the index counts are changed from now on. */
  begin(round: number): void {
    this.round = round;
  }

  clear(): void {
    this.tallies = new Map();
    this.shares = [];
    this.cleared = this.round;
  }

  /** The last round in which anything changed that is told of a section. */
  changedIn(section: number): number {
    return Math.max(this.cleared, this.changes[section] ?? 0);
  }

  ofSections(a: number, b: number): Tally {
    const tally = this.tallies.get(keyOf(a, b));
    // What is handed out stays what it was when the sections change.
    return tally ? { ...tally } : NONE;
  }

  /** Share of the claims of a section that another section states alike, 0…1. */
  confirmed(section: number): number {
    const share = this.shares[section];
    return share && share.all > 0 ? share.alike / share.all : 0;
  }

  add(part: TallyPart, by: 1 | -1): void {
    this.changes[part.section] = this.round;
    for (const key of part.agreeing) this.tallyOf(key).agreeing += by;
    if (part.differing !== undefined) this.tallyOf(part.differing).differing += by;
    if (!part.isCounted) return;
    this.shares[part.section] ??= { all: 0, alike: 0 };
    const share = this.shares[part.section]!;
    share.all += by;
    if (part.isConfirmed) share.alike += by;
  }

  private tallyOf(key: number): { agreeing: number; differing: number } {
    let tally = this.tallies.get(key);
    if (!tally) {
      tally = { agreeing: 0, differing: 0 };
      this.tallies.set(key, tally);
    }
    return tally;
  }
}

/** Whether two claims, or one before and after an edit, add the same. */
export function addTheSame(a: TallyPart, b: TallyPart): boolean {
  return (
    a.section === b.section &&
    a.isCounted === b.isCounted &&
    a.isConfirmed === b.isConfirmed &&
    a.differing === b.differing &&
    a.agreeing.length === b.agreeing.length &&
    a.agreeing.every((key) => b.agreeing.includes(key))
  );
}

/** What a claim adds to the tallies of its section. */
export function tallyPartOf(own: IndexedClaim, relations: Relations): TallyPart {
  const { section } = own.claim;
  const agreeing = new Set<number>();
  for (const { meets, score, other } of own.partners.all) {
    if (!meets) continue;
    if (score >= ALIKE && relations.areApart(own.claim, other.claim)) agreeing.add(keyOf(section, other.claim.section));
  }
  const best = own.against[0];
  const isDifferent = best && best.score > DIFFERENT && best.claim > own.index && best.other.against[0]?.other === own;
  return {
    agreeing: [...agreeing],
    differing: isDifferent ? keyOf(section, best.other.claim.section) : undefined,
    section,
    isCounted: own.value !== undefined && own.value.key !== 'date',
    isConfirmed: own.partners.agreeing.some(({ score, other }) => score > ALIKE && other.claim.section !== section),
  };
}

function keyOf(a: number, b: number): number {
  return Math.min(a, b) * 2 ** 24 + Math.max(a, b);
}
