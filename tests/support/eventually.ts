// Waits for what comes by itself: a notification, a file. Fails with the last reason, and not because a machine is busy.

import { vi } from 'vitest';

const patience = 60_000;

/** Repeats a check until it does not throw. */
export function eventually(check: () => void | Promise<void>): Promise<void> {
  return vi.waitFor(check, { timeout: patience, interval: 50 });
}
