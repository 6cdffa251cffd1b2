// Periods as people write them: "2024-02" is February 2024, "199X" the 1990s, "2023-33" the first quarter of 2023.

import { t } from '@vscode/l10n';
import { monthName } from '../figures/calendarNames.ts';

/** EDTF's numbers for parts of a year that are no months. */
function partOfYear(part: number, year: string): string | undefined {
  const texts: Readonly<Record<number, string>> = {
    21: t('spring {0}', year),
    22: t('summer {0}', year),
    23: t('autumn {0}', year),
    24: t('winter {0}', year),
    33: t('first quarter of {0}', year),
    34: t('second quarter of {0}', year),
    35: t('third quarter of {0}', year),
    36: t('fourth quarter of {0}', year),
    40: t('first half of {0}', year),
    41: t('second half of {0}', year),
  };
  return texts[part];
}

/** The period in words; what is no period that this program writes is answered as it is. */
export function periodText(edtf: string): string {
  const [from, to, ...rest] = edtf.split('/');
  if (rest.length > 0 || from === undefined) return edtf;
  return to === undefined ? pointText(from) : t('{0} to {1}', pointText(from), pointText(to));
}

function pointText(edtf: string): string {
  const decade = /^(\d{2,3})(X{1,2})$/.exec(edtf);
  if (decade) return t('the {0}s', `${decade[1]}${decade[2]!.replaceAll('X', '0')}`);
  const date = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(edtf);
  if (!date) return edtf;
  const [, year = '', part = '', day] = date;
  const month = monthName(Number(part));
  if (month && day) return t('{0} {1} {2}', Number(day), month, year);
  return (month ? `${month} ${year}` : partOfYear(Number(part), year)) ?? edtf;
}
