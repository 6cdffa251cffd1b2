// The report as Markdown, for a comment under a pull request or a page of a wiki.

import { adviceFor } from './advice.ts';
import type { Excerpt } from './excerpt.ts';
import { type Finding, findingsOf } from './findings.ts';
import { compared } from './reason.ts';
import type { CheckReport, Site } from './report.ts';
import { summarize } from './summary.ts';

export function* markdownReport(report: CheckReport): Generator<string> {
  const findings = findingsOf(report.documents);
  yield `# Consistency check\n\n${escapeMarkdown(summarize(report, findings))}.\n`;
  let path: string | undefined;
  for (const finding of findings) {
    if (finding.problem.path !== path) {
      path = finding.problem.path;
      yield `\n## ${escapeMarkdown(path)}\n`;
    }
    yield `\n${findingMarkdown(finding)}\n`;
  }
}

function findingMarkdown({ problem, severity, others }: Finding): string {
  const why = compared(problem);
  return [
    `**${escapeMarkdown(problem.message)}** (${severity}, ${problem.code})`,
    '',
    ...[problem, ...others].map((site) => siteLine(site, problem.path)),
    ...(why ? ['', `Compared as: ${escapeMarkdown(why)}.`] : []),
    '',
    `What to do: ${adviceFor(problem.code)}`,
  ].join('\n');
}

function siteLine({ path, range, section, excerpt }: Site, current: string): string {
  const document = path === current ? '' : ` of ${escapeMarkdown(path)}`;
  const place = `line ${range.start.line + 1}${document}${section ? `, “${escapeMarkdown(section)}”` : ''}`;
  return `- ${place}: ${markedExcerpt(excerpt)}`;
}

function markedExcerpt({ text, mark }: Excerpt): string {
  const passage = text.slice(mark.start, mark.end);
  const shown = passage.trim() === '' ? '' : `**${escapeMarkdown(passage.trim())}**`;
  return `${escapeMarkdown(text.slice(0, mark.start))}${shown}${escapeMarkdown(text.slice(mark.end))}`;
}

/** The text as Markdown that prints as it stands: no markup, no HTML, no mention of anybody. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+!|~&@$^=-]/g, (character) => (character === '@' ? '&#64;' : `\\${character}`));
}
