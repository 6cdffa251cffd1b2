// Text from a document inside Markdown of our own, and Markdown of our own for clients that show plain text only.

/** The text on one line, such that Markdown prints it letter by letter; long text is cut. */
export function escapeMarkdown(text: string, limit = 300): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  const short = line.length > limit ? `${line.slice(0, limit).replace(/[\ud800-\udbff]$/, '')}…` : line;
  return short
    .replace(/[\\`*_[\]~|@]|^[#+\-=]|(?<=^\d{1,9})[.)]|:(?=\/\/)|\.(?=\p{L})/gu, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}

/** A card without its markup: links become their labels. Reads only the Markdown that the cards are made of. */
export function plainMarkdown(markdown: string): string {
  return markdown.replace(
    /\\([!-/:-@[-`{-~])|\*\*|\[((?:[^\]\\]|\\.)*)\]\([^)]*\)|&(lt|gt|amp);/g,
    (_, escaped?: string, label?: string, entity?: string) =>
      escaped ?? (label === undefined ? (entities[entity ?? ''] ?? '') : plainMarkdown(label)),
  );
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&' };
