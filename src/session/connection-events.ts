import type { EventBody } from '../log/event.js';
import type { StreamState } from '../platform/stream-connection.js';

/** The connection's own words as events of the log. */
export function connectionEvent(state: StreamState): EventBody {
  switch (state.state) {
    case 'opening':
      return {
        type: 'connection.opening',
        connectionId: state.connectionId,
        attempt: state.attempt,
      };
    case 'open':
      return {
        type: 'connection.opened',
        connectionId: state.connectionId,
        endpoint: state.endpoint,
        tookMs: state.tookMs,
      };
    case 'lost':
      return {
        type: 'connection.lost',
        connectionId: state.connectionId,
        reason: state.reason,
        detail: state.detail,
        wasOpen: state.wasOpen,
      };
    case 'retrying':
      return {
        type: 'connection.retrying',
        attempt: state.attempt,
        delayMs: state.delayMs,
        reason: state.reason,
      };
    case 'draining':
      return {
        type: 'connection.draining',
        connectionId: state.connectionId,
        detail: state.detail,
      };
    case 'refused':
      return { type: 'connection.refused', fault: state.fault };
    case 'stopped':
      return { type: 'connection.closed' };
  }
}
