// Scores features of name candidates with weights learned by scripts/train-names.mjs: a multinomial logistic model over
// hashed features for one candidate, and a small one over document evidence for all candidates together.

import { decodeBase64 } from './base64.ts';
import { DOCUMENT_FEATURES, LEANING, type Leanings } from './judgeNames.ts';
import type { KindScores } from './kindScores.ts';
import { DOCUMENT_WEIGHTS, LOCAL_SCALE, LOCAL_WEIGHTS } from './tables/nameModel.ts';

/** One byte for each feature bucket and kind: person, organization, place. */
const weights = new Int8Array(decodeBase64(LOCAL_WEIGHTS).buffer);
const documentWeights = Float64Array.from(DOCUMENT_WEIGHTS);
const mask = weights.length / 3 - 1;

/** Log-odds of each kind against being no name, from hashed features. */
export function scoreFeatures(features: readonly number[]): [number, number, number] {
  let person = 0;
  let organization = 0;
  let place = 0;
  for (let i = 0; i < features.length; i++) {
    const at = (features[i]! & mask) * 3;
    person += weights[at]!;
    organization += weights[at + 1]!;
    place += weights[at + 2]!;
  }
  return [person * LOCAL_SCALE, organization * LOCAL_SCALE, place * LOCAL_SCALE];
}

/** Sums that one candidate's log-odds are made of, so that they can be made again when only the leanings of the document change. */
export interface DocumentSums {
  /** By kind, all before the leanings, in their order. */
  readonly before: KindScores;
  readonly isSingle: boolean;
  /** What is added after the leanings, by kind one number after the other. */
  readonly after: readonly number[];
}

/** Sums what `visitDocumentFeatures` yields for one candidate. */
export function sumFeatures(features: Float64Array): DocumentSums {
  let person = 0;
  let organization = 0;
  let place = 0;
  for (let j = 0; j < LEANING; j++) {
    const weight = documentWeights[j]!;
    person += weight * features[j]!;
    organization += weight * features[DOCUMENT_FEATURES + j]!;
    place += weight * features[2 * DOCUMENT_FEATURES + j]!;
  }
  const after: number[] = [];
  for (let k = 0; k < 3; k++) {
    for (let j = LEANING + 2; j < DOCUMENT_FEATURES; j++)
      after.push(documentWeights[j]! * features[k * DOCUMENT_FEATURES + j]!);
  }
  return { before: [person, organization, place], isSingle: features[1] === 1, after };
}

/** Log-odds of each kind in the light of the document. */
export function scoreInDocument({ before, isSingle, after }: DocumentSums, leanings: Leanings): KindScores {
  const score = (k: 0 | 1 | 2): number => {
    let sum = before[k] + documentWeights[LEANING]! * leanings[k];
    if (isSingle) sum += documentWeights[LEANING + 1]! * leanings[k];
    const count = after.length / 3;
    for (let n = k * count; n < (k + 1) * count; n++) sum += after[n]!;
    return sum;
  };
  return [score(0), score(1), score(2)];
}
