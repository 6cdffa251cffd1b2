import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conceptOf } from '../../../../server/src/core/claims/lexicon.ts';
import { readClaims } from '../../../../server/src/core/claims/readClaims.ts';
import { stemOf } from '../../../../server/src/core/claims/stem.ts';
import { readFigures } from '../../../../server/src/core/figures/readFigures.ts';
import { plainFigures, plainProse } from '../../../support/figures.ts';

const read = (text: string) => readClaims(plainProse(text), plainFigures(text));
const readAll = (text: string) => readClaims(plainProse(text), readFigures(text));
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
    expect(measures('The average stay fell to 48.')).toEqual(['average stay']);
    expect(measures('The price increase averaged 4%.')).toEqual(['price increase']);
    expect(measures('Solheim expects another 30 to retire.')).toEqual(['']);
  });
  it('is one for both ends of a change', () => {
    expect(measures('They raise the top harbour fee from 4% to 6%.')).toEqual(['top harbour fee', 'top harbour fee']);
    expect(measures('The fleet grew from 40 to 60 open boats.')).toEqual(['open boats', 'open boats']);
    expect(measures('Harbour dues fell to 6% from 9%.')).toEqual(['harbour dues', 'harbour dues']);
    expect(measures('Harbour dues fell to 6%, from 9%.')).toEqual(['harbour dues', 'harbour dues']);
  });
  it('is what a difference behind it is one of', () => {
    expect(measures('It has 48 boats in all, 6% more than before.')).toEqual(['boats', 'boats']);
    expect(measures('It has 48 boats, 6 fewer than before.')).toEqual(['boats', 'boats']);
    expect(measures('It has 48 boats, and the crew got 6% more than before.')[1]).not.toBe('boats');
  });
  it('is that of the figure that it is compared with', () => {
    expect(measures('The club has 48 boats in all, compared with 36 before.')).toEqual(['boats', 'boats']);
    expect(measures('Leakage came to 48 compared to 51 before.')).toEqual(['leakage', 'leakage']);
    expect(measures('It has 48 boats and compared 36 sails.')).toEqual(['boats', 'sails']);
  });
  it('is the thing and not the place that it is told of', () => {
    expect(measures('In May the shipments to Torvik fell by 6%.')).toEqual(['shipments to Torvik']);
    const [claim] = read('In May the shipments to Torvik fell by 6%.');
    expect(claim!.measure).toMatchObject({ head: 'ship', words: ['torvik'] });
    expect(read('Adjusted takings per common boat were $6.')[0]!.measure).toEqual({
      text: 'adjusted takings per common boat',
      head: 'revenu',
      words: ['adjust', 'boat', 'common'],
    });
    expect(measures('They read, in Torvik 6%.')).toEqual(['Torvik']);
  });
  it('is what happened at a date, behind one that its sentence opens with', () => {
    const dated = (text: string) => readAll(text).find(({ figure }) => figure.kind === 'date')!.measure.text;
    expect(dated('On 4 May 2011 the new quay was opened by crews.')).toBe('new quay was opened');
    expect(dated('In 2011, the quay sank.')).toBe('quay sank');
    expect(dated('The quay sank on 4 May 2011 with all cranes.')).toBe('quay sank');
    expect(dated('Nobody knew, but on 4 May 2011 the quay sank.')).toBe('');
    expect(dated('In 2011, when it rained, the quay sank.')).toBe('');
  });
  it('is the whole that it counts some of', () => {
    expect(measures('Of the 340 boats, 45 were sunk.')).toEqual(['boats', 'boats']);
    expect(measures('Of its 340 open boats, 45 were sunk and 12 lost.')[1]).toBe('open boats');
    expect(measures('It has 340 boats, 45 were sunk.')[1]).toBe('boats');
    expect(measures('Of 340, 45 were sunk.')[1]).toBe('');
  });
  it('is what an amount of any kind is one of', () => {
    expect(readAll('In a day 140,000 barrels of fish oil are sold.').map((claim) => claim.measure.text)).toEqual([
      'fish oil',
    ]);
    expect(readAll('It asks for 14 years of work.').map((claim) => claim.measure.text)).toEqual(['asks']);
    expect(readAll('It flows for 14 km in the harbour.').map((claim) => claim.measure.text)).toEqual(['flows']);
  });
  it('is not the time in which it is measured', () => {
    expect(measures('It had 126 visitors last year.')).toEqual(['visitors']);
    expect(measures('Dues fall to 6% next year.')).toEqual(['dues']);
    expect(measures('It has 126 sailors today.')).toEqual(['sailors']);
    expect(measures('It needs 126 last boats.')).toEqual(['last boats']);
    expect(measures('Harbour dues rose 6% in the year to June.').at(-1)).toBe('harbour dues');
    expect(measures('It lost 6% of the year.').at(-1)).toBe('year');
  });
  it('is that of the figure whose change is told behind it, and of what comes to a figure by a change', () => {
    expect(measures('Harbour dues came to $48, up 6%.')).toEqual(['harbour dues', 'harbour dues']);
    expect(measures('The club has 126 active members, down 6%.')).toEqual(['active members', 'active members']);
    expect(measures('Harbour dues rose by 6% to $48.')).toEqual(['harbour dues', 'harbour dues']);
    expect(measures('They bring 6% to 48 harbours.')[1]).toBe('harbours');
    expect(measures('It gave 6% to $48.')[1]).toBe('');
  });
  it('stands before the time that is told between it and its verb', () => {
    expect(measures('Harbour dues in 2020 rose 6%.').at(-1)).toBe('harbour dues');
    const [, ...[last]] = readAll('Harbour dues for the third quarter of 2011 fell by 6%.');
    expect(last!.measure.text).toBe('harbour dues');
    expect(measures('From 48 boats in 2020 rose 6%.').at(-1)).toBe('boats');
    expect(measures('Of 48 rose 6%.').at(-1)).toBe('rose');
  });
  it('is not that there are others, respectively', () => {
    expect(measures('It has a mooring fee of $48 and a harbour fee of $6 respectively.')).toEqual([
      'mooring fee',
      'harbour fee',
    ]);
  });
  it('is what the figure in brackets stands behind', () => {
    expect(measures('A majority of members (72%) agreed.')).toEqual(['majority of members']);
    expect(measures('The mooring fee ($12) is paid in spring.')).toEqual(['mooring fee']);
  });
  it('is not how much or how surely it changes', () => {
    expect(measures('The harbour toll is projected to fall slightly by 5%.')).toEqual(['harbour toll']);
    expect(measures('Operating costs are expected to rise by 5%.')).toEqual(['operating costs']);
    expect(measures('Rise by 5%.')).toEqual(['rise']);
  });
  it('has the limit in it that the figure is told as', () => {
    const limited = (text: string) => readAll(text).map(({ measure }) => measure.text);
    expect(limited('It leaves the mooring fee at its present maximum of $200.')).toEqual(['present maximum']);
    expect(limited('A maximum of 40 boats may enter.')).toEqual(['boats']);
  });
  it('is the noun that a figure leaves out, since one before it has it', () => {
    const told = (text: string) =>
      readAll(text)
        .filter(({ figure }) => figure.kind !== 'date')
        .map(({ measure }) => measure.text);
    expect(told('The club has 48 boats, down from 51.')).toEqual(['boats', 'boats']);
    expect(told('The club sank 48 boats in 2019, 51 in 2020 and 60 in 2021.')).toEqual(['boats', 'boats', 'boats']);
    expect(told('Leakage was 12 million litres, against 14 million litres in 2019.')).toEqual(['leakage', 'leakage']);
    expect(told('Leakage stood at 6%, up from 4% in 2019.')).toEqual(['leakage', 'leakage']);
    expect(told('The fleet went from 40 boats in 2019 to 60 in 2021.')).toEqual(['boats', 'boats']);
    expect(told('A stay lasts 12.5 days (winter) and 9.5 days (summer).')).toEqual(['stay lasts', 'stay lasts']);
    expect(told('The club has 48 boats, and they cost $51.')[1]).not.toBe('boats');
    expect(told('The club has 48 boats, and it got 51.')[1]).not.toBe('boats');
    expect(told('The club has 48 boats and 51 m of rope.')[1]).toBe('rope');
    expect(told('The club has 48 boats. Up from 51.')[1]).toBe('');
  });
  it('is that of which it counts some, told right behind it', () => {
    expect(measures('They sold 4 of the 11 boats.')).toEqual(['boats', 'boats']);
    expect(measures('They lost 4 of their last 11 boats.')).toEqual(['boats', 'boats']);
    expect(measures('Of the 340 boats moored, 45 were sunk.')).toEqual(['boats', 'boats']);
  });
  it('is what a verb leads to, and not who does it', () => {
    expect(measures('The club cut its mooring fee by 6% to $48.')).toEqual(['mooring fee', 'mooring fee']);
    expect(measures('The club put the number of boats at 48.')).toEqual(['number of boats']);
    expect(measures('The mooring fee was cut to $48.')).toEqual(['mooring fee']);
    expect(measures('The cut saves $48.')).toEqual(['cut saves']);
  });
  it('stands before an aside, and before a verb of change in any tense', () => {
    expect(measures('Leakage, which was told of in May, fell to 48.')).toEqual(['leakage']);
    expect(measures('Leakage (in litres a day), fell to 48.')).toEqual(['leakage']);
    expect(measures('Leakage (in litres) fell to 48.')).toEqual(['leakage']);
    expect(measures('Leakage, oil and tar rose to 48.').at(-1)).not.toBe('leakage');
    expect(measures('Leakage decreases slightly to 48.')).toEqual(['leakage']);
    expect(measures('The club grew by increases of 6%.')).toEqual(['increases']);
    expect(measures('Mooring fee increases averaged 6%.')).toEqual(['mooring fee increases']);
  });
  it('is not what a part is told of', () => {
    expect(measures('Some 40% of members fell to 36%.').at(-1)).not.toBe('members');
  });
  it('is what goes up or down by points, and what that comes to', () => {
    expect(
      readAll('Leakage fell 0.2 points to 7.8% in May.')
        .slice(0, 2)
        .map(({ measure }) => measure.text),
    ).toEqual(['leakage', 'leakage']);
    expect(readAll('Leakage was 3.2%, 0.4 points lower than before.').map(({ measure }) => measure.text)).toEqual([
      'leakage',
      'leakage',
    ]);
    expect(readAll('Its takings doubled, to $48.').map(({ measure }) => measure.text)).toEqual(['takings']);
    expect(measures('She finished with 27 points.')).toEqual(['points']);
  });
  it('has the thing in it that is told to be somewhere, or of which kind it is', () => {
    expect(measures('Spending on boats rose to 48.')).toEqual(['spending on boats']);
    expect(measures('The club plans to spend 48.')).toEqual(['spend']);
    expect(measures('The toll was originally set at 48.')).toEqual(['toll']);
    expect(read('Spending on boats rose to 48.')[0]!.measure.head).toBe(conceptOf(stemOf('boats')));
    expect(read('The price of boats rose to 48.')[0]!.measure.head).toBe(conceptOf(stemOf('price')));
    expect(read('The number of boats rose to 48.')[0]!.measure.head).toBe(conceptOf(stemOf('boats')));
  });
  it('is no day and no manner of counting', () => {
    expect(measures('The toll rose to 45 on Monday.')).toEqual(['toll']);
    expect(measures('Fees came to $300 on average.')).toEqual(['fees']);
    expect(readAll('They gave 48 g of salt twice a day.').map(({ measure }) => measure.text)).toEqual(['salt']);
    expect(measures('In all 340 voters came twice.')).toEqual(['voters']);
  });
  it('goes with its noun where two figures are told of two', () => {
    expect(measures('Increase paid trips and earnings by 3% and 4%.').at(-1)).toBe('earnings');
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
  it('is the date that its sentence opens with, however long it is', () => {
    const tail = 'the harbour board and its many friends along the whole coast bought as many as 40 boats';
    expect(read(`In 2019, ${tail}.`)[1]!.period).toBe('2019');
    expect(readAll(`From 2019 to 2023, ${tail}.`)[1]).toMatchObject({ period: '2019/2023', several: true });
    expect(read(`Since 2019, ${tail}.`)[1]!.period).toBeUndefined();
    expect(read(`In 2019, a board met which ${tail}.`)[1]!.period).toBeUndefined();
  });
  it('is not the date after or before which something is so', () => {
    expect(read('The toll is 40 crowns and none after 2025.')[0]!.period).toBeUndefined();
    const periods = (text: string) => readAll(text).map(({ period }) => period);
    expect(periods('Dues fell to 6%, from 9% in 2019.')).toEqual([undefined, '2019', undefined]);
    expect(periods('It had 40 sails compared with 36 in 2019.')).toEqual([undefined, '2019', undefined]);
    expect(periods('It had 40 sails from 2019.')).toEqual(['2019', undefined]);
    expect(periods('Dues rose from 6% to 9% in 2019.')).toEqual(['2019', '2019', undefined]);
    expect(read('The toll is 40 crowns (2019: 38).').map(({ period }) => period)).toEqual([
      undefined,
      undefined,
      '2019',
    ]);
  });
  it('of several years is longer than a fiscal year', () => {
    expect(readAll('The board spent 40 crowns in 2023-24.')[0]!.several).toBeUndefined();
  });
  it('is open where the sentence has no date', () => {
    expect(read('In 2019 it began. Sales were 40.')[1]!.period).toBeUndefined();
  });
});

