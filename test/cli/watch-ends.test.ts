import { describe, expect, it, onTestFinished } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import { watchEnd } from '../../src/cli/watch-ends.js';
import { readWatchOptions, type WatchFlags } from '../../src/cli/watch-options.js';
import { createEventLog } from '../../src/log/event-log.js';
import { messageReceived } from '../support/event-builders.js';
import { createTestIo } from '../support/run-in-process.js';

function ending(flags: WatchFlags = {}) {
  const clock = new ManualClock();
  const io = createTestIo({ clock });
  const log = createEventLog({ clock });
  const end = watchEnd(io, log, readWatchOptions(flags));
  onTestFinished(() => end.dispose());
  return { clock, io, log, end };
}

describe('watchEnd', () => {
  it('is a signal, with its exit code', async () => {
    const { io, end } = ending();
    io.signal('SIGTERM', 143);
    expect(await end.ended).toEqual({ reason: 'SIGTERM', exitCode: 143 });
  });

  it('is the duration', async () => {
    const { clock, end } = ending({ duration: '2s' });
    clock.advance(1999);
    expect(await Promise.race([end.ended, Promise.resolve('running')])).toBe('running');
    clock.advance(1);
    expect(await end.ended).toEqual({ reason: '--duration', exitCode: 0 });
  });

  it('is the number of events, those included that came before it was asked', async () => {
    const clock = new ManualClock();
    const log = createEventLog({ clock });
    log.append(messageReceived('m1', 'x'));
    const end = watchEnd(createTestIo({ clock }), log, readWatchOptions({ maxEvents: '1' }));
    expect(await end.ended).toEqual({ reason: '--max-events', exitCode: 0 });
    end.dispose();
  });

  it('is a refused connection, with what was said', async () => {
    const { log, end } = ending();
    const fault = { httpStatus: 401, code: 'x', message: 'y' };
    log.append({ type: 'connection.refused', fault });
    log.flush();
    expect(await end.ended).toMatchObject({ reason: 'refused', exitCode: 3, error: { fault } });
  });

  it('leaves no listener and no timer behind', () => {
    const { clock, io, end } = ending({ duration: '2s' });
    expect([io.listening, clock.pending]).toEqual([1, 1]);
    end.dispose();
    expect([io.listening, clock.pending]).toEqual([0, 0]);
  });
});
