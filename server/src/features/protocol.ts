// The custom messages between the extension and the language server, by direction: their names and what they carry.
// The one file that both sides import; it has no dependency, so that either may bundle it. What the Language Server
// Protocol has a method for is not here.

/** Problems found by one check, by severity. */
export interface CheckSummary {
  /** Documents that were read and analysed. */
  readonly documents: number;
  readonly errors: number;
  readonly warnings: number;
  readonly informations: number;
  readonly hints: number;
  /** Documents that could not be read, each with the reason in one line. */
  readonly unreadable: readonly { readonly uri: string; readonly reason: string }[];
}

/** What a client may pass as `initializationOptions`, beside its `concordance.*` settings (without that prefix). */
export interface InitializationOptions {
  /** The client wants {@link analysedNotification}. */
  readonly status?: boolean;
  /** The client answers {@link askReasonRequest}. */
  readonly reasons?: boolean;
}

// Client to server ---------------------------------------------------------------------------------------------------

/**
 * Analyses one open document now and publishes its diagnostics before answering. A plain-text document that the project
 * file does not list is served from then on until it is closed. Answers a {@link CheckSummary}.
 */
export const checkDocumentRequest = 'concordance/checkDocument';

export interface CheckDocumentParams {
  readonly uri: string;
}

/**
 * Analyses every document of all workspace folders and publishes their diagnostics, also of files that are not open.
 * Answers a {@link CheckSummary}. Reports `WorkDoneProgress` (with percentages) on `workDoneToken`; ends with the error
 * `RequestCancelled` when the request is cancelled.
 */
export const checkWorkspaceRequest = 'concordance/checkWorkspace';

export interface CheckWorkspaceParams {
  readonly workDoneToken?: number | string;
}

// Server to client: how the documents stand ------------------------------------------------------------------------

/** An open document has been analysed and checked. Sent to clients that ask for it (`InitializationOptions.status`). */
export const analysedNotification = 'concordance/analysed';

export interface AnalysedParams {
  readonly uri: string;
  readonly version: number;
  readonly actors: number;
  readonly figures: number;
  readonly errors: number;
  readonly warnings: number;
  readonly informations: number;
  readonly hints: number;
}

// Server to client: what only a person knows ------------------------------------------------------------------------

/** Why a difference is meant that is about to be accepted. Answered with null when the person thinks better of it. */
export const askReasonRequest = 'concordance/askReason';

export interface AskReasonParams {
  /** What is accepted: "Accept the difference (3,150 and 3,510)". */
  readonly title: string;
}

export type AskReasonResult = string | null;

// Server to client: the files of a workspace that only the editor can reach (web, virtual file systems) ---------------

/** The addresses of all files below a folder that match a glob pattern, without what the editor excludes from search. */
export const findFilesRequest = 'concordance/findFiles';

export interface FindFilesParams {
  /** The workspace folder's URI. */
  readonly folder: string;
  /** Relative to the folder: `notes/*.md`. */
  readonly pattern: string;
}

export type FindFilesResult = readonly string[];

/** The text of one file. */
export const readFileRequest = 'concordance/readFile';

export interface ReadFileParams {
  readonly uri: string;
}

/** `problem` says in one line why there is no text: not found, not allowed, not UTF-8. */
export type ReadFileResult = { readonly text: string } | { readonly problem: string };
