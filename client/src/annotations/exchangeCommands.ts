// Annotations in and out of the editor: exports to a file, imports from one, and CriticMarkup taken out of the text.

import { commands, type ExtensionContext, l10n, Uri, window, workspace } from 'vscode';
import {
  type AnnotationExportFormat,
  type ExportAnnotationsParams,
  type ExportedAnnotations,
  type ExtractCriticMarkupParams,
  exportAnnotationsRequest,
  extractCriticMarkupRequest,
  type ImportAnnotationsParams,
  type ImportedAnnotations,
  importAnnotationsRequest,
} from '../../../server/src/features/protocol.ts';
import { canAnnotate } from './annotatable.ts';
import type { AnnotationClient } from './annotationClient.ts';

interface ExportKind {
  readonly label: string;
  readonly description: string;
  readonly format: AnnotationExportFormat;
  readonly ending: string;
}

const exportKinds = (): readonly ExportKind[] => [
  {
    label: l10n.t('Report'),
    description: l10n.t('Markdown: quotations with comments, by tag'),
    format: 'markdown',
    ending: 'md',
  },
  { label: l10n.t('Table'), description: l10n.t('CSV, for spreadsheets'), format: 'csv', ending: 'csv' },
  { label: l10n.t('Web Annotations'), description: 'JSON-LD', format: 'jsonld', ending: 'jsonld' },
  {
    label: l10n.t('REFI-QDA project'),
    description: l10n.t('for qualitative-analysis programs'),
    format: 'qdpx',
    ending: 'qdpx',
  },
  {
    label: 'CriticMarkup',
    description: l10n.t('a copy of the document with its annotations in the text'),
    format: 'criticmarkup',
    ending: 'md',
  },
];

export function registerExchangeCommands(context: ExtensionContext, client: AnnotationClient): void {
  context.subscriptions.push(
    commands.registerCommand('concordance.exportAnnotations', (format?: AnnotationExportFormat, target?: Uri) =>
      exportAnnotations(client, format, target),
    ),
    commands.registerCommand('concordance.importAnnotations', (file?: Uri) => importAnnotations(client, file)),
    commands.registerCommand('concordance.extractCriticMarkup', () => extractCriticMarkup(client)),
  );
}

async function exportAnnotations(client: AnnotationClient, given?: AnnotationExportFormat, place?: Uri): Promise<void> {
  const known = exportKinds().find(({ format }) => format === given);
  const kind = known ?? (await window.showQuickPick(exportKinds(), { title: l10n.t('Export Annotations as') }));
  if (!kind) return;
  const document = activeDocument();
  const all = l10n.t('All documents of the workspace');
  const scopes = [...(document ? [l10n.t('This document')] : []), ...(kind.format === 'criticmarkup' ? [] : [all])];
  const scope =
    scopes.length === 1 || place ? scopes[0] : await window.showQuickPick(scopes, { title: l10n.t('Annotations of') });
  if (!scope) return;
  const uri = scope === all ? undefined : document;
  const params: ExportAnnotationsParams = { format: kind.format, ...(uri && { uri: client.addressOf(uri) }) };
  const exported = await client.ask<ExportedAnnotations>(exportAnnotationsRequest, params);
  const target = exported && (place ?? (await window.showSaveDialog({ defaultUri: suggestedPlace(uri, kind) })));
  if (!exported || !target) return;
  const bytes = exported.base64 === undefined ? new TextEncoder().encode(exported.text) : bytesOf(exported.base64);
  await workspace.fs.writeFile(target, bytes);
  if (exported.text !== undefined && !place) await window.showTextDocument(target, { preview: true });
}

function suggestedPlace(uri: Uri | undefined, { format, ending }: ExportKind): Uri | undefined {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  if (!uri) return folder && Uri.joinPath(folder, `annotations.${ending}`);
  const stem = uri.path.replace(/\.[^./]+$/, '');
  return uri.with({ path: `${stem}.${format === 'criticmarkup' ? 'annotated' : 'annotations'}.${ending}` });
}

async function importAnnotations(client: AnnotationClient, given?: Uri): Promise<ImportedAnnotations | undefined> {
  const uri = activeDocument();
  if (!uri) {
    void window.showInformationMessage(l10n.t('Open the document that the annotations are about.'));
    return undefined;
  }
  const filters = { [l10n.t('Hypothesis or Web Annotations')]: ['json', 'jsonld'] };
  const [file] = given
    ? [given]
    : ((await window.showOpenDialog({ title: l10n.t('Import Annotations'), filters })) ?? []);
  if (!file) return undefined;
  const text = new TextDecoder().decode(await workspace.fs.readFile(file));
  const params: ImportAnnotationsParams = { uri: client.addressOf(uri), format: formatOf(text), text };
  const counts = await client.ask<ImportedAnnotations>(importAnnotationsRequest, params);
  await client.refresh(uri);
  if (counts) report(counts);
  return counts;
}

/** Hypothesis writes the address of each annotation's page as `uri`, which a Web Annotation does not have. */
function formatOf(text: string): ImportAnnotationsParams['format'] {
  return /"uri"\s*:/.test(text) && !/"(motivation|AnnotationPage)"/.test(text) ? 'hypothesis' : 'jsonld';
}

async function extractCriticMarkup(client: AnnotationClient): Promise<ImportedAnnotations | undefined> {
  const uri = activeDocument();
  if (!uri) {
    void window.showInformationMessage(l10n.t('Open the document whose CriticMarkup is to become annotations.'));
    return undefined;
  }
  const params: ExtractCriticMarkupParams = { uri: client.addressOf(uri) };
  const counts = await client.ask<ImportedAnnotations>(extractCriticMarkupRequest, params);
  await client.refresh(uri);
  if (counts) report(counts);
  return counts;
}

function report({ added, known }: ImportedAnnotations): void {
  const fresh = added === 1 ? l10n.t('One annotation was added.') : l10n.t('{0} annotations were added.', added);
  const there = known > 0 ? l10n.t('{0} were there already.', known) : '';
  void window.showInformationMessage([fresh, there].filter((part) => part !== '').join(' '));
}

function activeDocument(): Uri | undefined {
  const document = window.activeTextEditor?.document;
  return document && canAnnotate(document) ? document.uri : undefined;
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
