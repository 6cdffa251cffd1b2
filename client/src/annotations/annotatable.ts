// Where a new annotation may be written: at the selection. The editor shows its sign for that in the margin beside the lines
// that are selected, and nowhere else.

import {
  type CommentController,
  type ExtensionContext,
  Range,
  type TextDocument,
  type TextEditor,
  window,
} from 'vscode';
import { isServed } from '../documents.ts';
import { sampleScheme } from '../sampleFiles.ts';

/** Milliseconds after a selection until the editor is told. */
const PAUSE = 80;
/** It asks where one may comment a little later, and needs a moment to take the answer in. */
const LONGEST_WAIT = 15_000;
const MOMENT = 500;

export interface Annotatable {
  /** Ends when the editor knows that one may comment on what is selected. */
  ready(): Promise<void>;
}

export function offerSelection(context: ExtensionContext, controller: CommentController): Annotatable {
  let shown = '';
  let told = Promise.resolve();
  const rangesIn = (document: TextDocument): Range[] => {
    const editors = window.visibleTextEditors.filter((editor) => editor.document === document && canAnnotate(document));
    return editors.flatMap((editor) =>
      editor.selections.flatMap(({ isEmpty, start, end }) => (isEmpty ? [] : [new Range(start.line, 0, end.line, 0)])),
    );
  };

  /** Setting the provider is what makes the editor ask again. */
  function tell(): void {
    // The editor of a comment counts for nothing: told of that, the workbench would draw it anew while somebody types.
    const ranges = window.visibleTextEditors
      .map(({ document }) => [document.uri.toString(), rangesIn(document)] as const)
      .filter(([, found]) => found.length > 0);
    const described = JSON.stringify(ranges);
    if (described === shown) return;
    shown = described;
    told = new Promise((resolve) => {
      setTimeout(resolve, LONGEST_WAIT);
      controller.commentingRangeProvider = {
        provideCommentingRanges(document) {
          if (document === window.activeTextEditor?.document) setTimeout(resolve, MOMENT);
          return rangesIn(document);
        },
      };
    });
  }

  let timer: ReturnType<typeof setTimeout> | undefined;
  const tellSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(tell, PAUSE);
  };
  context.subscriptions.push(
    window.onDidChangeTextEditorSelection(tellSoon),
    window.onDidChangeVisibleTextEditors(tellSoon),
    { dispose: () => clearTimeout(timer) },
  );
  return {
    ready() {
      clearTimeout(timer);
      tell();
      return told;
    },
  };
}

/** Documents that lie in memory alone. */
const unkept: ReadonlySet<string> = new Set(['untitled', sampleScheme]);

/** Whether annotations of the document can be kept in a file beside it. */
export function canAnnotate(document: TextDocument): boolean {
  return isServed(document) && document.languageId !== 'yaml' && !unkept.has(document.uri.scheme);
}

/** What is selected in an editor of a document that can be annotated. */
export function selectionIn(editor: TextEditor | undefined): Range | undefined {
  if (!editor || editor.selection.isEmpty || !canAnnotate(editor.document)) return undefined;
  return new Range(editor.selection.start, editor.selection.end);
}
