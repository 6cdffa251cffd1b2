// What the extension says of problems in a line: the outcome of a check, and how many conflicts a set of diagnostics is.
// Pure functions; the texts appear in the status bar and in the output.

import type { CheckSummary } from '../../server/src/features/protocol.ts';

/** The outcome of a check as a person reads it: “12 documents checked: 3 warnings”. */
export function describeSummary(summary: CheckSummary): string {
  const parts = [
    counted(summary.errors, 'error'),
    counted(summary.warnings, 'warning'),
    counted(summary.informations, 'note'),
    counted(summary.hints, 'hint'),
  ].filter((part) => part !== undefined);
  const found = parts.length > 0 ? parts.join(', ') : 'nothing disagrees';
  const unreadable = summary.unreadable.length > 0 ? `, ${summary.unreadable.length} could not be read` : '';
  return `${counted(summary.documents, 'document') ?? 'No document'} checked: ${found}${unreadable}`;
}

/** “3 warnings”, “1 warning”, undefined for none. */
export function counted(number: number, noun: string): string | undefined {
  if (number === 0) return undefined;
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** One place where something disagrees, and the places it disagrees with, each as a comparable address. */
export interface Disagreement {
  readonly code: string;
  readonly site: string;
  readonly related: readonly string[];
}

/**
 * How many separate conflicts these are. A conflict is reported at each of its sites, so sites that name each other
 * under one code are one conflict: two figures that disagree are one, not two.
 */
export function countConflicts(disagreements: readonly Disagreement[]): number {
  const leader = new Map<string, string>();
  const find = (key: string): string => {
    let top = key;
    for (let next = leader.get(top); next !== undefined && next !== top; next = leader.get(top)) top = next;
    leader.set(key, top);
    return top;
  };
  const keys = disagreements.map(({ code, site }) => `${code} ${site}`);
  for (const [index, { code, related }] of disagreements.entries()) {
    for (const other of related) leader.set(find(`${code} ${other}`), find(keys[index]!));
  }
  return new Set(keys.map(find)).size;
}
