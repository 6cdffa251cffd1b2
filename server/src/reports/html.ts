// The report as one HTML file that needs nothing from the network and runs nothing.

import { adviceFor } from './advice.ts';
import type { Excerpt } from './excerpt.ts';
import { type Finding, findingsOf } from './findings.ts';
import { compared } from './reason.ts';
import { addressOf, type CheckReport, type Site } from './report.ts';
import { summarize } from './summary.ts';

const style = `
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
article { border-left: 4px solid #b8860b; padding: 0.1rem 1rem; margin: 1rem 0; }
article.error { border-color: #c62828; } article.information, article.hint { border-color: #5f6f7f; }
ul { list-style: none; padding: 0; } li { margin: 0.4rem 0; }
.place, .code, .why { color: GrayText; font-size: 0.85rem; }
mark { font-weight: bold; padding: 0 0.15em; }
`;

export function* htmlReport(report: CheckReport): Generator<string> {
  const findings = findingsOf(report.documents);
  yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Consistency check</title>
<style>${style}</style>
</head>
<body>
<h1>Consistency check</h1>
<p>${escapeHtml(summarize(report, findings))}.</p>
`;
  let path: string | undefined;
  for (const finding of findings) {
    if (finding.problem.path !== path) {
      path = finding.problem.path;
      yield `<h2>${escapeHtml(path)}</h2>\n`;
    }
    yield findingHtml(finding);
  }
  yield '</body>\n</html>\n';
}

function findingHtml({ problem, severity, others }: Finding): string {
  const why = compared(problem);
  return `<article class="${severity}">
<p><strong>${escapeHtml(problem.message)}</strong> <span class="code">${severity}, ${problem.code}</span></p>
<ul>
${[problem, ...others].map(siteHtml).join('\n')}
</ul>
${why ? `<p class="why">Compared as: ${escapeHtml(why)}.</p>\n` : ''}<p class="advice">What to do: ${escapeHtml(adviceFor(problem.code))}</p>
</article>
`;
}

function siteHtml(site: Site): string {
  return `<li><span class="place">${escapeHtml(addressOf(site) + (site.section ? `, “${site.section}”` : ''))}</span><br>${excerptHtml(site.excerpt)}</li>`;
}

function excerptHtml({ text, mark }: Excerpt): string {
  const passage = `<mark>${escapeHtml(text.slice(mark.start, mark.end))}</mark>`;
  return escapeHtml(text.slice(0, mark.start)) + passage + escapeHtml(text.slice(mark.end));
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Safe between tags and in a quoted attribute; lone surrogates and control characters become visible. */
function escapeHtml(text: string): string {
  return text

    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '\uFFFD')
    .replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
