import { describe, expect, it } from 'vitest';
import type { EventBody } from '../../src/log/event.js';
import type { StreamState } from '../../src/platform/stream-connection.js';
import { connectionEvent } from '../../src/session/connection-events.js';

const connectionId = 'c1';
const fault = { httpStatus: 401, code: 'authFailed', message: 'no' };

describe('the state of the connection', () => {
  it.each<[StreamState, EventBody]>([
    [
      { state: 'opening', connectionId, attempt: 2 },
      { type: 'connection.opening', connectionId, attempt: 2 },
    ],
    [
      { state: 'open', connectionId, endpoint: 'h/connect', tookMs: 3 },
      { type: 'connection.opened', connectionId, endpoint: 'h/connect', tookMs: 3 },
    ],
    [
      { state: 'lost', connectionId, reason: 'idle', detail: 'd', wasOpen: true },
      { type: 'connection.lost', connectionId, reason: 'idle', detail: 'd', wasOpen: true },
    ],
    [
      { state: 'retrying', attempt: 2, delayMs: 900, reason: 'network' },
      { type: 'connection.retrying', attempt: 2, delayMs: 900, reason: 'network' },
    ],
    [
      { state: 'draining', connectionId, detail: 'd' },
      { type: 'connection.draining', connectionId, detail: 'd' },
    ],
    [
      { state: 'refused', fault },
      { type: 'connection.refused', fault },
    ],
    [{ state: 'stopped' }, { type: 'connection.closed' }],
  ])('%o becomes an event', (state, event) => {
    expect(connectionEvent(state)).toEqual(event);
  });
});
