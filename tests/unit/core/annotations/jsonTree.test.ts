import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type JsonObject,
  jsonOf,
  memberNamed,
  parseJson,
  printJson,
  valueOfJson,
  withMember,
} from '../../../../server/src/core/annotations/jsonTree.ts';

function nodeOf(text: string) {
  const result = parseJson(text);
  if ('error' in result) throw new Error(result.error.message);
  return result.node;
}

describe('a JSON tree', () => {
  it('reads what JSON.parse reads, and nothing else', () => {
    const broken = fc.tuple(fc.json(), fc.nat(), fc.constantFrom('', '"', ',', '}', '01', '\\', 'x'));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json().map((text) => [text, 0, ''] as const),
          broken,
        ),
        ([text, at, extra]) => {
          const edited = extra === '' ? text : text.slice(0, at % text.length) + extra + text.slice(at % text.length);
          let expected: unknown;
          try {
            expected = JSON.parse(edited);
          } catch {
            expect(parseJson(edited)).toHaveProperty('error');
            return;
          }
          expect(valueOfJson(nodeOf(edited))).toEqual(expected);
        },
      ),
    );
  });

  it('writes untouched parts as they were, byte for byte', () => {
    const text = '{"b" :1.50, "a":[1,\t2],\n"b\\u0041": 123456789012345678901234567890, "b":"\\u00e9é"}';
    expect(printJson(nodeOf(text))).toBe(text);
    const changed = printJson(withMember(nodeOf(text) as JsonObject, 'a', jsonOf('new')));
    for (const kept of ['1.50', '"b\\u0041": 123456789012345678901234567890', '"\\u00e9é"', '"a": "new"']) {
      expect(changed).toContain(kept);
    }
    expect(changed.indexOf('"a"')).toBeLessThan(changed.indexOf('"b\\u0041"'));
  });

  it('prints what it made as JSON.stringify does', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(printJson(jsonOf(value))).toBe(JSON.stringify(value, null, 2));
      }),
    );
  });

  it('takes a member out, and leaves others alone', () => {
    const object = nodeOf('{"a": 1, "b": 2}') as JsonObject;
    expect(valueOfJson(withMember(object, 'a', undefined))).toEqual({ b: 2 });
    expect(printJson(withMember(object, 'c', undefined))).toBe('{"a": 1, "b": 2}');
    expect(memberNamed(object, 'c')).toBeUndefined();
  });

  it('says on which line a text is broken', () => {
    expect(parseJson('{\n  "a": 1,\r\n  "b" 2\n}')).toEqual({
      error: { line: 2, character: 6, message: 'a “:” is missing' },
    });
    expect(parseJson('{\n<<<<<<< ours\n')).toMatchObject({ error: { line: 1, character: 0 } });
    expect(parseJson('')).toMatchObject({ error: { line: 0, message: 'a value is missing' } });
    expect(parseJson('[1] 2')).toMatchObject({ error: { character: 4, message: 'there is more after the end' } });
  });

  it('refuses what is nested without end, and takes a very long string', () => {
    expect(parseJson('['.repeat(100_000))).toMatchObject({ error: { message: 'nested more than 200 deep' } });
    const long = JSON.stringify('\\"'.repeat(500_000));
    expect(parseJson(long)).toHaveProperty('node');
  });
});
