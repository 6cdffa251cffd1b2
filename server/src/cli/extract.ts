// `concordance extract`: what the analysis read in the documents, for people and programs.

import { choiceOption } from './arguments.ts';
import type { Arguments, Command } from './command.ts';
import { createDocumentReader } from './documents.ts';
import { extractDocument } from './extracts/extract.ts';
import { extractFormatNames, extractFormats } from './extracts/formats.ts';
import { createProjects } from './projects.ts';
import type { ExitStatus, Terminal } from './terminal.ts';

export const extract: Command = {
  name: 'extract',
  operands: '[PATH…]',
  summary: 'List the sections, figures and actors of documents',
  options: [
    {
      name: 'format',
      value: 'FORMAT',
      choices: extractFormatNames,
      description: 'how to print them (default: text); ndjson has one document a line',
    },
  ],
  notes: [],
  run: runExtract,
};

async function runExtract(given: Arguments, terminal: Terminal): Promise<ExitStatus> {
  const format = extractFormats[choiceOption(given, 'format', extractFormatNames) ?? 'text'];
  const reader = createDocumentReader(terminal, createProjects(process.cwd()), 'Reading');
  let isWanted = await terminal.print(format.head);
  let isFirst = true;
  for await (const { input, document } of reader.read(given.operands)) {
    const extracted = extractDocument(document, input.path);
    isWanted = await terminal.print((isFirst ? '' : format.separator) + format.document(extracted));
    isFirst = false;
    if (!isWanted) break;
  }
  await terminal.print(format.foot);
  return reader.failures() > 0 ? 2 : 0;
}
