// What all request handlers have in common: the order of the protocol's life, cancelled requests, and errors that become
// answers instead of ending the server.

import { type CancellationToken, ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Session } from './session.ts';

type Handler<Params, Result> = (params: Params, token: CancellationToken) => Result | Promise<Result>;

/** Wraps the handler of a request. A handler that is slow looks at the token itself and throws {@link cancelled}. */
export function answer<Params, Result>(
  session: Session,
  handler: Handler<Params, Result>,
): (params: Params, token: CancellationToken) => Promise<Result> {
  return async (params, token) => {
    if (session.state === 'starting')
      throw new ResponseError(ErrorCodes.ServerNotInitialized, 'The server has not been initialized.');
    if (session.state === 'ending') throw new ResponseError(ErrorCodes.InvalidRequest, 'The server is shutting down.');
    if (token.isCancellationRequested) throw cancelled();
    const preparing = prepareDocument(session, params, token);
    if (preparing) await preparing;
    try {
      return await handler(params, token);
    } catch (error) {
      const problem = error instanceof ResponseError ? undefined : findParameterProblem(params);
      if (problem) throw new ResponseError(ErrorCodes.InvalidParams, problem);
      throw error;
    }
  };
}

/** Waits for the analysis of the document that a request names; a request is about the text that it was asked of. */
function prepareDocument({ documents }: Session, params: unknown, token: CancellationToken): Promise<void> | undefined {
  const named = isRecord(params) && isRecord(params.textDocument) ? params.textDocument.uri : undefined;
  const preparing = typeof named === 'string' ? documents.prepare(named) : undefined;
  return preparing?.then((isCurrent) => {
    if (token.isCancellationRequested) throw cancelled();
    if (!isCurrent) throw modified();
  });
}

/** What is wrong with the parameters of a request that failed; undefined if the fault is not theirs. */
function findParameterProblem(params: unknown): string | undefined {
  if (!isRecord(params)) return 'The parameters are missing.';
  const { textDocument, item, position, range } = params;
  if (isRecord(item)) {
    if (typeof item.uri !== 'string') return 'The item has no URI.';
  } else if (!isRecord(textDocument) || typeof textDocument.uri !== 'string') return 'The document’s URI is missing.';
  if (position !== undefined && !isRecord(position)) return 'The position is none.';
  if (range !== undefined && !(isRecord(range) && isRecord(range.start) && isRecord(range.end)))
    return 'The range is none.';
  if (position === undefined && range === undefined) return 'Parameters are missing.';
  return undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** What is answered when the document that a request was about has been edited meanwhile. */
export function modified(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.ContentModified, 'The document was edited meanwhile.');
}

export function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}

/** Lets messages that have arrived meanwhile be handled, so that long work hears of its cancellation. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
