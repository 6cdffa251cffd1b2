// Currencies as texts write them: symbols before or after the number, ISO 4217 codes, names. Answers ISO codes; the
// dollar sign alone is taken for the US dollar, and what no code exists for ("cent") keeps its name.

import { findWordAfter, isBlankCode, isLetterAt, isLetterCode, phraseEndAt, skipBlanks } from './scan.ts';

/** Signs and the currency that they stand for when nothing says otherwise. */
const SIGNS: Readonly<Record<string, string>> = {
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '￥': 'CNY',
  元: 'CNY',
  円: 'JPY',
  '₹': 'INR',
  '₽': 'RUB',
  '₩': 'KRW',
  '₺': 'TRY',
  '₴': 'UAH',
  '₦': 'NGN',
  '₪': 'ILS',
  '₫': 'VND',
  '฿': 'THB',
  '₱': 'PHP',
  '₡': 'CRC',
  '₾': 'GEL',
  '₭': 'LAK',
  '₸': 'KZT',
  '₼': 'AZN',
  '֏': 'AMD',
  '₲': 'PYG',
  '₵': 'GHS',
  '₮': 'MNT',
  '₨': 'PKR',
};

/** Letters before a dollar or other sign: "US$", "A$", "HK$", "R$". */
const SIGN_LETTERS: Readonly<Record<string, string>> = {
  us: 'USD',
  usd: 'USD',
  u: 'USD',
  a: 'AUD',
  au: 'AUD',
  aud: 'AUD',
  c: 'CAD',
  ca: 'CAD',
  can: 'CAD',
  cad: 'CAD',
  nz: 'NZD',
  nzd: 'NZD',
  hk: 'HKD',
  hkd: 'HKD',
  s: 'SGD',
  sg: 'SGD',
  r: 'BRL',
  nt: 'TWD',
  mex: 'MXN',
  mx: 'MXN',
  cn: 'CNY',
  rmb: 'CNY',
  jp: 'JPY',
  j: 'JMD',
  tt: 'TTD',
  ec: 'XCD',
  e: 'EGP',
};

const CODES =
  'USD EUR GBP JPY CNY INR RUB KRW TRY UAH NGN ILS VND THB PHP AUD CAD NZD HKD SGD BRL TWD MXN CHF SEK NOK DKK ISK PLN CZK HUF RON BGN RSD ZAR EGP SAR AED QAR KWD BHD OMR JOD IQD IRR PKR BDT LKR NPR IDR MYR KZT AZN AMD GEL BYN MDL UZS KGS TJS TMT ARS CLP COP PEN UYU PYG VES CRC GTQ HNL NIO DOP JMD TTD XCD KES TZS UGX GHS XOF XAF MAD DZD TND ETB ZMW MZN AOA LAK KHR MMK MNT AFN LBP SYP YER MKD';
const ISO = new Set(CODES.split(' '));
/** Other codes in use, and the currency they mean. */
const OTHER_CODES: Readonly<Record<string, string>> = {
  RMB: 'CNY',
  Rs: 'INR',
  Tk: 'BDT',
  Fr: 'CHF',
  STG: 'GBP',
  RM: 'MYR',
};

/** Names, singular and plural, longest first where one begins another. */
const NAMES: Readonly<Record<string, string>> = {
  dollar: 'USD',
  dollars: 'USD',
  buck: 'USD',
  bucks: 'USD',
  euro: 'EUR',
  euros: 'EUR',
  yen: 'JPY',
  yuan: 'CNY',
  renminbi: 'CNY',
  rmb: 'CNY',
  rupee: 'INR',
  rupees: 'INR',
  rouble: 'RUB',
  roubles: 'RUB',
  ruble: 'RUB',
  rubles: 'RUB',
  won: 'KRW',
  lira: 'TRY',
  liras: 'TRY',
  hryvnia: 'UAH',
  hryvnias: 'UAH',
  hryvnya: 'UAH',
  naira: 'NGN',
  shekel: 'ILS',
  shekels: 'ILS',
  dong: 'VND',
  baht: 'THB',
  peso: 'MXN',
  pesos: 'MXN',
  real: 'BRL',
  reais: 'BRL',
  rand: 'ZAR',
  franc: 'CHF',
  francs: 'CHF',
  krona: 'SEK',
  kronor: 'SEK',
  krone: 'NOK',
  kroner: 'NOK',
  zloty: 'PLN',
  zlotys: 'PLN',
  koruna: 'CZK',
  forint: 'HUF',
  forints: 'HUF',
  manat: 'AZN',
  manats: 'AZN',
  dram: 'AMD',
  drams: 'AMD',
  lari: 'GEL',
  tenge: 'KZT',
  dirham: 'AED',
  dirhams: 'AED',
  riyal: 'SAR',
  riyals: 'SAR',
  rupiah: 'IDR',
  ringgit: 'MYR',
  taka: 'BDT',
  quid: 'GBP',
  cent: '¢',
  cents: '¢',
  pence: 'p',
  penny: 'p',
  guilder: 'NLG',
  guilders: 'NLG',
  marks: 'DEM',
  mark: 'DEM',
  bitcoin: 'BTC',
  bitcoins: 'BTC',
};

