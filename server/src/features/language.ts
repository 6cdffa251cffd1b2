// The language in which the server speaks: the client's, where there is a translation, else English. One server has one client,
// so that this is said once, when they introduce themselves.

import { config } from '@vscode/l10n';
import german from '../../../l10n/bundle.l10n.de.json';

const translations: Readonly<Record<string, Record<string, string>>> = { de: german };

/** Speaks the language of a locale from now on: "de-AT" is German, "fi" English, as is none. */
export function speak(locale: unknown): void {
  const language = typeof locale === 'string' ? locale.toLowerCase().split(/[-_]/)[0] : undefined;
  config({ contents: translations[language ?? ''] ?? {} });
}
