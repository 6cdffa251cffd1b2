import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../server/src/core/document.ts';
import { claimLedgerOf } from '../../../../server/src/core/queries/claimLedger.ts';
import { arbitraryMarkdown } from '../../../support/markdownArbitrary.ts';

const report = analyse(`# Harbour report

## Summary

The port handled 4.2 million containers in 2023 and employed 3,150 dock workers.

## Operations

In 2023 the port handled 4.2 million containers. It employed 3,510 dock workers at its two terminals.
The second terminal opened on 4 May 2019.
`);

const entries = claimLedgerOf(report);
const find = (text: string) => entries.find(({ statements }) => statements.some((each) => each.text === text));

describe('the ledger of claims', () => {
  it('has a conflict once, with both statements and their sections', () => {
    const conflict = find('3,150');
    expect(conflict).toMatchObject({ state: 'conflict', measure: 'dock workers', kind: 'count' });
    expect(conflict!.statements.map(({ text, section, differs }) => [text, section, differs])).toEqual([
      ['3,150', 'Summary', true],
      ['3,510', 'Operations', true],
    ]);
    expect(entries.filter(({ state }) => state === 'conflict')).toHaveLength(1);
  });

  it('has what is stated alike once, and says of when', () => {
    const alike = find('4.2 million');
    expect(alike).toMatchObject({ state: 'agreeing', period: '2023', periodText: '2023' });
    expect(alike!.statements).toHaveLength(2);
    expect(alike!.statements.every(({ differs }) => !differs)).toBe(true);
  });

  it('leaves years and places in an order to the figures that they belong to', () => {
    expect(find('2023')).toBeUndefined();
    expect(find('second')).toBeUndefined();
    expect(find('4 May 2019')).toMatchObject({ state: 'single', kind: 'date' });
  });

  it('has every statement at its place, none twice, whatever the text', () => {
    fc.assert(
      fc.property(arbitraryMarkdown(), (source) => {
        const document = analyse(source);
        const statements = claimLedgerOf(document).flatMap((entry) => entry.statements);
        expect(new Set(statements.map(({ span }) => `${span.start} ${span.end}`)).size).toBe(statements.length);
        for (const { text, span } of statements)
          expect(document.source.slice(span.start, span.end).replace(/\s+/g, ' ')).toBe(text);
      }),
    );
  });
});
