// The annotations of documents: of the open ones kept in step with every edit, of the others read when asked for. Changes
// are made one after the other, each on what the file says at that moment, and are in the file when they are answered.

import { t } from '@vscode/l10n';
import type { Annotation } from '../../core/annotations/annotation.ts';
import type { AnnotationPage } from '../../core/annotations/annotationPage.ts';
import {
  editAnnotations,
  type LiveAnnotations,
  openAnnotations,
  replaceAnnotations,
  settleAnnotations,
} from '../../core/annotations/liveAnnotations.ts';
import type { TextEdit } from '../../core/annotations/liveSpans.ts';
import type { Span } from '../../core/text/span.ts';
import type { Host } from '../../host/host.ts';
import { keyOfUri, nameOfUri } from '../uri.ts';
import {
  type AnnotationFile,
  annotationFileOf,
  readAnnotationFile,
  refusal,
  writeAnnotationFile,
} from './annotationFile.ts';

/** One state of a document's annotations. */
export interface AnnotatedDocument {
  readonly uri: string;
  readonly file: AnnotationFile;
  readonly live: LiveAnnotations;
}

/** What a change makes of the annotations. */
export interface AnnotationChange {
  readonly page: AnnotationPage;
  /** Where annotations are whose place is known because it was just pointed at. */
  readonly placed?: ReadonlyMap<Annotation, Span>;
}

export interface AnnotationStore {
  /** A document is opened with this text, or has it now for another reason. */
  open(uri: string, text: string): void;
  edit(uri: string, edits: readonly TextEdit[]): void;
  close(uri: string): void;
  /** Undefined where the document cannot be read. */
  find(uri: string): Promise<AnnotatedDocument | undefined>;
  /** What is on disk, the document or the file of its annotations, may be another than was read. */
  forget(uri: string): void;
  /** Applies a change and writes the file; `undefined` from `apply` changes nothing. Rejects where it cannot be written. */
  change(uri: string, apply: (document: AnnotatedDocument) => AnnotationChange | undefined): Promise<void>;
}

interface Entry {
  readonly uri: string;
  /** The open document's text; undefined for a file that is not open. */
  text: string | undefined;
  file: AnnotationFile | undefined;
  live: LiveAnnotations | undefined;
  /** What was read may no longer be what is on disk. */
  isStale: boolean;
  /** Ends when what was begun has been done. */
  queue: Promise<unknown>;
}

export interface StoreOptions {
  /** Told of every file that was read or written. */
  readonly onFile: (file: AnnotationFile) => void;
  /** Whether `forget` is called for whatever changes on disk; else it is read again every time. */
  readonly isWatched: () => boolean;
}

export function createAnnotationStore(host: Host, { onFile, isWatched }: StoreOptions): AnnotationStore {
  const entries = new Map<string, Entry>();

  function entryOf(uri: string): Entry {
    const key = keyOfUri(uri);
    const known = entries.get(key);
    if (known) return known;
    const entry: Entry = {
      uri,
      text: undefined,
      file: undefined,
      live: undefined,
      isStale: true,
      queue: Promise.resolve(),
    };
    entries.set(key, entry);
    return entry;
  }

  /** Does one thing after the other for each document. */
  function enqueue<T>(entry: Entry, work: () => Promise<T>): Promise<T> {
    const done = entry.queue.then(work);
    entry.queue = done.catch(() => undefined);
    return done;
  }

  async function read(entry: Entry, isFresh: boolean): Promise<AnnotatedDocument | undefined> {
    const isKnown = entry.file && entry.live && !entry.isStale && !isFresh && isWatched();
    let source = entry.text ?? (isKnown ? entry.live!.source : undefined);
    if (source === undefined) {
      const result = await host.readDocument(entry.uri);
      if ('problem' in result) {
        if (entry.text === undefined) entries.delete(keyOfUri(entry.uri));
        return undefined;
      }
      source = result.text;
    }
    if (!isKnown) {
      entry.isStale = false;
      const before = entry.file;
      const file = await readAnnotationFile(host, annotationFileOf(entry.uri), before);
      entry.file = file;
      if (file !== before) onFile(file);
    }
    // It may have been edited or opened meanwhile.
    source = entry.text ?? source;
    const { page } = entry.file!;
    if (entry.live?.source !== source) entry.live = openAnnotations(source, page.annotations);
    else if (entry.live.annotations !== page.annotations) entry.live = replaceAnnotations(entry.live, page.annotations);
    entry.live = settleAnnotations(entry.live);
    return { uri: entry.uri, file: entry.file!, live: entry.live };
  }

  return {
    open(uri, text) {
      Object.assign(entryOf(uri), { text, isStale: true });
    },
    edit(uri, edits) {
      const entry = entries.get(keyOfUri(uri));
      if (entry?.text === undefined) return;
      for (const edit of edits) {
        if (entry.live?.source === entry.text) entry.live = editAnnotations(entry.live, edit);
        entry.text = entry.text.slice(0, edit.span.start) + edit.text + entry.text.slice(edit.span.end);
      }
    },
    close(uri) {
      const entry = entries.get(keyOfUri(uri));
      if (entry) Object.assign(entry, { text: undefined, isStale: true });
    },
    find(uri) {
      const entry = entryOf(uri);
      return enqueue(entry, () => read(entry, false));
    },
    forget(uri) {
      const entry = entries.get(keyOfUri(uri));
      if (entry) entry.isStale = true;
    },
    change(uri, apply) {
      if (/^untitled:/.test(uri))
        throw refusal(t('Save the document first: its annotations are kept in a file beside it.'));
      const entry = entryOf(uri);
      return enqueue(entry, async () => {
        const document = await read(entry, true);
        if (!document) throw refusal(t('{0} cannot be read.', nameOfUri(uri)));
        if (document.file.problem !== undefined) throw refusal(document.file.problem);
        const change = apply(document);
        if (!change) return;
        entry.file = await writeAnnotationFile(host, document.file.uri, change.page);
        onFile(entry.file);
        entry.live = replaceAnnotations(entry.live!, change.page.annotations, change.placed);
      });
    },
  };
}
