// Reads the labelled texts that were written for training: Markdown in which `<p …>`, `<o …>` and `<l …>` enclose the
// names of persons, organizations and locations, one within another where names are; a line of `===` parts the texts.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const KIND_OF_MARK = { p: 1, o: 2, l: 3 };

/** The text without its marks, and the names as `{start, end, kind}`. Throws where a mark is not closed. */
export function readMarks(marked, file = 'text') {
  let text = '';
  const names = [];
  const open = [];
  for (let at = 0; at < marked.length; at++) {
    const mark = marked[at] === '<' && marked[at + 2] === ' ' ? KIND_OF_MARK[marked[at + 1]] : undefined;
    if (mark !== undefined) {
      open.push({ start: text.length, kind: mark });
      at += 2;
    } else if (marked[at] === '>' && open.length > 0) names.push({ ...open.pop(), end: text.length });
    else text += marked[at];
  }
  if (open.length > 0)
    throw new Error(`${file}: a mark is not closed: ${text.slice(open[0].start, open[0].start + 60)}`);
  return { text, names };
}

/** All texts of a folder: `{text, names}`. */
export function readLabelledTexts(folder) {
  const files = readdirSync(folder).filter((file) => file.endsWith('.txt'));
  return files.sort().flatMap((file) =>
    readFileSync(join(folder, file), 'utf8')
      .split(/^===\n/m)
      .map((marked) => readMarks(marked, file)),
  );
}
