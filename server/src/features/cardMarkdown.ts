// Cards as Markdown for a hover. What comes from the text is escaped, so that it appears as it is printed; places are
// links that an editor opens at the line.

import { t } from '@vscode/l10n';
import type { AcceptedDifference, ActorCard, DeclaredFact, FactSite, FigureCard, Rule, Site } from '../core/index.ts';
import { kindText, stanceText } from '../core/index.ts';
import { escapeMarkdown as text } from './escapeMarkdown.ts';

/** The address of a place with its line, and a short name for it. */
export interface Link {
  readonly href: string;
  readonly label: string;
}

export interface CardOptions {
  /** At most so many statements, sections or quotations. */
  readonly limit: number;
  /** Undefined for a place in a document that is gone. */
  linkTo(site: Site): Link | undefined;
}

export function figureMarkdown(card: FigureCard, options: CardOptions): string {
  const title = [`**${text(card.text)}**`, text(card.measure)].filter(Boolean).join(' ');
  const facts = [
    card.normalForm && `= ${text(card.normalForm)}`,
    card.subject && t('of {0}', text(card.subject)),
    card.period && t('in {0}', text(card.period)),
    card.scope.length > 0 && text(card.scope.join(', ')),
    card.stance !== 'stated' && stanceText(card.stance),
    card.source && t('according to {0}', text(card.source)),
  ].filter((fact) => fact);
  const lines = card.statements.map(({ text: stated, site, section, agrees }) => {
    const place = link(options, site) + (section ? `, ${text(section)}` : '');
    return `- ${agrees ? '✓' : '≠'} ${agrees ? text(stated) : `**${text(stated)}**`} (${place})`;
  });
  const count = card.statements.length;
  const heading =
    count === 0
      ? t('Stated nowhere else in this document.')
      : count === 1
        ? t('Also stated in one other place:')
        : t('Also stated in {0} other places:', count);
  return paragraphs(title, facts.join(' · '), heading, limited(lines, options.limit));
}

export function actorMarkdown(card: ActorCard, options: CardOptions): string {
  const kind = kindText(card.actorKind);
  const descriptions = card.descriptions.map(
    ({ text: description, site }) => `- ${text(description)} (${link(options, site)})`,
  );
  if (card.declaredDescription !== undefined)
    descriptions.unshift(`- ${text(card.declaredDescription)} (\`concordance.yaml\`)`);
  const sections = card.sections.map(
    ({ title, count, site }) => `- ${text(title || t('before the first heading'))}: ${count} (${link(options, site)})`,
  );
  const quotations = card.quotations.map(({ text: words, site }) => `- “${text(words)}” (${link(options, site)})`);
  const introduced = card.introduced && t('Introduced in {0}', link(options, card.introduced));
  const mentions = card.mentionCount === 1 ? t('mentioned once') : t('mentioned {0} times', card.mentionCount);
  return paragraphs(
    [`**${text(card.name)}**`, kind].filter(Boolean).join(' · '),
    limited(descriptions, options.limit),
    card.aliases.length > 0 && t('Also: {0}', card.aliases.map((alias) => text(alias)).join(', ')),
    [introduced, mentions].filter(Boolean).join(', '),
    limited(sections, options.limit),
    quotations.length > 0 && t('Quoted:'),
    limited(quotations, options.limit),
  );
}

/** What a rule reports, and the first paragraph of its page. */
export function ruleMarkdown({ code, title, severity, documentation }: Rule): string {
  return paragraphs(`**${text(code)}** · ${severity}`, title, documentation.split('\n\n')[0]);
}

/** Where texts state a declared fact; what disagrees is in bold. */
export function factMarkdown(
  { value, measure, subject, period, source }: DeclaredFact,
  sites: readonly FactSite[],
  options: CardOptions,
): string {
  const facts = [
    subject && t('of {0}', text(subject)),
    period && t('in {0}', text(period)),
    source && t('according to {0}', text(source)),
  ];
  const lines = sites.map(({ text: stated, site, section, agrees }) => {
    const place = link(options, site) + (section ? `, ${text(section)}` : '');
    return `- ${agrees ? '✓' : '≠'} ${agrees ? text(stated) : `**${text(stated)}**`} (${place})`;
  });
  return paragraphs(
    `**${text(value)}** ${text(measure)}`,
    facts.filter(Boolean).join(' · '),
    lines.length === 0
      ? t('No text states it.')
      : lines.length === 1
        ? t('Stated in one place:')
        : t('Stated in {0} places:', lines.length),
    limited(lines, options.limit),
  );
}

/** What is accepted, where, and why. */
export function acceptedMarkdown({ code, values, measure, subject, document, why }: AcceptedDifference): string {
  const facts = [
    measure && text(measure),
    subject && t('of {0}', text(subject)),
    document ? t('in {0}', text(document)) : t('anywhere'),
  ];
  return paragraphs(
    `${t('Accepted: {0}', values.map((value) => `**${text(value)}**`).join(t(' and ')))} · ${text(code)}`,
    facts.filter(Boolean).join(' · '),
    why && text(why),
  );
}

function link(options: CardOptions, site: Site): string {
  const target = options.linkTo(site);
  return target ? `[${text(target.label)}](${target.href})` : t('elsewhere');
}

function limited(lines: readonly string[], limit: number): string {
  const rest = lines.length - limit;
  return [...lines.slice(0, limit), ...(rest > 0 ? [`- ${t('and {0} more', rest)}`] : [])].join('\n');
}

function paragraphs(...parts: readonly (string | undefined | false)[]): string {
  return parts.filter((part) => part).join('\n\n');
}
