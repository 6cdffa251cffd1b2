// What `concordance.yaml` says, as the analysis uses it: declared actors and facts, accepted differences, corrected claims
// and how severe each rule is. Every entry knows where it stands in the project file. Reading it is `parseProject.ts`.

import type { DeclaredActor } from '../actors/actor.ts';
import type { ProblemCode, Sensitivity, Severity } from '../rules/problem.ts';
import type { Span } from '../text/span.ts';

/** The name of the project file; the nearest one above a document applies. */
export const projectFileName = 'concordance.yaml';

/** A declared actor, or a name that is none, with its place in the project file. */
export interface ActorEntry extends DeclaredActor {
  readonly span: Span;
  /** Where the name itself stands. */
  readonly nameSpan?: Span;
}

export interface DeclaredFact {
  readonly span: Span;
  readonly measure: string;
  readonly subject?: string;
  /** As a text would print it: "128,000", "$2.8 billion". */
  readonly value: string;
  /** EDTF, or a year as it was written. */
  readonly period?: string;
  readonly source?: string;
}

/** A difference that is meant. It ends by itself when one of its values changes. */
export interface AcceptedDifference {
  readonly span: Span;
  readonly code: ProblemCode;
  readonly values: readonly string[];
  readonly measure?: string;
  readonly subject?: string;
  /** Path or glob relative to the project file's folder; absent for any document. */
  readonly document?: string;
  readonly why?: string;
}

/** Two wordings of a measure that are one claim, or that are not. */
export interface MeasurePair {
  readonly span: Span;
  readonly measures: readonly [string, string];
}

export type RuleSetting = Severity | 'off';

export interface Project {
  readonly sensitivity?: Sensitivity;
  /** BCP 47 language tag of the documents. */
  readonly language?: string;
  /** Globs relative to the project file's folder; absent where the file does not say. */
  readonly documents?: readonly string[];
  /** What an actor's `declared` counts. */
  readonly actors: readonly ActorEntry[];
  readonly facts: readonly DeclaredFact[];
  readonly accepted: readonly AcceptedDifference[];
  readonly sameClaims: readonly MeasurePair[];
  readonly differentClaims: readonly MeasurePair[];
  readonly rules: ReadonlyMap<ProblemCode, RuleSetting>;
}

/** What holds where there is no project file. */
export const emptyProject: Project = {
  actors: [],
  facts: [],
  accepted: [],
  sameClaims: [],
  differentClaims: [],
  rules: new Map(),
};