describe('what is said of a share', () => {
  const predicates = (text: string) => read(text).map(({ predicate }) => predicate);

  it('stands behind what it is a share of', () => {
    const [behind] = predicates('We found that 79% of members strongly hold that they admire the board.');
    const [inBrackets] = predicates('A majority of members (72%) said they admire the board.');
    expect(behind).toContain(conceptOf(stemOf('admire')));
    expect(inBrackets).toContain(conceptOf(stemOf('admire')));
  });
  it('is not told of a figure alone', () => {
    expect(predicates('The toll rose by 4% in spring.')).toEqual([undefined]);
    expect(predicates('They own 4% of')).toEqual([undefined]);
  });
  it('is looked for within reach only', () => {
    expect(predicates(`It is 4% of ${'and '.repeat(500)}boats sink`)).toEqual([undefined]);
  });
});

describe('two figures that are told of two', () => {
  it('belong to the nouns before them, or to those behind where the sentence says so', () => {
    const own = (text: string) =>
      read(text).map(({ coordination, words }) =>
        coordination ? words.tokens.slice(...coordination.own).map(({ text: word }) => word) : [],
      );
    expect(own('Trips and earnings rose by 3% and 4%.')).toEqual([['trips'], ['earnings', 'rose']]);
    expect(own('It would cost $3 and $4 when keeping or raising the toll, respectively.')).toEqual([
      ['keeping'],
      ['raising'],
    ]);
    expect(own('It would cost $3 and $4 when keeping or raising the toll.')).toEqual([[], []]);
  });
  it('have one role', () => {
    expect(read('Trips and earnings rise by 3% and 4%.').map(({ role }) => role)).toEqual(['change', 'change']);
  });
});

