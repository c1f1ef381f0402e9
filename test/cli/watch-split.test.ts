import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../src/base/clock.js';
import { createRunningEntries, type RunningEntries } from '../../src/cli/running-entries.js';
import { openWatchSplit, type WatchSplitRequest } from '../../src/cli/watch-split.js';
import type { EventOf } from '../../src/log/event.js';
import { createEventLog } from '../../src/log/event-log.js';
import { callbackReceived } from '../support/event-builders.js';
import { connect } from '../support/stream-client.js';
import { useSimulator as startSimulator } from '../support/use-simulator.js';

function entries(): RunningEntries {
  const directory = mkdtempSync(path.join(tmpdir(), 'dtcard-split-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return createRunningEntries(directory, () => true);
}

function opened(running: RunningEntries, pid: number, more: Partial<WatchSplitRequest> = {}) {
  const log = createEventLog({ clock: systemClock });
  const origin = 'https://api.dingtalk.com';
  const close = openWatchSplit({
    clock: systemClock,
    log,
    running,
    own: { pid, origin, clientId: 'dingsimulator0001', startedAtMs: pid },
    simulator: undefined,
    control: undefined,
    isForwarded: false,
    ...more,
  });
  onTestFinished(close);
  const signs = () =>
    log.since(0).filter((event): event is EventOf<'split.suspected'> => 'sign' in event);
  const tap = () => {
    log.append(callbackReceived('x', { outTrackId: 'order-1' }));
    log.flush();
  };
  return { close, signs, tap };
}

it('of two watches that start the later one tells of the earlier, until that ends', async () => {
  const running = entries();
  const first = opened(running, 11);
  const second = opened(running, 12);
  await expect.poll(second.signs).toMatchObject([{ sign: 'other-watch', params: { pid: 11 } }]);
  expect(first.signs()).toEqual([]);
  first.close();
  second.close();
  expect(running.list('watch')).toEqual([]);
});

it('a simulator is asked for connections, and its cards are nobody’s', async () => {
  const simulator = await startSimulator();
  await connect(simulator);
  await connect(simulator);
  const { signs, tap } = opened(entries(), 11, { simulator });
  tap();
  await expect.poll(signs).toMatchObject([{ sign: 'other-connection', params: { count: 1 } }]);
});

it('cards of others are no sign where a service gets the callbacks, and one where none does', () => {
  const forwarded = opened(entries(), 11, { isForwarded: true });
  forwarded.tap();
  expect(forwarded.signs()).toEqual([]);
  const alone = opened(entries(), 11);
  alone.tap();
  expect(alone.signs()).toMatchObject([{ sign: 'foreign-card' }]);
});
