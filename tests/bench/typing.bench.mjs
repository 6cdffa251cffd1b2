// @ts-check
// How long after a key press the new problems are there, in a long report, by steps and by what is edited; beside a full
// analysis, the Markdown parser alone, and the incremental Markdown parser of an editor, in one run. A document of one's own is typed
// in as well; what is edited apart stands in a made report.
// Usage: npm run bench:typing [-- CHARACTERS|DOCUMENT [KEYSTROKES]]

import { TreeFragment } from '@lezer/common';
import { parser as lezer, Table } from '@lezer/markdown';
import { createRandom, generateList, generateReport, generateTable } from './generateReport.mjs';
import { loadCore } from './loadCore.mjs';
import { clock, numbers, ownDocument as own, printRows, printTable, quantile, timed } from './measure.mjs';
import { parseMarkdown } from './remark.mjs';

const [length, keystrokes = 100] = own === undefined ? [numbers[0] ?? 1_000_000, numbers[1]] : [own.length, numbers[0]];
const { analyse, checkInProject, emptyProject, reanalyse } = await loadCore();
const options = { project: emptyProject, path: 'report.md' };
const source = own ?? generateReport(length);

/** @typedef {{ span: { start: number, end: number }, text: string }} Edit */
/** @typedef {{ name: string, times: number[] }} Measured */

/**
 * Edits a document again and again and checks it each time, as an editor does: with the document as it was opened at hand. As many edits
 * as are counted come first, for which the program's code is compiled: an editor is typed in for longer than a bench.
 * @param {string} name @param {string} text @param {number} count @param {(source: string) => Edit} nextEdit
 */
async function measureEdits(name, text, count, nextEdit) {
  /** @type {Map<string, number[]>} */
  const steps = new Map();
  let last = 0;
  /** @param {string} step */
  const note = (step) => {
    const now = clock();
    const times = steps.get(step);
    if (times) times.push(now - last);
    else steps.set(step, [now - last]);
    last = now;
  };
  const baseline = analyse(text);
  let document = baseline;
  checkInProject(document, options);
  /** @type {number[]} */
  const whole = [];
  for (let key = -count; key < count; key++) {
    if (key === 0) {
      steps.clear();
      whole.length = 0;
    }
    const edit = nextEdit(document.source);
    // Each key is an event of its own: what only an earlier one held is garbage by then.
    await new Promise(setImmediate);
    const start = clock();
    last = start;
    document = reanalyse(document, edit, { onStep: note });
    checkInProject(document, { ...options, baseline });
    note('check');
    whole.push(clock() - start);
  }
  return { whole: { name, times: whole }, steps: [...steps].map(([step, times]) => ({ name: `  ${step}`, times })) };
}

/**
 * One edit of each of some texts, none of which was edited before.
 * @param {string} name @param {readonly string[]} texts @param {(source: string) => Edit} nextEdit
 */
function measureFirst(name, texts, nextEdit) {
  const times = texts.map((text) => {
    const baseline = analyse(text);
    checkInProject(baseline, options);
    const edit = nextEdit(text);
    return timed(() => checkInProject(reanalyse(baseline, edit), { ...options, baseline }));
  });
  return { whole: { name, times } };
}

/** @param {number} at @param {string} text @returns {Edit} */
const insert = (at, text) => ({ span: { start: at, end: at }, text });

/** Three words after a word of the text, as somebody writes them, then as many elsewhere. @param {number} seed */
function typeWords(seed) {
  const random = createRandom(seed);
  const words = ' that were counted';
  let written = 0;
  let at = 0;
  return (/** @type {string} */ text) => {
    const letter = words.charAt(written++ % words.length);
    if (written % words.length === 1) at = Math.max(0, text.indexOf(' ', Math.floor(random() * text.length)));
    return insert(at++, letter);
  };
}

/** Each key elsewhere, before a word: a letter, a digit or a blank now and then. @param {number} seed */
function typeAnywhere(seed) {
  const random = createRandom(seed);
  return (/** @type {string} */ text) => {
    const start = text.indexOf(' ', Math.floor(random() * text.length)) + 1 || text.length;
    return insert(start, 'abcdefgh 12'.charAt(Math.floor(random() * 11)));
  };
}

/** Inserts at a place and deletes again, in turn. @param {(source: string) => number} find @param {string} text */
function typeAndTakeBack(find, text) {
  /** @type {number | undefined} */
  let at;
  return (/** @type {string} */ now) => {
    if (at === undefined) {
      at = find(now);
      return insert(at, text);
    }
    const span = { start: at, end: at + text.length };
    at = undefined;
    return { span, text: '' };
  };
}

/** Where a pattern ends that is searched for from a random place. @param {RegExp} pattern @param {number} seed */
function anywhereAfter(pattern, seed) {
  const random = createRandom(seed);
  return (/** @type {string} */ text) => {
    const from = Math.floor(random() * text.length * 0.9);
    const match = pattern.exec(text.slice(from));
    return match ? from + match.index + match[0].length : text.length;
  };
}

const parse = { name: 'remark, the whole text', times: [] };
const pieces = { name: 'remark, pieces of 8 KB', times: [] };
const full = { name: 'full analysis and check', times: [] };
for (let run = 0; run < 3; run++) {
  // Another text each time: what was read once is kept.
  const other = own === undefined ? generateReport(length, run + 3) : `Run ${run}.\n\n${own}`;
  /** @type {number[]} */ (parse.times).push(timed(() => parseMarkdown(other)));
  /** @type {number[]} */ (pieces.times).push(
    timed(() => {
      for (let from = 0; from < other.length; from += 8192) parseMarkdown(other.slice(from, from + 8192));
    }),
  );
  /** @type {number[]} */ (full.times).push(timed(() => checkInProject(analyse(other), options)));
}

