// What a view of a document shows: nodes that stand for passages, and where one goes from there. How the nodes of each
// view are made from what the server tells stands in files of their own.

import { l10n, type MarkdownString, Range, type ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode';
import type { Place } from '../../../server/src/features/protocol.ts';

export interface ViewNode {
  readonly label: string;
  readonly description?: string;
  readonly tooltip?: string | MarkdownString;
  readonly icon?: ThemeIcon;
  /** What a screen reader says in place of label and description. */
  readonly spoken?: string;
  /** Where a click goes. */
  readonly place?: Place;
  readonly children: readonly ViewNode[];
  /** Whether the children are shown from the beginning. */
  readonly isOpen?: boolean;
}

/** The item of a node; `id` tells it from all others of its view. */
export function itemOf(node: ViewNode, id: string): TreeItem {
  const { label, description, tooltip, icon, spoken, place, children, isOpen } = node;
  const state = isOpen ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
  const item = new TreeItem(label, children.length > 0 ? state : TreeItemCollapsibleState.None);
  item.id = id;
  if (description !== undefined) item.description = description;
  if (tooltip !== undefined) item.tooltip = tooltip;
  if (icon) item.iconPath = icon;
  // Without this the tooltip would be read out instead.
  item.accessibilityInformation = { label: spoken ?? [label, description].filter(Boolean).join(', ') };
  if (place) {
    item.command = {
      title: l10n.t('Go to the passage'),
      command: 'vscode.open',
      arguments: [Uri.parse(place.uri), { selection: rangeOf(place) }],
    };
  }
  return item;
}

export function rangeOf({ range: { start, end } }: Place): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

/** “Money” for a section; what stands before the first heading has no title of its own. */
export function sectionLabel(title: string): string {
  return title || l10n.t('before the first heading');
}
