// Project files that are open in the editor: what they say counts before it is saved, once the writer pauses.

import type { TextDocumentContentChangeEvent, TextDocumentItem } from 'vscode-languageserver';
import { spanOf } from '../core/text/span.ts';
import { indexText, replaceInText, spanOfRange } from './positions.ts';
import type { Publisher } from './publisher.ts';
import type { Session } from './session.ts';
import { keyOfUri } from './uri.ts';
import { loadProjects } from './watchedFiles.ts';

export interface OpenProjectFiles {
  open(item: TextDocumentItem): Promise<void>;
  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): void;
  close(uri: string): Promise<void>;
}

export function followProjectFiles(session: Session, publisher: Publisher): OpenProjectFiles {
  const files = session.projectTexts;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Reads the projects again where the text is not the one that was read. */
  async function apply(uri: string): Promise<void> {
    clearTimeout(timer);
    await session.readiness.wait;
    const file = files.get(keyOfUri(uri));
    const text = file?.text.source;
    session.projects.edit(uri, file && { version: file.version, text: file.text.source });
    await session.projects.follow(uri);
    if (session.state === 'ending') return;
    const known = session.projects.find(uri);
    if (known && known.text === text) session.projects.announce(known);
    else await loadProjects(session, publisher);
  }

  return {
    open({ uri, version, text }) {
      files.set(keyOfUri(uri), { version, text: indexText(text, session.encoding) });
      return apply(uri);
    },
    change(uri, version, changes) {
      let text = files.get(keyOfUri(uri))?.text;
      if (!text) return;
      for (const change of changes) {
        const span =
          'range' in change && change.range ? spanOfRange(text, change.range) : spanOf(0, text.source.length);
        text = replaceInText(text, span, change.text);
      }
      files.set(keyOfUri(uri), { version, text });
      clearTimeout(timer);
      timer = setTimeout(() => void apply(uri), session.settings.diagnosticsDelay);
    },
    close(uri) {
      files.delete(keyOfUri(uri));
      return apply(uri);
    },
  };
}