const incremental = { name: 'lezer, a keystroke', times: [] };
{
  const markdown = lezer.configure(Table);
  let text = source;
  let fragments = TreeFragment.addTree(markdown.parse(text));
  const nextEdit = typeAnywhere(2);
  for (let key = 0; key < keystrokes; key++) {
    const { span, text: inserted } = nextEdit(text);
    const change = { fromA: span.start, toA: span.end, fromB: span.start, toB: span.start + inserted.length };
    text = text.slice(0, span.start) + inserted + text.slice(span.end);
    const time = timed(() => {
      const kept = TreeFragment.applyChanges(fragments, [change]);
      fragments = TreeFragment.addTree(markdown.parse(text, kept), kept);
    });
    /** @type {number[]} */ (incremental.times).push(time);
  }
}

const prose = await measureEdits('keystroke in prose', source, keystrokes, typeWords(2));
const anywhere = await measureEdits('keystroke anywhere', source, keystrokes, typeAnywhere(2));
const few = Math.ceil(keystrokes / 5);
/** @param {string} text */
const withDefinition = (text) =>
  `${text.replaceAll('[the method](https://method.example/notes)', '[the method][notes]')}\n[notes]: https://method.example\n`;
/** With words in brackets, which are a link only where they are defined. @param {string} text */
const withLabel = (text) =>
  `${text.replaceAll('[the method](https://method.example/notes)', '[the notes]')}\n[the notes]: https://method.example\n`;
/** @param {string} text */
const labelIn = (text) => text.lastIndexOf('notes]:') + 2;
const others = async () => [
  await measureEdits('edit of a title', source, few, typeAndTakeBack(anywhereAfter(/\n## \d+\. \w/, 5), 'x')),
  await measureEdits(
    'edit of an actor’s first mention',
    source,
    few,
    typeAndTakeBack((text) => text.search(/\b[A-Z][a-z]+ [A-Z][a-z]+, the director/) + 2, 'x'),
  ),
  measureFirst(
    'edit of a link’s definition, the first',
    [4, 5, 6].map((seed) => withDefinition(generateReport(length, seed))),
    (text) => insert(labelIn(text), 'x'),
  ),
  measureFirst(
    'edit of a definition that brackets alone refer to, the first',
    [4, 5, 6].map((seed) => withLabel(generateReport(length, seed))),
    (text) => insert(labelIn(text), 'x'),
  ),
  await measureEdits('edit of a link’s definition', withDefinition(source), few, typeAndTakeBack(labelIn, 'x')),
  await measureEdits('edit of an opening fence', source, few, typeAndTakeBack(anywhereAfter(/\n\n/, 6), '```\n')),
  await measureEdits(
    'a row more or less in a table of 200 KB',
    generateTable(200_000),
    few,
    typeAndTakeBack(anywhereAfter(/million \|\n/, 9), '| Arden | 2,900 | 300 | $4.1 million |\n'),
  ),
  await measureEdits(
    'a table of 200 KB parted and joined again',
    generateTable(200_000),
    few,
    typeAndTakeBack((text) => text.indexOf('\n', text.length / 2) + 1, '\n'),
  ),
  await measureEdits(
    'an item more or less in a list of 200 KB',
    generateList(200_000),
    few,
    typeAndTakeBack(anywhereAfter(/\d\.\n/, 10), '- The port of Arden counted 12 ships in 2019.\n'),
  ),
  await measureEdits('keystroke in a table of 200 KB', generateTable(200_000), keystrokes, typeWords(7)),
  await measureEdits('keystroke in a list of 200 KB', generateList(200_000), keystrokes, typeWords(8)),
  await measureEdits('keystroke anywhere in that table', generateTable(200_000), keystrokes, typeAnywhere(7)),
  await measureEdits('keystroke anywhere in that list', generateList(200_000), keystrokes, typeAnywhere(8)),
];
/** By row: the aims that there are. */
const AIMS = [...Array.from({ length: 9 }, () => 'p99 50'), '4, p99 16', '4, p99 16'];
const apart = own === undefined ? await others() : [];

const yardsticks = [
  { name: 'full', times: full.times },
  { name: 'remark', times: parse.times },
  { name: 'lezer', times: incremental.times },
];

/** @param {Measured} measured @param {string} aim */
function rowOf({ name, times }, aim) {
  const median = quantile(times, 0.5);
  const ratios = Object.fromEntries(yardsticks.map((one) => [one.name, median / quantile(one.times, 0.5)]));
  return { name, median, p99: quantile(times, 0.99), ratios, aim };
}

const isAsked = printRows(() => [
  rowOf({ ...prose.whole, name: `${prose.whole.name} of ${(source.length / 1000).toFixed(0)} KB` }, '4, p99 16'),
  rowOf(anywhere.whole, ''),
  ...apart.map(({ whole }, index) => rowOf(whole, AIMS[index] ?? '')),
]);
if (!isAsked) {
  const { blocks, claims, actors } = analyse(source);
  const size = `${source.length} characters, ${blocks.length} blocks, ${claims.length} claims, ${actors.length} actors`;
  console.log(`${size}; ${keystrokes} keystrokes\n`);
  const steps = [...prose.steps, anywhere.whole, ...apart.map(({ whole }) => whole)];
  printTable([parse, pieces, full, incremental, prose.whole, ...steps], yardsticks);
}
