import { describe, expect, it } from 'vitest';
import { checkInProject } from '../../../server/src/core/checkInProject.ts';
import { weighPairs } from '../../../server/src/core/claims/weighPairs.ts';
import { type AnalysedDocument, analyse, reanalyse } from '../../../server/src/core/document.ts';
import type { Block } from '../../../server/src/core/markdown/block.ts';
import { ParkedStates } from '../../../server/src/core/parkedStates.ts';
import { emptyProject } from '../../../server/src/core/project/project.ts';
import { contentOf } from '../../support/documentContent.ts';
import { weighed } from '../../support/weighed.ts';

const towns = ['Arden', 'Brixholm', 'Calder', 'Dunmore', 'Eastvale', 'Farrow', 'Glenby', 'Harwick'];
const years = [2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018];
const report = `# Ports\n\n${towns
  .flatMap((town, order) => [
    `## ${town}`,
    ...years.map((year, index) => `In ${year} the port of ${town} employed ${order + 2}${index}1 dock workers.`),
  ])
  .join('\n\n')}\n\nIn 2011 the port of Arden employed 900 dock workers.\n`;

function problemsIn(document: AnalysedDocument) {
  return checkInProject(document, { project: emptyProject, path: 'ports.md' }).problems;
}

/** The document with the first of one text replaced by another; it says what is read in its text afresh. */
function replace(document: AnalysedDocument, from: string, to: string): AnalysedDocument {
  const start = document.source.indexOf(from);
  const next = reanalyse(document, { span: { start, end: start + from.length }, text: to });
  const fresh = analyse(next.source);
  expect(contentOf(next)).toEqual(contentOf(fresh));
  expect(problemsIn(next)).toEqual(problemsIn(fresh));
  expect(weighed(next)).toEqual(weighed(fresh));
  return next;
}

describe('a document of which much has gone', () => {
  it('goes on from where it was once that is back', () => {
    const whole = analyse(report);
    expect(problemsIn(whole)).not.toEqual([]);
    const opened = replace(whole, '## Arden', '```\ncode\n\n## Arden');
    expect(opened.claims).toEqual([]);
    expect(opened.lineage).not.toBe(whole.lineage);
    const typed = replace(opened, 'code', 'code that is longer');
    expect(typed.lineage).toBe(opened.lineage);
    const closed = replace(typed, 'longer', 'longer\n```');
    expect(closed.lineage).toBe(whole.lineage);
    expect(closed.claims.map(({ evidence }) => evidence)).toEqual(whole.claims.map(({ evidence }) => evidence));
    expect(replace(closed, 'longer\n```', 'longer').lineage).toBe(opened.lineage);
  });

  it('remembers how like those that are left are to each other', () => {
    const whole = analyse(report);
    const looksOf = (document: AnalysedDocument) => {
      const { partnersOf } = weighPairs(document);
      return new Map(document.claims.map(({ evidence, index }) => [evidence, partnersOf(index)[0]?.other]));
    };
    const before = looksOf(whole);
    const cut = replace(whole, '## Calder', '```\n\n## Calder');
    expect(cut.lineage).not.toBe(whole.lineage);
    const views = [...looksOf(cut).values()].map((other) => other?.view);
    expect(views.length).toBeGreaterThan(8);
    const known = new Set([...before.values()].map((other) => other?.view));
    expect(views.filter((view) => known.has(view)).length).toBeGreaterThan(8);
  });

  it('goes on from where it was as a label that many paragraphs use is defined again', () => {
    const whole = analyse(`${report.replaceAll('the port of', 'the [port] of')}\n[port]: #port\n`);
    const other = replace(whole, '[port]: #', '[ports]: #');
    expect(other.lineage).not.toBe(whole.lineage);
    expect(replace(other, '[ports]: #', '[port]: #').lineage).toBe(whole.lineage);
  });

  it('goes on from where it was as a table that was parted is joined, with a row more', () => {
    const rows = towns.flatMap((town, order) => years.map((year) => `| ${town} ${year} | ${order + 2}${year}1 |\n`));
    const whole = analyse(`# Ports\n\n| Port | Dock workers |\n|---|---|\n${rows.join('')}\nIt grew.\n`);
    const parted = replace(whole, '| Calder 2013', '\n| Calder 2013');
    expect(parted.lineage).not.toBe(whole.lineage);
    const joined = replace(parted, '\n\n| Calder 2013', '\n|\n| Calder 2013');
    expect(joined.lineage).toBe(whole.lineage);
    const more = replace(joined, '\n|\n', '\n| Calder | 7 |\n');
    expect(more.lineage).toBe(whole.lineage);
    expect(replace(more, '| Calder | 7 |\n', '\n').lineage).toBe(parted.lineage);
  });

  it('goes on from what is left where something else comes', () => {
    const whole = analyse(report);
    const start = report.indexOf('## Calder');
    const cut = reanalyse(whole, { span: { start, end: report.length }, text: '' });
    expect(cut.lineage).not.toBe(whole.lineage);
    const more = replace(cut, '## Brixholm', '## Belm\n\nBelm has 12 cranes.\n\nIt grew.\n\n## Brixholm');
    expect(more.lineage).toBe(cut.lineage);
  });

  it('is the same document where little has gone, or much has come', () => {
    const whole = analyse(report);
    expect(replace(whole, '## Harwick', '```\n\n## Harwick').lineage).toBe(whole.lineage);
    expect(replace(whole, '# Ports\n', `${report}\n${report}`).lineage).toBe(whole.lineage);
    const few = analyse('The port has 40 ships.\n\nIt grew.\n');
    expect(replace(few, 'The port has 40 ships.', '').lineage).toBe(few.lineage);
  });
});

