// The text that the Markdown parser is given for a stretch of a document.

/** A copy that does not keep the whole document in memory, as a slice would for as long as a block lives. */
export function ownString(slice: string): string {
  return ` ${slice}`.slice(1);
}

/** Markdown that defines the labels, and after which a document starts afresh. */
export function writeDefinitions(labels: readonly string[]): string {
  return labels.length === 0 ? '' : `${labels.map((label) => `[${label}]: #\n`).join('')}\n***\n\n`;
}
