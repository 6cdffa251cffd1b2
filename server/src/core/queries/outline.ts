// The outline of a document: its sections, under each the actors that it introduces and the figures that it states. A
// section without either is left out, since an editor has an outline of headings of its own.

import { t } from '@vscode/l10n';
import type { ActorKind } from '../actors/actor.ts';
import type { AnalysedDocument } from '../document.ts';
import { type Span, sliceSpan } from '../text/span.ts';
import { kindText } from './kindText.ts';
import { periodText } from './periodText.ts';

export interface OutlineEntry {
  readonly kind: 'section' | 'figure' | 'date' | ActorKind;
  readonly name: string;
  /** "person, 12 mentions", "Norway, 2024"; may be empty. */
  readonly detail: string;
  readonly span: Span;
  /** What an editor selects: the title, the name, the figure. Lies within `span`. */
  readonly selection: Span;
  readonly children: readonly OutlineEntry[];
}

interface OpenEntry extends OutlineEntry {
  readonly children: OutlineEntry[];
}

/** The top-level entries, in document order. What stands before the first heading has no section above it. */
export function outlineOf(document: AnalysedDocument): readonly OutlineEntry[] {
  const leaves = document.sections.map((): OutlineEntry[] => []);
  for (const actor of document.actors) {
    const first = actor.mentions[0];
    if (!first) continue;
    const span = document.spanOf(first);
    const count = actor.mentions.length;
    const detail = [kindText(actor.kind) || t('other'), count === 1 ? t('one mention') : t('{0} mentions', count)].join(
      ', ',
    );
    const section = document.sectionOfBlock(first.block).index;
    leaves[section]?.push({ kind: actor.kind, name: actor.name, detail, span, selection: span, children: [] });
  }
  const names = new Map(document.actors.map(({ id, name }) => [id, name]));
  for (const claim of document.claims) {
    const span = document.spanOf(claim);
    const subject = claim.subject === undefined ? undefined : (names.get(claim.subject) ?? claim.subject);
    leaves[claim.section]?.push({
      kind: claim.figure.kind === 'date' ? 'date' : 'figure',
      name: [sliceSpan(document.source, span).replace(/\s+/g, ' '), claim.measure.text].filter(Boolean).join(' '),
      detail: [subject, claim.figure.kind === 'date' || !claim.period ? undefined : periodText(claim.period)]
        .filter(Boolean)
        .join(', '),
      span,
      selection: span,
      children: [],
    });
  }
  return nest(document, leaves);
}

function nest(document: AnalysedDocument, leaves: readonly OutlineEntry[][]): readonly OutlineEntry[] {
  const roots: OutlineEntry[] = [];
  const entries: OpenEntry[] = document.sections.map(({ title, span, titleSpan }) => ({
    kind: 'section',
    name: title,
    detail: '',
    span,
    selection: titleSpan,
    children: [],
  }));
  // From the last section to the first, so that what is below a section is complete before it is hung up or left out.
  const below = entries.map((): OutlineEntry[] => []);
  for (const section of document.sections.toReversed()) {
    const { children, ...entry } = entries[section.index]!;
    for (const leaf of leaves[section.index]!.sort((a, b) => a.span.start - b.span.start)) children.push(leaf);
    for (const inner of below[section.index]!.reverse()) children.push(inner);
    const parent = section.parent === undefined ? roots : below[section.parent]!;
    if (section.level === 0) for (const child of children.reverse()) roots.push(child);
    else if (children.length > 0) parent.push({ ...entry, children });
  }
  roots.reverse();
  return roots;
}
