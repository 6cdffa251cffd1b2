// What went wrong with a file, in words: the reasons that the operating system gives, and the cure where there is one.

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'permission denied; make it readable for you',
  EPERM: 'permission denied; make it readable for you',
  EISDIR: 'it is a folder, not a file',
  ENOTDIR: 'a part of its path is a file, not a folder',
  ELOOP: 'its symbolic links run in a circle',
  ENAMETOOLONG: 'its name is too long',
  EMFILE: 'too many files are open',
  ENOSPC: 'there is no space left on the disk',
  EROFS: 'the disk is read-only',
};

/** One clause for a message, such as "permission denied; make it readable for you". */
export function describeFileError(error: unknown): string {
  const code = errorCode(error);
  if (code !== undefined) return reasons[code] ?? `it cannot be used (${code})`;
  return error instanceof Error ? error.message : String(error);
}

/** "ENOENT" and the like; undefined for what no operating system reported. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
