// What can be done about a problem: bring the figures together, accept the difference, correct what was held to be one
// claim, or silence the rule. Every fix is a set of edits; applying them is the editor's business.

import { t } from '@vscode/l10n';
import type { Claim } from '../claims/claim.ts';
import type { AnalysedDocument, Edit } from '../document.ts';
import { readFigures } from '../figures/readFigures.ts';
import { acceptDifference, type ProjectEdit, switchOff, tellApart } from '../project/editProject.ts';
import { isSameValue } from '../project/sameValue.ts';
import { isConflict, type Problem, type ProblemCode, problemCodes, type RelatedSite } from '../rules/problem.ts';
import { sliceSpan } from '../text/span.ts';
import { findValueEdit } from './printedValue.ts';
import type { KeyedDocument } from './site.ts';
import { findStatements } from './statements.ts';
import { findSuppressionEdit } from './suppressionEdit.ts';
import { blockAt } from './symbol.ts';

export interface DocumentEdit extends Edit {
  /** Key of the document. */
  readonly document: string;
}

export interface Fix {
  readonly kind:
    | 'change'
    | 'changeOther'
    | 'changeAll'
    | 'fixAll'
    | 'accept'
    | 'different'
    | 'same'
    | 'suppress'
    | 'switchOff';
  readonly title: string;
  readonly edits: readonly DocumentEdit[];
  /** What it changes in the project file. */
  readonly project?: ProjectEdit;
  /** One side is declared or stated elsewhere too, so that this is most likely the cure. */
  readonly isPreferred?: boolean;
}

export interface FixOptions {
  /** Text of the project file, empty where it is yet to be made; undefined where there can be none. */
  readonly projectText?: string;
  /** Why a difference is accepted; empty where nobody has said so yet. */
  readonly why?: string;
  /** The document's path as the project file names it. */
  readonly path: string;
  findDocument(key: string): AnalysedDocument | undefined;
}

/** So many of the other sites are offered one by one. */
const mostOffered = 3;

/** What can be done about a problem of the document, the likeliest cure first; nothing about a notice. */
export function findFixes(from: KeyedDocument, problem: Problem, options: FixOptions): Fix[] {
  if (!(problemCodes as readonly string[]).includes(problem.code)) return [];
  const code = problem.code as ProblemCode;
  const fixes: Fix[] = [];
  if (isConflict(code)) fixes.push(...conflictFixes(from, problem, options));
  if (code === 'fact-mismatch') fixes.push(...factFixes(from, problem));
  fixes.push(...acceptFixes(from, problem, code, options));
  if (isConflict(code)) fixes.push(...differentFixes(from, problem, options));
  const comment = findSuppressionEdit(from.document, problem);
  if (comment) {
    const edits = [{ ...comment, document: from.key }];
    fixes.push({ kind: 'suppress', title: t('Suppress {0} here with a comment', code), edits });
  }
  const off = options.projectText === undefined ? undefined : switchOff(options.projectText, code);
  if (off) fixes.push({ kind: 'switchOff', title: t('Switch {0} off in this folder', code), edits: [], project: off });
  return fixes;
}

interface Place {
  readonly key: string;
  readonly document: AnalysedDocument;
  readonly claim: Claim;
  readonly text: string;
}

function conflictFixes(from: KeyedDocument, problem: Problem, options: FixOptions): Fix[] {
  const own = placeOf(from, problem.span);
  if (!own) return [];
  const others = distinctSites(problem.related).flatMap((site) => placeOfSite(from, site, options) ?? []);
  const fixes: Fix[] = [];
  const likely = isCorroborated(own) ? [] : others.filter(isCorroborated);
  for (const other of others.slice(0, mostOffered)) {
    const change = changeEdit(own, other);
    const corroborated = likely.length === 1 && likely[0] === other;
    if (change) {
      const title = t('Change to {0} (as {1})', textAfter(own, change), whereIs(other, own));
      fixes.push({ kind: 'change', title, edits: [change], ...(corroborated && { isPreferred: true }) });
    }
  }
  for (const other of others.slice(0, mostOffered)) {
    const change = changeEdit(other, own);
    const title = change && t('Change “{0}” {1} to {2}', other.text, whereIs(other, own), textAfter(other, change));
    if (change && title) fixes.push({ kind: 'changeOther', title, edits: [change] });
  }
  return [...fixes, ...changeAllFix(own, from, problem, options)];
}

/** Offered where more than one other place would change. */
function changeAllFix(own: Place, from: KeyedDocument, problem: Problem, options: FixOptions): Fix[] {
  const places = new Map<string, Place>();
  for (const site of problem.related) {
    const place = placeOfSite(from, site, options);
    if (!place) continue;
    places.set(`${place.key} ${place.claim.index}`, place);
    for (const { claim, span, agrees } of findStatements(place.document, place.claim)) {
      if (!agrees || (place.key === own.key && claim.index === own.claim.index)) continue;
      const { key, document } = place;
      places.set(`${key} ${claim.index}`, { key, document, claim, text: sliceSpan(document.source, span) });
    }
  }
  const edits = [...places.values()].flatMap((place) => changeEdit(place, own) ?? []);
  if (edits.length < 2) return [];
  return [{ kind: 'changeAll', title: t('Change all other statements ({0}) to {1}', edits.length, own.text), edits }];
}

