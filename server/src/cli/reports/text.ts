// The report for people at a terminal: each finding once, with its sites, the words around them and why they were compared.

import picocolors from 'picocolors';
import type { Severity } from '../../core/index.ts';
import { type Excerpt, printable } from '../../reports/excerpt.ts';
import { type Finding, findingsOf } from '../../reports/findings.ts';
import { compared } from '../../reports/reason.ts';
import { addressOf, type CheckReport, type ReportOptions, type Site } from '../../reports/report.ts';
import { summarize } from '../../reports/summary.ts';

type Colours = ReturnType<typeof picocolors.createColors>;

/** More sites of one finding are counted, not shown. */
const mostSites = 8;

export function* textReport(report: CheckReport, { isColourWanted }: ReportOptions): Generator<string> {
  const colours = picocolors.createColors(isColourWanted);
  const findings = findingsOf(report.documents);
  for (const finding of findings) yield `${findingText(finding, colours)}\n\n`;
  const summary = summarize(report, findings);
  yield `${findings.length === 0 && report.failures === 0 ? colours.green(summary) : colours.bold(summary)}\n`;
}

function findingText(finding: Finding, colours: Colours): string {
  const { problem, severity, others } = finding;
  const why = compared(problem);
  const shown = others.slice(0, mostSites);
  return [
    `${address(problem, colours)}: ${severityText(severity, colours)}: ${printable(problem.message)} ${colours.dim(`[${problem.code}]`)}`,
    excerptLine(problem, colours),
    ...shown.flatMap((site) => [`  ${address(site, colours)}: ${printable(site.message)}`, excerptLine(site, colours)]),
    ...(others.length > shown.length ? [`  and ${others.length - shown.length} more places`] : []),
    ...(why ? [colours.dim(`  compared as: ${printable(why)}`)] : []),
  ].join('\n');
}

function address(site: Site, colours: Colours): string {
  return colours.bold(printable(addressOf(site)));
}

function severityText(severity: Severity, { red, yellow, blue, dim }: Colours): string {
  const paint = { error: red, warning: yellow, information: blue, hint: dim }[severity];
  return paint(severity);
}

function excerptLine({ excerpt }: Site, colours: Colours): string {
  return `    ${colours.dim('│')} ${marked(excerpt, colours)}`;
}

/** The passage stands out by colour, and in brackets of its own where there is none. */
function marked({ text, mark }: Excerpt, colours: Colours): string {
  const passage = text.slice(mark.start, mark.end);
  const shown = colours.isColorSupported ? colours.bold(colours.yellow(passage)) : `»${passage}«`;
  return text.slice(0, mark.start) + shown + text.slice(mark.end);
}