/** Names whose currency hangs on the nation before them. */
const NATIONAL: readonly (readonly [phrase: string, code: string])[] = [
  ['us dollars', 'USD'],
  ['us dollar', 'USD'],
  ['u.s. dollars', 'USD'],
  ['u.s. dollar', 'USD'],
  ['american dollars', 'USD'],
  ['united states dollars', 'USD'],
  ['australian dollars', 'AUD'],
  ['canadian dollars', 'CAD'],
  ['hong kong dollars', 'HKD'],
  ['new zealand dollars', 'NZD'],
  ['singapore dollars', 'SGD'],
  ['taiwan dollars', 'TWD'],
  ['pounds sterling', 'GBP'],
  ['pound sterling', 'GBP'],
  ['british pounds', 'GBP'],
  ['egyptian pounds', 'EGP'],
  ['lebanese pounds', 'LBP'],
  ['syrian pounds', 'SYP'],
  ['sudanese pounds', 'SDG'],
  ['indian rupees', 'INR'],
  ['pakistani rupees', 'PKR'],
  ['pakistan rupees', 'PKR'],
  ['sri lankan rupees', 'LKR'],
  ['nepalese rupees', 'NPR'],
  ['mexican pesos', 'MXN'],
  ['argentine pesos', 'ARS'],
  ['philippine pesos', 'PHP'],
  ['chilean pesos', 'CLP'],
  ['colombian pesos', 'COP'],
  ['swiss francs', 'CHF'],
  ['danish kroner', 'DKK'],
  ['norwegian kroner', 'NOK'],
  ['swedish kronor', 'SEK'],
  ['swedish krona', 'SEK'],
  ['chinese yuan', 'CNY'],
  ['japanese yen', 'JPY'],
  ['korean won', 'KRW'],
  ['south korean won', 'KRW'],
  ['turkish lira', 'TRY'],
  ['turkish liras', 'TRY'],
  ['russian rubles', 'RUB'],
  ['russian roubles', 'RUB'],
  ['azerbaijani manat', 'AZN'],
  ['azerbaijani manats', 'AZN'],
  ['armenian drams', 'AMD'],
  ['czech koruna', 'CZK'],
  ['brazilian reais', 'BRL'],
  ['south african rand', 'ZAR'],
  ['iranian rials', 'IRR'],
  ['omani rials', 'OMR'],
];
const NATIONAL_BY_FIRST = new Map<string, (readonly [string, string])[]>();
for (const entry of NATIONAL) {
  const first = entry[0].split(/[ .]/, 1)[0] ?? '';
  NATIONAL_BY_FIRST.set(first, [...(NATIONAL_BY_FIRST.get(first) ?? []), entry]);
}

const NAME_CODES = new Map(Object.entries(NAMES));

export interface CurrencyHit {
  readonly start: number;
  readonly end: number;
  readonly code: string;
}

/** Whether the character is a currency sign, before or after a number. */
export function isCurrencySign(character: string): boolean {
  return Object.hasOwn(SIGNS, character);
}

/** Whether the unit is money: an ISO code, or cents and pence. */
export function isMoneyUnit(unit: string): boolean {
  return (
    unit === '¢' ||
    unit === 'p' ||
    ISO.has(unit) ||
    unit === 'BTC' ||
    unit === 'DEM' ||
    unit === 'NLG' ||
    unit === 'SDG'
  );
}

/** The code that letters written as a code stand for: "EUR", "RMB", "Rs". */
export function currencyOfCode(print: string): string | undefined {
  if (ISO.has(print)) return print;
  if (Object.hasOwn(OTHER_CODES, print)) return OTHER_CODES[print];
  if (print.length !== 3) return undefined;
  const upper = print.toUpperCase();
  return print === print.toLowerCase() && COMMON_CODES.has(upper) ? (OTHER_CODES[upper] ?? upper) : undefined;
}

/** Codes that are recognised in lower case as well, since no English word looks like them. */
const COMMON_CODES = new Set([
  'USD',
  'EUR',
  'GBP',
  'JPY',
  'CNY',
  'RMB',
  'AUD',
  'CAD',
  'INR',
  'CHF',
  'RUB',
  'NZD',
  'HKD',
]);