function factFixes(from: KeyedDocument, { span, reason }: Problem): Fix[] {
  const own = placeOf(from, span);
  const { declared, measure } = reason;
  if (!own || typeof declared !== 'string') return [];
  const figure = readFigures(`${declared} ${String(measure)}`).find((each) => each.span.start === 0);
  const edit = figure && findValueEdit(own.document, own.claim, figure, declared);
  if (!edit) return [];
  const change = { ...edit, document: own.key };
  const title = t('Change to {0} (as declared in the project file)', textAfter(own, change));
  return [{ kind: 'change', title, edits: [change], isPreferred: true }];
}

/** One entry for each value that a conflict is with; one for all the operands of a calculation. */
function acceptFixes(from: KeyedDocument, problem: Problem, code: ProblemCode, options: FixOptions): Fix[] {
  const { projectText, path, why = '' } = options;
  if (projectText === undefined) return [];
  const sites = distinctSites(problem.related);
  const isPair = isConflict(code) && sites.length > 0;
  const alternatives = isPair ? sites.slice(0, mostOffered).map((site) => [site]) : [sites];
  return alternatives.flatMap((against): Fix[] => {
    const declared = code === 'fact-mismatch' ? problem.reason.declared : undefined;
    const values = [problem.text, ...(typeof declared === 'string' ? [declared] : against.map(({ text }) => text))];
    const project = acceptDifference(projectText, {
      code,
      values: values.map((value) => value.replace(/\s+/g, ' ')),
      ...namesOf(from, problem, against, options),
      ...(against.some(({ document }) => document !== undefined) ? {} : { document: path }),
      why,
    });
    const what = isPair ? t('{0} and {1}', problem.text, against[0]!.text) : problem.text;
    return project ? [{ kind: 'accept', title: t('Accept the difference ({0})', what), edits: [], project }] : [];
  });
}

/** The measure and the subject of an entry, as far as all its places name the same. */
function namesOf(from: KeyedDocument, problem: Problem, against: readonly RelatedSite[], options: FixOptions) {
  const own = placeOf(from, problem.span);
  const others = against.flatMap((site) => placeOfSite(from, site, options) ?? []);
  const { measure } = problem.reason;
  const isOne = others.every(({ claim }) => claim.measure.text === own?.claim.measure.text);
  return typeof measure === 'string' && measure !== '' && isOne ? { measure } : {};
}

function differentFixes(from: KeyedDocument, problem: Problem, options: FixOptions): Fix[] {
  const own = placeOf(from, problem.span)?.claim.measure;
  const { projectText } = options;
  if (!own?.text || projectText === undefined) return [];
  const wordings = new Map<string, Place>();
  for (const site of problem.related) {
    const place = placeOfSite(from, site, options);
    const measure = place?.claim.measure;
    const isSame = measure && measure.head === own.head && measure.words.join(' ') === own.words.join(' ');
    if (place && measure?.text && !isSame) wordings.set(measure.text, place);
  }
  return [...wordings.keys()].slice(0, mostOffered).flatMap((other): Fix[] => {
    const project = tellApart(projectText, [own.text, other]);
    const title = t('“{0}” and “{1}” are not the same claim', own.text, other);
    return project ? [{ kind: 'different', title, edits: [], project }] : [];
  });
}

/** The best site of each value. */
function distinctSites(related: readonly RelatedSite[]): RelatedSite[] {
  return related.filter((site, index) => !related.slice(0, index).some(({ text }) => isSameValue(text, site.text)));
}

function placeOfSite(from: KeyedDocument, site: RelatedSite, { findDocument }: FixOptions): Place | undefined {
  if (site.document === undefined) return placeOf(from, site.span);
  const document = findDocument(site.document);
  return document && placeOf({ key: site.document, document }, site.span);
}

function placeOf({ key, document }: KeyedDocument, span: Problem['span']): Place | undefined {
  const block = blockAt(document, span.start);
  const claim = document.claims.find((each) => {
    if (each.block !== block) return false;
    const own = document.spanOf(each);
    return own.start === span.start && own.end === span.end;
  });
  return claim && { key, document, claim, text: sliceSpan(document.source, span) };
}

function changeEdit(place: Place, to: Place): DocumentEdit | undefined {
  const edit = findValueEdit(place.document, place.claim, to.claim.figure, to.text);
  return edit && edit.text !== sliceSpan(place.document.source, edit.span)
    ? { ...edit, document: place.key }
    : undefined;
}

/** What the figure says once the edit is made. */
function textAfter({ document, claim }: Place, { span: edited, text }: Edit): string {
  const span = document.spanOf(claim);
  return document.source.slice(span.start, edited.start) + text + document.source.slice(edited.end, span.end);
}

function isCorroborated({ document, claim }: Place): boolean {
  return findStatements(document, claim).some(({ agrees }) => agrees);
}

function whereIs(place: Place, from: Place): string {
  if (place.key !== from.key) return t('in another document');
  const title = place.document.sections[place.claim.section]?.title;
  if (title && place.claim.section !== from.claim.section) return t('in “{0}”', title);
  if (place.claim.evidence.cell) return t('in the table');
  return place.claim.index < from.claim.index ? t('above') : t('below');
}
