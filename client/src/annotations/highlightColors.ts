// Which colour a tag has: the one that the settings give it, else one of its own that stays the same everywhere.

export const colors = ['yellow', 'green', 'blue', 'pink', 'orange', 'purple'] as const;

export type HighlightColor = (typeof colors)[number];

/** The colour of an annotation is that of its first tag; without one it is yellow. */
export function colorOf(tags: readonly string[], chosen: Readonly<Record<string, string>>): HighlightColor {
  const [tag] = tags;
  if (tag === undefined) return 'yellow';
  const wanted = colors.find((color) => color === chosen[tag]);
  return wanted ?? colors[1 + (hashOf(tag) % (colors.length - 1))]!;
}

function hashOf(tag: string): number {
  let hash = 0;
  for (const character of tag) hash = (hash * 31 + character.codePointAt(0)!) % 65_521;
  return hash;
}
