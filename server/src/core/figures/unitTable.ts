// The units of measurement that texts use, with their dimension and size. The one source of truth for reading units and
// for converting between them; sizes are the exact definitions of the SI brochure and the international yard and pound.

export interface Unit {
  /** What figures carry: "km", "°C", "year". */
  readonly symbol: string;
  /** Units of one dimension can be converted into each other. */
  readonly dimension: string;
  /** Size in the dimension's base unit. */
  readonly factor: number;
  /** Added after scaling; for temperatures only. */
  readonly offset?: number;
}

interface UnitEntry extends Unit {
  /** Other printed forms, case counts. */
  readonly symbols: readonly string[];
  /** Names in lower case, singular and plural. */
  readonly names: readonly string[];
}

/** Unit with its size, its symbols (the first is the unit's own) and its names. */
function unit(dimension: string, factor: number, symbols: string, names: string, offset?: number): UnitEntry {
  const all = symbols.split('|');
  return {
    symbol: all[0] ?? '',
    dimension,
    factor,
    symbols: all,
    names: names === '' ? [] : names.split('|'),
    ...(offset === undefined ? {} : { offset }),
  };
}

const PREFIXES: readonly (readonly [symbol: string, name: string, factor: number])[] = [
  ['T', 'tera', 1e12],
  ['G', 'giga', 1e9],
  ['M', 'mega', 1e6],
  ['k', 'kilo', 1e3],
  ['d', 'deci', 1e-1],
  ['c', 'centi', 1e-2],
  ['m', 'milli', 1e-3],
  ['µ', 'micro', 1e-6],
  ['μ', 'micro', 1e-6],
  ['n', 'nano', 1e-9],
  ['p', 'pico', 1e-12],
];

/** SI units and the prefixes that are in use with them. */
const PREFIXED: readonly (readonly [
  dimension: string,
  symbol: string,
  names: string,
  factor: number,
  prefixes: string,
])[] = [
  ['length', 'm', 'metre|metres|meter|meters', 1, 'kdcmµμnp'],
  ['mass', 'g', 'gram|grams|gramme|grammes', 1e-3, 'kmµμn'],
  ['volume', 'L', 'litre|litres|liter|liters', 1e-3, 'dcmµμ'],
  ['power', 'W', 'watt|watts', 1, 'TGMkmµμ'],
  ['energy', 'Wh', 'watt-hour|watt-hours|watthour|watthours', 3600, 'TGMk'],
  ['energy', 'J', 'joule|joules', 1, 'TGMkm'],
  ['energy', 'eV', 'electronvolt|electronvolts', 1.602176634e-19, 'TGMk'],
  ['frequency', 'Hz', 'hertz', 1, 'TGMk'],
  ['voltage', 'V', 'volt|volts', 1, 'Mkmµμ'],
  ['current', 'A', 'amp|amps|ampere|amperes', 1, 'kmµμ'],
  ['pressure', 'Pa', 'pascal|pascals', 1, 'GMk'],
  ['pressure', 'bar', 'bar|bars', 1e5, 'm'],
  ['information', 'B', 'byte|bytes', 8, 'TGMk'],
  ['information', 'bit', 'bit|bits', 1, 'TGMk'],
  ['data rate', 'bps', '', 1, 'TGMk'],
  ['data rate', 'bit/s', '', 1, 'TGMk'],
  ['force', 'N', 'newton|newtons', 1, 'Mk'],
  ['mass', 't', 'tonne|tonnes', 1e3, 'GMk'],
  ['charge', 'Ah', 'amp-hour|amp-hours|ampere-hour|ampere-hours', 3600, 'mk'],
  ['dose', 'Sv', 'sievert|sieverts', 1, 'mµμ'],
  ['radioactivity', 'Bq', 'becquerel|becquerels', 1, 'TGMk'],
];

