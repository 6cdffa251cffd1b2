#!/usr/bin/env node
// Learns the weights of the name model and writes server/src/core/actors/tables/nameModel.ts:
//
//   node scripts/train-names.mjs FOLDER [--output FILE]
//
// Learns from scripts/names/texts, which were written for it, and from FOLDER, which holds
//   crossner/DOMAIN/{train,dev,test}.txt   CrossNER (MIT): a token and a tag a line
//   wnut17/*                               WNUT 2017 emerging entities (CC BY 4.0): the same
// Prints figures from cross-validation over the texts. The same input gives the same weights.
import { existsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { readLabelledTexts } from './names/labelledTexts.mjs';
import { scoreDocument, scoreLocal, trainDocument, trainLocal } from './names/learn.mjs';
import { gatherByNames, readTaggedSentences } from './names/taggedSentences.mjs';

const [folder, ...rest] = process.argv.slice(2);
const optionOf = (name) => (rest.includes(name) ? rest[rest.indexOf(name) + 1] : undefined);
if (!folder || !existsSync(folder)) {
  console.error('Name the folder that holds the labelled text: node scripts/train-names.mjs FOLDER');
  process.exit(2);
}
const here = dirname(fileURLToPath(import.meta.url));
const core = join(here, '../server/src/core');
const bundle = join(tmpdir(), `train-names-${process.pid}.mjs`);
await build({
  stdin: {
    contents: `export * from './actors/nameTokens.ts'; export * from './actors/nameSpans.ts';
      export * from './actors/nameFeatures.ts'; export * from './actors/nameRules.ts'; export * from './actors/judgeNames.ts';
      export * from './actors/findNames.ts'; export { keyOf } from './actors/nameKey.ts';
      export { parseBlocks } from './markdown/parseBlocks.ts'; export { layOut } from './markdown/layout.ts';`,
    resolveDir: core,
    loader: 'ts',
  },
  bundle: true,
  format: 'esm',
  platform: 'node',
  outfile: bundle,
  logLevel: 'error',
});
const analysis = await import(pathToFileURL(bundle).href);

const BUCKETS = 1 << 15;
const FOLDS = 5;
/** The texts are written as documents are, so they count more than encyclopedias and social media. */
const TEXTS_WEIGHT = 2;
const SENTENCES_WEIGHT = 0.25;
/** Weights are told in so many steps up and down: finer ones judge no better and take more room. */
const WEIGHT_STEPS = 25;
const PLACE_CODES = ['heading', 'paragraph', 'item', 'cell', 'frontMatter'];

/** Features and spans of every candidate of one piece of prose. */
function readCandidates(text, place) {
  const words = analysis.readWords(analysis.tokenizeNames(text));
  const traits = analysis.traitsOf(words, place);
  const runs = analysis.findWordRuns(words).filter((run) => !analysis.isNever(words, run));
  return runs.map((run) => {
    const features = [];
    const mask = (hash) => hash & (BUCKETS - 1);
    analysis.addFeatures(words, run, traits, features);
    const context = [];
    analysis.addFeatures(words, run, traits, context, true);
    const offset = [0, 0, 0];
    analysis.scoreByRules(words, run, offset);
    return {
      start: words.tokens.start[run.first],
      end: words.tokens.end[run.last],
      key: analysis.keyOf(words, run),
      offset,
      features: Uint16Array.from(features, mask),
      context: Uint16Array.from(context, mask),
    };
  });
}

/** A span without article, title and possessive ending: spans that differ in these are one. */
const LEAD =
  /^(?:(?:the|a|an|mr|mrs|ms|dr|prof|professor|president|general|gen|sir|lord|lady|king|queen|saint|st|senator|sen|rep|justice|judge|captain|col|colonel|major|minister|prime|chancellor|governor|pope|bishop)\.?\s+)+/i;
function spanKey(text, start, end) {
  const before = LEAD.exec(text.slice(start, end));
  const from = before && start + before[0].length < end ? start + before[0].length : start;
  const after = /\s?['’]s?$/.exec(text.slice(from, end));
  return `${from}-${after ? end - after[0].length : end}`;
}

function readTexts() {
  return readLabelledTexts(join(here, 'names/texts')).map(({ text, names }, index) => {
    const labels = new Map(names.map(({ start, end, kind }) => [spanKey(text, start, end), kind]));
    const items = [];
    const { blocks } = analysis.layOut(analysis.parseBlocks(text, 'markdown'), 'markdown');
    let count = 0;
    for (const { prose: pieces, start: blockStart } of blocks) {
      for (const { text: own, place, map } of pieces) {
        for (const candidate of readCandidates(own, place)) {
          const { start, end } = map.spanToSource({ start: candidate.start, end: candidate.end });
          const label = labels.get(spanKey(text, blockStart + start, blockStart + end)) ?? 0;
          items.push({
            ...candidate,
            label,
            prose: count,
            place: PLACE_CODES.indexOf(place.kind),
            known: true,
            weight: TEXTS_WEIGHT,
          });
        }
        count++;
      }
    }
    return { items, fold: index % FOLDS };
  });
}

/** Sentences that share names, together as a document would have them. */
function readSentenceTexts() {
  return gatherByNames(readTaggedSentences(folder)).map((sentences, index) => {
    const items = [];
    sentences.forEach(({ text, names }, prose) => {
      const labels = new Map(names.map(({ start, end, kind }) => [spanKey(text, start, end), kind]));
      for (const candidate of readCandidates(text, { kind: 'paragraph' })) {
        const label = labels.get(spanKey(text, candidate.start, candidate.end));
        // These sources mark outermost names only: they say nothing about what is within one.
        const known = label !== undefined || !names.some((n) => n.start <= candidate.start && candidate.end <= n.end);
        items.push({ ...candidate, label: label ?? 0, known, prose, place: 1, weight: SENTENCES_WEIGHT });
      }
    });
    return { items, fold: index % FOLDS };
  });
}

function addDocumentFeatures(items) {
  const placed = items.map(({ prose, place, start, end, key, scores }) => ({
    prose,
    place,
    candidate: { span: { start, end }, key, scores },
  }));
  analysis.visitDocumentFeatures(placed, (features, index) => {
    items[index].documentFeatures = features.slice();
  });
}

const options = { buckets: BUCKETS, dropout: 0.3, epochs: 8, rate: 0.2, snapshots: 20 };
const texts = readTexts();
const sentences = readSentenceTexts();
const everything = [...texts, ...sentences];
const itemsOf = (list, fits = () => true) =>
  list.filter(fits).flatMap(({ items }) => items.filter(({ known }) => known));
console.log(
  `${itemsOf(texts).length} candidates in ${texts.length} texts, ${itemsOf(sentences).length} in ${sentences.length} groups of sentences`,
);

for (let fold = 0; fold < FOLDS; fold++) {
  const learned = trainLocal(
    itemsOf(everything, (text) => text.fold !== fold),
    options,
  );
  for (const { items } of everything.filter((text) => text.fold === fold)) {
    for (const item of items) item.scores = scoreLocal(learned, item.features, item.offset);
    addDocumentFeatures(items);
  }
}
let right = 0;
let found = 0;
let gold = 0;
for (let fold = 0; fold < FOLDS; fold++) {
  const learned = trainDocument(
    itemsOf(everything, (text) => text.fold !== fold),
    analysis.DOCUMENT_FEATURES,
  );
  for (const { label, documentFeatures } of itemsOf(texts, (text) => text.fold === fold)) {
    const scores = scoreDocument(learned, documentFeatures);
    const best = Math.max(...scores);
    if (label > 0) gold++;
    if (best <= -0.5) continue;
    found++;
    if (label > 0 && scores.indexOf(best) + 1 === label) right++;
  }
}
const percent = (part, whole) => ((100 * part) / whole).toFixed(1);
console.log(
  `right, cross-validated over the texts: precision ${percent(right, found)}, recall ${percent(right, gold)}`,
);

const documentWeights = trainDocument(itemsOf(everything), analysis.DOCUMENT_FEATURES);
const weights = trainLocal(itemsOf(everything), options);
const scale = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / WEIGHT_STEPS;
const bytes = Buffer.from(Int8Array.from(weights, (weight) => Math.round(weight / scale)).buffer);
writeFileSync(
  optionOf('--output') ?? join(core, 'actors/tables/nameModel.ts'),
  `// Weights of the name model, learned from the texts in scripts/names, CrossNER (MIT) and WNUT 2017 (CC BY 4.0).
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
