// Long work in steps: a generator that stops now and then, so that whoever runs it can do something else meanwhile, or drop
// it. What is dropped leaves nothing behind.

export type Steps<Result> = Generator<undefined, Result, undefined>;

/** Runs all steps at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
