#!/usr/bin/env node
// Learns the weights of the name model and writes server/src/core/actors/tables/nameModel.ts:
//
//   node scripts/train-names.mjs FOLDER [--without FOLD] [--output FILE]
//
// `--without` leaves every fifth of the GUM documents out, from FOLD (0 … 4) on, to judge the whole analysis on them;
// `--output` writes elsewhere. FOLDER holds
//   crossner/DOMAIN/{train,dev,test}.txt   CrossNER (MIT): a token and a tag a line
//   wnut17/*                               WNUT 2017 emerging entities (CC BY 4.0): the same
//   actors.jsonl                           GUM (CC BY 4.0): {genre, text, mentions: [{spans, type}]} a line; of its
//                                          texts only news and interviews (Wikinews, CC BY) are used
// Prints figures from cross-validation over the GUM documents. The same input gives the same weights.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const [folder, ...rest] = process.argv.slice(2);
const optionOf = (name) => (rest.includes(name) ? rest[rest.indexOf(name) + 1] : undefined);
if (!folder || !existsSync(folder)) {
  console.error('Name the folder that holds the labelled text: node scripts/train-names.mjs FOLDER');
  process.exit(2);
}
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const actors = join(root, 'server/src/core/actors');
const bundle = join(tmpdir(), `train-names-${process.pid}.mjs`);
await build({
  stdin: {
    contents: `export * from './nameTokens.ts'; export * from './nameSpans.ts'; export * from './nameFeatures.ts';
      export * from './nameRules.ts';
      export * from './judgeNames.ts'; export { keyOf } from './nameKey.ts';`,
    resolveDir: actors,
    loader: 'ts',
  },
  bundle: true,
  format: 'esm',
  outfile: bundle,
  logLevel: 'error',
});
const core = await import(pathToFileURL(bundle).href);

const BUCKETS = 1 << 15;
const KINDS = ['none', 'person', 'organization', 'place'];
const GENRES = ['news', 'interview'];
const FOLDS = 5;
const OTHER_SOURCES_WEIGHT = 0.2;
const EPOCHS = 3;
/** How often in an epoch the weights are taken into the mean. */
const SNAPSHOTS = 20;
const PLACE_CODES = ['heading', 'paragraph', 'item', 'cell', 'frontMatter'];

// --- reading -----------------------------------------------------------------------------------------------------

/** Features and spans of every candidate of one text. */
function readCandidates(text, place) {
  const words = core.readWords(core.tokenizeNames(text));
  const traits = core.traitsOf(words, place);
  return core.findWordRuns(words).map((run) => {
    const features = [];
    core.addFeatures(words, run, traits, features);
    const offset = [0, 0, 0];
    core.scoreByRules(words, run, offset);
    return {
      start: words.tokens.start[run.first],
      end: words.tokens.end[run.last],
      key: core.keyOf(words, run),
      offset,
      features: Uint16Array.from(features, (hash) => hash & (BUCKETS - 1)),
    };
  });
}

/** Whether a span matches a gold one: articles, titles and possessive endings aside. */
const TITLES =
  /^(?:(?:the|a|an|mr|mrs|ms|dr|prof|professor|president|general|gen|sir|lord|lady|king|queen|saint|st|senator|sen|rep|justice|judge|captain|col|colonel|major|minister|prime|chancellor|governor|pope|bishop)\.?\s+)+/i;
