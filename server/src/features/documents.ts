// The documents that are open in the editor: their text, kept in step edit by edit, and their analysis, which is brought
// up to date when somebody asks for it.

import type { TextDocumentContentChangeEvent, TextDocumentItem } from 'vscode-languageserver';
import {
  type AnalysedDocument,
  type AnalysisOptions,
  analyseInSteps,
  reanalyseInSteps,
  type SourceFormat,
  type Steps,
} from '../core/index.ts';
import { type Span, spanOf } from '../core/text/span.ts';
import { finish } from '../core/text/steps.ts';
import { inSlices } from './inSlices.ts';
import { type IndexedText, indexText, type PositionEncoding, replaceInText, spanOfRange } from './positions.ts';
import { keyOfUri } from './uri.ts';

/** One state of a document: what the features work on. */
export interface Snapshot {
  readonly uri: string;
  /** Undefined for a file that is not open. */
  readonly version?: number;
  readonly text: IndexedText;
  readonly document: AnalysedDocument;
  /** The document as it was opened; undefined while it is unchanged, and for a file that is not open. */
  readonly baseline?: AnalysedDocument;
}

/** `span` of the text before was replaced by `text`. */
export interface AppliedEdit {
  readonly span: Span;
  readonly text: string;
}

export interface AppliedChanges {
  readonly edits: readonly AppliedEdit[];
  /** Why nothing was changed. */
  readonly problem?: string;
}

export interface OpenDocuments {
  open(item: TextDocumentItem): void;
  /**
   * Answers the changes as edits, each of the text that the ones before it left. Changes to a document that is not open are
   * dropped. So are changes that were made for an older text than the one that is there: then the answer says so.
   */
  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): AppliedChanges;
  close(uri: string): void;
  /** Serves a plain-text document until it is closed; answers whether it is open. */
  serve(uri: string): boolean;
  isOpen(uri: string): boolean;
  /** The same for an address's key. */
  isOpenKey(key: string): boolean;
  /** The document as it is now, or undefined if it is not open or not served. */
  find(uri: string): Snapshot | undefined;
  /**
   * Brings the analysis of a long document up to date in slices, between which other messages are handled; undefined where
   * there is nothing to wait for. The answer is false if the document was edited or closed meanwhile.
   */
  prepare(uri: string): Promise<boolean> | undefined;
  /** Whether an open document is still in that state. */
  isCurrent(snapshot: Snapshot): boolean;
  /** The text of an open document, without an analysis. */
  textOf(uri: string): IndexedText | undefined;
  versionOf(uri: string): number | undefined;
  /** Addresses of all that are open, served or not. */
  all(): readonly string[];
  /**
   * Makes all snapshots anew when they are next asked for, since the project files have changed, and the analyses of documents of whose
   * actors they say something else.
   */
  reset(): void;
  /** Addresses of the documents that are served. */
  served(): readonly string[];
}

const allUntouched = { prefix: Number.POSITIVE_INFINITY, suffix: Number.POSITIVE_INFINITY };

interface OpenDocument {
  readonly uri: string;
  readonly format: SourceFormat;
  /** Its text when it was opened, and the analysis of that. */
  readonly opened: string;
  baseline: AnalysedDocument | undefined;
  version: number;
  served: boolean;
  text: IndexedText;
  analysed: AnalysedDocument | undefined;
  /** How long the text is that was analysed: to ask the analysis itself would join all of it again. */
  analysedLength: number;
  /** What the project files said of its actors when it was analysed. */
  options: AnalysisOptions | undefined;
  /** How much of the text's beginning and end is as it was in `analysed`. */
  untouched: { readonly prefix: number; readonly suffix: number };
  snapshot: Snapshot | undefined;
  /** Counts what makes an analysis obsolete: edits, and changes of the project file. */
  state: number;
  /** What is being done in slices. */
  preparing: Promise<boolean> | undefined;
}

/** Texts shorter than this are analysed at once when somebody asks for them: that takes a few hundredths of a second. */
export const longText = 50_000;

/** What the documents need to know, and what is only known once the client has introduced itself. */
export interface DocumentContext {
  /** How the client counts columns. */
  encodingOf(): PositionEncoding;
  /** Whether the project file names the document. */
  isListed(uri: string): boolean;
  /** What the project file says of the document's actors. */
  optionsOf(uri: string): AnalysisOptions;
  /** Looks for the project files above the document; answers whether there are some not known before. */
  follow(uri: string): Promise<boolean>;
}

