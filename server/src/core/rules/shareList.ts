// Lists that give each of their items a share of one whole, and with "other" or "the rest" say that nothing is left out:
// "spruce 52 %, birch 31 %, other 17 %". What is reported of them is left to the rule.

import type { ClaimEvidence } from '../claims/evidence.ts';
import type { StatedFigures } from './statedFigures.ts';

/** An item of the list: where it begins and ends in the text of its prose. */
interface Piece {
  readonly start: number;
  readonly end: number;
}

/** The item for all that has none of its own. */
const RESIDUAL = /^(?:and )?(?:all |the )?(?:others?|rest|remaining|remainder)(?![\p{L}'’-])/iu;
/** An item that is a part of the one before it. */
const WITHIN = /^(?:and )?(?:of (?:which|whom|these|those)|including|includes|among|thereof|incl)(?!\p{L})/iu;
/** The label of an item, after the title of the list perhaps: letters, and no figure. */
const LABEL = /^[^\d%]{1,80}$/u;
/** What makes of a figure a change, or the share of something else in each item: "birch rose by 30 %", "women were 12 %". */
const NO_LABEL = /(?<!\p{L})(?:by|from|to|at|than|up|down|over|under|in|is|are|was|were|has|have|had|among)$/iu;

/** The shares of a prose that is such a list from its beginning to its end; undefined for any other. */
export function findShareList({ text, claims }: StatedFigures): ClaimEvidence[] | undefined {
  if (claims.length < 3 || !claims.some(isShare)) return undefined;
  const plain = withoutBrackets(text);
  const shares: ClaimEvidence[] = [];
  let isWhole = false;
  let next = 0;
  for (const { start, end } of piecesOf(plain)) {
    const inside: ClaimEvidence[] = [];
    for (; next < claims.length && claims[next]!.figure.span.start < end; next++)
      if (plain[claims[next]!.figure.span.start] === text[claims[next]!.figure.span.start]) inside.push(claims[next]!);
    const isTitle = shares.length === 0 && inside.length === 0 && plain.slice(start, end).trimEnd().endsWith(':');
    if (isTitle) continue;
    const [share, more] = inside;
    if (!share || more || !isShare(share)) return undefined;
    const label = plain.slice(start, share.figure.span.start).trim();
    if (
      !LABEL.test(label) ||
      NO_LABEL.test(label) ||
      WITHIN.test(label) ||
      !mayFollow(plain.slice(share.figure.span.end, end))
    )
      return undefined;
    isWhole ||= RESIDUAL.test(label);
    shares.push(share);
  }
  return isWhole && shares.length >= 3 ? shares : undefined;
}

/** Behind the share, where brackets are blanked out, only the list may end. */
function mayFollow(rest: string): boolean {
  const left = rest.trim();
  return left === '' || left === '.';
}

function isShare({ figure: { unit, ends, bound, per, change, kind } }: ClaimEvidence): boolean {
  return unit === '%' && !ends && !bound && per === undefined && change === undefined && kind !== 'ordinal';
}

/** The text with blanks for what stands in brackets, of the same length. */
function withoutBrackets(text: string): string {
  if (!/[([]/.test(text)) return text;
  let depth = 0;
  let plain = '';
  for (const letter of text) {
    if (letter === '(' || letter === '[') depth++;
    plain += depth > 0 ? ' '.repeat(letter.length) : letter;
    if ((letter === ')' || letter === ']') && depth > 0) depth--;
  }
  return plain;
}

/** What stands between commas, semicolons and line ends; a comma between digits is part of a number. */
function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  const close = (end: number) => {
    if (text.slice(start, end).trim() !== '') pieces.push({ start, end });
    start = end + 1;
  };
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]!;
    const isComma = letter === ',' && !(/\d/.test(text[at - 1] ?? '') && /\d/.test(text[at + 1] ?? ''));
    if (isComma || letter === ';' || letter === '\n') close(at);
    else if (text.startsWith('% and ', at) || text.startsWith('percent and ', at)) {
      const end = text.indexOf(' and ', at);
      close(end);
    }
  }
  close(text.length);
  return pieces;
}
