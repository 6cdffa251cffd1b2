// The sentence segments of a text as Unicode's text segmentation has them (UAX #29, through Intl.Segmenter), in time that grows with the
// text: the platform's segmenter takes time in proportion to the whole text for each segment of it.

/** A segment with the white space behind it. */
export interface TextSegment {
  readonly index: number;
  readonly segment: string;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** So many code units are segmented at once, or more where a segment is longer. */
const WINDOW = 4096;

/**
 * The segments of a text, which follow each other without a gap: the same as of the whole text at once. "It rained. He left." → "It
 * rained. ", "He left.". `window` is how much is looked at at once.
 */
export function* segmentText(text: string, window = WINDOW): Generator<TextSegment> {
  let from = 0;
  let length = window;
  while (from + length < text.length) {
    const segments = [...segmenter.segment(text.slice(from, from + length))];
    // Where the last one begins is decided by what follows it, up to a letter or the end of a sentence (SB8), which may stand behind the
    // window; all before it end within. What begins at a boundary is read as if nothing stood before it.
    const sure = segments.length - 2;
    if (sure <= 0) {
      length *= 2;
      continue;
    }
    for (const { index, segment } of segments.slice(0, sure)) yield { index: from + index, segment };
    from += segments[sure]!.index;
    length = window;
  }
  for (const { index, segment } of segmenter.segment(text.slice(from))) yield { index: from + index, segment };
}
