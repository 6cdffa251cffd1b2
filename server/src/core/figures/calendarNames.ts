// Weekdays and months by their names, as the reader's language has them. What a text calls them is read in calendarWords.ts.

import { t } from '@vscode/l10n';

/** The name of a weekday: 0 is Sunday. */
export function weekdayName(weekday: number): string {
  const names = [t('Sunday'), t('Monday'), t('Tuesday'), t('Wednesday'), t('Thursday'), t('Friday'), t('Saturday')];
  return names[weekday] ?? '';
}

/** The name of a month from 1 to 12; undefined for another number. */
export function monthName(month: number): string | undefined {
  return [
    ...[t('January'), t('February'), t('March'), t('April'), t('May'), t('June')],
    ...[t('July'), t('August'), t('September'), t('October'), t('November'), t('December')],
  ][month - 1];
}
