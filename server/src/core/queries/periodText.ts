// Periods as people write them: "2024-02" is February 2024, "199X" the 1990s, "2023-33" the first quarter of 2023.

const months = 'January February March April May June July August September October November December'.split(' ');

/** EDTF's numbers for parts of a year that are no months. */
const partsOfYear: Readonly<Record<number, string>> = {
  21: 'spring',
  22: 'summer',
  23: 'autumn',
  24: 'winter',
  33: 'first quarter of',
  34: 'second quarter of',
  35: 'third quarter of',
  36: 'fourth quarter of',
  40: 'first half of',
  41: 'second half of',
};

/** The period in words; what is no period that this program writes is answered as it is. */
export function periodText(edtf: string): string {
  const [from, to, ...rest] = edtf.split('/');
  if (rest.length > 0 || from === undefined) return edtf;
  return to === undefined ? pointText(from) : `${pointText(from)} to ${pointText(to)}`;
}

function pointText(edtf: string): string {
  const decade = /^(\d{2,3})(X{1,2})$/.exec(edtf);
  if (decade) return `the ${decade[1]}${decade[2]!.replaceAll('X', '0')}s`;
  const date = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(edtf);
  if (!date) return edtf;
  const [, year = '', part = '', day] = date;
  const name = months[Number(part) - 1] ?? partsOfYear[Number(part)];
  if (!name) return edtf;
  return day ? `${Number(day)} ${name} ${year}` : `${name} ${year}`;
}
