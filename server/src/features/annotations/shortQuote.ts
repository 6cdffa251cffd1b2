// Words of a document in quotation marks, on one line, for a label.

const MAX_SHOWN = 60;

/** "“the port owned two tugs…”": long ones are cut. */
export function shortQuote(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  const short = line.length > MAX_SHOWN ? `${line.slice(0, MAX_SHOWN - 1).replace(/[\ud800-\udbff]$/, '')}…` : line;
  return `“${short}”`;
}
