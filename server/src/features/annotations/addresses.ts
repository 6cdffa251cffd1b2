// Addresses of documents as the files of annotations have them: relative to where the file stands.

/** `../notes/a%20b.md` from a file to a document; the whole address where they have no root in common. */
export function relativeAddress(from: string, to: string): string {
  const [base, target] = [hrefOf(from), hrefOf(to)];
  const root = base.match(/^[a-z][a-z0-9+.-]*:\/\/[^/]*\//i)?.[0];
  if (root === undefined || !target.startsWith(root)) return to;
  const folders = base.slice(root.length).split('/').slice(0, -1);
  const parts = target.slice(root.length).split('/');
  let common = 0;
  while (common < folders.length && common < parts.length - 1 && folders[common] === parts[common]) common++;
  const path = '../'.repeat(folders.length - common) + parts.slice(common).join('/');
  // A colon in the first part would make it an address with a scheme.
  return /^[^/]*:/.test(path) ? `./${path}` : path;
}

/** The address that a relative one means; undefined where it is none. */
export function resolveAddress(relative: string, from: string): string | undefined {
  try {
    return new URL(relative, from).href.replace(/[#?].*$/s, '');
  } catch {
    return undefined;
  }
}

function hrefOf(uri: string): string {
  try {
    return new URL(uri).href;
  } catch {
    return uri;
  }
}
