// Finds many known names in much text at once: the automaton of Aho and Corasick (1975) on typed arrays, with every
// transition worked out beforehand. Ignores the case of letters and takes curly apostrophes for straight ones, and a line break
// for a blank.

export interface NameMatch {
  /** Index of the name in the list that the matcher was built from. */
  readonly name: number;
  readonly start: number;
  readonly end: number;
}

/** An automaton over the characters that occur in the names. */
export interface NameMatcher {
  readonly width: number;
  /** Column of each UTF-16 code unit; 0 for those that occur in no name. */
  readonly columns: Uint8Array | Uint16Array;
  /** Next state by state and column. */
  readonly next: Int32Array;
  /** Name that ends in a state, or −1. */
  readonly output: Int32Array;
  /** The longest proper suffix state in which a name ends, or 0. */
  readonly shorter: Int32Array;
  readonly lengths: Int32Array;
}

/** Code units that match alike. */
function fold(code: number): number {
  if (code >= 65 && code <= 90) return code + 32;
  if (code === 0x0a) return 0x20;
  if (code < 128) return code;
  if (code === 0x2019 || code === 0x2018 || code === 0x2bc) return 0x27;
  if (code === 0xa0 || code === 0x202f) return 0x20;
  const lower = String.fromCharCode(code).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : code;
}

/** Builds the automaton; time and memory in proportion to the names' length times the number of distinct characters. */
export function buildNameMatcher(names: readonly string[]): NameMatcher {
  const alphabet = new Map<number, number>();
  let size = 1;
  for (const name of names) {
    size += name.length;
    for (let i = 0; i < name.length; i++) {
      const code = fold(name.charCodeAt(i));
      if (!alphabet.has(code)) alphabet.set(code, alphabet.size + 1);
    }
  }
  const width = alphabet.size + 1;
  const columns = width < 256 ? new Uint8Array(0x10000) : new Uint16Array(0x10000);
  for (let code = 0; code < 0x10000; code++) columns[code] = alphabet.get(fold(code)) ?? 0;
  const next = new Int32Array(size * width);
  const output = new Int32Array(size).fill(-1);
  let states = 1;
  names.forEach((name, index) => {
    let state = 0;
    for (let i = 0; i < name.length; i++) {
      const at = state * width + columns[name.charCodeAt(i)]!;
      if (next[at] === 0) next[at] = states++;
      state = next[at]!;
    }
    if (state !== 0 && output[state] === -1) output[state] = index;
  });
  return {
    width,
    columns,
    next,
    output,
    shorter: completeTransitions(next, output, width, states),
    lengths: Int32Array.from(names, (name) => name.length),
  };
}

/** Fills in where each state goes on a character that leads no name on, breadth first; answers the output links. */
function completeTransitions(next: Int32Array, output: Int32Array, width: number, states: number): Int32Array {
  const fallback = new Int32Array(states);
  const shorter = new Int32Array(states);
  const queue = new Int32Array(states);
  let tail = 0;
  for (let column = 1; column < width; column++) if (next[column] !== 0) queue[tail++] = next[column]!;
  for (let head = 0; head < tail; head++) {
    const state = queue[head]!;
    const back = fallback[state]!;
    shorter[state] = output[back] !== -1 ? back : shorter[back]!;
    for (let column = 1; column < width; column++) {
      const at = state * width + column;
      const child = next[at]!;
      if (child === 0) next[at] = next[back * width + column]!;
      else {
        fallback[child] = next[back * width + column]!;
        queue[tail++] = child;
      }
    }
  }
  return shorter;
}

/**
 * Where the names stand in a text as whole words, by their end. Names within names are found too; of equal names the
 * first of the list. Linear in the text and the number of matches.
 */
export function findKnownNames(matcher: NameMatcher, text: string): NameMatch[] {
  const { width, columns, next, output, shorter, lengths } = matcher;
  const found: NameMatch[] = [];
  let state = 0;
  for (let i = 0; i < text.length; i++) {
    state = next[state * width + columns[text.charCodeAt(i)]!]!;
    if (state === 0) continue;
    for (let at = output[state] !== -1 ? state : shorter[state]!; at !== 0; at = shorter[at]!) {
      const name = output[at]!;
      const start = i + 1 - lengths[name]!;
      if (isBoundary(text, start) && isBoundary(text, i + 1)) found.push({ name, start, end: i + 1 });
    }
  }
  return found;
}

const WORD = /[\p{L}\p{N}\p{M}]/u;

/** Whether a word begins or ends at an offset: not between two letters or digits. */
function isBoundary(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true;
  return !(isWordAt(text, offset - 1) && isWordAt(text, offset));
}

function isWordAt(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  return WORD.test(text[index]!);
}
