import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import { onceConnected } from '../../src/cli/once-connected.js';
import { createEventLog } from '../../src/log/event-log.js';

const opened = {
  type: 'connection.opened',
  connectionId: 'c1',
  endpoint: 'e',
  tookMs: 1,
} as const;

describe('the first connection', () => {
  it('is waited for', async () => {
    const log = createEventLog({ clock: new ManualClock() });
    let isThere = false;
    const waited = onceConnected(log).then(() => {
      isThere = true;
    });
    log.append({ type: 'connection.opening', connectionId: 'c1', attempt: 1 });
    log.flush();
    await Promise.resolve();
    expect(isThere).toBe(false);
    log.append(opened);
    await waited;
    expect(isThere).toBe(true);
  });

  it('may stand already', async () => {
    const log = createEventLog({ clock: new ManualClock() });
    log.append(opened);
    await expect(onceConnected(log)).resolves.toBeUndefined();
  });
});
