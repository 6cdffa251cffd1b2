// Keeps the selection of a tree where the cursor stands. A tree shows a row some time after it was asked to, and not at all
// when its rows are being replaced meanwhile; so what it shows is looked at again after each attempt. Knows no editor.

/** The tree that is to follow, by what it can be asked. */
export interface FollowingTree<Node> {
  /** The row for where the cursor stands now; undefined where there is none, or rows cannot be shown now. */
  wanted(): Node | undefined;
  isSelected(node: Node): boolean;
  /** Selects a row. May fail, and may end well without having selected it. */
  reveal(node: Node): Thenable<unknown>;
}

export interface TreeFollower {
  /** Looks where the cursor stands, and selects its row; to be called after anything that may have changed the answer. */
  catchUp(): Promise<void>;
  /** Tries nothing any more. */
  dispose(): void;
}

/** Milliseconds to wait before each further attempt to select the same row. */
const patience = [100, 200, 400, 800, 1600];

/** A follower of one tree. Rows are shown one after the other: of two attempts that overlap the earlier could end last. */
export function createTreeFollower<Node>({ wanted, isSelected, reveal }: FollowingTree<Node>): TreeFollower {
  let running: Promise<void> | undefined;
  let isDisposed = false;

  async function run(): Promise<void> {
    let tried: Node | undefined;
    let attempts = 0;
    for (let node = wanted(); node !== undefined && !isSelected(node); node = wanted()) {
      attempts = node === tried ? attempts + 1 : 0;
      tried = node;
      if (attempts > patience.length) return;
      if (attempts > 0) await sleep(patience[attempts - 1]!);
      if (isDisposed) return;
      if (attempts === 0 || wanted() === node) await reveal(node).then(undefined, () => undefined);
    }
  }

  return {
    catchUp() {
      running ??= run().finally(() => {
        running = undefined;
      });
      return running;
    },
    dispose() {
      isDisposed = true;
    },
  };
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
