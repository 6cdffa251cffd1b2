// The nodes of the view of actors: kinds, under each the actors, under each the sections that mention it.

import { l10n, ThemeIcon } from 'vscode';
import type { ActorEntry } from '../../../server/src/features/protocol.ts';
import { sectionLabel, type ViewNode } from './viewNode.ts';

type Kind = ActorEntry['kind'];

const icons: Readonly<Record<Kind, string>> = {
  person: 'person',
  organization: 'organization',
  place: 'location',
  other: 'symbol-misc',
};

export function actorNodes(actors: readonly ActorEntry[]): ViewNode[] {
  const titles: Readonly<Record<Kind, string>> = {
    person: l10n.t('People'),
    organization: l10n.t('Organizations'),
    place: l10n.t('Places'),
    other: l10n.t('Others'),
  };
  return (Object.keys(titles) as Kind[]).flatMap((kind) => {
    const children = actors.filter((actor) => actor.kind === kind).map(actorNode);
    if (children.length === 0) return [];
    return [{ label: titles[kind], description: String(children.length), isOpen: true, children }];
  });
}

function actorNode({ name, kind, aliases, description, sections }: ActorEntry): ViewNode {
  const count = sections.reduce((sum, { mentions }) => sum + mentions.length, 0);
  const counted = count === 1 ? l10n.t('1 mention') : l10n.t('{0} mentions', count);
  const also = aliases.length > 0 ? l10n.t('Also: {0}', aliases.join(', ')) : undefined;
  const first = sections[0]?.mentions[0]?.place;
  return {
    label: name,
    description: [description, counted].filter(Boolean).join(' · '),
    tooltip: [name, description, also].filter(Boolean).join('\n'),
    icon: new ThemeIcon(icons[kind]),
    ...(first && { place: first }),
    children: sections.map(({ title, mentions }) => sectionNode(title, mentions)),
  };
}

function sectionNode(title: string, mentions: ActorEntry['sections'][number]['mentions']): ViewNode {
  const [first, second] = mentions;
  return {
    label: sectionLabel(title),
    description: second ? String(mentions.length) : lineOf(first!.place),
    place: first!.place,
    children: second
      ? mentions.map(({ text, place }) => ({ label: text, description: lineOf(place), place, children: [] }))
      : [],
  };
}

/** “line 12”. */
export function lineOf({ range }: ActorEntry['sections'][number]['mentions'][number]['place']): string {
  return l10n.t('line {0}', range.start.line + 1);
}
