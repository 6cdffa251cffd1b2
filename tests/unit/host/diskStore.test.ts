import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDiskStore } from '../../../server/src/host/node/diskStore.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const bytes = Uint8Array.of(1, 2, 3);

/** A file that was last written so many hours ago. */
function leave(folder: string, name: string, hours: number): void {
  writeFileSync(join(folder, name), 'x');
  const then = Date.now() / 1000 - hours * 3600;
  utimesSync(join(folder, name), then, then);
}

describe('digests on the disk', () => {
  it('are read as they were written, and are none where there is no file', async () => {
    const folder = temporaryFolder({});
    const store = createDiskStore('1');
    expect(await store.read('notes', folder)).toEqual(new Uint8Array());
    await store.write('notes', folder, bytes);
    expect([...(await store.read('notes', folder))]).toEqual([1, 2, 3]);
  });

  it('are not left half written: what a stopped program left of them goes, and nothing else', async () => {
    const folder = temporaryFolder({});
    leave(folder, '.notes.digests.0123456789ab.tmp', 2);
    leave(folder, '.notes.digests.ba9876543210.tmp', 0);
    leave(folder, '.other.digests.0123456789ab.tmp', 2);
    leave(folder, 'notes.tmp', 2);
    await createDiskStore('1').write('notes', folder, bytes);
    expect(readdirSync(folder).sort()).toEqual([
      '.notes.digests.ba9876543210.tmp',
      '.other.digests.0123456789ab.tmp',
      'notes.digests',
      'notes.tmp',
    ]);
  });
});
