// The formats of an extract by their names on the command line. Each prints document by document, so that any number of
// documents can be gone through.

import { csvHead, csvRecords } from './csv.ts';
import type { PlacedExtract } from './extract.ts';
import { textExtract } from './text.ts';

export interface ExtractFormat {
  readonly head: string;
  document(placed: PlacedExtract): string;
  readonly separator: string;
  readonly foot: string;
}

export const extractFormats = {
  text: { head: '', document: textExtract, separator: '\n', foot: '' },
  json: {
    head: '{"version":1,"documents":[\n',
    document: ({ extract }) => JSON.stringify(extract),
    separator: ',\n',
    foot: '\n]}\n',
  },
  ndjson: { head: '', document: ({ extract }) => `${JSON.stringify(extract)}\n`, separator: '', foot: '' },
  csv: { head: csvHead, document: csvRecords, separator: '', foot: '' },
} satisfies Readonly<Record<string, ExtractFormat>>;

export type ExtractFormatName = keyof typeof extractFormats;

export const extractFormatNames = Object.keys(extractFormats) as ExtractFormatName[];
