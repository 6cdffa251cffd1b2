import { statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { stampOfFile } from '../../../../server/src/host/node/files/fileStamp.ts';
import { temporaryFolder } from '../../../support/temporaryFolder.ts';

/** When what was written just now has settled. */
const later = () => Date.now() + 10_000;

it('is the same while nobody touches the file', () => {
  const path = join(temporaryFolder({ 'a.md': 'one' }), 'a.md');
  expect(stampOfFile(path, later())).toEqual(expect.any(String));
  expect(stampOfFile(path, later())).toBe(stampOfFile(path, later()));
});

it('is another one once the file is written, also with as many bytes and the times that it had', async () => {
  const path = join(temporaryFolder({ 'a.md': 'one' }), 'a.md');
  const before = stampOfFile(path, later());
  const { atime, mtime } = statSync(path);
  await new Promise((end) => setTimeout(end, 20));
  writeFileSync(path, 'two');
  utimesSync(path, atime, mtime);
  expect(stampOfFile(path, later())).not.toBe(before);
});

it('is none of a file that has changed a moment ago, of a folder, and of what is not there', () => {
  const folder = temporaryFolder({ 'a.md': 'one' });
  expect(stampOfFile(join(folder, 'a.md'))).toBeUndefined();
  expect(stampOfFile(folder, later())).toBeUndefined();
  expect(stampOfFile(join(folder, 'b.md'), later())).toBeUndefined();
});
