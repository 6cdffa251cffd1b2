// The report as SARIF 2.1.0, the format in which code hosts and review tools take the findings of programs.

import { version } from '../../../package.json';
import { rules, type Severity } from '../core/index.ts';
import type { CheckReport, ProblemReport, Site } from './report.ts';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

const noticeTitles: Readonly<Record<string, string>> = {
  'project-file': 'Something in the project file is not understood.',
  'accepted-obsolete': 'An accepted difference is no longer in the text.',
  'fact-unstated': 'A declared fact is stated in none of the texts.',
  'suppression-unused': 'A suppression comment suppresses nothing.',
};

export function* sarifReport(report: CheckReport): Generator<string> {
  const results = report.documents.flatMap((document) => document.problems);
  const codes = [...new Set(results.map((problem) => problem.code))].sort();
  const ruleIndex = new Map<string, number>(codes.map((code, index) => [code, index]));
  const head = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Concordance', semanticVersion: version, rules: codes.map(ruleSarif) } },
        columnKind: 'utf16CodeUnits',
        invocations: [{ executionSuccessful: report.failures === 0 }],
        results: results.map((problem) => resultSarif(problem, ruleIndex.get(problem.code) ?? -1)),
      },
    ],
  };
  yield `${JSON.stringify(head, undefined, 1)}\n`;
}

function ruleSarif(code: string) {
  const rule = rules.find((candidate) => candidate.code === code);
  const title = rule?.title ?? noticeTitles[code] ?? code;
  return {
    id: code,
    shortDescription: { text: title },
    ...(rule && {
      help: { text: rule.documentation, markdown: rule.documentation },
      defaultConfiguration: { level: levels[rule.severity] },
    }),
  };
}

function resultSarif(problem: ProblemReport, ruleIndex: number) {
  return {
    ruleId: problem.code,
    ruleIndex,
    level: levels[problem.severity],
    message: { text: problem.message },
    locations: [{ physicalLocation: placeSarif(problem) }],
    relatedLocations: problem.related.map((site, index) => ({
      id: index + 1,
      physicalLocation: placeSarif(site),
      message: { text: site.message },
    })),
    rank: Math.round(problem.confidence * 1000) / 10,
    properties: { relatedCount: problem.relatedCount, reason: problem.reason },
  };
}

function placeSarif({ path, range, span, text }: Site) {
  return {
    artifactLocation: { uri: uriOfPath(path) },
    region: {
      startLine: range.start.line + 1,
      startColumn: range.start.character + 1,
      endLine: range.end.line + 1,
      endColumn: range.end.character + 1,
      charOffset: span.start,
      charLength: span.end - span.start,
      snippet: { text },
    },
  };
}

/** A relative reference, or a `file:` address for an absolute path. */
function uriOfPath(path: string): string {
  const wellFormed = path.replace(/\p{Surrogate}/gu, '\uFFFD');
  const parts = wellFormed.split(/[\\/]/).map(encodeURIComponent).join('/');
  if (path.startsWith('/')) return `file://${parts}`;
  return /^[A-Za-z]:[\\/]/.test(path) ? `file:///${parts}` : parts;
}
