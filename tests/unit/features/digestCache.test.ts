import { afterEach, expect, it, vi } from 'vitest';
import type { DocumentDigest } from '../../../server/src/core/index.ts';
import { createDigestCache } from '../../../server/src/features/digestCache.ts';
import { createMemoryHost, createMemoryStore } from '../../support/memoryHost.ts';

const digest: DocumentDigest = { actors: [], mentions: new Int32Array(), measures: ['tern'] };
const folders = ['file:///workspace'];

afterEach(() => {
  vi.useRealTimers();
});

function open(store = createMemoryStore(), warnings: string[] = []) {
  const host = createMemoryHost([]);
  host.store = store;
  return createDigestCache(host, folders, undefined, (message) => warnings.push(message));
}

it('keeps what is new once for many changes, as it is then, and as the session ends', async () => {
  vi.useFakeTimers();
  const store = createMemoryStore();
  const cache = await open(store);
  const files = [{ key: 'a', digest }];
  for (let round = 0; round < 5; round++) cache.keepSoon(() => files);
  files.push({ key: 'b', digest });
  expect(store.writes).toBe(0);
  await vi.runAllTimersAsync();
  expect(store.writes).toBe(1);
  expect((await open(store)).find('b')).toEqual(digest);
  files.push({ key: 'c', digest });
  cache.keepSoon(() => files);
  const ended = cache.keep();
  await vi.runAllTimersAsync();
  await ended;
  expect(store.writes).toBe(2);
  expect((await open(store)).find('c')).toEqual(digest);
});

it('writes nothing where nothing is new or nobody has asked', async () => {
  const store = createMemoryStore();
  const cache = await open(store);
  await cache.keep();
  cache.keepSoon(() => []);
  await cache.keep();
  cache.keepSoon(() => [{ key: 'a', digest }]);
  await cache.keep();
  cache.keepSoon(() => [{ key: 'a', digest }]);
  await cache.keep();
  expect(store.writes).toBe(1);
});

it('leaves of two sessions at once what the one wrote that ended last, whole', async () => {
  const store = createMemoryStore();
  const [one, other] = [await open(store), await open(store)];
  one.keepSoon(() => [{ key: 'a', digest }]);
  other.keepSoon(() => [{ key: 'b', digest }]);
  await Promise.all([one.keep(), other.keep()]);
  const { find } = await open(store);
  expect([find('a'), find('b')].filter(Boolean)).toEqual([digest]);
});

it('tells once that it cannot write, and tries no more', async () => {
  const warnings: string[] = [];
  const store = { ...createMemoryStore(), write: () => Promise.reject(new Error('ENOSPC: no space left')) };
  const cache = await open(store, warnings);
  for (const key of ['a', 'b']) {
    cache.keepSoon(() => [{ key, digest }]);
    await cache.keep();
  }
  expect(warnings).toEqual(['What is known of the workspace is not kept: ENOSPC: no space left']);
});
