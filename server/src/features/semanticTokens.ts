// textDocument/semanticTokens, full and range: actors by their kind, figures and dates. The types are our own, so that a
// theme or a user may colour them and prose looks as before where neither does; the manifest describes them.

import type {
  SemanticTokens,
  SemanticTokensLegend,
  SemanticTokensOptions,
  SemanticTokensParams,
  SemanticTokensRangeParams,
} from 'vscode-languageserver';
import { findMarks, type Mark, spanOf } from '../core/index.ts';
import type { ClientFeatures } from './clientFeatures.ts';
import type { Snapshot } from './documents.ts';
import { findOpen } from './location.ts';
import { positionAt, spanOfRange } from './positions.ts';
import type { Session } from './session.ts';

const typeOf: Readonly<Record<Mark['kind'], string>> = {
  person: 'person',
  organization: 'organization',
  place: 'place',
  other: 'actor',
  figure: 'figure',
  date: 'date',
};

export const tokenLegend: SemanticTokensLegend = {
  tokenTypes: Object.values(typeOf),
  tokenModifiers: ['declaration'],
};

/** What is offered to a client: tokens of what is in view, and of whole documents where it wants them. */
export function tokenOptions({ wholeTokens }: ClientFeatures): SemanticTokensOptions {
  return { legend: tokenLegend, full: wholeTokens, range: true };
}

export function semanticTokens(session: Session, params: SemanticTokensParams): SemanticTokens | null {
  const snapshot = findOpen(session, params);
  return snapshot ? encode(snapshot, findMarks(snapshot.document, spanOf(0, snapshot.text.source.length))) : null;
}

export function semanticTokensInRange(session: Session, params: SemanticTokensRangeParams): SemanticTokens | null {
  const snapshot = findOpen(session, params);
  return snapshot ? encode(snapshot, findMarks(snapshot.document, spanOfRange(snapshot.text, params.range))) : null;
}

/** Five integers a token: line and column as steps from the one before, length, type, modifiers. */
function encode({ text }: Snapshot, marks: readonly Mark[]): SemanticTokens {
  const data: number[] = [];
  let line = 0;
  let character = 0;
  for (const { span, kind, introduces } of marks) {
    const start = positionAt(text, span.start);
    const length = positionAt(text, span.end).character - start.character;
    const column = start.line === line ? start.character - character : start.character;
    data.push(start.line - line, column, length, tokenLegend.tokenTypes.indexOf(typeOf[kind]), introduces ? 1 : 0);
    ({ line, character } = start);
  }
  return { data };
}
