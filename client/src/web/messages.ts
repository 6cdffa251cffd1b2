// What the extension and its web pages say to each other.

import type { FindingEntry, Overview, Place } from '../../../server/src/features/protocol.ts';

export type Page =
  | { readonly kind: 'overview'; readonly name: string; readonly overview: Overview | null }
  | { readonly kind: 'report'; readonly name: string; readonly findings: readonly FindingEntry[] };

/** From the extension: what the page shows now, with the texts of the editor's language. */
export interface ShowMessage {
  readonly page: Page;
  /** Translations by the English text, as the editor has them. */
  readonly texts: Record<string, string>;
}

/** From the page. */
export type PageMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'go'; readonly place: Place }
  | { readonly kind: 'copy'; readonly text: string }
  | { readonly kind: 'command'; readonly command: 'concordance.exportReport' };
