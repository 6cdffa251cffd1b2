// @ts-check
// Writes a vault of short notes that link to each other and speak of the same people, places and figures: what a workspace is
// measured with. The same for the same count.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom, generateReport } from './generateReport.mjs';

const folders = 'daily people places projects reading meetings'.split(' ');
/** Notes that one report is cut into. */
const notesPerReport = 40;
const noteLength = 1500;

/** Path of a note below the vault. @param {number} index */
export function notePath(index) {
  return `${folders[index % folders.length]}/note-${String(index).padStart(5, '0')}.md`;
}

/** The notes in their order, one after the other. @param {number} count @returns {Generator<string>} */
export function* generateNotes(count) {
  const random = createRandom(count);
  for (let first = 0; first < count; first += notesPerReport) {
    const paragraphs = generateReport(notesPerReport * noteLength, first + 1)
      .split('\n\n')
      .filter((text) => text && !text.startsWith('#'));
    const share = Math.ceil(paragraphs.length / notesPerReport);
    for (let index = first; index < Math.min(count, first + notesPerReport); index++) {
      const own = paragraphs.slice((index - first) * share, (index - first + 1) * share);
      const links = Array.from({ length: 4 }, () => {
        const other = Math.floor(random() * count);
        return `- [Note ${other}](../${notePath(other)})`;
      });
      const head = index % 3 === 0 ? `---\ntags: [survey, region]\ndate: 2023-05-${10 + (index % 19)}\n---\n\n` : '';
      yield `${head}# Note ${index}\n\n${own.join('\n\n')}\n\n## See also\n\n${links.join('\n')}\n`;
    }
  }
}

/** Writes a vault into a folder; answers how many characters it has. @param {string} folder @param {number} count */
export function writeVault(folder, count) {
  for (const name of folders) mkdirSync(join(folder, name), { recursive: true });
  let length = 0;
  let index = 0;
  for (const note of generateNotes(count)) {
    writeFileSync(join(folder, notePath(index++)), note);
    length += note.length;
  }
  return length;
}
