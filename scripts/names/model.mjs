// Learns the whole name model from read texts, and writes it as the table that the analysis ships.

import { BUCKETS } from './candidates.mjs';
import { scoreLocal, trainDocument, trainLocal } from './learn.mjs';

/** Weights are told in so many steps up and down: finer ones judge no better and take more room. */
const WEIGHT_STEPS = 25;

const OPTIONS = { buckets: BUCKETS, dropout: 0.3, epochs: 8, rate: 0.2, snapshots: 20 };

const knownItems = (texts) => texts.flatMap(({ items }) => items.filter(({ known }) => known));

/**
 * Learns from texts (`{items, fold}`): the local weights from all of them, the document's from scores that local weights give
 * to texts which they were not learned from. The same texts give the same model.
 */
export function learnModel(analysis, texts, options = OPTIONS) {
  const folds = [...new Set(texts.map(({ fold }) => fold))].sort();
  const scored = [];
  for (const fold of folds) {
    const weights = trainLocal(knownItems(texts.filter((text) => text.fold !== fold)), options);
    for (const { items } of texts.filter((text) => text.fold === fold)) {
      const scores = items.map((item) => scoreLocal(weights, item.features, item.offset));
      scored.push(...withDocumentFeatures(analysis, items, scores).filter(({ known }) => known));
    }
  }
  return {
    local: trainLocal(knownItems(texts), options),
    document: trainDocument(scored, analysis.DOCUMENT_FEATURES),
  };
}

function withDocumentFeatures(analysis, items, scores) {
  const placed = items.map(({ prose, start, end, key, nextListed }, index) => ({
    prose,
    candidate: { span: { start, end }, key, nextListed, scores: scores[index] },
  }));
  const found = [];
  analysis.visitDocumentFeatures(placed, (features, index) => {
    const { label, known, weight } = items[index];
    found.push({ label, known, weight, documentFeatures: features.slice() });
  });
  return found;
}

/** The model as the text of server/src/core/actors/tables/nameModel.ts; `sources` says what it was learned from. */
export function modelTable({ local, document }, sources) {
  const scale = local.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / WEIGHT_STEPS;
  const bytes = Buffer.from(Int8Array.from(local, (weight) => Math.round(weight / scale)).buffer);
  return `// Weights of the name model, learned from ${sources}.
// Written by scripts/train-names.mjs.

export const LOCAL_SCALE = ${scale.toPrecision(6)};

export const LOCAL_WEIGHTS =
  '${bytes.toString('base64')}';

export const DOCUMENT_WEIGHTS =
  '${[...document].map((weight) => weight.toFixed(4)).join(' ')}'
    .split(' ')
    .map(Number);
`;
}
