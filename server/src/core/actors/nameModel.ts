// Scores features of name candidates with weights learned by scripts/train-names.mjs: a multinomial logistic model over
// hashed features for one candidate, and a small one over document evidence for all candidates together.

import { decodeBase64 } from './base64.ts';
import type { Leanings } from './documentEvidence.ts';
import { DOCUMENT_FEATURES, LEANING, LISTED, OVERLAPPING, TOLD } from './judgeNames.ts';
import { type KindScores, mapKinds } from './kindScores.ts';
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

/** What the features from one to before another one come to, by kind. */
function weigh(features: Float64Array, from: number, end: number): KindScores {
  let person = 0;
  let organization = 0;
  let place = 0;
  for (let j = from; j < end; j++) {
    const weight = documentWeights[j]!;
    person += weight * features[j]!;
    organization += weight * features[DOCUMENT_FEATURES + j]!;
    place += weight * features[2 * DOCUMENT_FEATURES + j]!;
  }
  return [person, organization, place];
}

/** What speaks for a candidate in its piece of prose, weighed. */
export function weighPiece(features: Float64Array): KindScores {
  const own = weigh(features, 0, TOLD);
  const overlapping = weigh(features, OVERLAPPING, LEANING);
  const listed = weigh(features, LISTED, DOCUMENT_FEATURES);
  return mapKinds(own, (score, kind) => score + overlapping[kind]! + listed[kind]!);
}

/** What the document tells of a candidate's spelling, weighed. */
export function weighTold(features: Float64Array): KindScores {
  return weigh(features, TOLD, OVERLAPPING);
}

/** Log-odds of each kind in the light of the document; of a single word or of several. */
export function scoreInDocument(
  inPiece: KindScores,
  told: KindScores,
  isSingle: boolean,
  leanings: Leanings,
): KindScores {
  const weight = documentWeights[LEANING]! + (isSingle ? documentWeights[LEANING + 1]! : 0);
  return mapKinds(inPiece, (score, kind) => score + told[kind]! + weight * leanings[kind]!);
}
