import { describe, expect, it } from 'vitest';
import { tellOfOthers } from '../../../../server/src/core/claims/otherThings.ts';
import { readClaims } from '../../../../server/src/core/claims/readClaims.ts';
import { readFigures } from '../../../../server/src/core/figures/readFigures.ts';
import { plainProse } from '../../../support/figures.ts';

/** Whether the last figures of two texts are told of two things. */
function areOthers(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => readClaims(plainProse(text), readFigures(text)).at(-1)!);
  return tellOfOthers(a!, b!);
}

describe('two sentences that name the same thing', () => {
  it.each([
    ['The quay has 340 moorings.', "The harbour's other quay has 120 moorings."],
    ['The survey heard 340 crews.', 'An earlier survey heard 120 crews.'],
    ['The quay burned for 5 hours.', 'The second quay burned for 7 hours.'],
    ['The quay cost $45 million.', 'The road to the quay cost $3 million.'],
    ['The quay has 340 lamps.', "The quay's shed has 120 lamps."],
    ['The quay has 340 lamps.', 'The quay’s shed has 120 lamps.'],
    ['The quay has 340 lamps.', 'The older quay has 120 lamps.'],
    ['She has 340 boats.', 'Her brother has 120 boats.'],
    ['The harbour has 340 boats.', 'The harbour has 120 boats with cabins.'],
    ['The two quays have 340 lamps between them.', 'The larger of the two quays has 120 lamps.'],
  ])('tell of two all the same: %s %s', (one, other) => {
    expect(areOthers(one, other)).toBe(true);
    expect(areOthers(other, one)).toBe(true);
  });

  it.each([
    ['The quay has 340 moorings.', 'The quay has 120 moorings.'],
    ['The other quay has 340 moorings.', 'The other quay has 120 moorings.'],
    ['The first quay has 340 moorings.', 'The quay has 120 moorings.'],
    ['The second quay has 340 moorings.', 'The third quay has 120 moorings.'],
    ['The quay cost $45 million.', 'The cost of the quay was $54 million.'],
    ['The quay has 340 lamps.', 'The number of lamps on the quay is 120.'],
    ['The harbour built a road to the quay for $45 million.', 'The road to the quay cost $54 million.'],
    ['The quay has 340 lamps.', 'The shed of a quay has 120 lamps.'],
    ['The quay has 340 lamps.', 'Walking to the quay, crews pass 120 lamps.'],
    ['The quay has 340 lamps.', 'The master of the quay says, it has 120 lamps.'],
    ['Crews and their suppliers have 340 boats.', 'They have 120 boats.'],
    ['Her brother has 340 boats.', 'The brother has 120 boats.'],
    ['She has 340 boats.', 'She and her brother have 120 boats.'],
    ['The harbour has 340 boats; many have cabins.', 'The harbour has 120 boats with cabins.'],
    ['Cabins: 340 boats.', 'The harbour has 120 boats with cabins.'],
    ['The harbour has 340 boats.', 'The harbour has 120 boats with 40 cabins.'],
    ['The harbour has 340 boats.', 'The harbour has $120 boats with cabins.'],
    ['The quay has 340 lamps.', 'Lamps: 120.'],
    ['The quay has 340 lamps.', 'There is another shed. The quay has 120 lamps.'],
  ])('tell of one, for all that shows: %s %s', (one, other) => {
    expect(areOthers(one, other)).toBe(false);
    expect(areOthers(other, one)).toBe(false);
  });
});