function spanKey(text, start, end) {
  const before = TITLES.exec(text.slice(start, end));
  const from = before && start + before[0].length < end ? start + before[0].length : start;
  const after = /\s?['’]s?$/.exec(text.slice(from, end));
  return `${from}-${after ? end - after[0].length : end}`;
}

function readDocuments() {
  const documents = [];
  for (const line of readFileSync(join(folder, 'actors.jsonl'), 'utf8').split('\n')) {
    if (!line) continue;
    const { genre, text, mentions } = JSON.parse(line);
    if (!GENRES.includes(genre)) continue;
    const gold = new Map();
    for (const mention of mentions) {
      for (const [start, end] of mention.spans) gold.set(spanKey(text, start, end), KINDS.indexOf(mention.type));
    }
    const items = [];
    let prose = 0;
    let at = 0;
    for (const part of text.split(/(\n\s*\n)/)) {
      const heading = /^#+\s+/.exec(part)?.[0] ?? '';
      const from = at + heading.length;
      const place = { kind: heading ? 'heading' : 'paragraph' };
      for (const candidate of readCandidates(part.slice(heading.length), place)) {
        const label = gold.get(spanKey(text, from + candidate.start, from + candidate.end)) ?? 0;
        items.push({ ...candidate, label, prose, place: PLACE_CODES.indexOf(place.kind), weight: 1 });
      }
      at += part.length;
      prose++;
    }
    documents.push({ items, fold: documents.length % FOLDS });
  }
  return documents;
}

const TAGS = {
  person: 1,
  politician: 1,
  writer: 1,
  musicalartist: 1,
  researcher: 1,
  scientist: 1,
  organisation: 2,
  politicalparty: 2,
  band: 2,
  university: 2,
  corporation: 2,
  group: 2,
  location: 3,
  country: 3,
};

/** Sentences of a token-and-tag file, spaced as written text is. */
function readSentences(file) {
  const sentences = [];
  for (const block of readFileSync(file, 'utf8').split(/\n\s*\n/)) {
    let text = '';
    let current;
    const entities = [];
    for (const line of block.split('\n')) {
      const [word, tag] = line.split('\t');
      if (!word || !tag) continue;
      const attached =
        /^(?:[,.;:!?)\]%]|'s?)$/.test(word) || /[([]$/.test(text) || (word === 's' && text.endsWith("'"));
      if (text && !attached) text += ' ';
      const start = text.length;
      text += word;
      if (tag[0] === 'B') {
        current = { start, end: text.length, label: TAGS[tag.slice(2).trim()] ?? 0 };
        entities.push(current);
      } else if (tag[0] === 'I' && current) current.end = text.length;
      else current = undefined;
    }
    if (text) sentences.push({ text, entities });
  }
  return sentences;
}

function readOtherSources() {
  const files = [];
  for (const domain of readdirSync(join(folder, 'crossner'), { withFileTypes: true })) {
    if (!domain.isDirectory()) continue;
    for (const file of readdirSync(join(folder, 'crossner', domain.name)))
      files.push(join(folder, 'crossner', domain.name, file));
  }
  for (const file of readdirSync(join(folder, 'wnut17')))
    if (/conll|annotated/.test(file)) files.push(join(folder, 'wnut17', file));
  const items = [];
  for (const file of files.sort()) {
    for (const { text, entities } of readSentences(file)) {
      for (const candidate of readCandidates(text, { kind: 'paragraph' })) {
        const key = spanKey(text, candidate.start, candidate.end);
        const hit = entities.find((entity) => spanKey(text, entity.start, entity.end) === key);
        // These sources mark outermost names only: they say nothing about what is within one.
        if (!hit && entities.some((entity) => entity.start <= candidate.start && candidate.end <= entity.end)) continue;
        items.push({
          features: candidate.features,
          offset: candidate.offset,
          label: hit?.label ?? 0,
          weight: OTHER_SOURCES_WEIGHT,
        });
      }
    }
  }
  return items;
}

// --- learning ----------------------------------------------------------------------------------------------------

/** A generator of numbers in [0, 1) (mulberry32). */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Probabilities of the three kinds against none, from log-odds. */
function softmax(scores, out) {
  const top = Math.max(0, scores[0], scores[1], scores[2]);
  let sum = Math.exp(-top);
  for (let k = 0; k < 3; k++) sum += out[k] = Math.exp(scores[k] - top);
  for (let k = 0; k < 3; k++) out[k] /= sum;
}

/**
 * Multinomial logistic regression by AdaGrad (Duchi, Hazan and Singer, 2011) over sparse features. Answers the mean of the
 * weights along the way, which says more about unseen text than the last ones do (Polyak and Juditsky, 1992).
 */
function trainLocal(items) {
  const weights = new Float32Array(BUCKETS * 3);
  const squares = new Float32Array(BUCKETS * 3).fill(1);
  const sums = new Float64Array(BUCKETS * 3);
  const order = items.map((_, index) => index);
  const random = randomFrom(7);
  const chances = [0, 0, 0];
  const interval = Math.ceil(order.length / SNAPSHOTS);
  let snapshots = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j], order[i]];
    }
    order.forEach((index, step) => {
      const { features, offset, label, weight } = items[index];
      softmax(scoreLocal(weights, features, offset), chances);
      for (let k = 0; k < 3; k++) {
        const error = (chances[k] - (label === k + 1 ? 1 : 0)) * weight;
        if (Math.abs(error) < 1e-3) continue;
        for (const feature of features) {
          const at = feature * 3 + k;
          const gradient = error + 1e-5 * weights[at];
          squares[at] += gradient * gradient;
          weights[at] -= (0.2 * gradient) / Math.sqrt(squares[at]);
        }
      }
      if (step % interval !== interval - 1) return;
      snapshots++;
      for (let at = 0; at < weights.length; at++) sums[at] += weights[at];
    });
  }
  return Float32Array.from(sums, (sum) => sum / Math.max(1, snapshots));
}

