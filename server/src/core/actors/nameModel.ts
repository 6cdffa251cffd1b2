// Scores features of name candidates with weights learned by scripts/train-names.mjs: a multinomial logistic model over
// hashed features for one candidate, and a small one over document evidence for all candidates together.

import { decodeBase64 } from './base64.ts';
import { DOCUMENT_FEATURES } from './judgeNames.ts';
import { DOCUMENT_WEIGHTS, LOCAL_SCALE, LOCAL_WEIGHTS } from './tables/nameModel.ts';

/** One byte for each feature bucket and kind: person, organization, place. */
const weights = new Int8Array(decodeBase64(LOCAL_WEIGHTS).buffer);
const documentWeights = Float64Array.from(DOCUMENT_WEIGHTS);
const mask = weights.length / 3 - 1;

export type KindScores = readonly [person: number, organization: number, place: number];

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

/** Log-odds of each kind in the light of the document, from what `visitDocumentFeatures` yields for one candidate. */
export function scoreInDocument(features: Float64Array): KindScores {
  let person = 0;
  let organization = 0;
  let place = 0;
  for (let j = 0; j < DOCUMENT_FEATURES; j++) {
    const weight = documentWeights[j]!;
    person += weight * features[j]!;
    organization += weight * features[DOCUMENT_FEATURES + j]!;
    place += weight * features[2 * DOCUMENT_FEATURES + j]!;
  }
  return [person, organization, place];
}
