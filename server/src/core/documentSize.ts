// How long a document may be. Reading is linear, and so is its memory: a longer text would end the program where it could
// say so instead. Every door asks here.

import { t } from '@vscode/l10n';

/** In code units, or in bytes of a file. */
export const longestDocument = 10_000_000;

/** Why a text of so many code units or bytes is not read, in one clause; undefined if it is. */
export function findSizeProblem(length: number): string | undefined {
  if (length <= longestDocument) return undefined;
  const millions = (count: number) => Math.round(count / 1e5) / 10;
  return t('it has {0} MB, more than the {1} MB that are read; split it', millions(length), millions(longestDocument));
}
