// The tags in use, offered behind a # in whatever an annotation is typed into.

import { CompletionItem, CompletionItemKind, type ExtensionContext, languages, Range } from 'vscode';
import type { AnnotationClient } from './annotationClient.ts';
import { formatTag } from './annotationText.ts';

export function completeTags(context: ExtensionContext, client: AnnotationClient): void {
  const provider = languages.registerCompletionItemProvider(
    { scheme: 'comment' },
    {
      async provideCompletionItems(document, position) {
        const typed = document.lineAt(position.line).text.slice(0, position.character);
        const start = typed.search(/#[^\s#]*$/);
        if (start < 0) return undefined;
        const range = new Range(position.line, start, position.line, position.character);
        return (await client.tags()).map((tag, order) => {
          const item = new CompletionItem(formatTag(tag), CompletionItemKind.Keyword);
          return Object.assign(item, { range, sortText: String(order).padStart(6, '0') });
        });
      },
    },
    '#',
  );
  context.subscriptions.push(provider);
}
