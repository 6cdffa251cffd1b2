// What the client is to ask for only sometimes: lenses, hints and tokens while their settings are on, an outline of the languages for
// which it wants one. A client that takes registrations while the server runs is told so, and asks for nothing after each key
// that would be answered with nothing.

import {
  CodeLensRequest,
  type Disposable,
  DocumentSymbolRequest,
  InlayHintRequest,
  type RegistrationType,
  SemanticTokensRegistrationType,
} from 'vscode-languageserver';
import { tokenOptions } from './semanticTokens.ts';
import type { Session } from './session.ts';

/** Title of the outline, where a client shows several. */
export const outlineLabel = 'Concordance';

export interface Registrations {
  /** Brings what is registered in step with the settings. */
  follow(): void;
}

/** Registers what never changes, and answers what keeps the rest in step. */
export function createRegistrations(session: Session): Registrations {
  const { client } = session;
  const all = { documentSelector: null };
  const lenses = client.lensRegistration && createRegistration(session, CodeLensRequest.type, all);
  const hints = client.hintRegistration && createRegistration(session, InlayHintRequest.type, all);
  const tokens =
    client.tokenRegistration &&
    createRegistration(session, SemanticTokensRegistrationType.type, { ...all, ...tokenOptions(client) });
  if (client.outlineLanguages) {
    const documentSelector = client.outlineLanguages.map((language) => ({ language }));
    createRegistration(session, DocumentSymbolRequest.type, { documentSelector, label: outlineLabel }).want(true);
  }
  return {
    follow() {
      if (lenses) lenses.want(session.settings.codeLens);
      if (hints) hints.want(session.settings.inlayHints);
      if (tokens) tokens.want(session.settings.semanticTokens);
    },
  };
}

/** One registration, which comes and goes; what is wanted while another change is under way comes after it. */
function createRegistration<Options>(
  { connection }: Session,
  type: RegistrationType<Options>,
  options: Options,
): { want(isWanted: boolean): void } {
  let registered: Disposable | undefined;
  let changes = Promise.resolve();
  const change = async (isWanted: boolean) => {
    if (isWanted === (registered !== undefined)) return;
    registered?.dispose();
    registered = isWanted ? await connection.client.register(type, options) : undefined;
  };
  return {
    want(isWanted) {
      changes = changes.then(() => change(isWanted)).catch((error) => connection.console.warn(String(error)));
    },
  };
}
