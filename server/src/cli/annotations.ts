// `concordance annotations`: where the annotations of documents stand now, and the merge driver for their files.

import { resolve } from 'node:path';
import { describeFileError } from '../host/node/files/fileError.ts';
import { writeAtomically } from '../host/node/files/writeAtomically.ts';
import { type AnnotationFormat, annotationFormatNames, annotationFormats } from './annotations/formats.ts';
import { importFiles } from './annotations/importFiles.ts';
import { mergeFiles } from './annotations/mergeFiles.ts';
import { readAnnotations } from './annotations/readAnnotations.ts';
import { choiceOption } from './arguments.ts';
import type { Arguments, Command } from './command.ts';
import { findInputs } from './inputs.ts';
import { CommandError, type ExitStatus, type Terminal } from './terminal.ts';

export const annotations: Command = {
  name: 'annotations',
  operands: '[PATH…]',
  summary: 'List the annotations of documents and where they stand now',
  options: [
    {
      name: 'format',
      value: 'FORMAT',
      choices: annotationFormatNames,
      description: 'how to print them (default: text); markdown is a report by tag, qdpx a REFI-QDA project',
    },
    { name: 'output', value: 'FILE', description: 'write to a file instead of standard output' },
  ],
  notes: [
    'The annotations of FILE are in FILE.annotations.jsonld beside it, a W3C Web Annotation page.',
    'Exit status: 0, 1 if an annotation is orphaned or ambiguous, 2 if a file could not be read.',
    '',
    'To take annotations over into the file beside a document:',
    '  concordance annotations import hypothesis|jsonld FILE DOCUMENT',
    '  concordance annotations import criticmarkup DOCUMENT    (takes it out of the text)',
    '',
    'As a merge driver for git, “concordance annotations merge BASE OURS THEIRS” merges by',
    'annotation and field, and writes the result to OURS. To use it:',
    '  git config merge.concordance.driver "concordance annotations merge %O %A %B"',
    '  echo "*.annotations.jsonld merge=concordance" >> .gitattributes',
  ],
  run,
};

async function run(given: Arguments, terminal: Terminal): Promise<ExitStatus> {
  const [first, ...files] = given.operands;
  if (first === 'merge' && files.length === 3) return mergeFiles(files[0]!, files[1]!, files[2]!, terminal);
  if (first === 'import') return importFiles(files, terminal);
  return list(given, terminal);
}

async function list(given: Arguments, terminal: Terminal): Promise<ExitStatus> {
  const name = choiceOption(given, 'format', annotationFormatNames) ?? 'text';
  const format: AnnotationFormat = annotationFormats[name];
  if (name === 'qdpx' && !given.options.has('output'))
    throw new CommandError('--format qdpx is no text: name a file with --output');
  terminal.showProgress('Looking for documents');
  const { inputs, failures } = await findInputs(given.operands, terminal.cancelled);
  for (const { path, problem } of failures) terminal.warn(`${path}: ${problem}`);
  let failed = failures.length > 0;
  const documents = [];
  for (const [done, input] of inputs.entries()) {
    if (terminal.cancelled.aborted) throw new CommandError(`cancelled after ${done} of ${inputs.length} documents`);
    terminal.showProgress(`Placing annotations ${done + 1} of ${inputs.length}: ${input.path}`);
    const { document, problem } = await readAnnotations(input, terminal);
    if (problem !== undefined) {
      terminal.warn(problem);
      failed = true;
    }
    if (document) documents.push(document);
  }
  await write(format(documents), given.options.get('output'), terminal);
  if (failed) return 2;
  const isLost = documents.some(({ placed }) =>
    placed.some(({ placement: { state } }) => state === 'orphaned' || state === 'ambiguous'),
  );
  return isLost ? 1 : 0;
}

async function write(content: string | Uint8Array, file: string | undefined, terminal: Terminal): Promise<void> {
  if (file === undefined) {
    await terminal.print(typeof content === 'string' ? content : new TextDecoder().decode(content));
    return;
  }
  await writeAtomically(resolve(file), content).catch((error: unknown) => {
    throw new CommandError(`${file} cannot be written: ${describeFileError(error)}`);
  });
}
