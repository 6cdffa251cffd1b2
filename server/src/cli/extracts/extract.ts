// What a document was read as, with the fields that the documentation of the command line names.

import {
  type Actor,
  type AnalysedDocument,
  type Claim,
  createLineIndex,
  type LineIndex,
  type Span,
} from '../../core/index.ts';

export interface ExtractedSection {
  readonly title: string;
  readonly level: number;
  readonly span: Span;
}

export interface ExtractedFigure {
  readonly span: Span;
  readonly text: string;
  readonly kind: Claim['figure']['kind'];
  /** Absent for a date. */
  readonly value?: number | null;
  readonly low?: number | null;
  readonly high?: number | null;
  readonly unit?: string;
  readonly approximate: boolean;
  readonly measure?: string;
  /** An actor's id. */
  readonly subject?: string;
  /** EDTF. */
  readonly period?: string;
  readonly role: Claim['role'];
  readonly stance: Claim['stance'];
}

export interface ExtractedActor {
  readonly id: string;
  readonly name: string;
  readonly kind: Actor['kind'];
  readonly aliases: readonly string[];
  readonly descriptions: readonly string[];
  readonly mentions: readonly { readonly span: Span; readonly text: string }[];
}

export interface ExtractedDocument {
  readonly path: string;
  readonly sections: readonly ExtractedSection[];
  readonly figures: readonly ExtractedFigure[];
  readonly actors: readonly ExtractedActor[];
}

/** An extract with the lines of its document, for formats that name places by line. */
export interface PlacedExtract {
  readonly extract: ExtractedDocument;
  readonly lines: LineIndex;
}

export function extractDocument(document: AnalysedDocument, path: string): PlacedExtract {
  const { source, sections, claims, actors } = document;
  return {
    lines: createLineIndex(source),
    extract: {
      path,
      sections: sections
        .filter(({ level }) => level > 0)
        .map(({ title, level, span }) => ({ title, level, span: { start: span.start, end: span.end } })),
      figures: claims.map((claim) => extractFigure(document, claim)),
      actors: actors.map((actor) => extractActor(document, actor)),
    },
  };
}

function extractFigure(document: AnalysedDocument, claim: Claim): ExtractedFigure {
  const { figure, measure, subject, role, stance } = claim;
  const { start, end } = document.spanOf(claim);
  const period = figure.kind === 'date' ? figure.period : claim.period;
  return {
    span: { start, end },
    text: document.source.slice(start, end),
    kind: figure.kind,
    ...(figure.kind !== 'date' && { value: figure.value, low: figure.low, high: figure.high }),
    ...(figure.unit !== undefined && { unit: figure.unit }),
    approximate: figure.approximate,
    ...(measure.text !== '' && { measure: measure.text }),
    ...(subject !== undefined && { subject }),
    ...(period !== undefined && { period }),
    role,
    stance,
  };
}

function extractActor(document: AnalysedDocument, actor: Actor): ExtractedActor {
  return {
    id: actor.id,
    name: actor.name,
    kind: actor.kind,
    aliases: actor.aliases,
    descriptions: actor.descriptions.map(({ text }) => text),
    mentions: actor.mentions.map((mention) => {
      const { start, end } = document.spanOf(mention);
      return { span: { start, end }, text: document.source.slice(start, end) };
    }),
  };
}
