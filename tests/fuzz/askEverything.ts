// Asks everything that an editor can ask of a document, at some places: nothing of it may throw, whatever the text.

import {
  type AnalysedDocument,
  actorCardOf,
  completeFigure,
  completeName,
  countSections,
  digestOf,
  figureCardOf,
  findActors,
  findDefinition,
  findFigureNotes,
  findFixes,
  findMarks,
  findQuotedMentions,
  findReferences,
  findRenameEdits,
  findSimilarActors,
  findSymbol,
  outlineOf,
  type Problem,
} from '../../server/src/core/index.ts';

const key = 'report.md';

/** `places` are fractions of the document's length. */
export function askEverything(
  document: AnalysedDocument,
  problems: readonly Problem[],
  places: readonly number[],
): void {
  const { source } = document;
  const keyed = { key, document };
  const whole = { start: 0, end: source.length };
  outlineOf(document);
  countSections(document, problems);
  findMarks(document, whole);
  findFigureNotes(document, key, whole);
  findQuotedMentions(document);
  findActors([{ key, digest: digestOf(document) }], 'ae');
  for (const problem of problems)
    findFixes(keyed, problem, { projectText: '', path: key, findDocument: () => document });
  for (const place of places) {
    const offset = Math.round(place * source.length);
    findDefinition(keyed, offset);
    findReferences([keyed], key, offset, { includeDeclaration: false });
    findRenameEdits([keyed], key, offset, 'Berta Holm');
    completeFigure([keyed], key, offset);
    completeName([keyed], key, offset);
    const symbol = findSymbol(document, offset);
    if (symbol?.kind === 'figure') figureCardOf(document, key, symbol.claim);
    if (symbol?.kind !== 'mention') continue;
    actorCardOf(document, key, symbol.actor);
    findSimilarActors(document, symbol.actor, 5);
  }
}
