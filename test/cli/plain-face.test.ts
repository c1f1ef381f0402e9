import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import { plainFace } from '../../src/cli/plain-face.js';
import { createEventLog } from '../../src/log/event-log.js';
import type { Session } from '../../src/session/session.js';
import { connectionOpened, sessionStarted } from '../support/event-builders.js';
import { createTestIo } from '../support/run-in-process.js';

describe('plainFace', () => {
  it('shows every event on a line with its time of day, the last ones too', async () => {
    const log = createEventLog({ clock: new ManualClock() });
    const io = createTestIo();
    log.append(sessionStarted());
    const commands = {} as Session['commands'];
    const session: Session = {
      log,
      commands,
      start() {},
      restore() {},
      stop: () => Promise.resolve(),
    };
    const face = plainFace(io, session);
    log.append(connectionOpened());
    await face.close();
    log.append({ type: 'connection.closed' });
    log.flush();
    const lines = io.stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(line).toMatch(/^\d\d:\d\d:\d\d /);
    expect(io.stderr).toBe('');
  });

  it('leaves out what does not pass', async () => {
    const log = createEventLog({ clock: new ManualClock() });
    const io = createTestIo();
    const commands = {} as Session['commands'];
    const session: Session = {
      log,
      commands,
      start() {},
      restore() {},
      stop: () => Promise.resolve(),
    };
    const face = plainFace(io, session, ({ type }) => type === 'connection.closed');
    log.append(sessionStarted(), connectionOpened(), { type: 'connection.closed' });
    await face.close();
    expect(io.stdout.trimEnd().split('\n')).toHaveLength(1);
  });
});
