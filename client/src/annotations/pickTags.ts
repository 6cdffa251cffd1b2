// Asks for tags: those in use to choose from, and whatever is typed.

import { l10n, type QuickPickItem, window } from 'vscode';
import type { AnnotationClient } from './annotationClient.ts';

/** The tags chosen; undefined where nobody chose. */
export async function pickTags(client: AnnotationClient, before: readonly string[]): Promise<string[] | undefined> {
  const inUse = await client.tags();
  const all = [...before, ...inUse.filter((tag) => !before.includes(tag))];
  const items = (tags: readonly string[]): QuickPickItem[] => tags.map((label) => ({ label }));
  return new Promise((resolve) => {
    const picker = window.createQuickPick();
    let known = items(all);
    Object.assign(picker, {
      title: l10n.t('Tags'),
      placeholder: l10n.t('Choose tags, or type a new one'),
      canSelectMany: true,
      items: known,
    });
    picker.selectedItems = known.filter(({ label }) => before.includes(label));
    let added: QuickPickItem | undefined;
    picker.onDidChangeValue((value) => {
      const typed = value.trim().replace(/^#/, '');
      const selected = picker.selectedItems.filter((item) => item !== added);
      added =
        typed !== '' && !all.includes(typed)
          ? { label: typed, description: l10n.t('new tag'), alwaysShow: true }
          : undefined;
      known = [...(added ? [added] : []), ...known.filter((item) => all.includes(item.label))];
      picker.items = known;
      picker.selectedItems = added ? [...selected, added] : selected;
    });
    picker.onDidAccept(() => {
      resolve(picker.selectedItems.map(({ label }) => label));
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}
