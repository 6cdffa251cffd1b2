import { describe, expect, it } from 'vitest';
import { layOut } from '../../../../server/src/core/markdown/layout.ts';
import { parseBlocks } from '../../../../server/src/core/markdown/parseBlocks.ts';
import { buildSections } from '../../../../server/src/core/markdown/sections.ts';

function sections(source: string) {
  return buildSections(layOut(parseBlocks(source, 'markdown'), 'markdown')).sections;
}

describe('sections', () => {
  const source =
    '---\ntitle: T\n---\nIntro.\n\n# *One* &amp; 2\n\n### Deep\n\nText.\n\n## Less\n\nText.\n\nOther\n=====\n';

  it('span what stands under a heading and its subsections', () => {
    const cut = sections(source).map(({ span }) => source.slice(span.start, span.end).replaceAll('\n', ' ').trim());
    expect(cut).toEqual([
      '--- title: T --- Intro.',
      '# *One* &amp; 2  ### Deep  Text.  ## Less  Text.',
      '### Deep  Text.',
      '## Less  Text.',
      'Other =====',
    ]);
  });

  it('have a level, a parent and a title with its place', () => {
    expect(sections(source).map(({ level, parent, title }) => [level, parent, title])).toEqual([
      [0, undefined, ''],
      [1, undefined, 'One & 2'],
      [3, 1, 'Deep'],
      [2, 1, 'Less'],
      [1, undefined, 'Other'],
    ]);
    expect(sections(source).map(({ titleSpan }) => source.slice(titleSpan.start, titleSpan.end))).toEqual([
      '',
      'One* &amp; 2',
      'Deep',
      'Less',
      'Other',
    ]);
  });

  it('know their blocks', () => {
    expect(sections(source).map(({ blocks }) => `${blocks.start}-${blocks.end}`)).toEqual([
      '0-2',
      '2-7',
      '3-5',
      '5-7',
      '7-8',
    ]);
  });

  it('are one without headings, and one of an empty document', () => {
    expect(sections('> # Not a section\n\nIt is so.')).toHaveLength(1);
    expect(sections('')).toHaveLength(1);
    expect(sections('# \n\nText.')).toHaveLength(2);
  });
});
