// Reads documents whose names linguists have marked, one a line as JSON: `genre`, `text`, and `mentions` with their `type`,
// their `cluster` (which are one actor) and their `spans` (with and without title and article, as offsets).

import { readFileSync } from 'node:fs';

const KIND_OF_TYPE = { person: 1, organization: 2, place: 3 };

/** The documents of some genres: `{id, text, names, mentions}`. */
export function readLabelledDocuments(file, genres) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
    .filter(({ genre }) => genres === undefined || genres.includes(genre))
    .map(({ id, genre, text, mentions }) => ({
      id,
      genre,
      text,
      mentions,
      names: mentions.flatMap(({ type, spans }) =>
        spans.map(([start, end]) => ({ start, end, kind: KIND_OF_TYPE[type] })),
      ),
    }));
}
