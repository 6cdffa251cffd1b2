// Answers that are kept, for questions that are asked again after every edit.

/**
 * Answers what `find` answers, which depends on the key alone; what was asked before is not looked for again. Once there are `most`
 * answers, all of them are forgotten.
 */
export function remembering<Answer>(most: number, find: (key: string) => Answer): (key: string) => Answer {
  const memory = new Map<string, Answer>();
  return (key) => {
    const known = memory.get(key);
    if (known !== undefined || memory.has(key)) return known!;
    const answer = find(key);
    if (memory.size >= most) memory.clear();
    memory.set(key, answer);
    return answer;
  };
}
