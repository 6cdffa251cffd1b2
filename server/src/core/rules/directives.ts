// Reads the comments by which an author directs the check: `<!-- concordance-disable-line [code…] -->` and its kin. What they do is
// dealt with elsewhere.

import type { AnalysedDocument } from '../document.ts';
import type { LaidOutBlock } from '../markdown/layout.ts';
import { searchAgain } from '../text/searchAgain.ts';
import { type Span, shiftSpan, sliceSpan } from '../text/span.ts';
import { type ProblemCode, problemCodes } from './problem.ts';

/** What directives need of a document. */
export type CommentedDocument = Pick<AnalysedDocument, 'source' | 'blocks' | 'starts' | 'lineage'>;

type Directive = 'disable-line' | 'disable-next-line' | 'disable' | 'enable';

export interface DirectiveComment {
  readonly directive: Directive;
  /** Delimiters included. */
  readonly span: Span;
  /** The codes it names; every code where it names nothing at all. */
  readonly codes: ReadonlySet<string>;
  /** Words of the comment that are no code. */
  readonly unknown: readonly string[];
}

/** The longest name first, since the first that fits is taken; whatever follows `--` is a remark. */
const directivePattern = /^<!--\s*concordance-(disable-next-line|disable-line|disable|enable)(?![\w-])/;

const ALL_CODES: ReadonlySet<string> = new Set(problemCodes);

/** The directive comments of a document, in document order. */
export function findDirectives(document: CommentedDocument): DirectiveComment[] {
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
  const isCode = (word: string): word is ProblemCode => ALL_CODES.has(word);
  return {
    directive: match[1] as Directive,
    span,
    codes: named.length === 0 ? ALL_CODES : new Set(named.filter(isCode)),
    unknown: named.filter((word) => !isCode(word)),
  };
}
