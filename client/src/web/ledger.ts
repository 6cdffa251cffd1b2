// The ledger of claims: a table that is sorted by the column whose header is pressed, in which every statement leads to
// its text.

import * as l10n from '@vscode/l10n';
import type { ClaimEntry, Place } from '../../../server/src/features/protocol.ts';
import { element, passageButton } from './elements.ts';

interface Column {
  readonly title: string;
  /** What the rows are sorted by. */
  key(claim: ClaimEntry): string | number;
}

const states: readonly ClaimEntry['state'][] = ['conflict', 'agreeing', 'single'];

export function stateText(state: ClaimEntry['state']): string {
  if (state === 'conflict') return l10n.t('in conflict');
  return state === 'agreeing' ? l10n.t('stated alike') : l10n.t('stated once');
}

function columns(): Column[] {
  return [
    { title: l10n.t('State'), key: ({ state }) => states.indexOf(state) },
    { title: l10n.t('Measure'), key: ({ measure }) => measure.toLowerCase() },
    { title: l10n.t('Actor'), key: ({ subject }) => (subject ?? '').toLowerCase() },
    { title: l10n.t('Period'), key: ({ period }) => period ?? '' },
    { title: l10n.t('Unit'), key: ({ unit, kind }) => unit ?? kind },
    { title: l10n.t('Statements'), key: ({ statements }) => -statements.length },
  ];
}

export function drawLedger(claims: readonly ClaimEntry[], go: (place: Place) => void): HTMLTableElement {
  const body = element('tbody');
  const headers = columns().map((column) => {
    const button = element('button', { type: 'button' }, column.title);
    const header = element('th', { scope: 'col', 'aria-sort': 'none' }, button);
    button.addEventListener('click', () => sortBy(column, header));
    return header;
  });
  function sortBy({ key }: Column, header: HTMLTableCellElement): void {
    const direction = header.getAttribute('aria-sort') === 'ascending' ? -1 : 1;
    for (const other of headers) other.setAttribute('aria-sort', 'none');
    header.setAttribute('aria-sort', direction === 1 ? 'ascending' : 'descending');
    const sorted = claims
      .map((claim, index) => ({ claim, index, by: key(claim) }))
      .sort((a, b) => direction * compare(a.by, b.by) || a.index - b.index);
    body.replaceChildren(...sorted.map(({ claim }) => rowOf(claim, go)));
  }
  sortBy(columns()[0]!, headers[0]!);
  const caption = element('caption', {}, l10n.t('All claims; the headers sort, a statement leads to its text.'));
  return element('table', { class: 'ledger' }, caption, element('thead', {}, element('tr', {}, ...headers)), body);
}

function rowOf(claim: ClaimEntry, go: (place: Place) => void): HTMLTableRowElement {
  const { state, measure, subject, periodText, unit, kind, statements } = claim;
  const sign = { conflict: '≠', agreeing: '=', single: '·' }[state];
  const items = statements.map(({ text, section, differs, place }) => {
    const title = section || l10n.t('before the first heading');
    const button = passageButton(text, title, () => go(place));
    button.setAttribute(
      'aria-label',
      differs ? l10n.t('{0}, in “{1}”, differs', text, title) : l10n.t('{0}, in “{1}”', text, title),
    );
    return element('li', {}, button);
  });
  const cells = [measure, subject ?? '', periodText ?? '', unit ?? kind].map((text) => element('td', {}, text));
  return element(
    'tr',
    { class: state },
    element('td', {}, element('span', { class: 'sign', 'aria-hidden': 'true' }, sign), ` ${stateText(state)}`),
    ...cells,
    element('td', {}, element('ul', {}, ...items)),
  );
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a).localeCompare(String(b));
}

/** The ledger with a line for each statement. */
export function ledgerRows(claims: readonly ClaimEntry[]): (string | number)[][] {
  const head = [
    'state',
    'measure',
    'actor',
    'period',
    'unit',
    'statement',
    'normal form',
    'section',
    'differs',
    'line',
  ];
  const rows = claims.flatMap(({ state, measure, subject, period, unit, kind, statements }) =>
    statements.map(({ text, normalForm, section, differs, place }) => [
      ...[state, measure, subject ?? '', period ?? '', unit ?? kind, text, normalForm, section, differs ? 'yes' : 'no'],
      place.range.start.line + 1,
    ]),
  );
  return [head, ...rows];
}
