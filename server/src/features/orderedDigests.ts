// The digests of files in the order of their addresses, kept so through every change: a change costs what it concerns, not
// what there is.

import type { DocumentDigest, KeyedDigest } from '../core/index.ts';
import { partitionPoint } from '../core/text/partitionPoint.ts';

export interface OrderedDigests {
  /** Puts a file's digest in its place, or in place of the one that is there. `fileKey` stands for the file's address. */
  set(fileKey: string, uri: string, digest: DocumentDigest): void;
  /** Leaves out the digest at an address, if there is one. */
  delete(uri: string): void;
  /** Those of the files that are not left out, by address. */
  without(isLeftOut: (fileKey: string) => boolean): readonly KeyedDigest[];
}

export function createOrderedDigests(): OrderedDigests {
  const entries: (KeyedDigest & { readonly fileKey: string })[] = [];

  /** Index of the first entry whose address is not before this one. */
  function placeOf(uri: string): number {
    // Files are mostly read in their order.
    if (entries.length > 0 && entries.at(-1)!.key < uri) return entries.length;
    return partitionPoint(entries.length, (index) => entries[index]!.key < uri);
  }

  return {
    set(fileKey, uri, digest) {
      const at = placeOf(uri);
      entries.splice(at, entries[at]?.key === uri ? 1 : 0, { fileKey, key: uri, digest });
    },
    delete(uri) {
      const at = placeOf(uri);
      if (entries[at]?.key === uri) entries.splice(at, 1);
    },
    without: (isLeftOut) => entries.filter(({ fileKey }) => !isLeftOut(fileKey)),
  };
}
