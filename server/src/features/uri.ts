// Addresses of documents. Clients and file systems escape different characters in a URI, so that one file has several
// spellings; the key is one for all of them.

/** Equal for two spellings of one address: "file:///c%3A/a%20b.md" and "file:///C:/a b.md". */
export function keyOfUri(uri: string): string {
  let decoded = uri;
  try {
    decoded = decodeURIComponent(uri);
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
