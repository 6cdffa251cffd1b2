// What can stand at a place of the project file: codes, severities, measures that the texts name, actors and documents.

import { t } from '@vscode/l10n';
import { findPlaceInProject, type PlaceInProject } from '../project/projectPlace.ts';
import { rules } from '../rules/index.ts';
import type { Span } from '../text/span.ts';
import type { KeyedDocument } from './site.ts';

export interface ProjectCompletion {
  readonly label: string;
  /** What replaces the span: the label, in quotation marks where YAML needs them. */
  readonly text: string;
  readonly span: Span;
  /** What is known of it: the rule in a line, how often a measure is stated. */
  readonly detail: string;
}

export interface ProjectCompletionOptions {
  /** Path of a document as the project file names it. */
  pathOf(key: string): string;
}

type Choice = readonly [label: string, detail: string];

/** So many are offered. */
const mostOffered = 200;

/** What can be written at an offset of the project file's text, the likeliest first. */
export function completeProject(
  documents: readonly KeyedDocument[],
  text: string,
  offset: number,
  options: ProjectCompletionOptions,
): ProjectCompletion[] {
  const place = findPlaceInProject(text, offset);
  if (!place) return [];
  return choicesAt(place, documents, options)
    .slice(0, mostOffered)
    .map(([label, detail]) => ({ label, text: printAt(place, label), span: place.span, detail }));
}

function choicesAt(
  { path, isKey }: PlaceInProject,
  documents: readonly KeyedDocument[],
  { pathOf }: ProjectCompletionOptions,
): readonly Choice[] {
  const [section = '', field = '', ...deeper] = path;
  if (deeper.length > 0) return [];
  switch (`${section} ${isKey && !isListOfTexts(section, field) ? '' : field}`.trim()) {
    case 'rules':
      return isKey ? ruleCodes() : [];
    case 'accepted code':
      return ruleCodes();
    case 'sensitivity':
      return isKey ? [] : sensitivities;
    case 'actors kind':
      return actorKinds;
    case 'facts measure':
    case 'accepted measure':
    case 'claims same':
    case 'claims different':
      return measuresOf(documents);
    case 'facts subject':
    case 'accepted subject':
    case 'actors name':
    case 'actors aliases':
    case 'actors not':
      return actorsOf(documents);
    case 'accepted document':
      return documents.map(({ key }): Choice => [pathOf(key), 'document']).sort(([a], [b]) => (a < b ? -1 : 1));
    default:
      return section === 'rules' && !isKey && ruleCodes().some(([code]) => code === field) ? severities : [];
  }
}

/** Keys whose value is a list of texts: what stands below them on a line of its own is no key. */
function isListOfTexts(section: string, field: string): boolean {
  return (section === 'claims' && field !== '') || (section === 'actors' && field === 'aliases');
}

const sensitivities: readonly Choice[] = [
  ['strict', 'what is as good as certain'],
  ['balanced', 'the default'],
  ['exhaustive', 'what deserves a look'],
];

const severities: readonly Choice[] = [
  ['off', 'is not reported'],
  ['hint', ''],
  ['information', ''],
  ['warning', ''],
  ['error', ''],
];

const actorKinds: readonly Choice[] = ['person', 'organization', 'place', 'other'].map((kind) => [kind, '']);

function ruleCodes(): Choice[] {
  return rules.map(({ code, title }) => [code, title]);
}

function measuresOf(documents: readonly KeyedDocument[]): Choice[] {
  const counts = new Map<string, number>();
  for (const { document } of documents)
    for (const { measure } of document.claims)
      if (measure.text !== '') counts.set(measure.text, (counts.get(measure.text) ?? 0) + 1);
  return byCount(counts, (count) => (count === 1 ? t('stated once') : t('stated {0} times', count)));
}

function actorsOf(documents: readonly KeyedDocument[]): Choice[] {
  const counts = new Map<string, number>();
  for (const { document } of documents)
    for (const { name, mentions } of document.actors) counts.set(name, (counts.get(name) ?? 0) + mentions.length);
  return byCount(counts, (count) => (count === 1 ? t('mentioned once') : t('mentioned {0} times', count)));
}

function byCount(counts: ReadonlyMap<string, number>, detail: (count: number) => string): Choice[] {
  return [...counts]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([label, count]) => [label, detail(count)]);
}

/** A label as YAML takes it there. */
function printAt({ isKey, path, quote, isInline }: PlaceInProject, label: string): string {
  if (isKey && path[0] === 'rules') return `${label}: `;
  if (quote) return label.replaceAll(quote, quote === '"' ? '\\"' : "''");
  const isPlain =
    /^[\p{L}_][\p{L}\p{M}\p{N} ./&’'()_-]*$/u.test(label) && !/^(?:true|false|null|yes|no|on)$/i.test(label);
  return isPlain && !(isInline && /[,[\]{}]/.test(label)) ? label : JSON.stringify(label);
}