const PLAIN: readonly UnitEntry[] = [
  unit('length', 1609.344, 'mi', 'mile|miles'),
  unit('length', 1852, 'nmi|NM', 'nautical mile|nautical miles|nm'),
  unit('length', 0.3048, 'ft|′', 'foot|feet'),
  unit('length', 0.0254, 'in|″', 'inch|inches'),
  unit('length', 0.9144, 'yd|yds', 'yard|yards'),
  unit('length', 1.8288, 'fathom', 'fathom|fathoms'),
  unit('length', 1e-6, 'µm', 'micron|microns'),
  unit('length', 1.495978707e11, 'AU', 'astronomical unit|astronomical units'),
  unit('length', 3.0856775814914e16, 'parsec', 'parsec|parsecs'),
  unit('containers', 1, 'TEU|TEUs', 'twenty-foot equivalent unit|twenty-foot equivalent units'),
  unit('length', 9.4607304725808e15, 'ly', 'light year|light years|light-year|light-years'),
  unit('mass', 0.45359237, 'lb|lbs', 'pound|pounds'),
  unit('mass', 0.028349523125, 'oz', 'ounce|ounces'),
  unit('mass', 6.35029318, 'st', 'stone'),
  unit('mass', 1e3, 't', 'metric ton|metric tons|metric tonne|metric tonnes'),
  unit('mass', 907.18474, 'ton|tons', 'ton|tons|short ton|short tons'),
  unit('mass', 1e-9, 'µg|mcg', 'microgram|micrograms'),
  unit('mass', 2e-4, 'ct', 'carat|carats'),
  unit('mass', 1e12, 'Gt', 'gigaton|gigatons'),
  unit('mass', 1e9, 'Mt', 'megaton|megatons'),
  unit('mass', 1e6, 'kt', 'kiloton|kilotons'),
  unit('mass', 0.0311034768, 'ozt', 'troy ounce|troy ounces'),
  unit('area', 1e4, 'ha', 'hectare|hectares'),
  unit('area', 4046.8564224, 'acre', 'acre|acres'),
  unit('area', 1e6, 'km²|km2|sq. km|sq.km', 'sq km|sqkm'),
  unit('area', 1, 'm²|m2|sq. m|sqm', 'sq m'),
  unit('area', 1e-4, 'cm²|cm2', 'sq cm'),
  unit('area', 2589988.110336, 'mi²|mi2|sq. mi', 'sq mi'),
  unit('area', 0.09290304, 'ft²|ft2|sq. ft|sq. ft.', 'sq ft|sqft'),
  unit('volume', 1, 'm³|m3|cu. m', 'cu m'),
  unit('volume', 1e9, 'km³|km3', 'cu km'),
  unit('volume', 1e-6, 'cm³|cm3|cc', ''),
  unit('volume', 0.028316846592, 'ft³|ft3', 'cu ft'),
  unit('volume', 1233.48183754752, 'acre-ft', 'acre foot|acre feet'),
  unit('volume', 3.785411784e-3, 'gal', 'gallon|gallons'),
  unit('volume', 9.46352946e-4, 'qt', 'quart|quarts'),
  unit('volume', 4.73176473e-4, 'pt', 'pint|pints'),
  unit('volume', 2.365882365e-4, 'cup', 'cup|cups'),
  unit('volume', 1.478676478125e-5, 'tbsp', 'tablespoon|tablespoons'),
  unit('volume', 4.92892159375e-6, 'tsp', 'teaspoon|teaspoons'),
  unit('volume', 2.95735295625e-5, 'fl oz', 'fl oz|fluid ounce|fluid ounces'),
  unit('volume', 0.158987294928, 'bbl', 'barrel|barrels|bbls'),
  unit('volume', 0.03523907016688, 'bushel', 'bushel|bushels'),
  unit(
    'speed',
    1 / 3.6,
    'km/h|kph|kmh|kmph|km/hr',
    'km per hour|km an hour|kilometre per hour|kilometer per hour|kilometres per hour|kilometers per hour|kilometre an hour|kilometer an hour|kilometres an hour|kilometers an hour',
  ),
  unit('speed', 0.44704, 'mph', 'mile per hour|miles per hour|mile an hour|miles an hour'),
  unit('acceleration', 1, 'm/s²|m/s2', 'metres per second squared|meters per second squared'),
  unit('speed', 1, 'm/s', 'metres per second|meters per second'),
  unit('speed', 0.3048, 'ft/s', 'feet per second'),
  unit('speed', 1852 / 3600, 'kn', 'knot|knots'),
  unit(
    'temperature',
    1,
    '°C|℃|degC',
    'degrees celsius|degree celsius|celsius|degrees c|degrees centigrade|degree centigrade|centigrade|celcius|degrees celcius',
    273.15,
  ),
  unit(
    'temperature',
    5 / 9,
    '°F|℉|degF',
    'degrees fahrenheit|degree fahrenheit|fahrenheit|degrees f|farenheit|degrees farenheit',
    459.67 * (5 / 9),
  ),
  unit('temperature', 1, 'K', 'kelvin|kelvins', 0),
  unit('angle', 1, '°|deg', 'degree|degrees'),
  unit('power', 745.69987158227, 'hp|bhp', 'horsepower|brake horsepower'),
  unit('energy', 4.184, 'cal', 'calorie|calories'),
  unit('energy', 4184, 'kcal', 'kilocalorie|kilocalories'),
  unit('energy', 1055.05585262, 'BTU|Btu', ''),
  unit('torque', 1, 'Nm|N·m', 'newton metre|newton metres|newton meter|newton meters'),
  unit(
    'torque',
    1.3558179483314,
    'lb-ft|lb·ft|ft-lb|lb-ft.',
    'lb ft|ft lb|pound foot|pound feet|foot pound|foot pounds|pounds feet',
  ),
  unit('fuel economy', 1, 'mpg', 'miles per gallon|miles to the gallon|miles a gallon'),
  unit('pressure', 100, 'hPa', 'hectopascal|hectopascals'),
  unit('pressure', 6894.757293168, 'psi', 'pounds per square inch'),
  unit('pressure', 101325, 'atm', 'atmosphere|atmospheres'),
  unit('pressure', 133.322387415, 'mmHg', ''),
  unit('information', 1024 * 8, 'KiB', 'kibibyte|kibibytes'),
  unit('information', 1024 ** 2 * 8, 'MiB', 'mebibyte|mebibytes'),
  unit('information', 1024 ** 3 * 8, 'GiB', 'gibibyte|gibibytes'),
  unit('information', 1024 ** 4 * 8, 'TiB', 'tebibyte|tebibytes'),
  unit('information', 8000, 'kB|KB|Kb|kb', ''),
  unit('data rate', 1e6, 'Mbps|Mbit/s|Mb/s', ''),
  unit('pixels', 1e6, 'MP', 'megapixel|megapixels'),
  unit('pixels', 1, 'px', 'pixel|pixels'),
  unit('luminance', 1, 'nit', 'nit|nits'),
  unit('light', 1, 'lm', 'lumen|lumens'),
  unit('resistance', 1, 'Ω', 'ohm|ohms'),
  unit('frame rate', 1, 'fps', 'frames per second'),
  unit('density', 1, 'kg/m³|kg/m3', 'kilograms per cubic metre|kilograms per cubic meter'),
  unit('density', 1e-3, 'g/L|g/l', 'grams per litre|grams per liter'),
  unit('density', 1e-6, 'mg/L|mg/l', 'milligrams per litre|milligrams per liter'),
  unit('density', 1e-5, 'mg/dL|mg/dl', 'milligrams per decilitre|milligrams per deciliter'),
  unit('density', 1e-6, 'mg/m³|mg/m3', 'milligrams per cubic metre|milligrams per cubic meter'),
  unit('density', 1e-9, 'µg/m³|μg/m³|ug/m³|µg/m3|μg/m3|ug/m3', 'micrograms per cubic metre|micrograms per cubic meter'),
  unit('loudness', 1, 'dB', 'decibel|decibels'),
  unit('parts', 1e-6, 'ppm', 'parts per million'),
  unit('parts', 1e-9, 'ppb', 'parts per billion'),
  unit('rotation', 1, 'rpm', 'revolutions per minute'),
  unit('time', 31556952, 'year|yr|yrs', 'year|years'),
  unit('time', 31556952 / 12, 'month|mo|mos', 'month|months'),
  unit('time', 604800, 'week|wk|wks', 'week|weeks'),
  unit('time', 1209600, 'fortnight', 'fortnight|fortnights'),
  unit('time', 86400, 'day', 'day|days'),
  unit('time', 3600, 'hour|hr|hrs|h', 'hour|hours'),
  unit('time', 60, 'minute|min|mins', 'minute|minutes'),
  unit('time', 1, 'second|s|sec|secs', 'second|seconds'),
  unit('time', 1e-3, 'ms', 'millisecond|milliseconds'),
  unit('time', 1e-6, 'µs|μs', 'microsecond|microseconds'),
  unit('time', 1e-9, 'ns', 'nanosecond|nanoseconds'),
  unit('time', 31556952 * 10, 'decade', 'decade|decades'),
  unit('time', 31556952 * 100, 'century', 'century|centuries'),
  unit('time', 31556952 * 1000, 'millennium', 'millennium|millennia'),
];

