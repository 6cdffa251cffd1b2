import { describe, expect, it } from 'vitest';
import type { SourceFormat } from '../../../../server/src/core/markdown/block.ts';
import { layOut } from '../../../../server/src/core/markdown/layout.ts';
import { parseBlocks } from '../../../../server/src/core/markdown/parseBlocks.ts';
import { buildSections } from '../../../../server/src/core/markdown/sections.ts';

/** The sections of a source as "level title". */
function outline(source: string, format: SourceFormat = 'text'): string[] {
  return buildSections(layOut(parseBlocks(source, format), format))
    .sections.slice(1)
    .map(({ level, title }) => `${level} ${title}`);
}

/** The tables of a source, cells apart by "|"; the header rows first. */
function tables(source: string, format: SourceFormat = 'text'): string[][] {
  return layOut(parseBlocks(source, format), format).laidOut.flatMap(({ prose, tables }) =>
    tables.map(({ rows, headerRows }) => [
      `${headerRows}`,
      ...rows.map((row) => row.map((index) => (index === undefined ? '-' : prose[index]!.text)).join('|')),
    ]),
  );
}

const pasted = `Norland doubles its coast guard as fishing disputes go on

The fleet has grown for years, officials in the capital said on Monday, and it will grow further.

What the new ships can do

Most of them patrol close to the shore. “They are fast,” said one captain.

Component Strength Remarks
Active Crew 12,400 Trained
Annual Budget $3.1 million (2023) Operating costs
Harbours Seven along the coast

The plan names three aims:

  • Shorter patrols
  • Better pay

Questions

Why does Norland need ships?
Because its waters are wide, and because its neighbours fish in them.

How many are there?
There are 46 of them.

Leave a Reply`;

describe('text without markup', () => {
  const sections = [
    '1 Norland doubles its coast guard as fishing disputes go on',
    '2 What the new ships can do',
    '2 Questions',
    '3 Why does Norland need ships?',
    '3 How many are there?',
    '2 Leave a Reply',
  ];

  it('has titles where short lines stand alone', () => {
    expect(outline(pasted)).toEqual(sections);
    expect(outline(pasted, 'markdown')).toEqual(sections);
  });

  it('has the same sections when it is saved as Markdown', () => {
    const markdown = pasted
      .replace(/^(Norland doubles.*)$/m, '# $1')
      .replace(/^(What the new.*|Questions|Leave.*)$/gm, '## $1')
      .replace(/^Component[\s\S]*?coast$/m, '| Component | Strength |\n|---|---|\n| Active Crew | 12,400 |');
    expect(outline(markdown, 'markdown')).toEqual(sections);
  });

  it('has a title under a heading that somebody put over it', () => {
    expect(outline('# Norland\n\nIts ships\n\nThey are many, and they are fast.', 'markdown')).toEqual([
      '1 Norland',
      '2 Its ships',
    ]);
  });

  it.each([
    ['a sentence', 'It ends here.\n\nAnd goes on, and on.'],
    ['a figure with its label', 'Population: 9.7 million\n\nIt is a small country.'],
    ['a line that announces a list', 'Three aims:\n\n- one'],
    ['a quotation', '“We shall see”\n\nHe left.'],
  ])('takes %s for no title', (_what, source) => {
    expect(outline(source)).toEqual([]);
  });

  it('takes a menu for no row of sections', () => {
    expect(outline('Home\n\nNews\n\nSports\n\nWeather\n\nStorm hits coast\n\nIt came on Monday.')).toEqual([
      '1 Home',
      '2 Storm hits coast',
    ]);
  });

  it('reads rows of a table that lost its bars, never as sentences', () => {
    expect(tables(pasted)).toEqual([
      [
        '1',
        'Component|Strength|Remarks',
        'Active Crew|12,400|Trained',
        'Annual Budget|$3.1 million (2023)|Operating costs',
        'Harbours Seven along the coast',
      ],
    ]);
    expect(tables('Region\t2020\t2021\nNorth\t1,200\t\nSouth\t900\t1,100')).toEqual([
      ['1', 'Region|2020|2021', 'North|1,200', 'South|900|1,100'],
    ]);
    expect(tables('North 1,200 1,300\nSouth 900 1,100 +2%')).toEqual([
      ['0', 'North|1,200|1,300', 'South|900|1,100|+2%'],
    ]);
    expect(tables('# H\n\n## I\n\nCrew 12\nShips 40', 'markdown')).toEqual([['0', 'Crew|12', 'Ships|40']]);
  });

  it('takes wrapped sentences for no table', () => {
    expect(
      tables('In 2020 the fleet had 40 ships and\nIn 2021 it had 50 ships, said the\nMinistry of 3 seas.'),
    ).toEqual([]);
  });
});

describe('Markdown', () => {
  it('has no titles but its headings', () => {
    expect(outline('# A\n\nNot a title\n\nText.\n\nB\n-\n\nText.', 'markdown')).toEqual(['1 A', '2 B']);
  });

  it('takes lines in bold for headings where there are no others', () => {
    expect(outline('**Aims**\n\nText.\n\nNot this\n\n**Means**\n\nText.', 'markdown')).toEqual(['1 Aims', '2 Means']);
    expect(outline('# H\n\n## I\n\n**Means**\n\nText.', 'markdown')).toEqual(['1 H', '2 I']);
  });

  it('takes one question at the end of a line for no section', () => {
    expect(outline('# A\n\n## B\n\nWho knows?\nNobody.', 'markdown')).toEqual(['1 A', '2 B']);
  });
});
