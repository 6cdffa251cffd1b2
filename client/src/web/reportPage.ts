// The consistency report as a page: each finding with its quotations and their sections, why they were compared, and what
// to do. A quotation leads to its text.

import * as l10n from '@vscode/l10n';
import type { FindingEntry, Place } from '../../../server/src/features/protocol.ts';
import { element, passageButton } from './elements.ts';

export interface ReportActions {
  go(place: Place): void;
  save(): void;
}

export function reportPage(name: string, findings: readonly FindingEntry[], actions: ReportActions): HTMLElement[] {
  const count = findings.length;
  const summary =
    count === 0 ? l10n.t('Nothing disagrees.') : count === 1 ? l10n.t('One finding.') : l10n.t('{0} findings.', count);
  const save = element('button', { type: 'button' }, l10n.t('Save as HTML, Markdown, CSV or SARIF…'));
  save.addEventListener('click', actions.save);
  const title = element('h1', {}, l10n.t('Consistency of {0}', name));
  const head = element('header', {}, title, element('div', { class: 'copies' }, save));
  const byPath = new Map<string, FindingEntry[]>();
  for (const finding of findings) {
    const path = finding.sites[0]?.path ?? '';
    byPath.set(path, [...(byPath.get(path) ?? []), finding]);
  }
  const sections = [...byPath].map(([path, own]) =>
    element('section', {}, element('h2', {}, path), ...own.map((finding) => article(finding, path, actions.go))),
  );
  return [head, element('p', {}, summary), ...sections];
}

function article(finding: FindingEntry, path: string, go: (place: Place) => void): HTMLElement {
  const { code, severity, message, because, advice, sites } = finding;
  const quotations = sites.map((site) => quotation(site, path, go));
  const facts: [string, string | undefined][] = [
    [l10n.t('Compared as'), because],
    [l10n.t('What to do'), advice],
  ];
  const notes = facts.flatMap(([term, text]) => (text ? [element('dt', {}, term), element('dd', {}, text)] : []));
  return element(
    'article',
    { class: severity },
    element('h3', {}, message),
    element('p', { class: 'code' }, `${severity}, ${code}`),
    ...quotations,
    element('dl', {}, ...notes),
  );
}

function quotation(site: FindingEntry['sites'][number], path: string, go: (place: Place) => void): HTMLElement {
  const { excerpt, mark, section, place } = site;
  const line = l10n.t('line {0}', place.range.start.line + 1);
  const where = [site.path === path ? undefined : site.path, section || undefined, line]
    .filter((part) => part)
    .join(', ');
  return element(
    'figure',
    {},
    element(
      'blockquote',
      {},
      excerpt.slice(0, mark[0]),
      element('mark', {}, excerpt.slice(...mark)),
      excerpt.slice(mark[1]),
    ),
    element(
      'figcaption',
      {},
      passageButton(where, l10n.t('Go to the passage'), () => go(place)),
    ),
  );
}
