// `concordance annotations import`: takes annotations over into the file beside a document, from another program's file or
// from the CriticMarkup in the document itself.

import { randomUUID } from 'node:crypto';
import { basename, dirname, resolve } from 'node:path';
import {
  ANNOTATIONS_SUFFIX,
  type AnnotationPage,
  emptyPage,
  parsePage,
  serialisePage,
} from '../../core/annotations/annotationPage.ts';
import { readCriticMarkup } from '../../core/annotations/criticMarkup.ts';
import {
  addImported,
  annotationsOfMarks,
  type ImportFormat,
  importFormats,
  readImport,
} from '../../core/annotations/importPage.ts';
import { describeFileError } from '../../host/node/files/fileError.ts';
import { readGitUser } from '../../host/node/files/gitUser.ts';
import { readText } from '../../host/node/files/readText.ts';
import { writeAtomically } from '../../host/node/files/writeAtomically.ts';
import { CommandError, type ExitStatus, type Terminal } from '../terminal.ts';

const newId = () => `urn:uuid:${randomUUID()}`;

export async function importFiles(operands: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const [format, ...files] = operands;
  if (format === 'criticmarkup' && files.length === 1) return importMarks(files[0]!, terminal);
  const known = importFormats.find((name) => name === format);
  if (known && files.length === 2) return importFile(known, files[0]!, files[1]!, terminal);
  const cure = `“import ${importFormats.join('|')} FILE DOCUMENT” or “import criticmarkup DOCUMENT”`;
  throw new CommandError(`this import is not understood; it is ${cure}`);
}

async function importFile(
  format: ImportFormat,
  file: string,
  document: string,
  terminal: Terminal,
): Promise<ExitStatus> {
  const text = await readOrFail(file);
  await readOrFail(document);
  const read = readImport(text, format, sourceOf(document), newId);
  if ('error' in read) {
    const { line, character, message } = read.error;
    throw new CommandError(`${file}:${line + 1}:${character + 1}: ${message}; nothing was imported`);
  }
  const page = await readPage(document);
  const { page: merged, added, known } = addImported(page, read.annotations);
  if (added > 0) await write(document + ANNOTATIONS_SUFFIX, serialisePage(merged));
  await terminal.print(
    `${count(added)} imported into ${document}${ANNOTATIONS_SUFFIX}${known > 0 ? `, ${known} were there already` : ''}\n`,
  );
  return 0;
}

/** The annotations are written first: whatever happens then, nothing that was said is lost. */
async function importMarks(document: string, terminal: Terminal): Promise<ExitStatus> {
  const { text, marks } = readCriticMarkup(await readOrFail(document));
  const page = await readPage(document);
  if (marks.length > 0) {
    const creator = await readGitUser(dirname(resolve(document)));
    const origin = {
      source: sourceOf(document),
      created: new Date().toISOString(),
      ...(creator !== undefined && { creator }),
    };
    const { page: merged } = addImported(page, annotationsOfMarks(text, marks, origin, newId));
    await write(document + ANNOTATIONS_SUFFIX, serialisePage(merged));
    await write(document, text);
  }
  await terminal.print(`${count(marks.length)} moved out of ${document} into ${document}${ANNOTATIONS_SUFFIX}\n`);
  return 0;
}

function sourceOf(document: string): string {
  return encodeURIComponent(basename(document));
}

async function readOrFail(path: string): Promise<string> {
  const read = await readText(path);
  if ('problem' in read) throw new CommandError(`${path}: ${read.problem}`);
  return read.text;
}

async function readPage(document: string): Promise<AnnotationPage> {
  const path = document + ANNOTATIONS_SUFFIX;
  const read = await readText(path);
  if ('problem' in read) {
    if (read.isMissing) return emptyPage();
    throw new CommandError(`${path}: ${read.problem}`);
  }
  const parsed = parsePage(read.text);
  if ('page' in parsed) return parsed.page;
  const { line, character, message } = parsed.error;
  throw new CommandError(`${path}:${line + 1}:${character + 1}: ${message}; nothing was imported`);
}

async function write(path: string, text: string): Promise<void> {
  await writeAtomically(path, text).catch((error: unknown) => {
    throw new CommandError(`${path} cannot be written: ${describeFileError(error)}`);
  });
}

function count(annotations: number): string {
  return annotations === 1 ? 'one annotation' : `${annotations} annotations`;
}