/** Scores of the model on top of those given by rule. */
function scoreLocal(weights, features, offset) {
  const scores = [...offset];
  for (const feature of features) for (let k = 0; k < 3; k++) scores[k] += weights[feature * 3 + k];
  return scores;
}

/** The same for the dense document features, whose weights the kinds share. */
function trainDocument(items) {
  const size = core.DOCUMENT_FEATURES;
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(1);
  const order = items.map((_, index) => index);
  const random = randomFrom(11);
  const chances = [0, 0, 0];
  for (let epoch = 0; epoch < 30; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j], order[i]];
    }
    for (const index of order) {
      const { documentFeatures: features, label } = items[index];
      softmax(scoreDocument(weights, features), chances);
      for (let j = 0; j < size; j++) {
        let gradient = 1e-4 * weights[j];
        for (let k = 0; k < 3; k++) gradient += (chances[k] - (label === k + 1 ? 1 : 0)) * features[k * size + j];
        squares[j] += gradient * gradient;
        weights[j] -= (0.5 * gradient) / Math.sqrt(squares[j]);
      }
    }
  }
  return weights;
}

function scoreDocument(weights, features) {
  const size = core.DOCUMENT_FEATURES;
  const scores = [0, 0, 0];
  for (let k = 0; k < 3; k++) for (let j = 0; j < size; j++) scores[k] += weights[j] * features[k * size + j];
  return scores;
}

function addDocumentFeatures(document) {
  const placed = document.items.map((item) => ({
    prose: item.prose,
    place: item.place,
    candidate: { span: { start: item.start, end: item.end }, key: item.key, scores: item.scores },
  }));
  core.visitDocumentFeatures(placed, (features, index) => {
    document.items[index].documentFeatures = features.slice();
  });
}

// --- doing -------------------------------------------------------------------------------------------------------

const without = optionOf('--without');
const documents = readDocuments().filter((document) => String(document.fold) !== without);
const others = readOtherSources();
const itemsOf = (list) => list.flatMap((document) => document.items);
console.log(
  `${documents.length} documents with ${itemsOf(documents).length} candidates, ${others.length} from other sources`,
);

for (let fold = 0; fold < FOLDS; fold++) {
  const held = documents.filter((document) => document.fold === fold);
  if (held.length === 0) continue;
  const weights = trainLocal([...others, ...itemsOf(documents.filter((document) => document.fold !== fold))]);
  for (const document of held) {
    for (const item of document.items) item.scores = scoreLocal(weights, item.features, item.offset);
    addDocumentFeatures(document);
  }
}
let right = 0;
let found = 0;
let gold = 0;
for (let fold = 0; fold < FOLDS; fold++) {
  const weights = trainDocument(itemsOf(documents.filter((document) => document.fold !== fold)));
  for (const item of itemsOf(documents.filter((document) => document.fold === fold))) {
    const scores = scoreDocument(weights, item.documentFeatures);
    const best = Math.max(...scores);
    if (item.label > 0) gold++;
    if (best <= -0.5) continue;
    found++;
    if (item.label > 0 && scores.indexOf(best) + 1 === item.label) right++;
  }
}
console.log(
  `candidates of the right kind, cross-validated: precision ${((100 * right) / found).toFixed(1)}, recall ${((100 * right) / gold).toFixed(1)}`,
);

const documentWeights = trainDocument(itemsOf(documents));
const weights = trainLocal([...others, ...itemsOf(documents)]);
const scale = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127;
const bytes = Buffer.from(Int8Array.from(weights, (weight) => Math.round(weight / scale)).buffer);
writeFileSync(
  optionOf('--output') ?? join(actors, 'tables/nameModel.ts'),
  `// Weights of the name model, learned from CrossNER (MIT), WNUT 2017 (CC BY 4.0) and GUM's news and interviews (CC BY).
// Written by scripts/train-names.mjs.

export const LOCAL_SCALE = ${scale.toPrecision(6)};

export const LOCAL_WEIGHTS =
  '${bytes.toString('base64')}';

export const DOCUMENT_WEIGHTS =
  '${[...documentWeights].map((weight) => weight.toFixed(4)).join(' ')}'
    .split(' ')
    .map(Number);
`,
);
