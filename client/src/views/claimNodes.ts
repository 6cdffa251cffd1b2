// The nodes of the view of figures: claims by whether their statements agree, under each claim its statements; and what a
// filter leaves of them.

import { l10n, ThemeColor, ThemeIcon } from 'vscode';
import type { ClaimEntry, ClaimStatement } from '../../../server/src/features/protocol.ts';
import { lineOf } from './actorNodes.ts';
import { sectionLabel, type ViewNode } from './viewNode.ts';

/** What the claims shown have in common; a part that is absent leaves all. */
export interface ClaimFilter {
  readonly subject?: string;
  readonly unit?: string;
  readonly period?: string;
}

type State = ClaimEntry['state'];

const icons: Readonly<Record<State, ThemeIcon>> = {
  conflict: new ThemeIcon('warning', new ThemeColor('list.warningForeground')),
  agreeing: new ThemeIcon('pass', new ThemeColor('testing.iconPassed')),
  single: new ThemeIcon('circle-outline'),
};

/** How a unit is called: the kind of figure where it has none. */
export function unitOf({ unit, kind }: ClaimEntry): string {
  return unit ?? kind;
}

export function isShown(claim: ClaimEntry, { subject, unit, period }: ClaimFilter): boolean {
  if (subject !== undefined && claim.subject !== subject) return false;
  if (unit !== undefined && unitOf(claim) !== unit) return false;
  return period === undefined || claim.periodText === period;
}

export function claimNodes(claims: readonly ClaimEntry[], filter: ClaimFilter): ViewNode[] {
  const shown = claims.filter((claim) => isShown(claim, filter));
  const titles: Readonly<Record<State, string>> = {
    conflict: l10n.t('In conflict'),
    agreeing: l10n.t('Stated alike'),
    single: l10n.t('Stated once'),
  };
  return (Object.keys(titles) as State[]).flatMap((state) => {
    const children = shown.filter((claim) => claim.state === state).map(claimNode);
    if (children.length === 0) return [];
    return [{ label: titles[state], description: String(children.length), isOpen: state !== 'single', children }];
  });
}

function claimNode({ measure, subject, periodText, state, statements }: ClaimEntry): ViewNode {
  const values = [...new Set(statements.map(({ text }) => text))].join(state === 'conflict' ? ' ≠ ' : ' = ');
  const about = [subject, periodText].filter((part) => part).join(', ');
  const label = [values, measure].filter(Boolean).join(' ');
  return {
    label,
    description: about,
    tooltip: [label, about].filter(Boolean).join('\n'),
    icon: icons[state],
    spoken: [titleOf(state), label, about].filter(Boolean).join(', '),
    place: statements[0]!.place,
    children: statements.length > 1 ? statements.map(statementNode) : [],
  };
}

function titleOf(state: State): string {
  if (state === 'conflict') return l10n.t('In conflict');
  return state === 'agreeing' ? l10n.t('Stated alike') : l10n.t('Stated once');
}

function statementNode({ text, normalForm, section, differs, place }: ClaimStatement): ViewNode {
  return {
    label: text,
    description: `${sectionLabel(section)}, ${lineOf(place)}`,
    tooltip: normalForm,
    icon: differs ? icons.conflict : new ThemeIcon('check'),
    place,
    children: [],
  };
}
