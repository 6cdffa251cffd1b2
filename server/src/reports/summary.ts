// The closing line of a report: how many findings there are, in how many documents, and what is not shown.

import type { Finding } from './findings.ts';
import { type CheckReport, severities } from './report.ts';

/** "3 warnings and 1 hint in 2 of 5 documents"; "No problems in 5 documents". */
export function summarize(report: CheckReport, findings: readonly Finding[]): string {
  const counts = severities.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count > 0 ? [countOf(count, severity === 'information' ? 'remark' : severity)] : [];
  });
  const total = countOf(report.documents.length, 'document');
  const concerned = report.documents.filter((document) => document.problems.length > 0).length;
  const places = concerned < report.documents.length ? `${concerned} of ${total}` : total;
  const main = counts.length > 0 ? `${joinWords(counts)} in ${places}` : `No problems in ${total}`;
  const notes = [
    ...(report.omitted > 0 ? [`${report.omitted} more not shown (--max-problems)`] : []),
    ...(report.known > 0 ? [`${report.known} known from the baseline`] : []),
    ...(report.failures > 0 ? [`${countOf(report.failures, 'path')} could not be read`] : []),
  ];
  return [main, ...notes].join('; ');
}

function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function joinWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
