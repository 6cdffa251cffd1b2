// The overview of a document: the line of time, the map of actors and the ledger of claims, each with its copies.

import * as l10n from '@vscode/l10n';
import type { Overview, Place } from '../../../server/src/features/protocol.ts';
import { describeTie, drawActorMap } from './actorMap.ts';
import { csvText, pngBlob, svgText } from './copies.ts';
import { element, passageButton } from './elements.ts';
import { drawLedger, ledgerRows } from './ledger.ts';
import { drawTimeline } from './timeline.ts';

export interface PageActions {
  go(place: Place): void;
  /** Puts a text on the clipboard. */
  copyText(text: string): void;
  /** Says what has been done, to everybody. */
  announce(text: string): void;
}

export function overviewPage(name: string, overview: Overview | null, actions: PageActions): HTMLElement[] {
  const title = element('h1', {}, l10n.t('Overview of {0}', name));
  if (!overview)
    return [title, element('p', {}, l10n.t('This document is not checked. Run “Concordance: Check Document”.'))];
  const { timeline, actors, ties, claims } = overview;
  return [
    title,
    section(
      l10n.t('Time line'),
      timeline.length === 0 ? undefined : drawTimeline(timeline, actions.go),
      l10n.t('No claim of this document says when it holds.'),
      csvText([
        ['period', 'first day', 'last day', 'claim', 'actor', 'line'],
        ...timeline.map(({ period, first, last, text, subject, place }) => {
          const days = [first, last].map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
          return [period, ...days, text, subject ?? '', place.range.start.line + 1];
        }),
      ]),
      actions,
    ),
    section(
      l10n.t('Actors'),
      actors.length === 0 ? undefined : drawActorMap(overview, actions.go),
      l10n.t('This document names nobody.'),
      csvText([
        ['from', 'to', 'kind', 'count', 'line'],
        ...ties.map(({ from, to, kind, count, place }) => [
          ...[actors[from]!.name, actors[to]!.name, kind, count],
          place.range.start.line + 1,
        ]),
      ]),
      actions,
      ...(ties.length > 0 ? [tieList(overview, actions)] : []),
    ),
    section(
      l10n.t('Claims'),
      claims.length === 0 ? undefined : drawLedger(claims, actions.go),
      l10n.t('This document states no figure.'),
      csvText(ledgerRows(claims)),
      actions,
    ),
  ];
}

/** The lines of the map as words, for those who do not see it. */
function tieList({ actors, ties }: Overview, { go }: PageActions): HTMLElement {
  const items = ties.map((tie) => {
    const text = describeTie(actors, tie);
    return element(
      'li',
      {},
      passageButton(text, text, () => go(tie.place)),
    );
  });
  return element('details', {}, element('summary', {}, l10n.t('The ties as a list')), element('ul', {}, ...items));
}

function section(
  title: string,
  content: SVGSVGElement | HTMLTableElement | undefined,
  empty: string,
  csv: string,
  actions: PageActions,
  ...more: readonly HTMLElement[]
): HTMLElement {
  if (!content) return element('section', {}, element('h2', {}, title), element('p', {}, empty));
  const copies: [string, () => void | Promise<void>][] = [[l10n.t('Copy as CSV'), () => actions.copyText(csv)]];
  if (content instanceof SVGSVGElement) {
    copies.push(
      [l10n.t('Copy as SVG'), () => actions.copyText(svgText(content))],
      [
        l10n.t('Copy as PNG'),
        async () => {
          // The clipboard wants its promise while the press of the button still counts.
          await navigator.clipboard.write([new ClipboardItem({ 'image/png': pngBlob(content) })]);
          actions.announce(l10n.t('Copied.'));
        },
      ],
    );
  }
  const buttons = copies.map(([label, copy]) => {
    const button = element('button', { type: 'button', 'aria-label': `${title}: ${label}` }, label);
    button.addEventListener('click', async () => {
      try {
        await copy();
      } catch (error) {
        actions.announce(l10n.t('It could not be copied: {0}', error instanceof Error ? error.message : String(error)));
      }
    });
    return button;
  });
  const head = element('header', {}, element('h2', {}, title), element('div', { class: 'copies' }, ...buttons));
  const framed = element('div', { class: 'drawing' }, content);
  return element('section', {}, head, framed, ...more);
}
