// Fixtures of several files in one string: "//- report.md" starts a file, "<|>" is the cursor, and a line of carets labels
// the span above it.

import { type LabelledText, readLabelledText } from './labelledText.ts';

export interface FixtureFile extends LabelledText {
  readonly path: string;
}

export interface Fixture {
  readonly files: readonly FixtureFile[];
  /** Where "<|>" stood, if it did. */
  readonly cursor?: { readonly path: string; readonly offset: number };
}

const fileMarker = /^\/\/- (\S+)$/;
const cursorMarker = '<|>';

/**
 * Reads a fixture; text before the first marker is the file "document.md". Common indentation and the first line break
 * are taken off, so that fixtures can be indented with the code around them.
 */
export function parseFixture(source: string): Fixture {
  const parts: { path: string; lines: string[] }[] = [];
  for (const line of removeIndentation(source).split('\n')) {
    const marker = fileMarker.exec(line);
    if (marker) parts.push({ path: marker[1]!, lines: [] });
    else {
      if (parts.length === 0) parts.push({ path: 'document.md', lines: [] });
      parts.at(-1)!.lines.push(line);
    }
  }
  let cursor: Fixture['cursor'];
  const files = parts.map(({ path, lines }) => {
    // The marker counts for the columns of a caret line below it in no way: it is taken out before labels are read.
    const labelled = readLabelledText(lines.join('\n').replace(cursorMarker, ''));
    const unlabelled = readLabelledText(lines.join('\n')).text.indexOf(cursorMarker);
    if (unlabelled >= 0) cursor = { path, offset: unlabelled };
    return { path, ...labelled };
  });
  return cursor ? { files, cursor } : { files };
}

function removeIndentation(source: string): string {
  const lines = source
    .replace(/^\n/, '')
    .replace(/\n[ \t]*$/, '\n')
    .split('\n');
  const widths = lines.filter((line) => line.trim()).map((line) => line.length - line.trimStart().length);
  const width = Math.min(...widths, 80);
  return lines.map((line) => line.slice(width)).join('\n');
}

/** The label of that name; throws where the fixture has none, since then the test itself is wrong. */
export function findLabel(file: LabelledText, name: string) {
  const label = file.labels.find((candidate) => candidate.name === name);
  if (!label) throw new Error(`The fixture has no label "${name}".`);
  return label.span;
}
