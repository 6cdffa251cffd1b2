// A part of a prose as a prose of its own.

import { sliceSourceMap } from '../text/sourceMap.ts';
import type { Span } from '../text/span.ts';
import type { Place, Prose } from './block.ts';

/** The part `span` of a prose's text at another place; marks are cut to it. */
export function sliceProse(prose: Prose, span: Span, place: Place): Prose {
  const marks = prose.marks
    .filter((mark) => mark.span.start <= span.end && span.start <= mark.span.end)
    .map((mark) => ({
      ...mark,
      span: {
        start: Math.max(mark.span.start, span.start) - span.start,
        end: Math.min(mark.span.end, span.end) - span.start,
      },
    }))
    .filter((mark) => mark.span.end > mark.span.start || mark.kind === 'footnoteReference');
  return { text: prose.text.slice(span.start, span.end), map: sliceSourceMap(prose.map, span), place, marks };
}

/** The lines of a text without the white space around them; blank ones are left out. */
export function splitLines(text: string): Span[] {
  const lines: Span[] = [];
  for (let start = 0; start <= text.length; ) {
    const end = text.indexOf('\n', start) < 0 ? text.length : text.indexOf('\n', start);
    const line = trimSpan(text, { start, end });
    if (line.end > line.start) lines.push(line);
    start = end + 1;
  }
  return lines;
}

/** The span without the white space at its ends. */
export function trimSpan(text: string, { start, end }: Span): Span {
  const part = text.slice(start, end);
  const trimmed = part.trimStart();
  const from = start + part.length - trimmed.length;
  return { start: from, end: from + trimmed.trimEnd().length };
}
