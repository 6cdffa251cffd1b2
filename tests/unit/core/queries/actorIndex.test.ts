import { expect, it } from 'vitest';
import { analyse } from '../../../../server/src/core/document.ts';
import { actorIndexOf } from '../../../../server/src/core/queries/actorIndex.ts';
import { actorTiesOf } from '../../../../server/src/core/queries/actorTies.ts';
import { sliceSpan } from '../../../../server/src/core/text/span.ts';

const document = analyse(`# The harbour

Dr. Elena Marsh, the harbour master, met Robert Quill in Lisbon.

## The talks

“Robert Quill is wrong about the cranes,” said Elena Marsh. Marsh left on Monday.
`);

it('lists actors by kind, with the sections that mention them', () => {
  const actors = actorIndexOf(document);
  const marsh = actors.find(({ name }) => name.includes('Marsh'))!;
  expect(marsh.kind).toBe('person');
  expect(marsh.sections.map(({ title, mentions }) => [title, mentions.length])).toEqual([
    ['The harbour', 1],
    ['The talks', 2],
  ]);
  for (const { sections } of actors)
    for (const { mentions } of sections)
      for (const { text, span } of mentions) expect(sliceSpan(document.source, span)).toBe(text);
  const kinds = actors.map(({ kind }) => kind);
  expect(kinds.indexOf('place')).toBeGreaterThan(kinds.lastIndexOf('person'));
});

it('ties those who are named together, and a speaker to whom he speaks of', () => {
  const { actors, ties } = actorTiesOf(document);
  const named = ties.map(({ from, to, kind, count }) => [actors[from]!.name, kind, actors[to]!.name, count]);
  const marsh = actors.find(({ name }) => name.includes('Marsh'))!.name;
  const quill = actors.find(({ name }) => name.includes('Quill'))!.name;
  expect(named).toContainEqual([marsh, 'quotes', quill, 1]);
  expect(named).toContainEqual([marsh, 'together', quill, 2]);
  expect(actorTiesOf(document, 1).ties).toEqual([]);
  expect(actorTiesOf(analyse(''))).toEqual({ actors: [], ties: [] });
});

it('ties the many names of one paragraph to their neighbours only', () => {
  const people = Array.from({ length: 30 }, (_, n) => `Mr ${'ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜÅ'[n]}rkovic`);
  const { actors, ties } = actorTiesOf(analyse(`There came ${people.join(', ')} and nobody else.`));
  expect(ties.length).toBeLessThan(Math.max(1, actors.length));
});
