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
    return handler(params, token);
  };
}

export function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}

/** Lets messages that have arrived meanwhile be handled, so that long work hears of its cancellation. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