describe('what a figure is of another', () => {
  it('is a part, or a step', () => {
    expect(read('Of all, 40 of the boats sank.')[0]!.isPart).toBe(true);
    expect(read('Of all, 40 of silver sank.')[0]!.isPart).toBeUndefined();
    expect(read('Of the 340 boats, 40 sank.').map(({ isPart }) => isPart)).toEqual([undefined, true]);
    expect(read('They sank 40 open boats out of 340.').map(({ isPart }) => isPart)).toEqual([true, undefined]);
    expect(read('They took 40 boats out of the water.')[0]!.isPart).toBeUndefined();
    expect(readAll('They own 40 km of the quay.')[0]!.isPart).toBe(true);
    expect(readAll('They own 40% of the quay.')[0]!.isPart).toBeUndefined();
    expect(read('It falls by $5 for each $90 of turnover.').map(({ isStep }) => isStep)).toEqual([undefined, true]);
  });
});

describe('what a figure came from', () => {
  const afters = (text: string) =>
    readAll(text)
      .filter(({ figure }) => figure.kind !== 'date')
      .map(({ after }) => after);
  it('is of a time after which the figure is told, where it is dated', () => {
    expect(afters('Leakage was 6%, up from 4% in 2012.')).toEqual(['2012', undefined]);
    expect(afters('Leakage rose to 6% from 4% in 2012.')).toEqual(['2012', undefined]);
    expect(afters('Leakage rose from 4% in 2012 to 6% in 2016.')).toEqual([undefined, '2012']);
    expect(afters('Leakage was 6%, up from 4%.')).toEqual([undefined, undefined]);
    expect(afters('Leakage was 6% in 2012, and oil from 4 wells in 2012.')).toEqual([undefined, undefined]);
  });
  it('ends where it is dated itself', () => {
    expect(
      readAll('Leakage rose to 6% from 4% in 2012.')
        .slice(0, 2)
        .map(({ end }) => end),
    ).toEqual(['to', undefined]);
    expect(readAll('Leakage rose to 6% from 4%.').map(({ end }) => end)).toEqual(['to', 'from']);
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
    expect(read('The club plans to sell 40 boats.')[0]!.stance).toBe('forecast');
    expect(read('The plans of the club show 40 boats.')[0]!.stance).toBe('stated');
  });
});

it('answers one claim for every figure of any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const figures = plainFigures(text);
      expect(readClaims(plainProse(text), figures).map((claim) => claim.figure)).toEqual(figures);
    }),
  );
});
