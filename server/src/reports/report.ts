// What a check found, as every report format prints it: problems with paths, lines and columns beside the spans.

import {
  type AnalysedDocument,
  createLineIndex,
  type LineIndex,
  type LinePosition,
  type NoticeCode,
  type Problem,
  type ProblemCode,
  type Severity,
  type Span,
  sectionTitleAt,
} from '../core/index.ts';
import { type Excerpt, excerptAt } from './excerpt.ts';

export interface Range {
  readonly start: LinePosition;
  readonly end: LinePosition;
}

/** A passage of a document. */
export interface Site {
  readonly path: string;
  readonly span: Span;
  readonly range: Range;
  readonly text: string;
  /** Title of the section that it stands in; empty before the first heading, and where there are no sections. */
  readonly section: string;
  readonly excerpt: Excerpt;
}

export interface RelatedReport extends Site {
  readonly message: string;
}

export interface ProblemReport extends Site {
  readonly code: ProblemCode | NoticeCode;
  readonly severity: Severity;
  readonly message: string;
  readonly related: readonly RelatedReport[];
  readonly relatedCount: number;
  readonly confidence: number;
  readonly reason: Readonly<Record<string, unknown>>;
}

export interface DocumentReport {
  readonly path: string;
  readonly problems: readonly ProblemReport[];
}

export interface CheckReport {
  /** Every document read, also without problems; project files that have problems stand among them. */
  readonly documents: readonly DocumentReport[];
  /** How many findings `--max-problems` left out. */
  readonly omitted: number;
  /** How many problems the baseline knows. */
  readonly known: number;
  /** How many documents could not be read. */
  readonly failures: number;
}

export interface ReportOptions {
  readonly isColourWanted: boolean;
}

/** Prints a report; the pieces together are the whole output. */
export type ReportFormat = (report: CheckReport, options: ReportOptions) => Iterable<string>;

/** A text with what is needed to say where something stands in it. */
export interface PlacedText {
  readonly path: string;
  readonly source: string;
  readonly lines: LineIndex;
  /** Title of the section at an offset; absent for a text without sections. */
  titleAt?(offset: number): string;
}

/** A document that was read, as reports place what is found in it. */
export function placedDocument(path: string, document: AnalysedDocument): PlacedText {
  const { source } = document;
  return { path, source, lines: createLineIndex(source), titleAt: (offset) => sectionTitleAt(document, offset) };
}

export function siteAt({ path, source, lines, titleAt }: PlacedText, span: Span): Site {
  return {
    path,
    span,
    range: { start: lines.positionAt(span.start), end: lines.positionAt(span.end) },
    text: source.slice(span.start, span.end),
    section: titleAt?.(span.start) ?? '',
    excerpt: excerptAt(source, lines, span),
  };
}

/** The problem with its places; `textOf` finds another document by its key. */
export function reportProblem(
  problem: Problem,
  own: PlacedText,
  textOf: (document: string) => PlacedText | undefined = () => undefined,
): ProblemReport {
  const { code, severity, message, span, related, relatedCount, confidence, reason } = problem;
  return {
    ...siteAt(own, span),
    code,
    severity,
    message,
    related: related.flatMap((site) => {
      const text = site.document === undefined ? own : textOf(site.document);
      return text ? [{ ...siteAt(text, site.span), message: site.message }] : [];
    }),
    relatedCount,
    confidence,
    reason,
  };
}

/** "report.md:12:5", counted from 1 as editors do. */
export function addressOf({ path, range }: Site): string {
  return `${path}:${range.start.line + 1}:${range.start.character + 1}`;
}

/** The most severe first. */
export const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** Whether `severity` is at least as severe as `least`. */
export function isAtLeast(severity: Severity, least: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(least);
}
