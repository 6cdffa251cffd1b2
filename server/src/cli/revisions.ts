// What documents said at a git revision, analysed as they are now. A reason that holds for many documents is said once.

import { type AnalysedDocument, analyse } from '../core/index.ts';
import { readRevision } from '../host/node/files/gitRevision.ts';
import type { ReadDocument } from './documents.ts';
import type { Terminal } from './terminal.ts';

export interface RevisionReader {
  /** Undefined for standard input, for a document that the revision did not have, and where it cannot be told. */
  read(document: ReadDocument): Promise<AnalysedDocument | undefined>;
  /** For how many documents it could not be told. */
  failures(): number;
}

export function createRevisionReader(revision: string, terminal: Terminal): RevisionReader {
  const said = new Set<string>();
  let failures = 0;
  return {
    failures: () => failures,
    async read({ input, document, project }) {
      if (input.file === undefined) return undefined;
      const then = await readRevision(input.file, revision);
      if ('absent' in then) return undefined;
      if ('problem' in then) {
        failures++;
        if (!said.has(then.problem)) terminal.warn(`${input.path}: no comparison with ${revision}: ${then.problem}`);
        said.add(then.problem);
        return undefined;
      }
      if (then.text === document.source) return undefined;
      const options = { format: document.format, actors: project.project.actors };
      return terminal.runBlocking(() => analyse(then.text, options));
    },
  };
}
