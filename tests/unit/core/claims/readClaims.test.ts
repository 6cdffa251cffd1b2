import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readClaims } from '../../../../server/src/core/claims/readClaims.ts';
import { plainFigures, plainProse } from '../../../support/figures.ts';

const read = (text: string) => readClaims(plainProse(text), 0, plainFigures(text));
const measures = (text: string) => read(text).map((claim) => claim.measure.text);

describe('the measure of a figure', () => {
  it('is the noun that follows', () => {
    expect(measures('The club has 126 active members.')).toEqual(['active members']);
  });
  it('is what follows "of"', () => {
    expect(measures('They lost 14% of the harvest.')).toEqual(['harvest']);
  });
  it('is the label before a colon', () => {
    expect(measures('Total population: 512')).toEqual(['total population']);
  });
  it('is the label with its qualifier', () => {
    expect(measures('Area (land): 512')).toEqual(['land area']);
    expect(measures('Unemployment rate, youth: 14%')).toEqual(['youth unemployment rate']);
  });
  it('is the label before a dash that begins the text', () => {
    expect(measures('Total area – 512')).toEqual(['total area']);
    expect(measures('The mill – 12 of its workers – closed.')).toEqual(['workers']);
  });
  it('is what stands before the figure, where nothing follows', () => {
    expect(measures('The unemployment rate was 6%.')).toEqual(['unemployment rate']);
  });
  it('is named as the text prints it', () => {
    expect(measures('The number of night trains: 14')).toEqual(['number of night trains']);
    expect(measures('Arvik Harbour Trust had 126.')).toEqual(['Arvik Harbour Trust']);
    expect(measures('The new depot at Elmford opened in 2019.')).toEqual(['new depot at Elmford opened']);
  });
  it('is the subject of a verb that says nothing of it, and not of one that says who expects it', () => {
    expect(measures('Operating costs came to 48.')).toEqual(['operating costs']);
    expect(measures('Costs will stay 48.')).toEqual(['costs']);
    expect(measures('Solheim expects another 30 to retire.')).toEqual(['']);
  });
  it('ends where the sentence ends', () => {
    expect(measures('It rose to 7%. Prices fell.')).not.toContain('prices');
  });
});

describe('the period of a figure', () => {
  it('is the nearest date of its sentence', () => {
    expect(read('Sales were 40 in 2019 and 55 in 2021.').map((claim) => claim.period)).toEqual([
      '2019',
      undefined,
      '2021',
      undefined,
    ]);
  });
  it('is open where the sentence has no date', () => {
    expect(read('In 2019 it began. Sales were 40.')[1]!.period).toBeUndefined();
  });
});

describe('role, direction and stance', () => {
  it('tells the ends of a change apart', () => {
    expect(read('The rate rose from 4% to 6%.').map((claim) => claim.end)).toEqual(['from', 'to']);
  });
  it('reads which way a change goes', () => {
    expect(read('Output fell by 5%.')[0]).toMatchObject({ role: 'change', direction: 'down' });
    expect(read('Output reached 5%.')[0]!.direction).toBeUndefined();
  });
  it('tells a forecast from a statement', () => {
    expect(read('Output is expected to reach 5%.')[0]!.stance).toBe('forecast');
    expect(read('Output reached 5%.')[0]!.stance).toBe('stated');
  });
});

it('answers one claim for every figure of any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const figures = plainFigures(text);
      expect(readClaims(plainProse(text), 0, figures).map((claim) => claim.figure)).toEqual(figures);
    }),
  );
});
