// A comment with its tags as one line of text, the way it is typed: the words that begin with # at the end are tags.

export interface AnnotationText {
  readonly comment: string;
  readonly tags: readonly string[];
}

/** `Three, says the register. #fleet #"open question"` has two tags. A # in the middle of a sentence is no tag. */
export function parseAnnotationText(text: string): AnnotationText {
  const tags: string[] = [];
  let rest = text.trimEnd();
  for (;;) {
    const start = lastTagStart(rest);
    if (start < 0) break;
    const tag = rest
      .slice(start + 1)
      .replace(/^"|"$/g, '')
      .trim();
    if (tag !== '' && !tags.includes(tag)) tags.unshift(tag);
    rest = rest.slice(0, start).trimEnd();
  }
  return { comment: rest.trim(), tags };
}

export function formatAnnotationText({ comment, tags }: AnnotationText): string {
  return [comment, ...tags.map(formatTag)].filter((part) => part !== '').join(' ');
}

/** `#fleet`, `#"open question"`. */
export function formatTag(tag: string): string {
  return /\s/.test(tag) ? `#"${tag}"` : `#${tag}`;
}

/** Where the tag begins that the text ends with; -1 where it ends with none. */
function lastTagStart(text: string): number {
  const isQuoted = text.endsWith('"');
  const start = isQuoted ? text.lastIndexOf('#"', text.length - 2) : text.lastIndexOf('#');
  if (start < 0 || (start > 0 && !/\s/.test(text[start - 1]!))) return -1;
  const tag = text.slice(start + 1, isQuoted ? -1 : undefined);
  return tag === '' || (isQuoted ? tag.indexOf('"', 1) >= 0 : /[\s"#]/.test(tag)) ? -1 : start;
}
