// Making elements in a line. What comes from a document is only ever set as text or as an attribute's value.

type Child = Node | string;
type Attributes = Readonly<Record<string, string>>;

export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** A button that looks like a link: it leads to a passage. */
export function passageButton(label: string, description: string, go: () => void): HTMLButtonElement {
  const button = element('button', { type: 'button', class: 'passage', title: description }, label);
  button.addEventListener('click', go);
  return button;
}
