// The annotations of open documents as the server last described them, and the requests that change them. Whoever draws
// annotations listens here and keeps nothing of its own.

import {
  type Disposable,
  type Event,
  EventEmitter,
  type Range,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type AnnotationId,
  type AnnotationItem,
  type AnnotationList,
  type AnnotationsChangedParams,
  annotationsChangedNotification,
  annotationTagsRequest,
  type CreateAnnotationParams,
  createAnnotationRequest,
  type DocumentAnnotations,
  deleteAnnotationRequest,
  listAnnotationsRequest,
  type ProtocolRange,
  reattachAnnotationRequest,
  replyToAnnotationRequest,
  type UpdateAnnotationParams,
  updateAnnotationRequest,
} from '../../../server/src/features/protocol.ts';
import { isServed } from '../documents.ts';
import type { AnnotationText } from './annotationText.ts';

export interface AnnotationClient extends Disposable {
  /** The annotations of a document have changed; undefined where it may be any. */
  readonly onDidChange: Event<Uri | undefined>;
  /** What is known of an open document. */
  of(uri: Uri): DocumentAnnotations | undefined;
  itemsOf(uri: Uri): readonly AnnotationItem[];
  /** Every annotation of the workspace. */
  all(): Promise<readonly DocumentAnnotations[]>;
  tags(): Promise<readonly string[]>;
  /** Asks the server again, and ends when the answer is drawn. */
  refresh(uri: Uri): Promise<void>;
  create(uri: Uri, range: Range, said: Partial<AnnotationText>): Promise<string | undefined>;
  reply(item: AnnotationItem, comment: string): Promise<string | undefined>;
  update(item: AnnotationItem, change: Omit<UpdateAnnotationParams, 'uri' | 'id'>): Promise<void>;
  remove(item: AnnotationItem): Promise<void>;
  reattach(item: AnnotationItem, range: Range): Promise<void>;
  /** Sends a request about a document; what goes wrong is shown to the user, and answered with undefined. */
  ask<Result>(method: string, params: object): Promise<Result | undefined>;
  uriOf(address: string): Uri;
  addressOf(uri: Uri): string;
  rangeOf(range: ProtocolRange): Range;
  protocolRange(range: Range): ProtocolRange;
}

export function createAnnotationClient(client: BaseLanguageClient): AnnotationClient {
  const { protocol2CodeConverter: toCode, code2ProtocolConverter: toProtocol } = client;
  const known = new Map<string, DocumentAnnotations>();
  const changed = new EventEmitter<Uri | undefined>();
  const addressOf = (uri: Uri) => toProtocol.asUri(uri);
  const uriOf = (address: string) => toCode.asUri(address);

  async function ask<Result>(method: string, params: object): Promise<Result | undefined> {
    try {
      return await client.sendRequest<Result>(method, params);
    } catch (error) {
      void window.showErrorMessage(error instanceof Error ? error.message : String(error));
      return undefined;
    }
  }

  async function refresh(uri: Uri): Promise<void> {
    if (!client.isRunning()) return;
    const isOpen = workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
    if (isOpen) {
      const answer = await client.sendRequest<AnnotationList>(listAnnotationsRequest, { uri: addressOf(uri) });
      const [document] = answer.documents;
      if (document) known.set(uri.toString(), document);
      else known.delete(uri.toString());
    }
    changed.fire(uri);
  }

  /** Changes the annotations of one document, and draws them as they are then. */
  async function change<Result>(method: string, params: { readonly uri: string }): Promise<Result | undefined> {
    const answer = await ask<Result>(method, params);
    await refresh(uriOf(params.uri));
    return answer;
  }

  const open = (document: TextDocument) => {
    if (isServed(document) && document.languageId !== 'yaml') void refresh(document.uri);
  };
  const listeners = [
    changed,
    client.onNotification(annotationsChangedNotification, ({ uri }: AnnotationsChangedParams) => refresh(uriOf(uri))),
    client.onDidChangeState(() => {
      if (client.isRunning()) for (const document of workspace.textDocuments) open(document);
    }),
    workspace.onDidOpenTextDocument(open),
    workspace.onDidCloseTextDocument(({ uri }) => {
      if (known.delete(uri.toString())) changed.fire(uri);
    }),
  ];

  return {
    onDidChange: changed.event,
    of: (uri) => known.get(uri.toString()),
    itemsOf: (uri) => known.get(uri.toString())?.items ?? [],
    async all() {
      return (await ask<AnnotationList>(listAnnotationsRequest, {}))?.documents ?? [];
    },
    async tags() {
      return (await ask<string[]>(annotationTagsRequest, {})) ?? [];
    },
    refresh,
    async create(uri, range, said) {
      const params: CreateAnnotationParams = { uri: addressOf(uri), range: toProtocol.asRange(range), ...said };
      return (await change<AnnotationId>(createAnnotationRequest, params))?.id;
    },
    async reply({ uri, id }, comment) {
      return (await change<AnnotationId>(replyToAnnotationRequest, { uri, id, comment } as { uri: string }))?.id;
    },
    async update({ uri, id }, update) {
      const params: UpdateAnnotationParams = { uri, id, ...update };
      await change(updateAnnotationRequest, params);
    },
    async remove({ uri, id }) {
      await change(deleteAnnotationRequest, { uri, id } as { uri: string });
    },
    async reattach({ uri, id }, range) {
      await change(reattachAnnotationRequest, { uri, id, range: toProtocol.asRange(range) } as { uri: string });
    },
    ask,
    uriOf,
    addressOf,
    rangeOf: (range) => toCode.asRange(range),
    protocolRange: (range) => toProtocol.asRange(range),
    dispose() {
      for (const listener of listeners) listener.dispose();
    },
  };
}
