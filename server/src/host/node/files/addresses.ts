// The addresses of many files of the same folders, of which each folder's is made once.

import { pathToFileURL } from 'node:url';

/** The name at the end of a path, where it stands in an address as it is. */
const plainName = /(?<=[/\\])[\w.-]+$/;

/** Answers the address of an absolute path that is written without "." and "..": "file:///notes/a%20b.md" of "/notes/a b.md". */
export function createAddresses(): (path: string) => string {
  const folders = new Map<string, string>();
  return (path) => {
    const name = plainName.exec(path);
    if (!name) return pathToFileURL(path).href;
    const folder = path.slice(0, name.index);
    let address = folders.get(folder);
    if (address === undefined) {
      address = pathToFileURL(folder).href;
      folders.set(folder, address);
    }
    return address + name[0];
  };
}
