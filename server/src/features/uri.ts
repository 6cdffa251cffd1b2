// Addresses of documents. Clients and file systems escape different characters in a URI, so that one file has several
// spellings; the key is one for all of them.

/** Equal for two spellings of one address: "file:///c%3A/a%20b.md" and "file:///C:/a b.md". */
export function keyOfUri(uri: string): string {
  let decoded = uri;
  try {
    if (uri.includes('%')) decoded = decodeURIComponent(uri);
  } catch {
    // A lone percent sign: the address is taken as it is.
  }
  return decoded.replace(/^file:\/\/\/([A-Z]):/, (_, drive: string) => `file:///${drive.toLowerCase()}:`);
}

/** The last part of the path, decoded, for people to read. */
export function nameOfUri(uri: string): string {
  return (
    keyOfUri(uri)
      .replace(/[?#].*$/s, '')
      .split('/')
      .filter(Boolean)
      .at(-1) ?? uri
  );
}

/** The path of a document below its workspace folder, else its name. */
export function relativePath(uri: string, folders: readonly string[]): string {
  const key = keyOfUri(uri);
  for (const folder of folders) {
    const prefix = `${keyOfUri(folder).replace(/\/$/, '')}/`;
    if (key.startsWith(prefix)) return key.slice(prefix.length);
  }
  return nameOfUri(uri);
}

/** The folder that a file or a folder stands in, without a slash at its end; an address that has none itself. */
export function parentOf(uri: string): string {
  const path = pathStart(uri);
  const slash = uri.replace(/\/+$/, '').lastIndexOf('/');
  return slash < path ? uri.slice(0, path) : uri.slice(0, slash);
}

/** A folder and the folders above it, the nearest first: "file:///a/b", "file:///a", "file://". */
export function foldersAbove(folder: string): string[] {
  const found = [folder.replace(/\/+$/, '')];
  for (let above = parentOf(folder); above !== found.at(-1); above = parentOf(above)) found.push(above);
  return found;
}

/** Whether an address is the folder's or below it. */
export function isBelow(uri: string, folder: string): boolean {
  const root = keyOfUri(folder).replace(/\/+$/, '');
  return `${keyOfUri(uri).replace(/\/+$/, '')}/`.startsWith(`${root}/`);
}

/** Where the path of an address begins, behind its scheme and authority. */
function pathStart(uri: string): number {
  const authority = /^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?/i.exec(uri);
  return authority?.[0].length ?? 0;
}
