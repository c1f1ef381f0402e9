import { describe, expect, it } from 'vitest';
import { systemClock } from '../../src/base/clock.js';
import { tellOfSimulator } from '../../src/cli/watch-simulator.js';
import { createEventLog } from '../../src/log/event-log.js';
import type { Simulator } from '../../src/simulator/simulator.js';
import { runInProcess } from '../support/run-in-process.js';
import { useSimulator } from '../support/use-simulator.js';

function telling(simulator: Simulator) {
  const log = createEventLog({ clock: systemClock });
  const stop = tellOfSimulator(simulator, log);
  return { log, stop };
}

describe('tellOfSimulator', () => {
  it('introduces people and chats first', async () => {
    const simulator = await useSimulator();
    const { log } = telling(simulator);
    expect(log.at(0)).toMatchObject({
      type: 'simulator.reported',
      event: 'started',
      detail: {
        origin: simulator.origin,
        people: expect.arrayContaining([{ userId: 'manager01', name: '张三' }]),
        conversations: expect.arrayContaining([expect.objectContaining({ title: '项目组' })]),
      },
    });
  });

  it('tells only what the session cannot see itself, until it is stopped', async () => {
    const simulator = await useSimulator();
    const { log, stop } = telling(simulator);
    simulator.message({ userId: 'manager01', text: 'x' });
    expect(log.nextSeq).toBe(1);
    const template = 'dac1dbec-55af-40c3-be91-6d6882ef3b66.schema';
    const args = ['send', '--template', template, '--to', 'manager01', '--api', simulator.origin];
    expect((await runInProcess(args)).exitCode).toBe(0);
    const tap = { outTrackId: 'latest', userId: 'manager01', actionIds: ['a'] };
    await simulator.tap(tap);
    const events = log.since(1);
    expect(events.map((event) => 'event' in event && event.event)).toEqual([
      'warning',
      'callback.undeliverable',
    ]);
    expect(events[1]).toMatchObject({ detail: { userId: 'manager01', reason: 'no-connection' } });
    stop();
    await simulator.tap(tap);
    expect(log.nextSeq).toBe(3);
  });
});
