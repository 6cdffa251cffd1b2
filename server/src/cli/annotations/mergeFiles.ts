// The merge driver for files of annotations: reads three versions, writes the merged one in place of ours.

import { type AnnotationPage, emptyPage, parsePage, serialisePage } from '../../core/annotations/annotationPage.ts';
import { mergePages } from '../../core/annotations/mergePages.ts';
import { readText } from '../../host/node/files/readText.ts';
import { writeAtomically } from '../../host/node/files/writeAtomically.ts';
import { CommandError, type ExitStatus, type Terminal } from '../terminal.ts';

/** Status 1 where both sides changed one field differently; ours is then in the file. Nothing is written on an error. */
export async function mergeFiles(base: string, ours: string, theirs: string, terminal: Terminal): Promise<ExitStatus> {
  const [was, mine, other] = await Promise.all([readPage(base), readPage(ours), readPage(theirs)]);
  const { page, conflicts } = mergePages(was, mine, other);
  await writeAtomically(ours, serialisePage(page)).catch((error: unknown) => {
    throw new CommandError(`${ours}: the merged annotations cannot be written: ${(error as Error).message}`);
  });
  for (const { id, field, message } of conflicts) {
    terminal.warn(`${ours}: ${[id, field].filter((part) => part !== '').join(', ') || 'page'}: ${message}`);
  }
  return conflicts.length > 0 ? 1 : 0;
}

/** git gives an empty file for a version that does not exist. */
async function readPage(path: string): Promise<AnnotationPage> {
  const read = await readText(path);
  if ('problem' in read) throw new CommandError(`${path}: ${read.problem}`);
  if (read.text.trim() === '') return emptyPage();
  const parsed = parsePage(read.text);
  if ('page' in parsed) return parsed.page;
  const { line, character, message } = parsed.error;
  throw new CommandError(`${path}:${line + 1}:${character + 1}: ${message}; nothing was merged`);
}
