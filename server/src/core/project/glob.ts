// Globs of the project file: `*`, `**`, `?`, `{a,b}` and a leading `!`. Matching takes at most pattern × path steps, whatever
// the pattern; `.gitignore` files have other rules and are not read here.

/** At most so many patterns come out of one pattern with braces. */
const mostAlternatives = 64;

/**
 * Whether a path with `/` between its parts is meant by a list of globs. A pattern with a leading `!` takes away what the
 * patterns before it gave. Two stars stand for any number of folders, none included: with them before `/report.md`, the
 * file is found at the top as well as below.
 */
export function matchesGlobs(path: string, globs: readonly string[]): boolean {
  let matched = false;
  for (const glob of globs) {
    const negated = glob.startsWith('!');
    if (matched === negated && matchesGlob(path, negated ? glob.slice(1) : glob)) matched = !negated;
  }
  return matched;
}

function matchesGlob(path: string, glob: string): boolean {
  const parts = path.split('/');
  const trimmed = glob.startsWith('./') ? glob.slice(2) : glob;
  return expandBraces(trimmed).some((pattern) => matchesParts(parts, pattern.split('/')));
}

/** Folder by folder; `**` is retried from where it last stood, so that no path is tried twice per part. */
function matchesParts(parts: readonly string[], patterns: readonly string[]): boolean {
  return matchesWithStars(
    parts.length,
    patterns.length,
    (pattern) => patterns[pattern] === '**',
    (part, pattern) => matchesName(parts[part] ?? '', patterns[pattern] ?? ''),
  );
}

function matchesName(name: string, pattern: string): boolean {
  return matchesWithStars(
    name.length,
    pattern.length,
    (at) => pattern[at] === '*',
    (letter, at) => pattern[at] === '?' || pattern[at] === name[letter],
  );
}

/** Matching of sequences with wildcards for any run; steps back to the last wildcard only, which is enough. */
function matchesWithStars(
  length: number,
  patternLength: number,
  isStar: (pattern: number) => boolean,
  fits: (item: number, pattern: number) => boolean,
): boolean {
  let item = 0;
  let pattern = 0;
  let star = -1;
  let retry = 0;
  while (item < length) {
    if (pattern < patternLength && isStar(pattern)) {
      star = pattern++;
      retry = item;
    } else if (pattern < patternLength && fits(item, pattern)) {
      item++;
      pattern++;
    } else if (star >= 0) {
      pattern = star + 1;
      item = ++retry;
    } else {
      return false;
    }
  }
  while (pattern < patternLength && isStar(pattern)) pattern++;
  return pattern === patternLength;
}

/** `{a,b}` written out; braces do not nest, and what goes beyond the bound is taken literally. */
function expandBraces(glob: string): string[] {
  let patterns = [''];
  let at = 0;
  while (at < glob.length) {
    const open = glob.indexOf('{', at);
    const close = open < 0 ? -1 : glob.indexOf('}', open);
    if (close < 0) break;
    const choices = glob.slice(open + 1, close).split(',');
    if (patterns.length * choices.length > mostAlternatives) break;
    const before = glob.slice(at, open);
    patterns = patterns.flatMap((pattern) => choices.map((choice) => pattern + before + choice));
    at = close + 1;
  }
  return patterns.map((pattern) => pattern + glob.slice(at));
}
