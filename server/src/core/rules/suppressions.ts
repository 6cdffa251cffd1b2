// Suppression comments: `<!-- concordance-disable-line [code…] -->` and its kin. Finds where they hold, takes away what they
// suppress, and reports a comment that suppresses nothing. What the project file switches off is not dealt with here.

import { t } from '@vscode/l10n';
import type { AnalysedDocument } from '../document.ts';
import { createLineIndex, type LineIndex } from '../text/lineIndex.ts';
import { overlaps, type Span, shiftSpan, spanOf } from '../text/span.ts';
import { type Problem, type ProblemCode, problemCodes } from './problem.ts';

/** What suppressions need of a document. */
export type CommentedDocument = Pick<AnalysedDocument, 'source' | 'blocks' | 'starts'>;

type Directive = 'disable-line' | 'disable-next-line' | 'disable' | 'enable';

interface DirectiveComment {
  readonly directive: Directive;
  /** In the document's source, delimiters included. */
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
  const lines = createLineIndex(source);
  const found: Suppression[] = [];
  let open: { readonly comment: DirectiveComment; codes: ReadonlySet<string> }[] = [];
  for (const comment of comments) {
    const { directive, span, codes } = comment;
    if (directive === 'disable') open.push({ comment, codes });
    if (directive === 'disable-line') found.push({ comment, codes, covers: lineAt(lines, span.start) });
    if (directive === 'disable-next-line') found.push({ comment, codes, covers: nextLine(source, lines, span.end) });
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
  return left.sort((a, b) => a.span.start - b.span.start);
}

/** The directive comments of a document, in document order. */
function findDirectives(document: CommentedDocument): DirectiveComment[] {
  const found: DirectiveComment[] = [];
  for (const [index, { block }] of document.blocks.entries()) {
    for (const comment of block.comments) {
      const span = shiftSpan(comment.span, document.starts[index]!);
      const text = document.source.slice(span.start, span.end);
      const match = directivePattern.exec(text);
      if (!match) continue;
      const remark = text.indexOf('--', match[0].length);
      const words = text.slice(match[0].length, remark < 0 ? text.length : remark).split(/[\s,]+/);
      const named = words.filter((word) => word !== '');
      const isCode = (word: string): word is ProblemCode => (problemCodes as readonly string[]).includes(word);
      found.push({
        directive: match[1] as Directive,
        span,
        codes: new Set(named.length === 0 ? problemCodes : named.filter(isCode)),
        unknown: named.filter((word) => !isCode(word)),
      });
    }
  }
  return found;
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
function lineAt(lines: LineIndex, offset: number): Span {
  const { line } = lines.positionAt(offset);
  return spanOf(lines.lineStart(line), lines.lineEnd(line));
}

/** The next line that is not blank, after the one that the offset stands in. */
function nextLine(source: string, lines: LineIndex, offset: number): Span {
  let { line } = lines.positionAt(offset);
  do line++;
  while (line < lines.lineCount && source.slice(lines.lineStart(line), lines.lineEnd(line)).trim() === '');
  if (line >= lines.lineCount) return spanOf(source.length, source.length);
  return spanOf(lines.lineStart(line), lines.lineEnd(line));
}
