// The views beside the text, in a container of their own: the actors of the document, its figures, its problems. Their
// content is the server's; here they are put together, with the filter of the figures and the count of the problems.

import {
  commands,
  type Event,
  type ExtensionContext,
  l10n,
  type QuickPickItem,
  type TreeView,
  type Uri,
  window,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type ActorEntry,
  actorsRequest,
  type ClaimEntry,
  claimsRequest,
  type DocumentParams,
  type FindingEntry,
  findingsRequest,
} from '../../../server/src/features/protocol.ts';
import type { Analysis } from '../analyses.ts';
import { actorNodes } from './actorNodes.ts';
import { type ClaimFilter, claimNodes, isShown, unitOf } from './claimNodes.ts';
import { createDocumentView } from './documentView.ts';
import { findingNodes } from './findingNodes.ts';
import { type FollowedDocument, followDocument } from './followedDocument.ts';
import type { ViewNode } from './viewNode.ts';

/** Creates the views; what they show is asked for when they are looked at. */
export function createViews(
  context: ExtensionContext,
  client: BaseLanguageClient,
  onDidAnalyse: Event<Analysis>,
): FollowedDocument {
  const followed = followDocument(onDidAnalyse);
  const ask = async <Entry>(method: string, uri: Uri): Promise<readonly Entry[]> => {
    const params: DocumentParams = { uri: client.code2ProtocolConverter.asUri(uri) };
    return client.isRunning() ? ((await client.sendRequest<readonly Entry[] | null>(method, params)) ?? []) : [];
  };
  let filter: ClaimFilter = {};
  let claims: readonly ClaimEntry[] = [];

  const actors = createDocumentView({
    id: 'concordance.actors',
    followed,
    load: async (uri) => actorNodes(await ask<ActorEntry>(actorsRequest, uri)),
  });
  const figures = createDocumentView({
    id: 'concordance.figures',
    followed,
    async load(uri) {
      claims = await ask<ClaimEntry>(claimsRequest, uri);
      return claimNodes(claims, filter);
    },
    onDidLoad: (view) => describeFilter(view, filter),
  });
  const problems = createDocumentView({
    id: 'concordance.problems',
    followed,
    load: async (uri) => findingNodes(await ask<FindingEntry>(findingsRequest, uri)),
    onDidLoad: showCount,
    isCounted: true,
  });

  const setFilter = (next: ClaimFilter) => {
    filter = next;
    void commands.executeCommand('setContext', 'concordance.figuresFiltered', Object.keys(filter).length > 0);
    figures.refresh();
  };
  context.subscriptions.push(
    actors,
    figures,
    problems,
    followed,
    commands.registerCommand('concordance.filterFigures', async (given?: ClaimFilter) => {
      const chosen = given ?? (await chooseFilter(claims, filter));
      if (chosen) setFilter(chosen);
    }),
    commands.registerCommand('concordance.clearFigureFilter', () => setFilter({})),
  );
  return followed;
}

function describeFilter(view: TreeView<ViewNode>, { subject, unit, period }: ClaimFilter): void {
  const parts = [subject, unit, period].filter((part) => part !== undefined);
  view.description = parts.join(', ');
}

function showCount(view: TreeView<ViewNode>, { length }: readonly ViewNode[]): void {
  const tooltip = length === 1 ? l10n.t('1 problem in this document') : l10n.t('{0} problems in this document', length);
  view.badge = length > 0 ? { value: length, tooltip } : undefined;
}

interface FilterItem extends QuickPickItem {
  readonly filter?: ClaimFilter;
}

/** Asks by what to filter further; undefined when nothing was chosen. */
async function chooseFilter(claims: readonly ClaimEntry[], filter: ClaimFilter): Promise<ClaimFilter | undefined> {
  const shown = claims.filter((claim) => isShown(claim, filter));
  const group = (
    title: string,
    values: (string | undefined)[],
    narrow: (value: string) => ClaimFilter,
  ): FilterItem[] => {
    const counts = new Map<string, number>();
    for (const value of values) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
    if (counts.size < 2) return [];
    const items = [...counts]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([label, count]) => ({ label, description: String(count), filter: { ...filter, ...narrow(label) } }));
    return [{ label: title, kind: -1 }, ...items];
  };
  const items: FilterItem[] = [
    ...group(
      l10n.t('Actor'),
      shown.map(({ subject }) => subject),
      (subject) => ({ subject }),
    ),
    ...group(l10n.t('Unit'), shown.map(unitOf), (unit) => ({ unit })),
    ...group(
      l10n.t('Period'),
      shown.map(({ periodText }) => periodText),
      (period) => ({ period }),
    ),
  ];
  const chosen = await window.showQuickPick(items, {
    title: l10n.t('Filter Figures'),
    placeHolder: items.length > 0 ? l10n.t('Show only the figures of…') : l10n.t('There is nothing left to filter by.'),
    matchOnDescription: true,
  });
  return chosen?.filter;
}
