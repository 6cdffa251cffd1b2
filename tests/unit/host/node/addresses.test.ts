// The addresses of files, as the platform writes them.

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createAddresses } from '../../../../server/src/host/node/files/addresses.ts';

it.each([
  '/a.md',
  '/notes/mill.md',
  '/notes/a b.md',
  '/notes/100%.md',
  '/notes/#1?.md',
  '/Übersicht/Mühle.md',
  '/notes/b\\c.md',
  '/notes/…',
])('%s has the address that the platform gives it', (path) => {
  expect(createAddresses()(path)).toBe(pathToFileURL(path).href);
});

it('so have all files of some folders, asked for in any order', () => {
  const part = fc.stringMatching(/^[\w%?# äß.\\-]{1,6}$/).filter((name) => !/^\.+$/.test(name));
  const path = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => join('/', ...parts));
  fc.assert(
    fc.property(fc.array(path), (paths) => {
      const addressOf = createAddresses();
      expect(paths.map(addressOf)).toEqual(paths.map((each) => pathToFileURL(each).href));
    }),
  );
});
