// Cross-references: a passage is linked to another one that is selected next, or to something that is chosen from a list.

import {
  commands,
  type ExtensionContext,
  env,
  l10n,
  type QuickPickItem,
  type Range,
  type StatusBarItem,
  type Uri,
  window,
} from 'vscode';
import {
  type AnnotationId,
  type LinkAnnotationParams,
  type LinkChoice,
  type LinkChoicesParams,
  type LinkEnd,
  linkAnnotationRequest,
  linkChoicesRequest,
  type Quotation,
  type QuotationParams,
  quotationRequest,
} from '../../../server/src/features/protocol.ts';
import { selectionIn } from './annotatable.ts';
import { annotationAtCursor } from './annotationAt.ts';
import type { AnnotationClient } from './annotationClient.ts';

interface Passage {
  readonly uri: Uri;
  readonly range: Range;
}

const icons = { passage: '$(quote)', figure: '$(symbol-number)', actor: '$(person)', document: '$(file)' } as const;

export function registerLinkCommands(context: ExtensionContext, client: AnnotationClient): void {
  const sign = window.createStatusBarItem('concordance.link');
  sign.name = l10n.t('Concordance: Link');
  sign.command = 'concordance.linkPassages';
  let begun: Passage | undefined;
  const begin = (passage: Passage | undefined, words = '') => {
    begun = passage;
    if (passage) showSign(sign, words);
    else sign.hide();
  };

  async function linkPassages(): Promise<string | undefined> {
    const passage = passageHere(client);
    if (begun) {
      const from = begun;
      if (passage && !isSame(from, passage)) {
        begin(undefined);
        const { uri, range } = passage;
        return link(client, from, { uri: client.addressOf(uri), range: client.protocolRange(range) });
      }
      begin(undefined);
      void window.showInformationMessage(l10n.t('The link was given up.'));
      return undefined;
    }
    if (!passage) {
      void window.showInformationMessage(l10n.t('Select the words that the link is to begin at.'));
      return undefined;
    }
    const words = window.activeTextEditor?.document.getText(passage.range) ?? '';
    const target = await chooseTarget(client, passage);
    if (target === 'select') begin(passage, words);
    else if (target) return link(client, passage, target);
    return undefined;
  }

  async function copyQuotation(): Promise<void> {
    const passage = passageHere(client);
    if (!passage) {
      void window.showInformationMessage(l10n.t('Select the words to copy, or put the cursor on an annotation.'));
      return;
    }
    const params: QuotationParams = {
      uri: client.addressOf(passage.uri),
      range: client.protocolRange(passage.range),
    };
    const quotation = await client.ask<Quotation>(quotationRequest, params);
    if (!quotation) return;
    await env.clipboard.writeText(quotation.text);
    window.setStatusBarMessage(l10n.t('The quotation was copied with its source.'), 5000);
  }

  context.subscriptions.push(
    sign,
    commands.registerCommand('concordance.linkPassages', linkPassages),
    commands.registerCommand('concordance.copyQuotation', copyQuotation),
  );
}

/** The selection, else the words of the annotation at the cursor. */
function passageHere(client: AnnotationClient): Passage | undefined {
  const editor = window.activeTextEditor;
  const selected = selectionIn(editor);
  if (editor && selected) return { uri: editor.document.uri, range: selected };
  const item = annotationAtCursor(client);
  return item?.range && { uri: client.uriOf(item.uri), range: client.rangeOf(item.range) };
}

async function chooseTarget(client: AnnotationClient, { uri }: Passage): Promise<LinkEnd | 'select' | undefined> {
  const params: LinkChoicesParams = { uri: client.addressOf(uri) };
  const choices = (await client.ask<LinkChoice[]>(linkChoicesRequest, params)) ?? [];
  const select = {
    label: `$(list-selection) ${l10n.t('Words that I select next')}`,
    alwaysShow: true,
    target: 'select' as const,
  };
  const items: (QuickPickItem & { readonly target: LinkEnd | 'select' })[] = [
    select,
    ...choices.map(({ kind, label, detail, target }) => ({
      label: `${icons[kind]} ${label}`,
      description: detail,
      target,
    })),
  ];
  const options = {
    title: l10n.t('Link to'),
    placeHolder: l10n.t('Another passage, an actor, a figure or a document'),
    matchOnDescription: true,
  };
  return (await window.showQuickPick(items, options))?.target;
}

async function link(client: AnnotationClient, { uri, range }: Passage, target: LinkEnd): Promise<string | undefined> {
  const params: LinkAnnotationParams = { uri: client.addressOf(uri), range: client.protocolRange(range), target };
  const answer = await client.ask<AnnotationId>(linkAnnotationRequest, params);
  await client.refresh(uri);
  if ('uri' in target) await client.refresh(client.uriOf(target.uri));
  return answer?.id;
}

function showSign(sign: StatusBarItem, words: string): void {
  const short = words.replace(/\s+/g, ' ').slice(0, 30);
  sign.text = `$(link) ${l10n.t('Link from “{0}”…', short)}`;
  sign.tooltip = l10n.t(
    'Select the words that the link is to lead to, and run “Link Passages” again. A click gives it up.',
  );
  sign.show();
}

function isSame(one: Passage, other: Passage): boolean {
  return one.uri.toString() === other.uri.toString() && one.range.isEqual(other.range);
}
