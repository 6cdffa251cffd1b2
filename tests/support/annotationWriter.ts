// A program that writes one file of annotations again and again, each time with one annotation more, until it is killed. It
// says on standard output how many annotations are in the file: what was said by then must never be lost.

import { writeSync } from 'node:fs';
import { createAnnotation } from '../../server/src/core/annotations/annotation.ts';
import {
  emptyPage,
  parsePage,
  putAnnotation,
  serialisePage,
} from '../../server/src/core/annotations/annotationPage.ts';
import { readText } from '../../server/src/host/node/files/readText.ts';
import { writeAtomically } from '../../server/src/host/node/files/writeAtomically.ts';

const path = process.argv[2]!;

async function write(): Promise<void> {
  const read = await readText(path);
  const parsed = 'text' in read ? parsePage(read.text) : { page: emptyPage() };
  if (!('page' in parsed)) throw new Error('The file is broken.');
  let { page } = parsed;
  for (;;) {
    const number = page.annotations.length;
    const id = `urn:${String(number).padStart(6, '0')}`;
    page = putAnnotation(page, createAnnotation({ id, motivation: 'commenting', comment: 'x'.repeat(2000) }));
    await writeAtomically(path, serialisePage(page));
    writeSync(1, `${number + 1}\n`);
  }
}

void write();
