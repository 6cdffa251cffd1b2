// Why the sites of a finding were compared, in one line for people: what the figures were held to state alike.

import type { ProblemReport } from './report.ts';

/** Parts of a reason that name what is compared, in the order in which they are said. */
const named = ['measure', 'subject', 'period', 'scope', 'event', 'source'] as const;

/** "berths, Port of Vik, 2024 — they measure the same thing"; undefined where the rule says no more than its message. */
export function compared({ reason }: Pick<ProblemReport, 'reason'>): string | undefined {
  const what = named.flatMap((key) => wordsOf(reason[key])).join(', ');
  const why = wordsOf(reason.because).join('; ');
  return [what, why].filter((part) => part !== '').join(' — ') || undefined;
}

function wordsOf(value: unknown): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string' && item !== '') : [];
}
