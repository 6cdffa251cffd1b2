import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTreeFollower } from '../../../client/src/views/treeFollower.ts';

/** A tree that takes a while to select a row, and answers as it is told. */
function slowTree() {
  const tree = {
    cursor: undefined as string | undefined,
    selected: undefined as string | undefined,
    asked: [] as string[],
    /** What becomes of the next attempts: the rest succeed. */
    outcomes: [] as ('lost' | 'refused')[],
    wanted: () => tree.cursor,
    isSelected: (node: string) => tree.selected === node,
    async reveal(node: string) {
      tree.asked.push(node);
      await new Promise((resolve) => setTimeout(resolve, 50));
      const outcome = tree.outcomes.shift();
      if (outcome === 'refused') throw new Error('There is no such row.');
      if (outcome !== 'lost') tree.selected = node;
    },
  };
  return tree;
}

describe('a tree that follows the cursor', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('selects the row of the cursor', async () => {
    const tree = slowTree();
    tree.cursor = 'a';
    void createTreeFollower(tree).catchUp();
    await vi.runAllTimersAsync();
    expect(tree.selected).toBe('a');
  });

  it('comes back to a row from which the cursor went and to which it returned meanwhile', async () => {
    const tree = slowTree();
    tree.selected = 'a';
    const { catchUp } = createTreeFollower(tree);
    tree.cursor = 'b';
    void catchUp();
    tree.cursor = 'a';
    void catchUp();
    await vi.runAllTimersAsync();
    expect(tree.asked).toEqual(['b', 'a']);
    expect(tree.selected).toBe('a');
  });

  it('passes over rows that the cursor left before they could be shown', async () => {
    const tree = slowTree();
    const { catchUp } = createTreeFollower(tree);
    for (const row of ['a', 'b', 'c']) {
      tree.cursor = row;
      void catchUp();
    }
    await vi.runAllTimersAsync();
    expect(tree.asked).toEqual(['a', 'c']);
  });

  it.each(['lost', 'refused'] as const)('tries again when its attempt was %s', async (outcome) => {
    const tree = slowTree();
    tree.cursor = 'a';
    tree.outcomes = [outcome, outcome];
    void createTreeFollower(tree).catchUp();
    await vi.runAllTimersAsync();
    expect(tree.selected).toBe('a');
  });

  it('takes the new row when rows were replaced while it waited to try again', async () => {
    const tree = slowTree();
    tree.cursor = 'old';
    tree.outcomes = ['refused'];
    const { catchUp } = createTreeFollower(tree);
    void catchUp();
    await vi.advanceTimersByTimeAsync(60);
    tree.cursor = 'new';
    void catchUp();
    await vi.runAllTimersAsync();
    expect(tree.asked).toEqual(['old', 'new']);
    expect(tree.selected).toBe('new');
  });

  it('gives up on a row that cannot be shown, until it is asked again', async () => {
    const tree = slowTree();
    tree.cursor = 'a';
    tree.outcomes = Array.from({ length: 6 }, () => 'refused' as const);
    const { catchUp } = createTreeFollower(tree);
    void catchUp();
    await vi.runAllTimersAsync();
    expect(tree.asked).toHaveLength(6);
    void catchUp();
    await vi.runAllTimersAsync();
    expect(tree.selected).toBe('a');
  });

  it('leaves a row that is selected, and a cursor that stands at none', async () => {
    const tree = slowTree();
    const { catchUp } = createTreeFollower(tree);
    void catchUp();
    tree.cursor = tree.selected = 'a';
    void catchUp();
    await vi.runAllTimersAsync();
    expect(tree.asked).toEqual([]);
  });

  it('tries nothing after its end', async () => {
    const tree = slowTree();
    tree.cursor = 'a';
    tree.outcomes = ['lost'];
    const follower = createTreeFollower(tree);
    void follower.catchUp();
    await vi.advanceTimersByTimeAsync(60);
    follower.dispose();
    await vi.runAllTimersAsync();
    expect(tree.asked).toEqual(['a']);
  });
});
