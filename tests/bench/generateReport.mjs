// @ts-check
// Writes reports to measure with: prose in sections, with people, organizations, places, figures and periods, the same for
// the same seed.

const givenNames = 'Ada Boris Clara Dmitri Elena Farid Greta Hassan Ines Jakub Karin Leon Mira Nadia Oscar Petra'.split(
  ' ',
);
const surnames =
  'Abbot Berger Castell Dorn Eklund Ferrant Gordal Hollis Ivanek Jansky Kerr Lindqvist Moreau Novotny'.split(' ');
const towns =
  'Arden Brixholm Calder Dunmore Eastvale Farrow Glenby Harwick Inverley Kestrel Lorne Marlow Norwold'.split(' ');
const bodies = 'Harbour Authority|Water Board|Grain Council|Rail Company|Energy Institute|Fisheries Agency'.split('|');
const things =
  'containers|passengers|employees|households|vessels|turbines|tonnes of wheat|students|permits|bridges|wells'.split(
    '|',
  );
const verbs = 'handled counted employed served registered inspected reported recorded'.split(' ');
const asides = [
  'The work went on through the winter, although the weather held it up more than once.',
  'Nobody had expected so quick a change, and few had prepared for it.',
  'What followed was a long discussion of methods, in which every side had its say.',
  'The survey was repeated with *the same* questions, as [the method](https://method.example/notes) asks.',
];

/** Numbers from 0 to 1 that look random: a linear congruential generator. @param {number} seed */
export function createRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A report in Markdown of at least `length` characters. @param {number} length @param {number} [seed] */
export function generateReport(length, seed = 1) {
  const random = createRandom(seed);
  /** @template T @param {readonly T[]} list @returns {T} */
  const pick = (list) => /** @type {T} */ (list[Math.floor(random() * list.length)]);
  const count = () => Math.floor(10 ** (1 + random() * 5)).toLocaleString('en-US');
  const year = () => 2005 + Math.floor(random() * 18);
  const body = () => `${pick(towns)} ${pick(bodies)}`;
  const person = () => `${pick(givenNames)} ${pick(surnames)}`;
  const sentences = [
    () => `In ${year()}, the ${body()} ${pick(verbs)} ${count()} ${pick(things)}.`,
    () =>
      `The ${body()} ${pick(verbs)} about ${count()} ${pick(things)} in ${pick(towns)}, up ${Math.floor(random() * 40)} per cent.`,
    () => `${person()}, the director of the ${body()}, said that it had spent $${(random() * 90).toFixed(1)} million.`,
    () => `According to ${person()}, ${count()} ${pick(things)} were lost between ${pick(towns)} and ${pick(towns)}.`,
    () => pick(asides),
    () => pick(asides),
  ];
  /** @type {string[]} */
  const parts = ['# A report of the region\n\n'];
  for (let written = 0, section = 1; written < length; section++) {
    let text = `## ${section}. ${pick(things).replace(/^./, (letter) => letter.toUpperCase())} of ${pick(towns)}\n\n`;
    for (let paragraph = 0; paragraph < 8; paragraph++) {
      text += `${Array.from({ length: 5 }, () => pick(sentences)()).join(' ')}\n\n`;
    }
    parts.push(text);
    written += text.length;
  }
  return parts.join('');
}

/** A table in Markdown of at least `length` characters. @param {number} length @param {number} [seed] */
export function generateTable(length, seed = 1) {
  const random = createRandom(seed);
  let text = '# Towns\n\n| Town | Households | Vessels | Budget |\n|---|---|---|---|\n';
  for (let row = 1; text.length < length; row++) {
    const town = `${towns[Math.floor(random() * towns.length)]} ${row}`;
    const count = () => Math.floor(10 ** (2 + random() * 4)).toLocaleString('en-US');
    text += `| ${town} | ${count()} | ${count()} | $${(random() * 90).toFixed(1)} million |\n`;
  }
  return `${text}\nThat is all.\n`;
}

/** A list in Markdown of at least `length` characters. @param {number} length @param {number} [seed] */
export function generateList(length, seed = 1) {
  const random = createRandom(seed);
  let text = '# Findings\n\n';
  while (text.length < length) {
    const [thing, town] = [things, towns].map((words) => words[Math.floor(random() * words.length)]);
    const count = Math.floor(10 ** (1 + random() * 5)).toLocaleString('en-US');
    text += `- The port of ${town} counted ${count} ${thing} in ${2005 + Math.floor(random() * 18)}.\n`;
  }
  return `${text}\nThat is all.\n`;
}

/** A report that states `count` figures of one measure, each in a section of its own. @param {number} count @param {number} [seed] */
export function generateOneMeasure(count, seed = 1) {
  const random = createRandom(seed);
  const parts = ['# Dock workers\n\n'];
  for (let figure = 1; figure <= count; figure++) {
    const town = towns[Math.floor(random() * towns.length)];
    const workers = Math.floor(100 + random() * 9900).toLocaleString('en-US');
    parts.push(`## ${bodies[figure % bodies.length]}\n\nThe port of ${town} employed ${workers} dock workers.\n\n`);
  }
  return parts.join('');
}
