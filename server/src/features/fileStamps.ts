// Which text a file had when it was as it is, for files that were read in earlier sessions: what has the same stamp need not be read
// to know its digest. Written as JSON; what another program wrote, or what cannot be read, is as good as nothing.

/** A file by its address, what its host told of it before it was read, and the key of its text. */
export interface StampedFile {
  readonly uri: string;
  readonly stamp: string;
  readonly key: string;
}

/** By address. */
export type FileStamps = ReadonlyMap<string, StampedFile>;

/** Raised whenever what is written changes. */
const VERSION = 1;

/** `program` is the version of the program that made the keys. */
export function encodeStamps(files: Iterable<StampedFile>, program: string): Uint8Array {
  const fields: string[] = [];
  for (const { uri, stamp, key } of files) fields.push(uri, stamp, key);
  return new TextEncoder().encode(JSON.stringify({ version: VERSION, program, fields }));
}

export function decodeStamps(bytes: Uint8Array, program: string): FileStamps {
  const stamps = new Map<string, StampedFile>();
  if (bytes.length === 0) return stamps;
  try {
    const written: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (!isWritten(written) || written.program !== program) return stamps;
    const { fields } = written;
    for (let at = 0; at + 2 < fields.length; at += 3) {
      const [uri, stamp, key] = [fields[at]!, fields[at + 1]!, fields[at + 2]!];
      stamps.set(uri, { uri, stamp, key });
    }
  } catch {
    stamps.clear();
  }
  return stamps;
}

function isWritten(value: unknown): value is { readonly program: string; readonly fields: readonly string[] } {
  if (typeof value !== 'object' || value === null) return false;
  const { version, fields } = value as { readonly version?: unknown; readonly fields?: unknown };
  return version === VERSION && Array.isArray(fields) && fields.every((field) => typeof field === 'string');
}
