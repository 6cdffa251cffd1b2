// Numbers printed in digits: grouped, with decimals, with powers, in either number style. "1,234" and "1.234" have two
// readings; the likelier is given first and the document decides (numberStyle.ts).

import { isDigitAt, isDigitCode } from './scan.ts';

/** Longer runs of digits are identifiers. */
const MOST_DIGITS = 18;

export interface DigitNumber {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  /** Size of one unit of the last printed digit: 0.1 for "2.8". */
  readonly step: number;
  /** How the digits are set: with separators between groups, with decimals, or neither. */
  readonly grouped: boolean;
  readonly decimal: boolean;
  /** The other number style's reading of the same digits. */
  readonly other?: { readonly value: number; readonly step: number };
}

function digitsEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && isDigitCode(text.charCodeAt(end))) end++;
  return end;
}

/** Whether exactly `count` digits stand at `at`. */
function hasDigits(text: string, at: number, count: number): boolean {
  for (let index = 0; index < count; index++) if (!isDigitAt(text, at + index)) return false;
  return !isDigitAt(text, at + count);
}

function isGroupSpace(code: number): boolean {
  return code === 0xa0 || code === 0x202f || code === 0x2009 || code === 32;
}

/** End of groups of three digits (or two, the Indian way, before a last three) set off by one separator. */
function groupsEnd(text: string, at: number, separator: number): number {
  let end = at;
  for (let count = 0; count < 6; count++) {
    if (text.charCodeAt(end) !== separator) break;
    if (hasDigits(text, end + 1, 3)) end += 4;
    else if (separator === 44 && hasDigits(text, end + 1, 2) && text.charCodeAt(end + 3) === 44) end += 3;
    else break;
  }
  // Indian groups of two end in one of three; "22,24,26,31" is a list.
  return end > at && text.charCodeAt(end - 3) === separator ? at : end;
}

const plain = (print: string): number => Number(print.replace(/[^0-9.]/g, ''));
const stepOf = (decimals: number): number => Number(`1e-${decimals}`);

const COMMA = 44;
const POINT = 46;

/**
 * Tokenised text sets every mark apart: "6 . 2 %", "80 , 000". No other prose has a blank before such a mark and digits
 * after it.
 */
function findSetApart(text: string, at: number, whole: number): DigitNumber | undefined {
  const mark = text.charCodeAt(whole + 1);
  if (text.charCodeAt(whole) !== 32 || text.charCodeAt(whole + 2) !== 32) return undefined;
  const start = whole + 3;
  if (mark === POINT) {
    const end = digitsEnd(text, start);
    if (end === start || end - start > MOST_DIGITS || text.charCodeAt(end) === 46) return undefined;
    const value = Number(`${text.slice(at, whole)}.${text.slice(start, end)}`);
    return { start: at, end, value, step: stepOf(end - start), grouped: false, decimal: true };
  }
  if (mark !== COMMA || whole - at > 3 || !hasDigits(text, start, 3)) return undefined;
  const value = Number(text.slice(at, whole) + text.slice(start, start + 3));
  return { start: at, end: start + 3, value, step: 1, grouped: true, decimal: false };
}

/**
 * The number in digits at `at`, which is a digit or a decimal point before one: "1,234.5", "11 950", "1.234,56", ".08".
 * Undefined for runs of digits too long to be anything but an identifier.
 */
