// A claim: a figure bound to what it measures, of whom, when, in which scope, and how firmly it is stated.

import type { ProseRef } from '../actors/actor.ts';
import type { Figure } from '../figures/figure.ts';
import type { ClaimEvidence } from './evidence.ts';
import type { Token } from './tokens.ts';

export type Stance = 'stated' | 'forecast' | 'target' | 'negated' | 'hypothetical' | 'quoted';
export type ClaimRole = 'level' | 'change' | 'share' | 'rank' | 'bound' | 'date';

export interface Measure {
  /** As a reader would name it: "active personnel", "defense budget". */
  readonly text: string;
  /** Stem of the head noun: "personnel". */
  readonly head: string;
  /** Stems of the modifiers and of the verb that gives the role, sorted. */
  readonly words: readonly string[];
}

export interface Claim extends ProseRef {
  /** Counts through the document in document order. */
  readonly index: number;
  readonly figure: Figure;
  readonly measure: Measure;
  /** Actor id. */
  readonly subject?: string;
  /** How the subject was found: it inherits when it says nothing itself. */
  readonly subjectFrom?: 'text' | 'row' | 'column' | 'section' | 'document';
  /** EDTF. */
  readonly period?: string;
  readonly periodFrom?: 'text' | 'row' | 'column' | 'section';
  /** Stems of what narrows the claim: place, subgroup, scenario, source. */
  readonly scope: readonly string[];
  readonly stance: Stance;
  /** Whom the text attributes the figure to. */
  readonly source?: string;
  readonly role: ClaimRole;
  /** Index of the section that it stands in. */
  readonly section: number;
  /** What its own block shows of it. */
  readonly evidence: ClaimEvidence;
  /** Words of the headings above it and of the sentence that introduces its list or table, nearest first. */
  readonly context: readonly Token[];
}
