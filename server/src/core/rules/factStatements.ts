// Finds where a text states a declared fact: the figures with the fact's measure, subject and period. Whatever could
// part the two (another name, a narrower group, a change, a plan) makes them two things, and nothing is said.

import type { Claim } from '../claims/claim.ts';
import { type ComparableValue, findComparableValue, valuesMeet } from '../claims/comparableValue.ts';
import { isLightWord } from '../claims/lexicon.ts';
import { conceptsOfPhrase, holdsPhrase, measureConcepts, sentenceConcepts } from '../claims/phrase.ts';
import { stemOf } from '../claims/stem.ts';
import type { Token } from '../claims/tokens.ts';
import type { AnalysedDocument } from '../document.ts';
import { periodContains } from '../figures/periods.ts';
import { readFigures } from '../figures/readFigures.ts';
import type { DeclaredFact } from '../project/project.ts';

/** A figure that a declared fact speaks of; one that agrees may leave the subject and the period open. */
export interface FactStatement {
  readonly fact: DeclaredFact;
  readonly claim: Claim;
  /** Whether both values can be true. */
  readonly agrees: boolean;
}

const stems = (words: string): Set<string> => new Set(words.split(/\s+/).map(stemOf));

/** Verbs that state how much there is; after others a figure may be what was added, lost or wanted. */
const STATING =
  stems(`count number total reach stand amount employ hold offer provide maintain field comprise include contain
  keep operate record report list state show estimate remain say put give own possess boast hit come rise fall grow
  increase decline drop climb measure weigh cover span`);
const POSSESSION = new Set('is are was were has have had'.split(' '));
/** Words before a figure that make it another quantity than the whole. */
const OTHER = new Set(
  `another additional extra further more fewer less other others each every per average mean median half rest
  remaining new first next last former previous earlier later since minimum maximum target planned expected`.split(
    /\s+/,
  ),
);
/** Words behind a measure that narrow it to a part. */
const NARROWING = new Set(
  'for with without of per among excluding including except who that which whose by'.split(' '),
);
/** Words behind a measure that place it; what they name must be known. */
const PLACING = new Set('in at on from under within across inside outside to'.split(' '));

/** The statements of the declared facts, in document order. Linear in the number of claims times facts. */
export function findFactStatements(document: AnalysedDocument, facts: readonly DeclaredFact[]): FactStatement[] {
  const declared = facts.flatMap((fact) => readFact(document, fact) ?? []);
  if (declared.length === 0) return [];
  return document.claims.flatMap((claim) => {
    const value = findComparableValue(claim.figure);
    if (!value || claim.stance === 'negated') return [];
    return declared.flatMap((one): FactStatement[] => {
      if (one.value.key !== value.key || !namesMeasure(claim, one)) return [];
      const agrees = valuesMeet(value, one.value);
      if (!agrees && !(hasSubject(claim, one) && hasPeriod(claim, one) && isCertain(claim, one))) return [];
      return [{ fact: one.fact, claim, agrees }];
    });
  });
}

interface ReadFact {
  readonly fact: DeclaredFact;
  readonly value: ComparableValue;
  readonly measure: readonly string[];
  readonly subject: readonly string[];
  /** Ids of the actors that go by the subject's name. */
  readonly actors: ReadonlySet<string>;
}

/** Undefined for a fact whose value is no figure. */
function readFact(document: AnalysedDocument, fact: DeclaredFact): ReadFact | undefined {
  const print = fact.value.trim();
  const figure = readFigures(`${print} ${fact.measure}`).find(
    ({ span }) => span.start === 0 && span.end >= print.length,
  );
  const value = figure && findComparableValue(figure);
  const measure = conceptsOfPhrase(fact.measure);
  if (!value || measure.length === 0) return undefined;
  const name = fact.subject === undefined ? undefined : nameOf(fact.subject);
  const actors = document.actors.filter((actor) =>
    [actor.name, actor.id, ...actor.aliases].some((one) => nameOf(one) === name),
  );
  return {
    fact,
    value,
    measure,
    subject: fact.subject === undefined ? [] : conceptsOfPhrase(fact.subject),
    actors: new Set(actors.map(({ id }) => id)),
  };
}