describe('states that were left', () => {
  const blocks = [...'abcdefgh'].map((text) => ({ source: text, prose: [{ text }] }) as unknown as Block);
  const some = blocks.slice(0, 2);
  const stateOf = (own: readonly Block[]) => ({ state: {}, blocks: own });

  it('are found where more of them is back than of the present one', () => {
    const states = new ParkedStates<object>();
    const [whole, left] = [stateOf(blocks), stateOf(some)];
    states.follow(whole, left.state, true);
    expect(states.nearest(left, blocks)).toBe(whole.state);
    expect(states.nearest(left, blocks.slice(1))).toBe(whole.state);
    expect(states.nearest(left, blocks.slice(0, 4))).toBe(left.state);
    expect(states.nearest(left, some)).toBe(left.state);
  });

  it('are known to the states behind the one that left them, for a while', () => {
    const states = new ParkedStates<object>();
    const whole = stateOf(blocks);
    let present = stateOf(some);
    states.follow(whole, present.state, true);
    for (let edits = 0; edits < 500; edits++) {
      const next = stateOf(some);
      states.follow(present, next.state, false);
      present = next;
      expect(states.nearest(present, blocks)).toBe(whole.state);
    }
    const last = stateOf(some);
    states.follow(present, last.state, false);
    expect(states.nearest(last, blocks)).toBe(last.state);
  });

  it('hold no state that was left before them', () => {
    const states = new ParkedStates<object>();
    const [whole, left, other] = [stateOf(blocks), stateOf(blocks.slice(0, 6)), stateOf([])];
    states.follow(whole, left.state, true);
    states.follow(left, other.state, true);
    expect(states.nearest(other, left.blocks)).toBe(left.state);
    expect(states.nearest(left, blocks)).toBe(left.state);
    expect(states.nearest(other, blocks)).toBe(left.state);
  });

  it('are told by the prose of blocks that were parted and joined', () => {
    const blockOf = (text: string) =>
      ({ source: text, prose: [...text].map((own) => ({ text: own })) }) as unknown as Block;
    const states = new ParkedStates<object>();
    const [whole, left] = [stateOf([blockOf('abcdefgh')]), stateOf([blockOf('abc'), blockOf('x')])];
    states.follow(whole, left.state, true);
    expect(states.nearest(left, [blockOf('abcydefgh')])).toBe(whole.state);
    expect(states.nearest(left, [blockOf('abcdklmnop')])).toBe(left.state);
    expect(states.nearest(left, [blockOf('abc'), blockOf('xx')])).toBe(left.state);
  });
});
