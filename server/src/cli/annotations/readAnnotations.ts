// Reads a document with the annotations beside it and finds where they stand. A document without annotations is not read.

import { stat } from 'node:fs/promises';
import { ANNOTATIONS_SUFFIX, parsePage } from '../../core/annotations/annotationPage.ts';
import type { AnnotatedText } from '../../core/annotations/exportQdpx.ts';
import { placeAnnotations } from '../../core/annotations/placedAnnotations.ts';
import { readText } from '../../host/node/files/readText.ts';
import type { Input } from '../inputs.ts';
import type { Terminal } from '../terminal.ts';

export interface ReadAnnotations {
  readonly document?: AnnotatedText;
  /** What could not be read, as one line that names the file, the place and the cure. */
  readonly problem?: string;
}

export async function readAnnotations({ path, file }: Input, terminal: Terminal): Promise<ReadAnnotations> {
  const page = file === undefined ? undefined : `${file}${ANNOTATIONS_SUFFIX}`;
  if (file === undefined || page === undefined || !(await exists(page)))
    return { document: { path, source: '', placed: [] } };
  const [source, annotations] = await Promise.all([readText(file), readText(page)]);
  if ('problem' in source) return { problem: `${path}: ${source.problem}` };
  if ('problem' in annotations) return { problem: `${path}${ANNOTATIONS_SUFFIX}: ${annotations.problem}` };
  const parsed = parsePage(annotations.text);
  if ('error' in parsed) {
    const { line, character, message } = parsed.error;
    const place = `${path}${ANNOTATIONS_SUFFIX}:${line + 1}:${character + 1}`;
    return { problem: `${place}: ${message}; correct it by hand or take an earlier version, it is left as it is` };
  }
  const placed = await terminal.runBlocking(() => placeAnnotations(source.text, parsed.page.annotations));
  return { document: { path, source: source.text, placed } };
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code !== 'ENOENT' && error.code !== 'ENOTDIR',
  );
}