function expandPrefixes(): UnitEntry[] {
  const entries: UnitEntry[] = [];
  for (const [dimension, symbol, names, factor, prefixes] of PREFIXED) {
    entries.push(unit(dimension, factor, symbol === 'L' ? 'L|l' : symbol, names));
    for (const [sign, word, size] of PREFIXES) {
      if (!prefixes.includes(sign)) continue;
      const prefixed =
        names === ''
          ? ''
          : names
              .split('|')
              .map((name) => word + name)
              .join('|');
      // The two code points for "micro" are one symbol, and so are the two letters for the litre.
      const own = `${sign === 'μ' ? 'µ' : sign}${symbol}`;
      const spellings = new Set([own, sign + symbol, ...(symbol === 'L' ? [`${sign}l`] : [])]);
      entries.push(unit(dimension, factor * size, [...spellings].join('|'), prefixed));
    }
  }
  return entries;
}

function squaresAndCubes(lengths: readonly UnitEntry[]): UnitEntry[] {
  const entries: UnitEntry[] = [];
  for (const length of lengths) {
    const powers = [
      ['area', 2, '²', ['square', 'sq']],
      ['volume', 3, '³', ['cubic', 'cu']],
    ] as const;
    for (const [dimension, power, sign, words] of powers) {
      const names = length.names.flatMap((name) => words.map((word) => `${word} ${name}`)).join('|');
      entries.push(unit(dimension, length.factor ** power, `${length.symbol}${sign}`, names));
    }
  }
  return entries;
}

/** Units by name in lower case: "square kilometres". */
export const unitsByName = new Map<string, Unit>();
/** Units by symbol, case counting: "MW", "mW". */
export const unitsBySymbol = new Map<string, Unit>();

const SI = expandPrefixes();
const LENGTHS = [...SI, ...PLAIN].filter((entry) => entry.dimension === 'length' && entry.names.length > 0);
for (const entry of [...SI, ...squaresAndCubes(LENGTHS), ...PLAIN]) {
  const own: Unit = {
    symbol: entry.symbol,
    dimension: entry.dimension,
    factor: entry.factor,
    ...(entry.offset === undefined ? {} : { offset: entry.offset }),
  };
  for (const symbol of entry.symbols) unitsBySymbol.set(symbol, own);
  unitsBySymbol.set(own.symbol, own);
  for (const name of entry.names) unitsByName.set(name, own);
}

/** First words of names of more than one word, with the most words that follow: "square" → 2. */
export const longNames = new Map<string, number>();
for (const name of unitsByName.keys()) {
  const words = name.split(/[ -]/);
  const first = words[0] ?? '';
  if (words.length > 1) longNames.set(first, Math.max(longNames.get(first) ?? 0, words.length));
}
