// The custom messages between the extension and the language server, by direction: their names and what they carry.
// The one file that both sides import; it has no dependency, so that either may bundle it. What the Language Server
// Protocol has a method for is not here.

export * from './annotationProtocol.ts';

/** Problems found by one check, by severity. */
export interface CheckSummary {
  /** Documents that were read and analysed. */
  readonly documents: number;
  /** Findings by severity: what disagrees counts once, however many sites it has. */
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
  /** Path of a folder of the disk in which the server may keep what it has read; the user's cache folder otherwise. */
  readonly cacheFolder?: string;
  /** The client draws annotations and wants to hear when they change. */
  readonly annotations?: boolean;
  /**
   * Languages of documents whose outline the client wants, if not of all: an editor has one of its own for some. Only a client
   * that takes registrations while the server runs can choose.
   */
  readonly outlineLanguages?: readonly string[];
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

/** Where something stands, as the Language Server Protocol says it. */
export interface Place {
  readonly uri: string;
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
}

/** One document, for the requests whose answer is about all of it. A document that is not served has `null` for an answer. */
export interface DocumentParams {
  readonly uri: string;
}

/** The actors of a document with their mentions by section. Answers a list of {@link ActorEntry}. */
export const actorsRequest = 'concordance/actors';

export interface ActorEntry {
  readonly name: string;
  readonly kind: 'person' | 'organization' | 'place' | 'other';
  readonly aliases: readonly string[];
  readonly description?: string;
  readonly sections: readonly {
    /** Empty before the first heading. */
    readonly title: string;
    readonly mentions: readonly { readonly text: string; readonly place: Place }[];
  }[];
}

/** The claims of a document, each with all the places that state it. Answers a list of {@link ClaimEntry}. */
export const claimsRequest = 'concordance/claims';

export interface ClaimEntry {
  /** What is measured; empty where the text does not say. */
  readonly measure: string;
  readonly subject?: string;
  readonly kind: string;
  readonly unit?: string;
  /** EDTF, and in words. */
  readonly period?: string;
  readonly periodText?: string;
  readonly state: 'conflict' | 'agreeing' | 'single';
  readonly statements: readonly ClaimStatement[];
}

export interface ClaimStatement {
  readonly text: string;
  readonly normalForm: string;
  /** Empty before the first heading. */
  readonly section: string;
  readonly differs: boolean;
  readonly place: Place;
}

/** A document at a glance: what happened when, who has to do with whom. Answers an {@link Overview}. */
export const overviewRequest = 'concordance/overview';

export interface Overview {
  /** The earliest first; days are counted from 1 January 1970. */
  readonly timeline: readonly {
    readonly text: string;
    readonly subject?: string;
    /** In words. */
    readonly period: string;
    readonly first: number;
    readonly last: number;
    readonly differs: boolean;
    readonly place: Place;
  }[];
  /** Those mentioned most often. */
  readonly actors: readonly {
    readonly name: string;
    readonly kind: ActorEntry['kind'];
    readonly mentions: number;
    readonly place: Place;
  }[];
  /** Between actors, by their places in that list; a quotation runs from the speaker to the one spoken of. */
  readonly ties: readonly {
    readonly from: number;
    readonly to: number;
    readonly kind: 'together' | 'quotes';
    readonly count: number;
    readonly place: Place;
  }[];
  readonly claims: readonly ClaimEntry[];
}

/**
 * The problems of a document, or of every document of the workspace, those that are one conflict taken together. Answers a
 * list of {@link FindingEntry}.
 */
export const findingsRequest = 'concordance/findings';

export interface FindingsParams {
  /** Absent for the whole workspace. */
  readonly uri?: string;
}

export interface FindingEntry {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly message: string;
  /** What is measured, of a finding about one figure that is stated in several places. */
  readonly measure?: string;
  /** Why the places were compared, in a line for people. */
  readonly because?: string;
  readonly advice: string;
  /** Where it is, the place of `message` first. */
  readonly sites: readonly {
    readonly text: string;
    readonly section: string;
    /** A piece of the line around it, and where in that the passage begins and ends. */
    readonly excerpt: string;
    readonly mark: readonly [number, number];
    /** The document's path below its workspace folder. */
    readonly path: string;
    readonly place: Place;
  }[];
}

/**
 * The consistency report of one document, or of every document of the workspace: claim, quotations, reason, what to do.
 * Answers a {@link ReportResult}; ends with the error `RequestCancelled` when the request is cancelled.
 */
export const reportRequest = 'concordance/report';

export type ReportFormatName = 'markdown' | 'html' | 'csv' | 'sarif';

export interface ReportParams {
  /** Absent for the whole workspace. */
  readonly uri?: string;
  readonly format: ReportFormatName;
}

export interface ReportResult {
  readonly text: string;
}

// Server to client: how the documents stand ------------------------------------------------------------------------

/** An open document has been analysed and checked. Sent to clients that ask for it (`InitializationOptions.status`). */
export const analysedNotification = 'concordance/analysed';

export interface AnalysedParams {
  readonly uri: string;
  readonly version: number;
  readonly actors: number;
  readonly figures: number;
  /** Findings that are shown, by severity: a conflict counts once, not at each of its sites. */
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

/** `problem` says in one line why there is no text: not found (`isMissing`), not allowed, not UTF-8. */
export type ReadFileResult = { readonly text: string } | { readonly problem: string; readonly isMissing?: boolean };

/** Writes one file whole, in one step. Answers a {@link WriteFileResult}. */
export const writeFileRequest = 'concordance/writeFile';

export interface WriteFileParams {
  readonly uri: string;
  readonly text: string;
}

/** `problem` says in one line why nothing was written. */
export interface WriteFileResult {
  readonly problem?: string;
}