/** A name as its words: an id and the name that it was made of are the same. */
function nameOf(text: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  return words.filter((word) => word !== '' && word !== 'the').join(' ');
}

function namesMeasure(claim: Claim, { measure }: ReadFact): boolean {
  return holdsPhrase(claim.evidence.cell ? measureConcepts(claim) : sentenceConcepts(claim), measure);
}

function hasSubject(claim: Claim, { fact, subject, actors }: ReadFact): boolean {
  if (fact.subject === undefined) return true;
  if (claim.subject !== undefined && actors.has(claim.subject)) return true;
  if (claim.subjectFrom === 'text') return false;
  const known = sentenceConcepts(claim);
  for (const { concept } of claim.context) known.add(concept);
  return holdsPhrase(known, subject);
}

/** A fact of a certain time needs a statement of that time, any other fact one that names no time. */
function hasPeriod({ period, figure }: Claim, { fact }: ReadFact): boolean {
  if (fact.period === undefined) return period === undefined || figure.kind === 'date';
  return period !== undefined && periodContains(fact.period, period);
}

/** Whether the figure is the fact's very quantity, as far as its words tell. */
function isCertain(claim: Claim, fact: ReadFact): boolean {
  const { role, stance, evidence } = claim;
  if (role === 'change' || role === 'rank' || evidence.end === 'from') return false;
  if (stance !== 'stated' && stance !== 'quoted') return false;
  const measured = measureConcepts(claim);
  const isKnown = ({ concept, stem }: Pick<Token, 'concept' | 'stem'>): boolean =>
    fact.measure.includes(concept) || fact.subject.includes(concept) || isLightWord(stem) || STATING.has(stem);
  if (!holdsPhrase(measured, fact.measure)) return false;
  if (![...measured].every((concept) => isKnown({ concept, stem: concept }))) return false;
  if (evidence.cell) return !evidence.cell.total || fact.measure.includes('total');
  return isWhole(claim, isKnown) && !isNarrowed(claim, isKnown);
}

/** Whether what stands before the figure states how much there is. */
function isWhole({ evidence: { words, token } }: Claim, isKnown: (token: Token) => boolean): boolean {
  for (let index = token - 1, looked = 0; index >= 0 && looked < 4; index--, looked++) {
    const before = words.tokens[index]!;
    if (words.sentences[index] !== words.sentences[token] || before.kind === 'punctuation') return true;
    if (before.kind === 'figure') return false;
    if (OTHER.has(before.text)) return false;
    if (POSSESSION.has(before.text)) return true;
    if (before.kind === 'content') return before.name || isKnown(before);
  }
  return true;
}

/** Whether what stands behind the figure narrows it to a part or to another place. */
function isNarrowed({ evidence: { words, token } }: Claim, isKnown: (token: Token) => boolean): boolean {
  let placed = false;
  for (let index = token + 1, looked = 0; index < words.tokens.length && looked < 10; index++, looked++) {
    const behind = words.tokens[index]!;
    if (words.sentences[index] !== words.sentences[token] || behind.kind !== 'content') {
      if (behind.kind === 'punctuation' || behind.kind === 'figure') return false;
      if (words.sentences[index] !== words.sentences[token]) return false;
      if (NARROWING.has(behind.text) && !isJoined(words.tokens, index, isKnown)) return true;
      if (OTHER.has(behind.text)) return true;
      placed = placed || PLACING.has(behind.text);
    } else if (!isKnown(behind)) return placed || behind.name;
  }
  return false;
}

/** Whether a small word leads to nothing but what the fact names itself: "the budget of the army". */
function isJoined(tokens: readonly Token[], at: number, isKnown: (token: Token) => boolean): boolean {
  const next = tokens.slice(at + 1, at + 4).find(({ kind }) => kind !== 'function');
  return next === undefined || (next.kind === 'content' && isKnown(next));
}
