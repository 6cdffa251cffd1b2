import { describe, expect, it } from 'vitest';
import { remembering } from '../../../../server/src/core/text/remembering.ts';

describe('remembering', () => {
  it('asks once for each key, also where there is no answer', () => {
    const asked: string[] = [];
    const find = remembering(10, (key) => {
      asked.push(key);
      return key === 'none' ? undefined : key.length;
    });
    expect([find('ab'), find('ab'), find('none'), find('none')]).toEqual([2, 2, undefined, undefined]);
    expect(asked).toEqual(['ab', 'none']);
  });

  it('forgets all rather than keep more than so many answers', () => {
    const asked: string[] = [];
    const find = remembering(2, (key) => asked.push(key));
    for (const key of ['a', 'b', 'a', 'c', 'a']) find(key);
    expect(asked).toEqual(['a', 'b', 'c', 'a']);
  });
});
