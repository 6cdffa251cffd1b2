// Suppression comments: `<!-- concordance-disable-line [code…] -->` and its kin. Finds where they hold, takes away what they
// suppress, and reports a comment that suppresses nothing. What the project file switches off is not dealt with here.

import { t } from '@vscode/l10n';
import type { AnalysedDocument } from '../document.ts';
import type { LaidOutBlock } from '../markdown/layout.ts';
import { searchAgain } from '../text/searchAgain.ts';
import { overlaps, type Span, shiftSpan, sliceSpan, spanOf } from '../text/span.ts';
import { type Problem, type ProblemCode, problemCodes } from './problem.ts';

/** What suppressions need of a document. */
export type CommentedDocument = Pick<AnalysedDocument, 'source' | 'blocks' | 'starts' | 'lineage'>;

type Directive = 'disable-line' | 'disable-next-line' | 'disable' | 'enable';

interface DirectiveComment {
  readonly directive: Directive;
  /** Delimiters included. */
  readonly span: Span;
  /** The codes it names; every code where it names nothing at all. */
  readonly codes: ReadonlySet<string>;
  /** Words of the comment that are no code. */
  readonly unknown: readonly string[];
}

export interface Suppression {
  readonly comment: DirectiveComment;
  readonly codes: ReadonlySet<string>;
  /** Where problems are suppressed. */
  readonly covers: Span;
}

/** The longest name first, since the first that fits is taken; whatever follows `--` is a remark. */
const directivePattern = /^<!--\s*concordance-(disable-next-line|disable-line|disable|enable)(?![\w-])/;

/** What the comments of a document suppress. A `disable` without its `enable` holds to the end of the document. */
export function findSuppressions(document: CommentedDocument): Suppression[] {
  const comments = findDirectives(document);
  if (comments.length === 0) return [];
  const { source } = document;
  const found: Suppression[] = [];
  let open: { readonly comment: DirectiveComment; codes: ReadonlySet<string> }[] = [];
  for (const comment of comments) {
    const { directive, span, codes } = comment;
    if (directive === 'disable') open.push({ comment, codes });
    if (directive === 'disable-line') found.push({ comment, codes, covers: lineAt(source, span.start) });
    if (directive === 'disable-next-line') found.push({ comment, codes, covers: nextLine(source, span.end) });
    if (directive !== 'enable') continue;
    for (const start of open) {
      const ended = new Set([...start.codes].filter((code) => codes.has(code)));
      found.push({ comment: start.comment, codes: ended, covers: spanOf(start.comment.span.end, span.start) });
      start.codes = new Set([...start.codes].filter((code) => !codes.has(code)));
    }
    open = open.filter((start) => start.codes.size > 0);
  }
  for (const { comment, codes } of open) {
    found.push({ comment, codes, covers: spanOf(comment.span.end, source.length) });
  }
  return found;
}

/**
 * Takes away what the document's comments suppress, also as the other side of a conflict, and adds a hint for every
 * comment that suppresses nothing.
 */
export function applySuppressions(document: CommentedDocument, problems: readonly Problem[]): Problem[] {
  const suppressions = findSuppressions(document);
  if (suppressions.length === 0) return problems.slice().sort(byStart);
  const used = new Set<DirectiveComment>();
  const isSuppressed = (code: string, span: Span): boolean => {
    const covering = suppressions.filter(({ codes, covers }) => codes.has(code) && overlaps(covers, span));
    for (const { comment } of covering) used.add(comment);
    return covering.length > 0;
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
  for (const comment of new Set(suppressions.map((suppression) => suppression.comment))) {
    if (!used.has(comment)) left.push(unusedSuppression(document.source, comment));
  }
  return left.sort(byStart);
}

function byStart(a: Problem, b: Problem): number {
  return a.span.start - b.span.start;
}

/** The directive comments of a document, in document order. */
function findDirectives(document: CommentedDocument): DirectiveComment[] {
  return findComments(document, document.blocks).flatMap(({ index, finding }) =>
    finding.map((comment) => ({ ...comment, span: shiftSpan(comment.span, document.starts[index]!) })),
  );
}

/** Finds the directive comments of a block, with their places in it. */
const findComments = searchAgain(({ block }: LaidOutBlock): DirectiveComment[] | undefined => {
  const found = block.comments.flatMap(
    (comment) => readComment(sliceSpan(block.source, comment.span), comment.span) ?? [],
  );
  return found.length > 0 ? found : undefined;
});

/** Undefined for a comment that is no directive. */
function readComment(text: string, span: Span): DirectiveComment | undefined {
  const match = directivePattern.exec(text);
  if (!match) return undefined;
  const remark = text.indexOf('--', match[0].length);
  const words = text.slice(match[0].length, remark < 0 ? text.length : remark).split(/[\s,]+/);
  const named = words.filter((word) => word !== '');
  const isCode = (word: string): word is ProblemCode => (problemCodes as readonly string[]).includes(word);
  return {
    directive: match[1] as Directive,
    span,
    codes: new Set(named.length === 0 ? problemCodes : named.filter(isCode)),
    unknown: named.filter((word) => !isCode(word)),
  };
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

/** The line that an offset stands in, without its line break. */
function lineAt(source: string, offset: number): Span {
  let start = offset;
  while (start > 0 && !/[\n\r]/.test(source[start - 1]!)) start--;
  return spanOf(start, lineEnd(source, offset));
}

/** The next line that is not blank, after the one that the offset stands in. */
function nextLine(source: string, offset: number): Span {
  for (let end = lineEnd(source, offset); end < source.length; ) {
    const start = end + (source.startsWith('\r\n', end) ? 2 : 1);
    end = lineEnd(source, start);
    if (source.slice(start, end).trim() !== '') return spanOf(start, end);
  }
  return spanOf(source.length, source.length);
}

/** Where the line of an offset ends, before its line break. */
function lineEnd(source: string, offset: number): number {
  let end = offset;
  while (end < source.length && source[end] !== '\n' && source[end] !== '\r') end++;
  return end;
}
