// An extract for people: the sections as an outline, the figures with what they measure, the actors with who they are.

import { printable } from '../../reports/excerpt.ts';
import type { ExtractedActor, ExtractedFigure, PlacedExtract } from './extract.ts';

export function textExtract({ extract, lines }: PlacedExtract): string {
  const { path, sections, figures, actors } = extract;
  const lineOf = (start: number): string => `${lines.positionAt(start).line + 1}`.padStart(6);
  return [
    printable(path),
    ...block(
      'Sections',
      sections,
      ({ span, level, title }) => `${lineOf(span.start)}  ${'  '.repeat(level - 1)}${title}`,
    ),
    ...block('Figures', figures, (figure) => `${lineOf(figure.span.start)}  ${figureText(figure)}`),
    ...block('Actors', actors, (actor) => `${lineOf(actor.mentions[0]?.span.start ?? 0)}  ${actorText(actor)}`),
    '',
  ].join('\n');
}

function block<T>(title: string, items: readonly T[], line: (item: T) => string): string[] {
  return items.length === 0 ? [] : ['', `${title} (${items.length})`, ...items.map((item) => printable(line(item)))];
}

function figureText({ text, kind, measure, subject, period }: ExtractedFigure): string {
  const about = [measure, subject, kind === 'date' ? undefined : period].filter((part) => part !== undefined);
  return [text, kind, ...(about.length > 0 ? [about.join(', ')] : [])].join(' · ');
}

function actorText({ name, kind, aliases, descriptions, mentions }: ExtractedActor): string {
  const also = aliases.length > 0 ? ` (also ${aliases.join(', ')})` : '';
  const times = `${mentions.length} ${mentions.length === 1 ? 'mention' : 'mentions'}`;
  return [`${name}${also}`, kind, ...descriptions, times].join(' · ');
}
