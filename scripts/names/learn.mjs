// Learns the two models that judge names: multinomial logistic regressions, the first over sparse hashed features of one
// candidate, the second over the dense features that the document gives.

export const KINDS = 3;

/** A generator of numbers in [0, 1) (mulberry32). */
export function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffle(order, random) {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
}

/** Probabilities of the three kinds against none, from log-odds. */
function softmax(scores, out) {
  const top = Math.max(0, scores[0], scores[1], scores[2]);
  let sum = Math.exp(-top);
  for (let k = 0; k < KINDS; k++) sum += out[k] = Math.exp(scores[k] - top);
  for (let k = 0; k < KINDS; k++) out[k] /= sum;
}

/** Scores of the model on top of those given by rule, written to `out`. */
export function scoreLocal(weights, features, offset, out = [0, 0, 0]) {
  let [a, b, c] = offset;
  for (let i = 0; i < features.length; i++) {
    const at = features[i] * KINDS;
    a += weights[at];
    b += weights[at + 1];
    c += weights[at + 2];
  }
  out[0] = a;
  out[1] = b;
  out[2] = c;
  return out;
}

/** Errors below this teach nothing. */
const LEAST_ERROR = 1e-3;
const DECAY = 1e-5;

/**
 * Weights over `buckets` hashed features, by AdaGrad (Duchi, Hazan and Singer, 2011). Answers the mean of the weights along
 * the way, which says more about unseen text than the last ones do (Polyak and Juditsky, 1992). In some steps
 * (`dropout`) the features that only tell which words a name is made of are left out: what is around it has to speak as well.
 */
export function trainLocal(items, { buckets, epochs, snapshots, dropout, rate }) {
  const weights = new Float32Array(buckets * KINDS);
  const squares = new Float32Array(buckets * KINDS).fill(1);
  const sums = new Float64Array(buckets * KINDS);
  const order = items.map((_, index) => index);
  const random = randomFrom(7);
  const scores = [0, 0, 0];
  const chances = [0, 0, 0];
  const interval = Math.ceil(order.length / snapshots);
  let taken = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (let step = 0; step < order.length; step++) {
      const { offset, label, weight, features: all, context } = items[order[step]];
      const features = random() < dropout ? context : all;
      softmax(scoreLocal(weights, features, offset, scores), chances);
      for (let k = 0; k < KINDS; k++) {
        const error = (chances[k] - (label === k + 1 ? 1 : 0)) * weight;
        if (Math.abs(error) < LEAST_ERROR) continue;
        for (let i = 0; i < features.length; i++) {
          const at = features[i] * KINDS + k;
          const gradient = error + DECAY * weights[at];
          squares[at] += gradient * gradient;
          weights[at] -= (rate * gradient) / Math.sqrt(squares[at]);
        }
      }
      if (step % interval !== interval - 1) continue;
      taken++;
      for (let at = 0; at < weights.length; at++) sums[at] += weights[at];
    }
  }
  return Float32Array.from(sums, (sum) => sum / Math.max(1, taken));
}

/** Weights of the dense document features, which the kinds share. */
export function trainDocument(items, size) {
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(1);
  const order = items.map((_, index) => index);
  const random = randomFrom(11);
  const chances = [0, 0, 0];
  for (let epoch = 0; epoch < 10; epoch++) {
    shuffle(order, random);
    for (const index of order) {
      const { documentFeatures: features, label, weight } = items[index];
      softmax(scoreDocument(weights, features), chances);
      for (let j = 0; j < size; j++) {
        let gradient = 1e-4 * weights[j];
        for (let k = 0; k < KINDS; k++)
          gradient += weight * (chances[k] - (label === k + 1 ? 1 : 0)) * features[k * size + j];
        squares[j] += gradient * gradient;
        weights[j] -= (0.5 * gradient) / Math.sqrt(squares[j]);
      }
    }
  }
  return weights;
}

export function scoreDocument(weights, features) {
  const size = weights.length;
  const scores = [0, 0, 0];
  for (let k = 0; k < KINDS; k++) for (let j = 0; j < size; j++) scores[k] += weights[j] * features[k * size + j];
  return scores;
}
