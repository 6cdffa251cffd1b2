import { describe, expect, it } from 'vitest';
import { checkInProject } from '../../../server/src/core/checkInProject.ts';
import { type AnalysedDocument, analyse, reanalyse } from '../../../server/src/core/document.ts';
import type { Block } from '../../../server/src/core/markdown/block.ts';
import { ParkedStates } from '../../../server/src/core/parkedStates.ts';
import { emptyProject } from '../../../server/src/core/project/project.ts';
import { contentOf } from '../../support/documentContent.ts';

const towns = ['Arden', 'Brixholm', 'Calder', 'Dunmore', 'Eastvale', 'Farrow', 'Glenby', 'Harwick'];
const report = `# Ports\n\n${towns
  .map((town, index) => `## ${town}\n\nThe port of ${town} employed ${100 + index} dock workers in 2019.`)
  .join('\n\n')}\n\nThe port of Arden employed 900 dock workers in 2019.\n`;

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
  return next;
}

describe('a document of which most has gone', () => {
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

  it('goes on from what is left where something else comes', () => {
    const whole = analyse(report);
    const start = report.indexOf('## Brixholm');
    const cut = reanalyse(whole, { span: { start, end: report.length }, text: '' });
    const more = replace(cut, 'in 2019.\n', 'in 2019, and 40 clerks.\n\n## Belm\n\nThe port of Belm has 12 cranes.\n');
    expect(more.lineage).toBe(cut.lineage);
    expect(more.lineage).not.toBe(whole.lineage);
  });

  it('is the same document where less than half has gone', () => {
    const whole = analyse(report);
    expect(replace(whole, '## Harwick', '```\n\n## Harwick').lineage).toBe(whole.lineage);
  });
});

describe('states that were left', () => {
  const blocks = [...'abcdefgh'].map((source) => ({ source }) as Block);
  const some = blocks.slice(0, 2);
  const stateOf = (own: readonly Block[]) => ({ state: {}, blocks: own });

  it('are found where more of them is back than of the present one', () => {
    const states = new ParkedStates<object>();
    const [whole, left] = [stateOf(blocks), stateOf(some)];
    states.follow(whole, left.state, true);
    expect(states.nearest(left, blocks)).toBe(whole.state);
    expect(states.nearest(left, blocks.slice(1))).toBe(whole.state);
    expect(states.nearest(left, blocks.slice(0, 3))).toBe(left.state);
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
    const [whole, left, other] = [stateOf(blocks), stateOf(some), stateOf([])];
    states.follow(whole, left.state, true);
    states.follow(left, other.state, true);
    expect(states.nearest(other, some)).toBe(left.state);
    expect(states.nearest(left, blocks)).toBe(left.state);
  });
});