/** A document in plain text is often no prose at all: it is served when somebody asks for it or the project lists it. */
export function createOpenDocuments({ encodingOf, isListed, optionsOf }: DocumentContext): OpenDocuments {
  const documents = new Map<string, OpenDocument>();
  return {
    open({ uri, languageId, version, text }) {
      documents.set(keyOfUri(uri), {
        uri,
        format: formatOf(uri, languageId),
        opened: text,
        baseline: undefined,
        version,
        served: languageId !== 'plaintext' || isListed(uri),
        text: indexText(text, encodingOf()),
        analysed: undefined,
        analysedLength: 0,
        options: undefined,
        untouched: allUntouched,
        snapshot: undefined,
        state: 0,
        preparing: undefined,
      });
    },
    change(uri, version, changes) {
      const document = documents.get(keyOfUri(uri));
      if (!document) return { edits: [] };
      // Clients that count nothing send the same number, or none, all the time.
      if (version < document.version)
        return {
          edits: [],
          problem: `a change for version ${version} came after version ${document.version} and was dropped`,
        };
      document.version = version;
      document.snapshot = undefined;
      document.state++;
      return { edits: changes.map((change) => applyChange(document, change)) };
    },
    close(uri) {
      documents.delete(keyOfUri(uri));
    },
    serve(uri) {
      const document = documents.get(keyOfUri(uri));
      if (document) document.served = true;
      return document !== undefined;
    },
    isOpen: (uri) => documents.has(keyOfUri(uri)),
    isOpenKey: (key) => documents.has(key),
    find(uri) {
      const document = documents.get(keyOfUri(uri));
      return document?.served ? finish(snapshotInSteps(document, optionsOf(uri))) : undefined;
    },
    prepare(uri) {
      const document = documents.get(keyOfUri(uri));
      if (!document?.served || document.snapshot || document.text.source.length < longText) return undefined;
      const { state, text } = document;
      const isHere = () => documents.get(keyOfUri(uri)) === document;
      document.preparing ??= inSlices(
        snapshotInSteps(document, optionsOf(uri)),
        () => document.state === state && isHere(),
      ).then((snapshot) => {
        document.preparing = undefined;
        if (snapshot) return true;
        // Where only the project file has changed, the question is still the same.
        return isHere() && document.text === text ? (this.prepare(uri) ?? true) : false;
      });
      return document.preparing;
    },
    isCurrent: (snapshot) => documents.get(keyOfUri(snapshot.uri))?.snapshot === snapshot,
    textOf: (uri) => documents.get(keyOfUri(uri))?.text,
    versionOf: (uri) => documents.get(keyOfUri(uri))?.version,
    all: () => [...documents.values()].map(({ uri }) => uri),
    reset() {
      for (const document of documents.values()) {
        document.served ||= isListed(document.uri);
        document.snapshot = undefined;
        document.state++;
        if (JSON.stringify(optionsOf(document.uri)) === JSON.stringify(document.options)) continue;
        document.analysed = undefined;
        document.baseline = undefined;
      }
    },
    served: () => [...documents.values()].filter(({ served }) => served).map(({ uri }) => uri),
  };
}

function applyChange(document: OpenDocument, change: TextDocumentContentChangeEvent): AppliedEdit {
  const { length } = document.text.source;
  const span = 'range' in change && change.range ? spanOfRange(document.text, change.range) : spanOf(0, length);
  document.text = replaceInText(document.text, span, change.text);
  document.untouched = {
    prefix: Math.min(document.untouched.prefix, span.start),
    suffix: Math.min(document.untouched.suffix, length - span.end),
  };
  return { span, text: change.text };
}

/** Several edits since the last analysis count as one, which spans them all. Until the last step nothing is changed. */
function* snapshotInSteps(document: OpenDocument, options: AnalysisOptions): Steps<Snapshot> {
  if (document.snapshot) return document.snapshot;
  const { uri, text, version, format, opened } = document;
  const analysed = yield* analysisInSteps(document, options);
  const isChanged = text.source !== opened;
  const baseline = isChanged
    ? (document.baseline ?? (yield* analyseInSteps(opened, { ...options, format })))
    : analysed;
  document.analysed = analysed;
  document.options = options;
  document.analysedLength = text.source.length;
  document.baseline = baseline;
  document.untouched = allUntouched;
  document.snapshot = { uri, version, text, document: analysed, ...(isChanged && { baseline }) };
  return document.snapshot;
}

function* analysisInSteps(document: OpenDocument, options: AnalysisOptions): Steps<AnalysedDocument> {
  const { text, format, analysed: previous, analysedLength, untouched } = document;
  if (!previous) return yield* analyseInSteps(text.source, { ...options, format });
  if (untouched === allUntouched) return previous;
  const span = spanOf(untouched.prefix, analysedLength - untouched.suffix);
  const replacement = text.source.slice(untouched.prefix, text.source.length - untouched.suffix);
  return yield* reanalyseInSteps(previous, { span, text: replacement }, options);
}

/** How a document is to be read: a file name that ends in ".txt", or the editor's word for plain text. */
export function formatOf(uri: string, languageId?: string): SourceFormat {
  return languageId === 'plaintext' || /\.txt$/i.test(uri) ? 'text' : 'markdown';
}
