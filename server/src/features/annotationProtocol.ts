// The custom messages about annotations: a part of protocol.ts, which passes them on and is the one file that clients import.

// What both sides say of places: as in the Language Server Protocol.

export interface ProtocolPosition {
  readonly line: number;
  readonly character: number;
}

export interface ProtocolRange {
  readonly start: ProtocolPosition;
  readonly end: ProtocolPosition;
}

export interface ProtocolLocation {
  readonly uri: string;
  readonly range: ProtocolRange;
}

// Client to server: annotations. The server owns their files; every request that changes one is answered when the file is
// written, or with an error that says in one line why it is not. -----------------------------------------------------

/** An annotation with where it stands now. */
export interface AnnotationItem {
  readonly id: string;
  /** The document. */
  readonly uri: string;
  readonly state: 'found' | 'changed' | 'ambiguous' | 'orphaned';
  /** Where it is; of several places that fit, the likeliest; absent where it is gone. */
  readonly range?: ProtocolRange;
  /** The document's text there. */
  readonly text?: string;
  /** The words that were annotated. */
  readonly quote: string;
  /** What the words have become, where that matters: “was 12 %, now 15 %”. */
  readonly change?: string;
  /** The places that could be it, where that is not sure. */
  readonly candidates: readonly ProtocolRange[];
  readonly motivation: string;
  readonly comment: string;
  readonly tags: readonly string[];
  readonly creator?: string;
  /** ISO 8601. */
  readonly created?: string;
  readonly modified?: string;
  readonly resolved: boolean;
  /** The annotation that this one answers. */
  readonly replyTo?: string;
  readonly links: readonly AnnotationLink[];
}

/** A cross-reference, from either end. */
export interface AnnotationLink {
  /** What it leads to, in words. */
  readonly label: string;
  /** Absent where the target is gone. */
  readonly location?: ProtocolLocation;
  readonly state: AnnotationItem['state'];
  /** Why the target cannot be reached, or what it has become. */
  readonly note?: string;
}

/** Answers an {@link AnnotationList}: of one document, or of all workspace folders. */
export const listAnnotationsRequest = 'concordance/annotations/list';

export interface ListAnnotationsParams {
  readonly uri?: string;
}

export interface AnnotationList {
  readonly documents: readonly DocumentAnnotations[];
}

export interface DocumentAnnotations {
  readonly uri: string;
  /** Of the open document that the ranges are right for. */
  readonly version?: number;
  /** The file of the annotations. */
  readonly file: string;
  /** In document order; those that are gone come last. */
  readonly items: readonly AnnotationItem[];
  /** Links of other passages that lead here. */
  readonly backlinks: readonly Backlink[];
  /** Why the file cannot be used, with its place and the cure. */
  readonly problem?: string;
}

export interface Backlink {
  /** The passage that is linked to; absent where the link is to the whole document, or the passage is gone. */
  readonly range?: ProtocolRange;
  readonly id: string;
  /** Where the link comes from. */
  readonly from: AnnotationLink;
}

/** Annotates a passage. Answers its {@link AnnotationId}. */
export const createAnnotationRequest = 'concordance/annotations/create';

export interface CreateAnnotationParams {
  readonly uri: string;
  readonly range: ProtocolRange;
  readonly comment?: string;
  readonly tags?: readonly string[];
}

export interface AnnotationId {
  readonly id: string;
}

/** Answers an annotation, or an answer to one. Answers the new {@link AnnotationId}. */
export const replyToAnnotationRequest = 'concordance/annotations/reply';

export interface ReplyToAnnotationParams extends AnnotationId {
  readonly uri: string;
  readonly comment: string;
}

/** Changes what is given, and leaves the rest. */
export const updateAnnotationRequest = 'concordance/annotations/update';

export interface UpdateAnnotationParams extends AnnotationId {
  readonly uri: string;
  readonly comment?: string;
  readonly tags?: readonly string[];
  readonly resolved?: boolean;
  /** The words as they are now are right: the former ones are forgotten. */
  readonly confirmed?: true;
}

/** Deletes an annotation with its answers. */
export const deleteAnnotationRequest = 'concordance/annotations/delete';

export interface DeleteAnnotationParams extends AnnotationId {
  readonly uri: string;
}

/** Attaches an annotation to another passage of its document. */
export const reattachAnnotationRequest = 'concordance/annotations/reattach';

export interface ReattachAnnotationParams extends AnnotationId {
  readonly uri: string;
  readonly range: ProtocolRange;
}

/** Links a passage to a target. Answers the {@link AnnotationId} of the annotation that carries the link. */
export const linkAnnotationRequest = 'concordance/annotations/link';

export interface LinkAnnotationParams {
  readonly uri: string;
  readonly range: ProtocolRange;
  readonly target: LinkEnd;
  readonly comment?: string;
}

/** A passage, a whole document, or an actor by its id. */
export type LinkEnd = { readonly uri: string; readonly range?: ProtocolRange } | { readonly actor: string };

/** What a passage of a document may be linked to, besides any other passage. Answers a list of {@link LinkChoice}. */
export const linkChoicesRequest = 'concordance/annotations/linkChoices';

export interface LinkChoicesParams {
  readonly uri: string;
}

export interface LinkChoice {
  readonly kind: 'passage' | 'figure' | 'actor' | 'document';
  readonly label: string;
  /** Where it is, or what it says. */
  readonly detail: string;
  readonly target: LinkEnd;
}

/** A passage with where it stands, to be cited. Answers {@link Quotation}. */
export const quotationRequest = 'concordance/annotations/quotation';

export interface QuotationParams {
  readonly uri: string;
  readonly range: ProtocolRange;
}

export interface Quotation {
  /** Markdown: the words as a quotation, and under them document, section and line. */
  readonly text: string;
}

/** Writes annotations in another form. Answers {@link ExportedAnnotations}. */
export const exportAnnotationsRequest = 'concordance/annotations/export';

export type AnnotationExportFormat = 'markdown' | 'csv' | 'jsonld' | 'qdpx' | 'criticmarkup';

export interface ExportAnnotationsParams {
  readonly format: AnnotationExportFormat;
  /** One document; without it, every document of the workspace that has annotations. */
  readonly uri?: string;
}

export interface ExportedAnnotations {
  readonly text?: string;
  /** Of a format that is not text. */
  readonly base64?: string;
}

/** Takes annotations over from another program's file. Answers {@link ImportedAnnotations}. */
export const importAnnotationsRequest = 'concordance/annotations/import';

export interface ImportAnnotationsParams {
  /** The document that they are about. */
  readonly uri: string;
  readonly format: 'hypothesis' | 'jsonld';
  /** What the file says. */
  readonly text: string;
}

export interface ImportedAnnotations {
  readonly added: number;
  /** There already. */
  readonly known: number;
}

/** Makes annotations of the CriticMarkup in an open document, and takes it out of the text. */
export const extractCriticMarkupRequest = 'concordance/annotations/extractCriticMarkup';

export interface ExtractCriticMarkupParams {
  readonly uri: string;
}

/** Tags in use in all workspace folders, the most used first. Answers a list of strings. */
export const annotationTagsRequest = 'concordance/annotations/tags';

// Server to client ---------------------------------------------------------------------------------------------------

/** The annotations of a document, or where they stand, have changed. Sent to clients that ask for it. */
export const annotationsChangedNotification = 'concordance/annotations/changed';

export interface AnnotationsChangedParams {
  readonly uri: string;
}
