// The text that the Markdown parser is given for a stretch of a document, and what it makes of it.

import type { RootContent } from 'mdast';
import type { SourceFormat } from './block.ts';
import { withFullReferences } from './fullReferences.ts';
import { parseMarkdown } from './markdownParser.ts';
import { startOf } from './proseBuilder.ts';

/** A copy that does not keep the whole document in memory, as a slice would for as long as a block lives. */
export function ownString(slice: string): string {
  return ` ${slice}`.slice(1);
}

/** Markdown that defines the labels, and after which a document starts afresh. */
export function writeDefinitions(labels: readonly string[]): string {
  return labels.length === 0 ? '' : `${labels.map((label) => `[${label}]: #\n`).join('')}\n***\n\n`;
}

/** What the parser makes of a stretch, and how far before it the parser was given something else: what to take from its offsets. */
export interface ParsedStretch {
  readonly nodes: readonly RootContent[];
  readonly lead: number;
}

/** Parses a stretch as if the labels were defined; its full references are meant whatever is. */
export function parseStretch(masked: string, labels: readonly string[], format: SourceFormat): ParsedStretch {
  const meant = withFullReferences(masked);
  const preamble = writeDefinitions([...labels, ...meant.labels]);
  const lead = preamble.length;
  const nodes = parseMarkdown(preamble + meant.text, format).children.filter((node) => startOf(node) >= lead);
  return { nodes, lead };
}
