// Suppression comments: `<!-- concordance-disable-line [code…] -->` and its kin. Finds where they hold, takes away what they
// suppress, and reports a comment that suppresses nothing. What the project file switches off is not dealt with here.

import { t } from '@vscode/l10n';
import { lineEndAt, lineStartAt, nextLineStart } from '../markdown/lines.ts';
import { type Span, spanOf } from '../text/span.ts';
import { SpanSet } from '../text/spanSet.ts';
import { type CommentedDocument, type DirectiveComment, findDirectives } from './directives.ts';
import type { Problem } from './problem.ts';

export interface Suppression {
  readonly comment: DirectiveComment;
  readonly codes: ReadonlySet<string>;
  /** Where problems are suppressed. */
  readonly covers: Span;
}

/** What the comments of a document suppress. A `disable` without its `enable` holds to the end of the document. */
export function findSuppressions(document: CommentedDocument): Suppression[] {
  return suppressionsOf(findDirectives(document), document.source);
}

/** What comments suppress, in document order, in time that grows with their number. */
function suppressionsOf(comments: readonly DirectiveComment[], source: string): Suppression[] {
  const found: Suppression[] = [];
  const lines = new Lines(source);
  /** By code: what switched it off. */
  const open = new Map<string, DirectiveComment[]>();
  const close = (codes: Iterable<string>, end: number): void => {
    const closed = new Map<DirectiveComment, Set<string>>();
    for (const code of codes) {
      for (const comment of open.get(code) ?? []) closed.set(comment, (closed.get(comment) ?? new Set()).add(code));
      open.delete(code);
    }
    for (const [comment, own] of closed) found.push({ comment, codes: own, covers: spanOf(comment.span.end, end) });
  };
  for (const comment of comments) {
    const { directive, span, codes } = comment;
    if (directive === 'disable-line') found.push({ comment, codes, covers: lines.at(span.start) });
    else if (directive === 'disable-next-line') found.push({ comment, codes, covers: lines.behind(span.end) });
    else if (directive === 'enable') close(codes, span.start);
    else for (const code of codes) addTo(open, code, comment);
  }
  close([...open.keys()], source.length);
  return found;
}

/** Answers whether one of the suppressions silences a code at a place. */
export function silencedBy(suppressions: readonly Suppression[]): (code: string, span: Span) => boolean {
  const byCode = new Map<string, SpanSet>();
  return (code, span) => {
    let covered = byCode.get(code);
    if (!covered) {
      covered = new SpanSet(suppressions.filter(({ codes }) => codes.has(code)).map(({ covers }) => covers));
      byCode.set(code, covered);
    }
    return covered.overlaps(span);
  };
}

/**
 * Takes away what the document's comments suppress, also as the other side of a conflict, and adds a hint for every
 * comment that suppresses nothing.
 */
export function applySuppressions(document: CommentedDocument, problems: readonly Problem[]): Problem[] {
  const comments = findDirectives(document);
  if (comments.length === 0) return problems.slice().sort(byStart);
  const suppressions = suppressionsOf(comments, document.source);
  const isSilenced = silencedBy(suppressions);
  /** By code: where comments were asked for. */
  const asked = new Map<string, Span[]>();
  const isSuppressed = (code: string, span: Span): boolean => {
    addTo(asked, code, span);
    return isSilenced(code, span);
  };
  const left: Problem[] = [];
  for (const problem of problems) {
    if (isSuppressed(problem.code, problem.span)) continue;
    const related = problem.related.filter(
      (site) => site.document !== undefined || !isSuppressed(problem.code, site.span),
    );
    const removed = problem.related.length - related.length;
    if (removed === 0) left.push(problem);
    else if (related.length > 0) left.push({ ...problem, related, relatedCount: problem.relatedCount - removed });
  }
  const used = findUsed(suppressions, asked);
  for (const comment of comments) {
    if (comment.directive !== 'enable' && !used.has(comment)) left.push(unusedSuppression(document.source, comment));
  }
  return left.sort(byStart);
}

/** The comments that suppress one of the places, which are given by code. */
function findUsed(
  suppressions: readonly Suppression[],
  places: ReadonlyMap<string, readonly Span[]>,
): ReadonlySet<DirectiveComment> {
  const sets = [...places].map(([code, spans]) => ({ code, set: new SpanSet(spans) }));
  const isUsed = ({ codes, covers }: Suppression): boolean =>
    sets.some(({ code, set }) => codes.has(code) && set.overlaps(covers));
  return new Set(suppressions.filter(isUsed).map(({ comment }) => comment));
}

function addTo<Item>(lists: Map<string, Item[]>, code: string, item: Item): void {
  const own = lists.get(code);
  if (own) own.push(item);
  else lists.set(code, [item]);
}

function byStart(a: Problem, b: Problem): number {
  return a.span.start - b.span.start;
}

function unusedSuppression(source: string, { span, unknown }: DirectiveComment): Problem {
  const said = t('this comment suppresses nothing and can be removed');
  const words = unknown.map((word) => `“${word}”`).join(', ');
  return {
    code: 'suppression-unused',
    severity: 'hint',
    message: words === '' ? said : `${said}; ${t('there is no code {0}', words)}`,
    span,
    text: source.slice(span.start, span.end),
    related: [],
    relatedCount: 0,
    confidence: 1,
    reason: { unknown },
  };
}

/** The lines of a source around places that are asked for in their order: of one line, many may be. */
class Lines {
  private readonly source: string;
  private line: Span = { start: 0, end: -1 };
  private next: Span | undefined;

  constructor(source: string) {
    this.source = source;
  }

  /** The line that an offset stands in, without its line break. */
  at(offset: number): Span {
    const { line, source } = this;
    if (offset >= line.start && offset <= line.end) return line;
    this.next = undefined;
    this.line = spanOf(lineStartAt(source, offset), lineEndAt(source, offset));
    return this.line;
  }

  /** The next line that is not blank, behind the one that the offset stands in. */
  behind(offset: number): Span {
    const { source } = this;
    this.at(offset);
    if (this.next) return this.next;
    let start = nextLineStart(source, offset);
    let end = lineEndAt(source, start);
    while (start < source.length && source.slice(start, end).trim() === '') {
      start = nextLineStart(source, start);
      end = lineEndAt(source, start);
    }
    this.next = spanOf(start, end);
    return this.next;
  }
}
