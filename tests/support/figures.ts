// Figures for tests of what is built on figures: plain whole numbers, percentages and years, found by their shape.

import type { Figure } from '../../server/src/core/figures/figure.ts';
import type { Prose } from '../../server/src/core/markdown/block.ts';
import { copyMap } from '../../server/src/core/text/sourceMap.ts';
import { spanOf } from '../../server/src/core/text/span.ts';

/** The digits of a text as figures: "4%" is a percentage, "2019" a year, "1,200" a count of exactly 1200. */
export function plainFigures(text: string): Figure[] {
  return [...text.matchAll(/\d+(?:,\d{3})*(%?)/g)].map((match) => {
    const span = spanOf(match.index, match.index + match[0].length);
    const value = Number(match[0].replace(/[,%]/g, ''));
    if (/^(?:19|20)\d\d$/.test(match[0])) {
      const date = { kind: 'date', value: null, low: null, high: null, step: 0, period: match[0] } as const;
      return { span, numeral: span, approximate: false, ...date };
    }
    const unit = match[1] ? ({ kind: 'percent', unit: '%' } as const) : ({ kind: 'count' } as const);
    return { span, numeral: span, approximate: false, value, low: value - 0.5, high: value + 0.5, step: 1, ...unit };
  });
}

/** A paragraph whose text is its source. */
export function plainProse(text: string): Prose {
  return {
    text,
    map: copyMap(0, text.length),
    place: { kind: 'paragraph' },
    marks: [],
  };
}
