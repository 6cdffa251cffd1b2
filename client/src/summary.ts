// What the extension says of the outcome of a check, in a line: a pure function, whose text appears in a message and in the output.

import type { CheckSummary } from '../../server/src/features/protocol.ts';

/** Says a text in the editor's language, with values in place of {0}, {1}. */
export type Translate = (text: string, ...values: (string | number)[]) => string;

/** The outcome of a check as a person reads it: “12 documents checked: 3 warnings”. */
export function describeSummary(summary: CheckSummary, t: Translate = inEnglish): string {
  const { documents, errors, warnings, informations, hints, unreadable } = summary;
  const found = [
    errors > 0 && (errors === 1 ? t('1 error') : t('{0} errors', errors)),
    warnings > 0 && (warnings === 1 ? t('1 warning') : t('{0} warnings', warnings)),
    informations > 0 && (informations === 1 ? t('1 note') : t('{0} notes', informations)),
    hints > 0 && (hints === 1 ? t('1 hint') : t('{0} hints', hints)),
  ].filter((part) => part !== false);
  const outcome = [
    ...(found.length > 0 ? found : [t('nothing disagrees')]),
    ...(unreadable.length > 0 ? [t('{0} could not be read', unreadable.length)] : []),
  ].join(', ');
  const read = documents === 0 ? t('No document') : documents === 1 ? t('1 document') : t('{0} documents', documents);
  return t('{0} checked: {1}', read, outcome);
}

function inEnglish(text: string, ...values: (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)]));
}
