// Identifiers made from names: the same name has the same one everywhere, so that a second export says the same as the first.

/** "5b0c9f0e-7a0e-4c55-9a53-3f0f2f1a6f11": four hashes of the name, in the form that programs ask for. */
export function guidOf(name: string): string {
  const digits = [0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35]
    .map((seed) => hashOf(name, seed).toString(16).padStart(8, '0'))
    .join('');
  const parts = [digits.slice(0, 8), digits.slice(8, 12), `8${digits.slice(13, 16)}`, `a${digits.slice(17, 20)}`];
  return [...parts, digits.slice(20)].join('-');
}

/** FNV-1a over UTF-16 units, stirred at the end. */
function hashOf(text: string, seed: number): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return (hash ^ (hash >>> 15)) >>> 0;
}