/** The currency written right before `at`, a blank or two between: "US$|5", "USD |5", "€ |5". */
export function findCurrencyBefore(text: string, at: number, floor: number): CurrencyHit | undefined {
  let end = at;
  while (end > floor && at - end < 2 && isBlankCode(text.charCodeAt(end - 1)) && text.charCodeAt(end - 1) !== 10) end--;
  if (end <= floor) return undefined;
  const sign = SIGNS[text.charAt(end - 1)];
  if (sign !== undefined) {
    const start = end - 1;
    let letters = start;
    while (letters > floor && start - letters < 4 && isLetterCode(text.charCodeAt(letters - 1))) letters--;
    const prefix = text.slice(letters, start).toLowerCase();
    const code = Object.hasOwn(SIGN_LETTERS, prefix) ? SIGN_LETTERS[prefix] : undefined;
    if (code !== undefined && sign === 'USD') return { start: letters, end, code };
    if (code !== undefined && prefix === 'e' && sign === 'GBP') return { start: letters, end, code };
    // "U.S. $5", "U.S.$5"
    if (/u\.s\.? ?$/i.test(text.slice(Math.max(floor, start - 5), start))) {
      const lead = text.toLowerCase().lastIndexOf('u.s', start);
      return { start: Math.max(floor, lead), end, code: 'USD' };
    }
    return { start: letters < start && code === undefined ? start : start, end, code: sign };
  }
  if (
    text.charAt(end - 1) === '.' &&
    text.slice(end - 3, end) === 'Rs.' &&
    !isLetterAt(text, end - 4) &&
    end - 3 >= floor
  ) {
    return { start: end - 3, end, code: 'INR' };
  }
  let start = end;
  while (start > floor && end - start < 5 && isLetterCode(text.charCodeAt(start - 1))) start--;
  if (start === end) return undefined;
  const code = currencyOfCode(text.slice(start, end));
  return code === undefined ? undefined : { start, end, code };
}

/** The currency sign or code that begins at `at` and stands before a number: the second "$" in "$5–|$7". */
export function findCurrencyAt(text: string, at: number): CurrencyHit | undefined {
  let letters = at;
  while (letters - at < 4 && isLetterAt(text, letters)) letters++;
  const sign = SIGNS[text.charAt(letters)];
  if (sign !== undefined) {
    if (letters === at) return { start: at, end: at + 1, code: sign };
    const code = SIGN_LETTERS[text.slice(at, letters).toLowerCase()];
    return code === undefined ? undefined : { start: at, end: letters + 1, code };
  }
  if (letters === at) return undefined;
  const code = currencyOfCode(text.slice(at, letters));
  return code === undefined ? undefined : { start: at, end: letters, code };
}

/** The currency that follows a number: " dollars", "€", " USD", " Swiss francs", "元". */
export function findCurrencyAfter(text: string, at: number): CurrencyHit | undefined {
  const place = skipBlanks(text, at);
  const sign = SIGNS[text.charAt(place)];
  // A dollar or euro sign that belongs to the next number does not belong to this one.
  if (sign !== undefined) {
    const next = text.charAt(place + 1);
    return next >= '0' && next <= '9' && place > at ? undefined : { start: place, end: place + 1, code: sign };
  }
  const word = findWordAfter(text, at);
  if (!word) return undefined;
  // "11c", "57.95p"
  if (word.start === at && (word.print === 'c' || word.print === 'p')) {
    return { start: at, end: word.end, code: word.print === 'c' ? '¢' : 'p' };
  }
  for (const [phrase, code] of NATIONAL_BY_FIRST.get(word.text) ?? []) {
    const end = phraseEndAt(text, word.start, phrase);
    if (end > 0) return { start: word.start, end, code };
  }
  const name = NAME_CODES.get(word.text);
  const code = currencyOfCode(word.print) ?? (word.print === word.print.toUpperCase() ? undefined : name);
  if (code === undefined) {
    // "30 MUSD"
    const scaled = /^M(?=[A-Z]{3}$)/.test(word.print) ? currencyOfCode(word.print.slice(1)) : undefined;
    return scaled === undefined ? undefined : { start: word.start, end: word.end, code: `M${scaled}` };
  }
  if (word.text === 'real' || word.text === 'mark' || word.text === 'won') {
    // Common words of English: only after the nation or as what ends the phrase.
    const next = findWordAfter(text, word.end);
    if (next && word.text !== 'won') return undefined;
    if (next && word.text === 'won' && !['a', 'per', 'to', 'in', 'for'].includes(next.text)) return undefined;
  }
  return { start: word.start, end: word.end, code };
}
