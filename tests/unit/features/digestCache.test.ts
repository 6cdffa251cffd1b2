import { afterEach, expect, it, vi } from 'vitest';
import type { DocumentDigest } from '../../../server/src/core/index.ts';
import { createDigestCache } from '../../../server/src/features/digestCache.ts';
import { createMemoryHost, createMemoryStore } from '../../support/memoryHost.ts';

const digest: DocumentDigest = { actors: [], mentions: new Int32Array(), measures: ['tern'] };
const folders = ['file:///workspace'];

const file = (key: string, stamp?: string) => ({ uri: `file:///workspace/${key}.md`, key, digest, stamp });

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
  const files = [file('a')];
  for (let round = 0; round < 5; round++) cache.keepSoon(() => files);
  files.push(file('b'));
  expect(store.writes).toBe(0);
  await vi.runAllTimersAsync();
  expect(store.writes).toBe(1);
  expect((await open(store)).find('b')).toEqual(digest);
  files.push(file('c'));
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
  cache.keepSoon(() => [file('a')]);
  await cache.keep();
  cache.keepSoon(() => [file('a')]);
  await cache.keep();
  expect(store.writes).toBe(1);
});

it('leaves of two sessions at once what the one wrote that ended last, whole', async () => {
  const store = createMemoryStore();
  const [one, other] = [await open(store), await open(store)];
  one.keepSoon(() => [file('a')]);
  other.keepSoon(() => [file('b')]);
  await Promise.all([one.keep(), other.keep()]);
  const { find } = await open(store);
  expect([find('a'), find('b')].filter(Boolean)).toEqual([digest]);
});

it('tells once that it cannot write, and tries no more', async () => {
  const warnings: string[] = [];
  const store = { ...createMemoryStore(), write: () => Promise.reject(new Error('ENOSPC: no space left')) };
  const cache = await open(store, warnings);
  for (const key of ['a', 'b']) {
    cache.keepSoon(() => [file(key)]);
    await cache.keep();
  }
  expect(warnings).toEqual(['What is known of the workspace is not kept: ENOSPC: no space left']);
});

it('recalls a file by its stamp, once, and not one that has another stamp or of another program', async () => {
  const store = createMemoryStore();
  const cache = await open(store);
  cache.keepSoon(() => [file('a', '12 1'), file('b', '9 4'), file('c')]);
  await cache.keep();
  const { uri } = file('a');
  const next = await open(store);
  expect(next.recall(uri, '12 1')).toEqual({ key: 'a', digest });
  expect(next.recall(uri, '12 1')).toBeUndefined();
  expect(next.recall(file('b').uri, '9 5')).toBeUndefined();
  expect(next.recall(file('c').uri, '')).toBeUndefined();
  expect((await open({ ...store, version: '2' })).recall(uri, '12 1')).toBeUndefined();
});

it('keeps a new stamp of the same text, and nothing where stamps are the same', async () => {
  const store = createMemoryStore();
  for (const stamp of ['12 1', '12 1', '12 2']) {
    const cache = await open(store);
    cache.keepSoon(() => [file('a', stamp)]);
    await cache.keep();
  }
  // The digest once, its stamps twice.
  expect(store.writes).toBe(3);
  expect((await open(store)).recall(file('a').uri, '12 2')?.key).toBe('a');
});

it.each(['', '{', '[]', '{"version":1,"program":"1","fields":[1,2,3]}', '{"version":0,"program":"1","fields":[]}'])(
  'does without stamps that are written as %j',
  async (written) => {
    const warnings: string[] = [];
    const store = createMemoryStore();
    const cache = await open(store);
    cache.keepSoon(() => [file('a', '12 1')]);
    await cache.keep();
    const [name] = [...store.kept.keys()].filter((key) => key.endsWith('-files'));
    await store.write(name!, undefined, new TextEncoder().encode(written));
    const next = await open(store, warnings);
    expect(next.recall(file('a').uri, '12 1')).toBeUndefined();
    expect(next.find('a')).toEqual(digest);
    expect(warnings).toEqual([]);
  },
);
