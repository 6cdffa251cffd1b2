#!/usr/bin/env node
// Learns the weights of the name model and writes server/src/core/actors/tables/nameModel.ts:
//
//   node scripts/train-names.mjs FOLDER DOCUMENTS [--measure] [--output FILE]
//
// Learns from scripts/names/texts, which were written for it, from FOLDER, which holds
//   crossner/DOMAIN/{train,dev,test}.txt   CrossNER (MIT): a token and a tag a line
//   wnut17/*                               WNUT 2017 emerging entities (CC BY 4.0): the same
// and from the news and interviews (Wikinews, CC BY) among DOCUMENTS, texts of the GUM corpus with their mentions as JSON lines.
// With --measure it writes nothing and prints how well the actors of DOCUMENTS are found: those that it learns from by
// models that have not seen them (cross-validation by document), the others by the model that is shipped.
// The same input gives the same weights.
import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readDocument, readSentences } from './names/candidates.mjs';
import { readLabelledDocuments } from './names/labelledDocuments.mjs';
import { readLabelledTexts } from './names/labelledTexts.mjs';
import { loadAnalysis } from './names/loadAnalysis.mjs';
import { measureDocument, newTally, summarize } from './names/measure.mjs';
import { learnModel, modelTable } from './names/model.mjs';
import { gatherByNames, readTaggedSentences } from './names/taggedSentences.mjs';

const options = process.argv.slice(2);
const output = options.includes('--output') ? options.splice(options.indexOf('--output'), 2)[1] : undefined;
const isMeasuring = options.includes('--measure');
const [folder, file] = options.filter((option) => option !== '--measure');
if (!folder || !file || !existsSync(folder) || !existsSync(file)) {
  console.error('Name the folder and the file of labelled text: node scripts/train-names.mjs FOLDER DOCUMENTS');
  process.exit(2);
}

const FOLDS = 5;
/** Whole documents count more than sentences of encyclopedias and social media. */
const TEXTS_WEIGHT = 2;
const DOCUMENTS_WEIGHT = 4;
const SENTENCES_WEIGHT = 0.25;
/** Genres of which DOCUMENTS may be learned from. */
const LEARNED = ['news', 'interview'];
const SOURCES =
  'the texts in scripts/names, CrossNER (MIT),\n// WNUT 2017 (CC BY 4.0), and news and interviews of the GUM corpus (CC BY)';

const here = dirname(fileURLToPath(import.meta.url));
const analysis = await loadAnalysis();
const documents = readLabelledDocuments(file, LEARNED).map((document, index) => ({
  document,
  items: readDocument(analysis, document, DOCUMENTS_WEIGHT),
  fold: index % FOLDS,
}));
const everything = [
  ...readLabelledTexts(join(here, 'names/texts')).map((text, index) => ({
    items: readDocument(analysis, text, TEXTS_WEIGHT),
    fold: index % FOLDS,
  })),
  // Sentences that share names, together as a document would have them.
  ...gatherByNames(readTaggedSentences(folder)).map((sentences, index) => ({
    items: readSentences(analysis, sentences, SENTENCES_WEIGHT),
    fold: index % FOLDS,
  })),
  ...documents,
];
const learn = (texts) => modelTable(learnModel(analysis, texts), SOURCES);

const table = learn(everything);
if (isMeasuring) await measure();
else writeFileSync(output ?? join(here, '../server/src/core/actors/tables/nameModel.ts'), table);

async function measure() {
  const all = newTally();
  const unseen = newTally();
  const others = newTally();
  const tell = (loaded, document, tally) => {
    for (const one of [tally, all]) measureDocument(loaded, document, one);
  };
  const shipped = await loadAnalysis(table);
  for (const document of readLabelledDocuments(file))
    if (!LEARNED.includes(document.genre)) tell(shipped, document, others);
  console.log(`not learned from: ${summarize(others)}`);
  for (let fold = 0; fold < FOLDS; fold++) {
    const loaded = await loadAnalysis(learn(everything.filter((text) => text.fold !== fold)));
    for (const { document } of documents.filter((one) => one.fold === fold)) tell(loaded, document, unseen);
  }
  console.log(`cross-validated: ${summarize(unseen)}`);
  console.log(`all: ${summarize(all)}`);
}
