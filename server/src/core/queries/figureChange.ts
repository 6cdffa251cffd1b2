// What became of the figures in an annotated passage, in words: "was 12 %, now 15 %".

import { t } from '@vscode/l10n';
import { readFigures } from '../figures/readFigures.ts';
import { sliceSpan } from '../text/span.ts';

/** So much of a passage is shown where its figures cannot be told one from another. */
const MAX_SHOWN = 60;

/**
 * How the figures of a passage changed between its former words and those it has now; undefined where they are the same.
 * `grew by 12 % in May` and `grew by 15 % in May` answer "was 12 %, now 15 %".
 */
export function describeFigureChange(was: string, now: string): string | undefined {
  const [before, after] = [figuresIn(was), figuresIn(now)];
  if (before.length === after.length && before.length > 0) {
    const changes = before.flatMap((text, i) => (text === after[i] ? [] : [t('was {0}, now {1}', text, after[i]!)]));
    if (changes.length > 0) return changes.join('; ');
  } else if (before.join() !== after.join()) {
    return t('was “{0}”, now “{1}”', shortened(was), shortened(now));
  }
  return digitsOf(was) === digitsOf(now) ? undefined : t('was “{0}”, now “{1}”', shortened(was), shortened(now));
}

function figuresIn(text: string): string[] {
  const prose = text.replace(/\s+/g, ' ').trim();
  return readFigures(prose).map(({ span }) => sliceSpan(prose, span));
}

/** Numbers that are no figures, such as those of a section, count too. */
function digitsOf(text: string): string {
  return (text.match(/\d+/g) ?? []).join();
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= MAX_SHOWN ? line : `${line.slice(0, MAX_SHOWN - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
