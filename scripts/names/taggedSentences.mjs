// Reads sentences that are labelled one token and tag a line, as CrossNER and WNUT 2017 are.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const KIND_OF_TAG = {
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
  astronomicalobject: 3,
  magazine: 2,
};

/** Sentences of one file, spaced as written text is: `{text, names}`; names of other kinds have the kind 0. */
function readSentences(file) {
  const sentences = [];
  for (const block of readFileSync(file, 'utf8').split(/\n\s*\n/)) {
    let text = '';
    let current;
    const names = [];
    for (const line of block.split('\n')) {
      const [word, tag] = line.split('\t');
      if (!word || !tag) continue;
      const attached =
        /^(?:[,.;:!?)\]%]|'s?)$/.test(word) || /[([]$/.test(text) || (word === 's' && text.endsWith("'"));
      if (text && !attached) text += ' ';
      const start = text.length;
      text += word;
      if (tag[0] === 'B') {
        current = { start, end: text.length, kind: KIND_OF_TAG[tag.slice(2).trim()] ?? 0 };
        names.push(current);
      } else if (tag[0] === 'I' && current) current.end = text.length;
      else current = undefined;
    }
    if (text) sentences.push({ text, names });
  }
  return sentences;
}

/** All sentences below a folder that holds `crossner/DOMAIN/*.txt` and `wnut17/*`. */
export function readTaggedSentences(folder) {
  const files = [];
  for (const domain of readdirSync(join(folder, 'crossner'), { withFileTypes: true })) {
    if (!domain.isDirectory()) continue;
    for (const file of readdirSync(join(folder, 'crossner', domain.name)))
      files.push(join(folder, 'crossner', domain.name, file));
  }
  for (const file of readdirSync(join(folder, 'wnut17')))
    if (/conll|annotated/.test(file)) files.push(join(folder, 'wnut17', file));
  return files.sort().flatMap(readSentences);
}

const LARGEST_GROUP = 30;

/** Groups of sentences in which names of the three kinds recur. */
export function gatherByNames(sentences) {
  const namesOf = ({ text, names }) =>
    names
      .filter(({ kind, start, end }) => kind > 0 && text.slice(start, end).includes(' '))
      .map(({ start, end }) => text.slice(start, end));
  const byName = new Map();
  sentences.forEach((sentence, index) => {
    for (const name of namesOf(sentence)) byName.set(name, [...(byName.get(name) ?? []), index]);
  });
  const taken = new Set();
  const groups = [];
  sentences.forEach((_, first) => {
    if (taken.has(first)) return;
    taken.add(first);
    const group = [first];
    for (let at = 0; at < group.length; at++) {
      for (const name of namesOf(sentences[group[at]])) {
        for (const index of byName.get(name)) {
          if (taken.has(index) || group.length >= LARGEST_GROUP) continue;
          taken.add(index);
          group.push(index);
        }
      }
    }
    groups.push(group.map((index) => sentences[index]));
  });
  return groups;
}
