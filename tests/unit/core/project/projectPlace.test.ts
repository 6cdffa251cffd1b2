import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPlaceInProject } from '../../../../server/src/core/project/projectPlace.ts';

/** The place at the cursor `<|>`, as "path > path: typed". */
function place(text: string): string | undefined {
  const offset = text.indexOf('<|>');
  const found = findPlaceInProject(text.replace('<|>', ''), offset);
  if (!found) return undefined;
  const { path, isKey, typed, span } = found;
  expect(text.slice(span.start, span.end)).toBe(typed);
  return `${path.join(' > ')}${isKey ? ' | ' : ': '}${typed}`;
}

describe('the place in a project file', () => {
  it.each([
    ['<|>', ' | '],
    ['ru<|>', ' | ru'],
    ['sensitivity: str<|>', 'sensitivity: str'],
    ['rules:\n  fig<|>', 'rules | fig'],
    ['rules:\n  <|>\n  name-variant: off', 'rules | '],
    ['rules:\n  name-variant: <|>', 'rules > name-variant: '],
    ['accepted:\n  - code: fi<|>', 'accepted > code: fi'],
    ['accepted:\n- code: fi<|>', 'accepted > code: fi'],
    ['accepted:\n  - code: x\n    values: ["1", "2"]\n    measure: be<|>', 'accepted > measure: be'],
    ['accepted:\n  - code: x\n  - values:\n      - 1\n    measure: be<|>', 'accepted > measure: be'],
    ['claims:\n  - same: [berths, moo<|>', 'claims > same: moo'],
    ['claims:\n  - same: ["berths, all", "moo<|>', 'claims > same: moo'],
    ['claims:\n  - same:\n      - berths\n      - moo<|>', 'claims > same | moo'],
    ['claims:\n- same:\n  - moo<|>', 'claims > same | moo'],
    ['facts:\n  # note\n\n  - measure: "be<|>', 'facts > measure: be'],
    ['actors:\r\n  - name: Ing<|>', 'actors > name: Ing'],
    ['facts:\n  - measure: x\nrules:\n  <|>', 'rules | '],
  ])('%j', (text, expected) => {
    expect(place(text)).toBe(expected);
  });

  it('is none in a comment', () => {
    expect(place('# ru<|>')).toBeUndefined();
    expect(place('rules: # ru<|>')).toBeUndefined();
  });

  it('is found in any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...' \n-:#[],"\'abä{}'), maxLength: 200 }),
        fc.nat(200),
        (text, at) => {
          const offset = Math.min(at, text.length);
          const found = findPlaceInProject(text, offset);
          if (found) expect(found.span.end).toBe(offset);
        },
      ),
    );
  });
});
