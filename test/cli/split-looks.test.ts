import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../src/base/clock.js';
import { createRunningEntries, type RunningEntry } from '../../src/cli/running-entries.js';
import { findSimulator } from '../../src/cli/simulator-control.js';
import { lookAt, lookForWatches, lookIn } from '../../src/cli/split-looks.js';
import { createHttp } from '../../src/platform/http.js';
import { createProxy } from '../../src/platform/proxy.js';
import type { SplitLook } from '../../src/session/split-watch.js';
import type { Simulator } from '../../src/simulator/simulator.js';
import { connect } from '../support/stream-client.js';
import { useSimulator } from '../support/use-simulator.js';

const http = createHttp({ proxy: createProxy({}), clock: systemClock });
const none = { announce: () => () => undefined, list: () => [] };

function entries(isAlive: (pid: number) => boolean = () => true) {
  const directory = mkdtempSync(path.join(tmpdir(), 'dtcard-looks-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return createRunningEntries(directory, isAlive);
}

const origin = 'https://api.dingtalk.com';
const watchOf = (pid: number, more: Partial<RunningEntry> = {}): RunningEntry => ({
  kind: 'watch',
  pid,
  origin,
  clientId: 'ding1',
  startedAtMs: pid,
  ...more,
});

describe('watches of this machine', () => {
  it('see each other when both announced themselves before they looked', async () => {
    const running = entries();
    running.announce(watchOf(11));
    running.announce(watchOf(12));
    const lookOf = (pid: number) => lookForWatches(running, watchOf(pid))();
    expect(await lookOf(11)).toEqual({ sign: 'other-watch', params: { pid: 12 } });
    expect(await lookOf(12)).toEqual({ sign: 'other-watch', params: { pid: 11 } });
  });

  it('are others of the same app and api that live', async () => {
    const running = entries((pid) => pid !== 14);
    running.announce(watchOf(11));
    running.announce(watchOf(12, { clientId: 'ding2' }));
    running.announce(watchOf(13, { origin: 'http://127.0.0.1:7700' }));
    running.announce(watchOf(14));
    running.announce(watchOf(15, { kind: 'simulator' }));
    expect(await lookForWatches(running, watchOf(11))()).toBeUndefined();
  });

  it('are forgotten when they end', async () => {
    const running = entries();
    const leave = running.announce(watchOf(12));
    leave();
    expect(await lookForWatches(running, watchOf(11))()).toBeUndefined();
  });
});

const ways: [string, (simulator: Simulator, clientId: string) => SplitLook][] = [
  ['in this process', lookIn],
  [
    'by its control API',
    (simulator, clientId) => lookAt(findSimulator(simulator.origin, none, http), clientId),
  ],
];

describe.each(ways)('connections of a simulator, %s', (_name, lookOf) => {
  it('are a sign when there is more than ours', async () => {
    const simulator = await useSimulator();
    const look = lookOf(simulator, simulator.credentials.clientId);
    expect(await look()).toBeUndefined();
    await connect(simulator);
    expect(await look()).toBeUndefined();
    const other = await connect(simulator);
    await connect(simulator);
    expect(await look()).toEqual({ sign: 'other-connection', params: { count: 2 } });
    expect(await lookOf(simulator, 'another')()).toBeUndefined();
    other.socket.terminate();
    await expect.poll(look).toEqual({ sign: 'other-connection', params: { count: 1 } });
  });

  it('are none of those that are about to close', async () => {
    const simulator = await useSimulator();
    await connect(simulator);
    simulator.disconnectAll();
    await connect(simulator);
    const look = lookOf(simulator, simulator.credentials.clientId);
    expect(await look()).toBeUndefined();
  });
});
