// Reads an example whose lines of carets label the spans above them, and answers the text without those lines.

import { type Span, spanOf } from '../../server/src/core/text/span.ts';

export interface Label {
  readonly span: Span;
  readonly name: string;
}

export interface LabelledText {
  readonly text: string;
  readonly labels: readonly Label[];
}

/** Reads "40 members\n^^ figure-conflict" as the text "40 members" with one label on "40". */
export function readLabelledText(source: string): LabelledText {
  const lines: string[] = [];
  const labels: Label[] = [];
  let lineStart = 0;
  let previousStart = 0;
  for (const line of source.split('\n')) {
    const label = /^(\s*)(\^+) ([a-z-]+)$/.exec(line);
    if (label && lines.length > 0) {
      const start = previousStart + label[1]!.length;
      labels.push({ span: spanOf(start, start + label[2]!.length), name: label[3]! });
      continue;
    }
    lines.push(line);
    previousStart = lineStart;
    lineStart += line.length + 1;
  }
  return { text: lines.join('\n'), labels };
}
