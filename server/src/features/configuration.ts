// Settings from the client: at the start, when they change, and from clients that push them instead of being asked.

import {
  CodeLensRefreshRequest,
  DidChangeConfigurationNotification,
  InlayHintRefreshRequest,
} from 'vscode-languageserver';
import type { Publisher } from './publisher.ts';
import { createRegistrations } from './registration.ts';
import type { Session } from './session.ts';
import { parseSettings } from './settings.ts';

/** Asks the client for the section `concordance`; takes `pushed` where it cannot be asked. */
async function loadSettings(session: Session, pushed: unknown): Promise<void> {
  let section = pushed;
  if (session.client.configuration) {
    try {
      section = await session.connection.workspace.getConfiguration('concordance');
    } catch {
      // A client that says that it can be asked and then fails keeps the settings that it has pushed.
    }
  }
  const { settings, problems } = parseSettings(section);
  for (const problem of problems) session.connection.console.warn(problem);
  session.settings = settings;
}

/** The section in what a client pushes: `{ "settings": { "concordance": … } }`, or the section itself. */
export function sectionOf(settings: unknown): unknown {
  if (typeof settings !== 'object' || settings === null) return settings;
  return 'concordance' in settings ? settings.concordance : settings;
}

/** Reads the settings, and reads them again when they change. */
export async function followSettings(session: Session, publisher: Publisher): Promise<void> {
  const { connection, client } = session;
  const registrations = createRegistrations(session);
  connection.onDidChangeConfiguration(async ({ settings }) => {
    await loadSettings(session, sectionOf(settings));
    for (const uri of session.documents.served()) publisher.schedule(uri, 0);
    registrations.follow();
    if (client.lensRefresh && !client.lensRegistration)
      void connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
    if (client.hintRefresh && !client.hintRegistration)
      void connection.sendRequest(InlayHintRefreshRequest.type).catch(() => undefined);
  });
  if (client.configurationRegistration)
    await connection.client.register(DidChangeConfigurationNotification.type, { section: 'concordance' });
  if (client.configuration) await loadSettings(session, undefined);
  registrations.follow();
}
