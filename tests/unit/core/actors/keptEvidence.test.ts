import { afterEach, describe, expect, it, vi } from 'vitest';
import { tellSpelling, tellWord } from '../../../../server/src/core/actors/documentEvidence.ts';
import { KeptEvidence } from '../../../../server/src/core/actors/keptEvidence.ts';
import { PieceIndex } from '../../../../server/src/core/actors/pieceIndex.ts';
import type { Piece } from '../../../../server/src/core/actors/pieceTraits.ts';
import { analyse, reanalyse } from '../../../../server/src/core/index.ts';

function pieceOf(key: string, person: number): Piece {
  return [{ span: { start: 0, end: key.length }, key, scores: [person, -3, -3] }] as unknown as Piece;
}

function evidenceOf(pieces: readonly Piece[]): KeptEvidence {
  const kept = new KeptEvidence();
  kept.read(pieces);
  return kept;
}

/** All that is told of spellings and words. */
function toldOf({ evidence: { spellings, ...words } }: KeptEvidence) {
  const told = Object.values(words).map((map) => new Map([...map].map(([word, tally]) => [word, tellWord(tally)])));
  return [new Map([...spellings].map(([key, spelling]) => [key, tellSpelling(spelling)])), ...told];
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('what is known of names', () => {
  it('is that of the pieces that are left, also where the likeliest went', () => {
    const pieces = [pieceOf('anna lind', 2), pieceOf('anna lind', 4), pieceOf('jan lind', 1)];
    const kept = evidenceOf(pieces);
    const changed = kept.exchange([pieces[1]!], [], [pieces[0]!, pieces[2]!]);
    expect(toldOf(kept)).toEqual(toldOf(evidenceOf([pieces[0]!, pieces[2]!])));
    expect([...changed].sort()).toEqual(['al', 'anna', 'anna lind', 'lind']);
  });

  it('is looked for once for each spelling that does not stand often any more, however many of it went', () => {
    const pieces = Array.from({ length: 200 }, (_, at) => pieceOf('anna lind', at % 4));
    const kept = evidenceOf(pieces);
    const asked = vi.spyOn(PieceIndex.prototype, 'ofSpellings');
    kept.exchange(pieces.slice(0, 150), [], pieces.slice(150));
    expect(asked).not.toHaveBeenCalled();
    expect(toldOf(kept)).toEqual(toldOf(evidenceOf(pieces.slice(150))));
    kept.exchange(pieces.slice(150, 195), [], pieces.slice(195));
    expect(asked).toHaveBeenCalledTimes(1);
    expect(toldOf(kept)).toEqual(toldOf(evidenceOf(pieces.slice(195))));
  });

  it('is nothing where all went, and is learned again', () => {
    const source = 'Last week Anna Lind spoke in Arden.\n';
    const end = { start: source.length, end: source.length };
    const empty = reanalyse(reanalyse(analyse(source), { span: end, text: ' ' }), {
      span: { start: 0, end: source.length + 1 },
      text: '',
    });
    const again = reanalyse(empty, { span: { start: 0, end: 0 }, text: source });
    expect(again.actors).toEqual(analyse(source).actors);
  });
});
