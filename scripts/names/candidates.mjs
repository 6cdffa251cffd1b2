// Reads the candidates of labelled texts as the analysis reads them: their features, and which of them are names.

/** Features are hashed into so many buckets. */
export const BUCKETS = 1 << 15;

/** Features and spans of every candidate of one piece of prose. */
function readCandidates(analysis, text, place) {
  const words = analysis.readWords(analysis.tokenizeNames(text));
  const traits = analysis.traitsOf(words, place);
  const runs = analysis.findWordRuns(words).filter((run) => !analysis.isNever(words, run));
  return runs.map((run) => {
    const features = [];
    analysis.addFeatures(words, run, traits, features);
    const context = [];
    analysis.addFeatures(words, run, traits, context, true);
    const offset = [0, 0, 0];
    analysis.scoreByRules(words, run, offset);
    return {
      start: words.tokens.start[run.first],
      end: words.tokens.end[run.last],
      key: analysis.keyOf(words, run),
      nextListed: analysis.findNextListed(words, run),
      offset,
      features: bucketsOf(features),
      context: bucketsOf(context),
    };
  });
}

function bucketsOf(hashes) {
  const buckets = new Uint16Array(hashes.length);
  for (let i = 0; i < hashes.length; i++) buckets[i] = hashes[i] & (BUCKETS - 1);
  return buckets;
}

const LEAD =
  /^(?:(?:the|a|an|mr|mrs|ms|dr|prof|professor|president|general|gen|sir|lord|lady|king|queen|saint|st|senator|sen|rep|justice|judge|captain|col|colonel|major|minister|prime|chancellor|governor|pope|bishop)\.?\s+)+/i;

/** A span without article, title and possessive ending: spans that differ in these are one. */
export function spanKey(text, start, end) {
  const before = LEAD.exec(text.slice(start, end));
  const from = before && start + before[0].length < end ? start + before[0].length : start;
  const after = /\s?['’]s?$/.exec(text.slice(from, end));
  return `${from}-${after ? end - after[0].length : end}`;
}

/** Names as spans of the text; a person's begins with the capitalised title before it, as "Deputy Mayor Ana Ruiz" does. */
function withTitles(analysis, text, names) {
  return names.map((name) => {
    if (name.kind !== 1) return name;
    const title = /(?:[\p{Lu}][\p{L}.’'-]* )+$/u.exec(text.slice(Math.max(0, name.start - 60), name.start))?.[0];
    const office = title?.trim().split(' ').at(-1).toLowerCase();
    const { role, honorific } = analysis.Sense;
    if (title === undefined || (analysis.sensesOf(office) & (role | honorific)) === 0) return name;
    const words = title.trimEnd().split(' ');
    // What ends a sentence, or begins one as a small word, is no part of it.
    const end = words.findLastIndex((word) => /[^.]{4}\.$/.test(word));
    words.splice(0, end + 1);
    while (words.length > 1 && (analysis.sensesOf(words[0].toLowerCase()) & analysis.Sense.function) !== 0)
      words.shift();
    if (words.length === 0) return name;
    return { ...name, start: name.start - words.join(' ').length - 1 };
  });
}

function labelsOf(analysis, text, names) {
  return new Map(withTitles(analysis, text, names).map(({ start, end, kind }) => [spanKey(text, start, end), kind]));
}

/** The candidates of a Markdown text whose names are all labelled: `{text, names}`. */
export function readDocument(analysis, { text, names }, weight) {
  const labels = labelsOf(analysis, text, names);
  const items = [];
  const { laidOut, starts } = analysis.layOut(analysis.parseBlocks(text, 'markdown'), 'markdown');
  let count = 0;
  for (const [index, { prose: pieces }] of laidOut.entries()) {
    const blockStart = starts[index];
    for (const { text: own, place, map } of pieces) {
      for (const candidate of readCandidates(analysis, own, place)) {
        const { start, end } = map.spanToSource({ start: candidate.start, end: candidate.end });
        const label = labels.get(spanKey(text, blockStart + start, blockStart + end)) ?? 0;
        items.push({ ...candidate, label, prose: count, known: true, weight });
      }
      count++;
    }
  }
  return items;
}

/** The candidates of sentences of which outermost names only are labelled: what is within one is not known. */
export function readSentences(analysis, sentences, weight) {
  return sentences.flatMap(({ text, names }, prose) => {
    const labels = labelsOf(analysis, text, names);
    return readCandidates(analysis, text, { kind: 'paragraph' }).map((candidate) => {
      const label = labels.get(spanKey(text, candidate.start, candidate.end));
      const known = label !== undefined || !names.some((n) => n.start <= candidate.start && candidate.end <= n.end);
      return { ...candidate, label: label ?? 0, known, prose, weight };
    });
  });
}
