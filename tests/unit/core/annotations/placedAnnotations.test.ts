import { describe, expect, it } from 'vitest';
import { createAnnotation } from '../../../../server/src/core/annotations/annotation.ts';
import { placeAnnotations } from '../../../../server/src/core/annotations/placedAnnotations.ts';
import { describePassage } from '../../../../server/src/core/annotations/selectors.ts';

const source = 'The ferry carried nine hundred passengers a week, and later twice as many.';
const passage = createAnnotation({
  id: 'p',
  motivation: 'commenting',
  source: 'a.md',
  selectors: describePassage(source, { start: 4, end: 9 }),
});
const reply = (id: string, replyTo: string) => createAnnotation({ id, motivation: 'replying', replyTo });

describe('placed annotations', () => {
  it('are where their passage is, and answers with what they answer', () => {
    const placed = placeAnnotations(`Yes. ${source}`, [reply('r', 'q'), reply('q', 'p'), passage]);
    for (const { placement } of placed)
      expect(placement).toMatchObject({ state: 'found', span: { start: 9, end: 14 } });
  });

  it('are orphaned where the thread leads nowhere', () => {
    const placed = placeAnnotations(source, [reply('a', 'b'), reply('b', 'a'), reply('c', 'missing')]);
    expect(placed.map(({ placement }) => placement.state)).toEqual(['orphaned', 'orphaned', 'orphaned']);
  });

  it('are about the whole document where they name no passage', () => {
    const [whole] = placeAnnotations(source, [createAnnotation({ id: 'w', motivation: 'commenting', source: 'a.md' })]);
    expect(whole?.placement).toMatchObject({ state: 'found', span: { start: 0, end: source.length } });
  });
});
