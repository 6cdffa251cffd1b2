// Reads text from a file or from standard input, or says in one clause why that cannot be done.

import { readFileSync, statSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { type DecodedText, decodeText } from './decodeText.ts';
import { describeFileError, errorCode } from './fileError.ts';

/** `isMissing`: there is no such file, rather than one that cannot be read. */
export type ReadFile = { readonly text: string } | { readonly problem: string; readonly isMissing?: boolean };

/** The text of a file. Never rejects: whatever is wrong is said in `problem`. */
export async function readText(path: string): Promise<ReadFile> {
  try {
    const kind = await stat(path);
    if (!kind.isFile() && !kind.isFIFO() && !kind.isCharacterDevice()) {
      return { problem: kind.isDirectory() ? 'it is a folder, not a file' : 'it is not a file' };
    }
    return decodeText(await readFile(path));
  } catch (error) {
    return { problem: describeFileError(error), ...(errorCode(error) === 'ENOENT' && { isMissing: true }) };
  }
}

/** The same for a thread that does nothing else: it waits for the file, which takes a fraction of the processor's time. */
export async function readTextHere(path: string): Promise<ReadFile> {
  try {
    // What is no plain file may have to be waited for without end.
    if (!statSync(path).isFile()) return await readText(path);
    return decodeText(readFileSync(path));
  } catch {
    return await readText(path);
  }
}

/** All that a stream gives, such as standard input. */
export async function readStream(stream: AsyncIterable<Uint8Array | string>): Promise<DecodedText> {
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of stream) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
    return decodeText(Buffer.concat(chunks));
  } catch (error) {
    return { problem: describeFileError(error) };
  }
}
