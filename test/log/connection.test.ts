import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import { createConnectionProjection } from '../../src/log/connection.js';
import { createEventLog } from '../../src/log/event-log.js';
import { connectionOpened, messageReceived, sessionStarted } from '../support/event-builders.js';

function open() {
  const clock = new ManualClock(1000);
  const log = createEventLog({ clock });
  const projection = log.project(createConnectionProjection());
  return { clock, log, projection };
}

const lost = {
  type: 'connection.lost',
  connectionId: 'c1',
  reason: 'network',
  detail: 'ECONNRESET',
  wasOpen: true,
} as const;

describe('connection', () => {
  it('is open only once it was opened', () => {
    const { log, clock, projection } = open();
    expect(projection.read().state).toBe('idle');
    log.append({ type: 'connection.opening', connectionId: 'c1', attempt: 1 });
    expect(projection.read()).toMatchObject({ state: 'opening', attempt: 1 });
    clock.advance(200);
    log.append(connectionOpened());
    expect(projection.read()).toMatchObject({ state: 'open', sinceMs: 1200, reconnects: 0 });
  });

  it('says why it was lost, which attempt comes when, and keeps the reason afterwards', () => {
    const { log, clock, projection } = open();
    log.append(connectionOpened());
    clock.advance(500);
    log.append(lost, {
      type: 'connection.retrying',
      attempt: 2,
      delayMs: 3000,
      reason: 'network',
    });
    expect(projection.read()).toMatchObject({
      state: 'retrying',
      attempt: 2,
      retryAtMs: 4500,
      lost: { reason: 'network', detail: 'ECONNRESET', atMs: 1500 },
    });
    log.append(connectionOpened('c2'));
    expect(projection.read()).toMatchObject({ state: 'open', reconnects: 1, attempt: 0 });
    expect(projection.read().lost?.reason).toBe('network');
    expect(projection.read().retryAtMs).toBeUndefined();
  });

  it('stays open while a successor replaces a draining connection', () => {
    const { log, projection } = open();
    log.append(connectionOpened('c1'), {
      type: 'connection.draining',
      connectionId: 'c1',
      detail: 'planned',
    });
    expect(projection.read()).toMatchObject({ state: 'open', draining: true });
    log.append({ type: 'connection.opening', connectionId: 'c2', attempt: 1 });
    expect(projection.read().state).toBe('open');
    log.append(connectionOpened('c2'), lost);
    expect(projection.read()).toMatchObject({ state: 'open', draining: false, reconnects: 1 });
  });

  it('is refused with the fault, and closed for good', () => {
    const { log, projection } = open();
    const fault = { httpStatus: 401, code: 'authFailed', message: 'no' };
    log.append({ type: 'connection.refused', fault });
    expect(projection.read()).toMatchObject({ state: 'refused', refusal: fault });
    log.append({ type: 'connection.closed' });
    expect(projection.read().state).toBe('closed');
  });

  it('knows the session and the last frame; a frame alone repaints nothing', () => {
    const { log, projection } = open();
    log.append(sessionStarted({ profile: 'dev' }));
    expect(projection.read().session).toMatchObject({
      clientId: 'dingtestclientid0001',
      profile: 'dev',
    });
    const { version } = projection;
    log.append(messageReceived('m', ''));
    expect(projection.read().lastFrameAtMs).toBe(1000);
    expect(projection.version).toBe(version);
  });
});