export function findDigits(text: string, at: number): DigitNumber | undefined {
  if (text.charCodeAt(at) === POINT) {
    const end = digitsEnd(text, at + 1);
    if (end === at + 1 || end - at > MOST_DIGITS) return undefined;
    const step = stepOf(end - at - 1);
    return { start: at, end, value: Number(`0${text.slice(at, end)}`), step, grouped: false, decimal: true };
  }
  const whole = digitsEnd(text, at);
  if (whole === at || whole - at > MOST_DIGITS) return undefined;
  const separator = text.charCodeAt(whole);
  const apart = separator === 32 && isDigitAt(text, whole + 3) ? findSetApart(text, at, whole) : undefined;
  if (apart) return apart;
  const short = whole - at <= 3 && text.charCodeAt(at) !== 48;

  let end = whole;
  if (short && (separator === COMMA || separator === POINT || separator === 39 || isGroupSpace(separator))) {
    end = groupsEnd(text, whole, separator);
    // After a plain space, what could be two numbers side by side is taken as two.
    if (separator === 32 && end > whole && isDigitAt(text, end + 1) && text.charCodeAt(end) === 32) end = whole;
  }
  const groups = end > whole;
  const after = text.charCodeAt(end);

  if (groups && separator === POINT) {
    // "1.234.567" and "1.234,5" can only be the comma style; a lone "1.234" is a decimal unless the document decides.
    const decimals = after === COMMA ? digitsEnd(text, end + 1) : end;
    const integer = Number(text.slice(at, end).replaceAll('.', ''));
    if (decimals > end + 1) {
      const value = Number(`${integer}.${text.slice(end + 1, decimals)}`);
      return { start: at, end: decimals, value, step: stepOf(decimals - end - 1), grouped: true, decimal: true };
    }
    if (end - whole > 4) return { start: at, end, value: integer, step: 1, grouped: true, decimal: false };
    const other = { value: integer, step: 1 };
    return {
      start: at,
      end,
      value: Number(text.slice(at, end)),
      step: stepOf(3),
      grouped: false,
      decimal: true,
      other,
    };
  }
  if (after === POINT && isDigitAt(text, end + 1)) {
    const decimals = digitsEnd(text, end + 1);
    if (decimals - end > MOST_DIGITS) return undefined;
    const value = plain(text.slice(at, decimals));
    return { start: at, end: decimals, value, step: stepOf(decimals - end - 1), grouped: groups, decimal: true };
  }
  // "1 234,56"
  if (groups && isGroupSpace(separator) && after === COMMA && isDigitAt(text, end + 1)) {
    const decimals = digitsEnd(text, end + 1);
    if (decimals - end <= 3) {
      const value = Number(`${text.slice(at, end).replace(/\D/g, '')}.${text.slice(end + 1, decimals)}`);
      return { start: at, end: decimals, value, step: stepOf(decimals - end - 1), grouped: true, decimal: true };
    }
  }
  if (!groups && after === COMMA && isDigitAt(text, end + 1)) {
    const decimals = digitsEnd(text, end + 1);
    const places = decimals - end - 1;
    const listed = text.charCodeAt(decimals) === COMMA && isDigitAt(text, decimals + 1);
    const precededByList = text.charCodeAt(at - 1) === COMMA && isDigitAt(text, at - 2);
    if (places <= 2 && !listed && !precededByList) {
      const value = Number(`${text.slice(at, end)}.${text.slice(end + 1, decimals)}`);
      return { start: at, end: decimals, value, step: stepOf(places), grouped: false, decimal: true };
    }
  }
  const value = plain(text.slice(at, end));
  if (groups && separator === COMMA && end - whole === 4) {
    const other = { value: Number(text.slice(at, end).replace(',', '.')), step: stepOf(3) };
    return { start: at, end, value, step: 1, grouped: true, decimal: false, other };
  }
  return { start: at, end, value, step: 1, grouped: groups, decimal: false };
}

/** Numbers beyond this are printed for no quantity, and double precision ends soon after. */
const LARGEST = 1e300;

/**
 * The number raised by a power right after it: "3e10", "4 x10^-4", "5 × 10^6", "2^23". Its value is undefined where it
 * is too large or too small to be told from infinity or zero; undefined if no power stands there.
 */
export function findPower(
  text: string,
  at: number,
  base: number,
): { readonly end: number; readonly value: number | undefined } | undefined {
  const raised = /^\s?[x×]\s?10([⁰¹²³⁴-⁹]{1,2})/.exec(text.slice(at, at + 9));
  if (raised?.[1]) {
    const exponent = Number([...raised[1]].map((sign) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(sign)).join(''));
    return { end: at + raised[0].length, value: timesPowerOfTen(base, exponent) };
  }
  const scientific =
    /^(?:[eE]([+-]?\d{1,3})(?![\d\p{L}])|\s?[x×]\s?10\^?([-−]?\d{1,3})(?!\d)|\^([-−]{0,2}\d{1,3})(?!\d))/u.exec(
      text.slice(at, at + 16),
    );
  if (!scientific) return undefined;
  const exponent = Number((scientific[1] ?? scientific[2] ?? scientific[3] ?? '').replace('−', '-').replace('--', '-'));
  const value = scientific[3] === undefined ? timesPowerOfTen(base, exponent) : base ** exponent;
  const isTold = Math.abs(value) < LARGEST && (value === 0) === (base === 0);
  return { end: at + scientific[0].length, value: isTold ? value : undefined };
}

/** The decimal point moved: exactly, as a product with a power of ten is not. */
function timesPowerOfTen(value: number, exponent: number): number {
  const [digits, own = 0] = String(value).split('e');
  return Number(`${digits}e${Number(own) + exponent}`);
}
