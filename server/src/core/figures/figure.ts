// A figure: a number that counts or measures, as an interval with a unit, or a date. Says what the words allow and
// leaves what is counted, of whom and when to the claims.

import type { Span } from '../text/span.ts';

export type FigureKind =
  | 'count'
  | 'money'
  | 'percent'
  | 'measurement'
  | 'ratio'
  | 'ordinal'
  | 'date'
  | 'duration'
  | 'number';

export interface Figure {
  /** In the prose text: "about $2.8 billion". */
  readonly span: Span;
  /** The number itself without hedge, currency and unit: "2.8 billion". */
  readonly numeral: Span;
  readonly kind: FigureKind;
  /** In the unit's own scale with multipliers applied; a percentage is 57 for 57 %; the middle of a range; null for a date. */
  readonly value: number | null;
  /** The interval that wording and precision allow; null where the wording leaves the side open, or for a date. */
  readonly low: number | null;
  readonly high: number | null;
  /** Size of one unit of the last stated digit: 1e8 for "2.8 billion", 1000 for "128 thousand". 0 for words such as "half". */
  readonly step: number;
  /** ISO currency code, "%", "pp" (percentage points), a unit's symbol ("km", "°C", "year"); undefined for bare counts. */
  readonly unit?: string;
  /**
   * EDTF, for dates and periods: "2024", "2024-02", "1990/1999", "199X", "2023-35" (third quarter), "2024-41" (second
   * half), "XXXX-02-24" where no year is printed.
   */
  readonly period?: string;
  /** What is printed where no calendar has such a day: "2019-06-31", whose `period` is "2019-06". */
  readonly misdated?: string;
  /** The year of `period` is a fiscal, school or tax year: "FY2024", "fiscal 2024". */
  readonly fiscal?: boolean;
  /** The weekday printed beside a date: 0 for Sunday, 6 for Saturday. */
  readonly weekday?: number;
  readonly approximate: boolean;
  /** How old somebody is: "aged 34", "Maria Kerr, 34,". */
  readonly age?: boolean;
  /** "at least" and "more than" are `least`; "up to" and "no more than" are `most`. */
  readonly bound?: 'least' | 'most';
  /** The two ends of a printed range, each a figure of its own: "12 to 15 per cent". Absent otherwise. */
  readonly ends?: readonly [Figure, Figure];
  /** Signed words of change beside it: "up 12 %", "fell by 3". */
  readonly change?: 'up' | 'down' | 'by';
  /** "$20 per hour" → "hour"; "£5 a week" → "week". */
  readonly per?: string;
  /** Other readings that the document may decide for: "1.234" as 1234, "May" as a name. */
  readonly alternatives?: readonly Figure[];
}
