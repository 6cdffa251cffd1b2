// Reference labels: how Markdown compares them, which ones a source could refer to, and which ones it seems to define.
// Only the parser knows what is really defined; this file guesses widely enough that nothing is missed. References that are meant as
// such whatever is defined are no concern of it: see `fullReferences.ts`.

import { findFullReferences } from './fullReferences.ts';

/** The form in which labels are compared (CommonMark, "matches"): white space collapsed, case folded. */
export function normalizeLabel(label: string): string {
  return label
    .replaceAll('\0', '\ufffd')
    .replace(/[\t\n\r ]+/g, ' ')
    .replace(/^ | $/g, '')
    .toLowerCase()
    .toUpperCase();
}

/**
 * The normalised labels that stand in brackets in `source`, each once, in order of appearance: every "[…]" without
 * brackets inside, "^" kept, but for those of full references. `see [the note], [more][n] and [^2]` → THE NOTE, ^2.
 */
export function findMentions(source: string): string[] {
  const labels = new Set<string>();
  const full = findFullReferences(source);
  let next = 0;
  let open = -1;
  for (let index = source.indexOf('['); index >= 0 && index < source.length; index++) {
    const unit = source.charCodeAt(index);
    if (unit === 0x5c) index++;
    else if (unit === 0x5b) {
      open = index + 1;
      if (full[next]?.start === index) {
        index = full[next++]!.end - 1;
        open = -1;
      }
    } else if (unit === 0x5d && open >= 0) {
      if (index > open && index - open < 1500) labels.add(normalizeLabel(withoutPrefixes(source.slice(open, index))));
      open = -1;
    }
  }
  labels.delete('');
  return [...labels];
}

/** A label that goes over a line break, without the quotation marks that begin its lines. */
function withoutPrefixes(label: string): string {
  return label.replace(/(?:\r\n?|\n)[ \t>]*/g, ' ');
}

/** A label has at most so many characters. */
const longestLabel = 999;

/** Labels that lines of the source seem to define; some of them may turn out to stand in code, and some are missed. */
export function guessDefinitions(source: string): Set<string> {
  const labels = new Set<string>();
  for (const match of source.matchAll(/^[ \t>*+\-\d.)]{0,200}\[/gm)) {
    const label = labelAt(source, match.index + match[0].length);
    if (label !== undefined) labels.add(normalizeLabel(withoutPrefixes(label)));
  }
  return labels;
}

/** The label that begins at an offset and is closed by `]:`; a backslash takes its meaning from the character behind it. */
function labelAt(source: string, start: number): string | undefined {
  let length = 0;
  for (let at = start; at < source.length && length <= longestLabel; at++, length++) {
    const letter = source[at]!;
    if (letter === '[') return undefined;
    if (letter === ']') return length > 0 && source[at + 1] === ':' ? source.slice(start, at) : undefined;
    if (letter === '\\' && /[\r\n\u2028\u2029]/.test(source[++at] ?? '\n')) return undefined;
  }
  return undefined;
}
