import { describe, expect, it } from 'vitest';
import { analyse, checkInProject, emptyProject, findFixes } from '../../../../server/src/core/index.ts';

const path = 'report.md';

/** The problems of two sentences in two sections, with what is offered against each. */
function toldOf(summary: string, details: string) {
  const document = analyse(`# Report\n\n## Summary\n\n${summary}\n\n## Details\n\nIt was a good year. ${details}\n`);
  const options = { path, projectText: '', findDocument: () => document };
  return checkInProject(document, { project: emptyProject, path }).problems.map((problem) => ({
    message: problem.message,
    related: problem.related.map(({ message }) => message),
    fixes: findFixes({ key: path, document }, problem, options).map(({ kind }) => kind),
  }));
}

describe('what is told of two figures in conflict', () => {
  it('is both, and what they measure', () => {
    const [earlier, later] = toldOf('Shipments to Torvik rose 8%.', 'The shipments to Torvik rose by 9%.');
    expect(earlier!.message).toBe('8% (shipments to Torvik) here, 9% in “Details”');
    expect(later!.message).toBe('9% (shipments to Torvik) here, 8% in “Summary”');
    expect(later!.related).toEqual(['8% (shipments to Torvik) in “Summary”']);
    expect(earlier!.fixes.slice(0, 2)).toEqual(['change', 'changeOther']);
  });

  it('is which way each of them goes where they go opposite ways; no other number cures that', () => {
    const [earlier, later] = toldOf('Shipments to Torvik rose 8%.', 'The shipments to Torvik were down 8%.');
    expect(earlier!.message).toBe('up 8% (shipments to Torvik) here, down 8% in “Details”');
    expect(earlier!.related).toEqual(['down 8% (shipments to Torvik) in “Details”']);
    expect(later!.message).toBe('down 8% (shipments to Torvik) here, up 8% in “Summary”');
    expect(later!.fixes).not.toContain('change');
    expect(later!.fixes).not.toContain('changeOther');
    expect(later!.fixes).toContain('accept');
  });
});
