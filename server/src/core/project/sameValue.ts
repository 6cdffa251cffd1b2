// Whether two printed values are the same, as somebody wrote them in the project file and as a document prints them. Notation
// may differ where it cannot mislead; a changed digit never passes.

/** "128,000" and "128 000", "about 40" and "40"; not "2.8 billion" and "2.8 million", not "1.5" and "15". */
export function isSameValue(a: string, b: string): boolean {
  return a === b || canonicalValue(a) === canonicalValue(b);
}

/** Words that hedge a figure and are no part of its value. */
const hedges = new Set([
  'about',
  'around',
  'roughly',
  'approximately',
  'nearly',
  'almost',
  'some',
  'circa',
  'ca',
  'over',
]);

function canonicalValue(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=\d)[, ](?=\d{3}(?!\d))/g, '')
    .replace(/[−–]/g, '-')
    .replace(/\bper ?cent\b/g, '%')
    .split(/\s+|(?<=\d)(?=[%\p{L}])/u)
    .filter((word) => word !== '' && !hedges.has(word))
    .join(' ');
}
