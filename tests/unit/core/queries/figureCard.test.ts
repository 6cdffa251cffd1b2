import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../server/src/core/document.ts';
import { figureCardOf } from '../../../../server/src/core/queries/figureCard.ts';
import { readSources } from '../../../support/sources.ts';

describe('the card of a figure', () => {
  it.each(readSources(['samples'], '.md').map(({ path, text }) => [path, text]))(
    'is there for each in %s',
    (path, text) => {
      const document = analyse(text);
      expect(document.claims.length).toBeGreaterThan(10);
      for (const claim of document.claims) expect(figureCardOf(document, path, claim)).toBeDefined();
    },
  );
});
