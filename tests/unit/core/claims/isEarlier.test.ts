import { describe, expect, it } from 'vitest';
import { readClaims } from '../../../../server/src/core/claims/readClaims.ts';
import { readFigures } from '../../../../server/src/core/figures/readFigures.ts';
import { plainProse } from '../../../support/figures.ts';

/** Which figures of a text are told of an earlier time. */
const earlier = (text: string) =>
  readClaims(plainProse(text), readFigures(text))
    .filter((claim) => claim.isEarlier)
    .map(({ figure }) => text.slice(figure.span.start, figure.span.end));

describe('a figure of an earlier time', () => {
  it.each([
    ['Dues were $35 a year earlier.', ['$35']],
    ['Dues rose to $48 from $35 a year ago.', ['$35']],
    ['Dues were $35 two years before.', ['$35']],
    ['Dues came to $35 in the previous quarter, and to $48 now.', ['$35']],
    ['A month earlier, dues were $35.', ['$35']],
    ['The previous harbour dues were $35, and they are $48.', ['$35']],
    ['In the prior year 12 boats sank.', ['12']],
    ['The quay was 35% complete a year before.', ['35%']],
    ['It took 35 boats of oak a year earlier.', ['35']],
    ['The quay was originally to cost $35.', ['$35']],
    ['At its peak the harbour had 35 boats.', ['35']],
    ['The harbour had 35 boats at its height.', ['35']],
    ['Dues were $35 a day until May.', ['$35 a day']],
  ])('is told so: %s', (text, prints) => {
    expect(earlier(text)).toEqual(prints);
  });

  it.each([
    'Dues rose 6% from a year earlier.',
    'Dues rose 6% over the prior year.',
    'Dues were $35 a year.',
    'After the previous storm, dues were $35.',
    'Dues were $35 in the year before the war.',
    'Dues were $35. A year earlier the quay was built.',
    'Dues were $35 two years in a row.',
    'They bought 35 boats that were originally meant for others.',
    'Dues are $35 a day until May.',
    'It took 35 boats more than a year before.',
    'It took 35 boats, a year before it sank.',
    'It took 35 boats and 6 crews a day.',
    'Originally from Elmford, she has 35 boats.',
    'At the peak of the hill stand 35 masts.',
  ])('is not what is only held against one: %s', (text) => {
    expect(earlier(text)).toEqual([]);
  });
});
