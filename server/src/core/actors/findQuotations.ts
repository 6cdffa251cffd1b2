// Finds quotations in a piece of prose and who says them: “…,” says Ana Ruiz; Ana Ruiz said: "…"; and a quotation that
// goes on after the words that name its speaker.

import { partitionPoint } from '../text/partitionPoint.ts';
import { type Span, spanOf } from '../text/span.ts';
import { isAbbreviation, type ReadWords, type WordRun } from './nameSpans.ts';
import { Gap, WordShape } from './nameTokens.ts';

const SPEECH = new Set(
  (
    'say says said explain explains explained note notes noted add adds added argue argues argued warn warns warned tell tells ' +
    'told ask asks asked write writes wrote recall recalls recalled insist insists insisted claim claims claimed believe ' +
    'believes believed suggest suggests suggested observe observes observed remark remarks remarked reply replies replied answer ' +
    'answers answered admit admits admitted state states stated announce announces announced declare declares declared comment ' +
    'comments commented conclude concludes concluded continue continues continued joke jokes joked stress stresses stressed ' +
    'report reports reported describe describes described promise promises promised complain complains complained according'
  ).split(' '),
);
const PRONOUNS = new Set(['he', 'she']);

/** Between a quotation and its speaker there are at most this many words. */
const REACH = 12;

interface Speaker {
  readonly run: WordRun;
  readonly score: number;
}

interface Quoted extends Span {
  /** First word after the quotation's start, and first word after its end. */
  readonly firstWord: number;
  readonly nextWord: number;
}

/** The quotations of each run that speaks; of overlapping runs, each may get them. */
export function findQuotations(words: ReadWords, speakers: readonly Speaker[]): Map<WordRun, Span[]> {
  const found = new Map<WordRun, Span[]>();
  const quoted = findQuoted(words);
  if (quoted.length === 0 || speakers.length === 0) return found;
  let previous: WordRun | undefined;
  let previousEnd = -1;
  for (let q = 0; q < quoted.length; q++) {
    const quotation = quoted[q]!;
    const until = quoted[q + 1]?.firstWord ?? words.tokens.start.length;
    const since = q > 0 ? quoted[q - 1]!.nextWord : 0;
    const speaker =
      speakerAfter(words, speakers, quotation.nextWord, until) ??
      speakerBefore(words, speakers, since, quotation.firstWord) ??
      (continues(words, previousEnd, quotation) ? previous : undefined) ??
      pronounSpeaker(words, speakers, quotation, until, previous);
    if (speaker === undefined) continue;
    for (const same of speakers) {
      if (
        same.run.last !== speaker.last ||
        same.run.first > speaker.last ||
        same.run.segmentFirst !== speaker.segmentFirst
      )
        continue;
      const list = found.get(same.run);
      const span = spanOf(quotation.start, quotation.end);
      if (list === undefined) found.set(same.run, [span]);
      else list.push(span);
    }
    previous = speaker;
    previousEnd = q;
  }
  return found;

  /** Nothing but the naming of the last speaker lies between two quotations. */
  function continues(_words: ReadWords, before: number, quotation: Quoted): boolean {
    if (before < 0 || previous === undefined) return false;
    const last = quoted[before]!;
    return (
      quoted[before + 1] === quotation &&
      quotation.firstWord - last.nextWord <= REACH &&
      last.nextWord <= previous.first
    );
  }
}

/** “…,” says the analyst Ana Ruiz: a verb of speech and a name before the sentence ends. */
function speakerAfter(
  words: ReadWords,
  speakers: readonly Speaker[],
  from: number,
  until: number,
): WordRun | undefined {
  let verb = false;
  let name: WordRun | undefined;
  for (let i = from; i < Math.min(until, from + REACH); i++) {
    if (i > from && isSentenceEnd(words, i)) break;
    if (SPEECH.has(words.folded[i]!)) {
      verb = true;
      if (name !== undefined) return name;
    }
    const here = bestAt(speakers, i);
    if (here !== undefined) {
      name ??= here;
      if (verb) return here;
      i = here.last;
    }
  }
  return undefined;
}

/** Ana Ruiz said: “…”: the last name before the quotation that has a verb of speech after it, in the same sentence. */
function speakerBefore(words: ReadWords, speakers: readonly Speaker[], since: number, to: number): WordRun | undefined {
  let verb = false;
  const from = Math.max(since, to - REACH);
  for (let i = to - 1; i >= from; i--) {
    if (SPEECH.has(words.folded[i]!)) verb = true;
    const here = verb ? bestAt(speakers, i) : undefined;
    if (here !== undefined) return here;
    if (isSentenceEnd(words, i)) break;
  }
  return undefined;
}

/** “…,” she said: whoever spoke last, else the only person named before. */
function pronounSpeaker(
  words: ReadWords,
  speakers: readonly Speaker[],
  quotation: Quoted,
  until: number,
  previous: WordRun | undefined,
): WordRun | undefined {
  const a = words.folded[quotation.nextWord];
  const b = words.folded[quotation.nextWord + 1];
  if (quotation.nextWord + 1 >= until || a === undefined || b === undefined) return undefined;
  const says = (PRONOUNS.has(a) && SPEECH.has(b)) || (PRONOUNS.has(b) && SPEECH.has(a));
  if (!says) return undefined;
  if (previous !== undefined) return previous;
  let last: WordRun | undefined;
  for (const { run, score } of speakers)
    if (run.last < quotation.firstWord && score > 0 && (last === undefined || run.last > last.last)) last = run;
  return last;
}

/** The likeliest speaker that begins at a word, the longer first. */
function bestAt(speakers: readonly Speaker[], index: number): WordRun | undefined {
  const from = partitionPoint(speakers.length, (at) => speakers[at]!.run.first < index);
  let best: Speaker | undefined;
  for (let i = from; i < speakers.length && speakers[i]!.run.first === index; i++) {
    if (best === undefined || speakers[i]!.score > best.score) best = speakers[i]!;
  }
  return best?.run;
}

/** Whether a sentence ends between a word and the one before it. */
function isSentenceEnd(words: ReadWords, index: number): boolean {
  if (index === 0 || (words.tokens.gap[index]! & Gap.stop) === 0) return false;
  return !isAbbreviation(words, index - 1) && words.tokens.shape[index - 1] !== WordShape.initial;
}

/** Runs of text between quotation marks that hold at least two words, in order. */
function findQuoted(words: ReadWords): Quoted[] {
  const { text, start } = words.tokens;
  const found: Quoted[] = [];
  let open = -1;
  let closing = '';
  let word = 0;
  let firstWord = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c !== 0x22 && c !== 0x201c && c !== 0x201d && c !== 0x201e && c !== 0xab && c !== 0xbb) continue;
    while (word < start.length && start[word]! < i) word++;
    const mark = text[i]!;
    if (open < 0 || mark === '“' || mark === '„' || mark === '«') {
      if (mark === '”' || mark === '»') continue;
      open = i + 1;
      closing = mark === '“' ? '”' : mark === '„' ? '“' : mark === '«' ? '»' : '"';
      firstWord = word;
    } else if (mark === closing || (closing === '”' && mark === '"')) {
      if (word - firstWord > 1) found.push({ start: open, end: i, firstWord, nextWord: word });
      open = -1;
    }
  }
  return found;
}
