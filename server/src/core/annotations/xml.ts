// XML written from a tree: escaping, and nothing that XML 1.0 cannot say.

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

/** An element; children that are false are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  children: readonly (XmlElement | string | false)[] = [],
): XmlElement {
  return { name, attributes, children: children.filter((child) => child !== false) };
}

/** A whole document, indented; elements with text in them are not. */
export function printXml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${print(root, '')}\n`;
}

function print({ name, attributes, children }: XmlElement, indent: string): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`);
  const start = `${indent}<${name}${written.join('')}`;
  if (children.length === 0) return `${start}/>`;
  if (children.some((child) => typeof child === 'string')) {
    const inner = children.map((child) => (typeof child === 'string' ? escapeText(child) : print(child, '')));
    return `${start}>${inner.join('')}</${name}>`;
  }
  const inner = children.map((child) => print(child as XmlElement, `${indent}  `));
  return `${start}>\n${inner.join('\n')}\n${indent}</${name}>`;
}

function escapeText(text: string): string {
  return sayable(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\r/g, '&#13;');
}

function escapeAttribute(text: string): string {
  return escapeText(text).replace(/"/g, '&quot;').replace(/\t/g, '&#9;').replace(/\n/g, '&#10;');
}

/** Without control characters and lone surrogates, which no XML document may have. */
function sayable(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
}
