import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse, type OutlineEntry, outlineOf } from '../../../../server/src/core/index.ts';

const show = (entries: readonly OutlineEntry[], depth = 0): string =>
  entries
    .map(({ kind, name, children }) => `${'  '.repeat(depth)}${kind} ${name}\n${show(children, depth + 1)}`)
    .join('');

describe('an outline', () => {
  it('has actors and figures under their sections, and leaves out sections without', () => {
    const outline = outlineOf(
      analyse(
        [
          'Anna Lindqvist wrote this.',
          '# Report',
          '## Empty',
          'Nothing here.',
          '## Birds',
          'There were 412 terns.',
          '### Gulls',
          'There were 97 gulls.',
        ].join('\n\n'),
      ),
    );
    expect(show(outline)).toBe(
      [
        'person Anna Lindqvist',
        'section Report',
        '  section Birds',
        '    figure 412 terns',
        '    section Gulls',
        '      figure 97 gulls',
        '',
      ].join('\n'),
    );
  });

  it('nests, whatever the headings', () => {
    const line = fc.constantFrom(
      '# A',
      '### B',
      '## C',
      '###### D',
      'There were 412 terns.',
      'We met Anna Lindqvist.',
      '',
    );
    const check = ({ span, selection, children }: OutlineEntry): void => {
      expect(span.start <= selection.start && selection.end <= span.end).toBe(true);
      for (const child of children) {
        expect(span.start <= child.span.start && child.span.end <= span.end).toBe(true);
        check(child);
      }
    };
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        for (const entry of outlineOf(analyse(lines.join('\n\n')))) check(entry);
      }),
    );
  });

  it('holds more entries than a call takes arguments', () => {
    const many = 200_000;
    for (const source of ['It has 412 terns.', '# Terns\n\nIt has 412 terns.']) {
      const document = analyse(source);
      const outline = outlineOf({ ...document, claims: Array.from({ length: many }, () => document.claims[0]!) });
      expect((outline[0]!.kind === 'section' ? outline[0]!.children : outline).length).toBe(many);
    }
  });
});
