// The words of the calendar: months, weekdays, parts of a year.

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
/** The weekdays by number: 0 (Sunday) … 6. */
export const WEEKDAY_NAMES: readonly string[] = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const WEEKDAYS = WEEKDAY_NAMES.map((name) => name.toLowerCase());

const MONTH_NUMBERS = new Map<string, number>(MONTHS.map((name, index) => [name, index + 1]));
for (const [index, name] of MONTHS.entries()) MONTH_NUMBERS.set(name.slice(0, 3), index + 1);
MONTH_NUMBERS.set('sept', 9);

const WEEKDAY_NUMBERS = new Map<string, number>(WEEKDAYS.map((name, index) => [name, index]));
for (const [index, name] of WEEKDAYS.entries()) WEEKDAY_NUMBERS.set(name.slice(0, 3), index);
WEEKDAY_NUMBERS.set('tues', 2).set('thur', 4).set('thurs', 4);

/** 1…12 for the name of a month or its abbreviation, in lower case. */
export function monthOf(word: string): number | undefined {
  return MONTH_NUMBERS.get(word);
}

/** 0 (Sunday) … 6 for the name of a weekday or its abbreviation, in lower case. */
export function weekdayOf(word: string): number | undefined {
  return WEEKDAY_NUMBERS.get(word);
}

/** Number of days of a month; of February in a leap year when no year is known. */
export function daysInMonth(year: number | undefined, month: number): number {
  return new Date(Date.UTC(year ?? 2000, month, 0)).getUTCDate();
}

/** Whether the word is a month even without its capital, since nothing else is spelt so: "december". */
export function isOnlyMonth(word: string): boolean {
  return word.length > 3 && word !== 'march' && word !== 'august' && MONTHS.includes(word);
}
