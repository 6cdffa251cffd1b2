// How many findings a set of problems is, as a person is told of them: what disagrees is a problem at each of its sites, and
// counts once, as in every report.

import { createDisjointSets, type Problem, type Severity } from '../core/index.ts';
import type { CheckSummary } from './protocol.ts';
import { keyOfUri } from './uri.ts';

export type FindingCounts = Pick<CheckSummary, 'errors' | 'warnings' | 'informations' | 'hints'>;

/** From the most to the least severe. */
const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** The findings by severity, each by the most severe of its problems. The problems are given by their documents' addresses. */
export function countFindings(problemsByUri: Iterable<readonly [string, readonly Problem[]]>): FindingCounts {
  const groups = createDisjointSets();
  const sites: { readonly site: string; readonly severity: Severity }[] = [];
  for (const [uri, problems] of problemsByUri)
    for (const { code, span, severity, related } of problems) {
      const siteOf = (address: string, { start, end }: Problem['span']) =>
        `${code} ${start}-${end} ${keyOfUri(address)}`;
      const site = siteOf(uri, span);
      sites.push({ site, severity });
      for (const other of related) groups.join(site, siteOf(other.document ?? uri, other.span));
    }
  const ranks = new Map<string, number>();
  for (const { site, severity } of sites) {
    const group = groups.rootOf(site);
    ranks.set(group, Math.min(ranks.get(group) ?? severities.length, severities.indexOf(severity)));
  }
  const count = (severity: Severity) => [...ranks.values()].filter((rank) => severities[rank] === severity).length;
  return {
    errors: count('error'),
    warnings: count('warning'),
    informations: count('information'),
    hints: count('hint'),
  };
}
