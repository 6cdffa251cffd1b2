// The annotated words, highlighted exactly, with a mark in the overview ruler: the colour is the tag's. Words that another
// passage leads to are underlined.

import {
  type DecorationOptions,
  type ExtensionContext,
  OverviewRulerLane,
  type TextEditor,
  type TextEditorDecorationType,
  ThemeColor,
  window,
  workspace,
} from 'vscode';
import type { AnnotationItem } from '../../../server/src/features/protocol.ts';
import type { AnnotationClient } from './annotationClient.ts';
import { colorOf, colors, type HighlightColor } from './highlightColors.ts';

export function createHighlights(context: ExtensionContext, client: AnnotationClient): void {
  const types = new Map(colors.map((color) => [color, createType(color)] as const));
  const resolved = window.createTextEditorDecorationType({
    border: '1px dotted',
    borderColor: new ThemeColor('editorLineNumber.foreground'),
    overviewRulerColor: new ThemeColor('editorLineNumber.foreground'),
    overviewRulerLane: OverviewRulerLane.Center,
  });
  const changed = window.createTextEditorDecorationType({
    textDecoration: 'underline wavy',
    overviewRulerColor: new ThemeColor('editorOverviewRuler.warningForeground'),
    overviewRulerLane: OverviewRulerLane.Center,
  });
  const linked = window.createTextEditorDecorationType({ textDecoration: 'underline dotted' });

  function draw(editor: TextEditor): void {
    const { document } = editor;
    const known = client.of(document.uri);
    // What was answered for another state of the text is drawn when that for this one comes; until then the editor moves it.
    if (known?.version !== undefined && known.version !== document.version) return;
    const items = (known?.items ?? []).filter(({ replyTo }) => replyTo === undefined);
    const chosen = workspace
      .getConfiguration('concordance', document)
      .get<Record<string, string>>('annotations.colors', {});
    const rangesOf = (wanted: (item: AnnotationItem) => boolean) =>
      items.flatMap((item): DecorationOptions[] =>
        item.range && wanted(item) ? [{ range: client.rangeOf(item.range) }] : [],
      );
    for (const [color, type] of types) {
      editor.setDecorations(
        type,
        rangesOf((item) => !item.resolved && isSure(item) && colorOf(item.tags, chosen) === color),
      );
    }
    editor.setDecorations(
      resolved,
      rangesOf((item) => item.resolved && isSure(item)),
    );
    editor.setDecorations(
      changed,
      rangesOf((item) => item.change !== undefined || item.state === 'changed'),
    );
    editor.setDecorations(
      linked,
      (known?.backlinks ?? []).flatMap(({ range }) => (range ? [{ range: client.rangeOf(range) }] : [])),
    );
  }

  const drawAll = () => window.visibleTextEditors.forEach(draw);
  context.subscriptions.push(
    ...types.values(),
    resolved,
    changed,
    linked,
    client.onDidChange(drawAll),
    window.onDidChangeVisibleTextEditors(drawAll),
    workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('concordance.annotations') && drawAll()),
  );
  drawAll();
}

function isSure({ state }: AnnotationItem): boolean {
  return state === 'found' || state === 'changed';
}

function createType(color: HighlightColor): TextEditorDecorationType {
  const themed = new ThemeColor(`concordance.annotation.${color}`);
  return window.createTextEditorDecorationType({
    backgroundColor: themed,
    borderRadius: '2px',
    overviewRulerColor: themed,
    overviewRulerLane: OverviewRulerLane.Center,
  });
}
