import type { ForwardState } from './event.js';
import type { Projection } from './event-log.js';

/** How the person's own service is doing. */
export interface ForwardStatus {
  /** Undefined: callbacks are not forwarded. */
  readonly url?: string;
  readonly state: ForwardState;
  readonly detail: string;
  /** Since when it is so. */
  readonly atMs: number;
}

export function createForwardStatusProjection(): Projection<ForwardStatus> {
  let status: ForwardStatus = { state: 'unknown', detail: '', atMs: 0 };
  let version = 0;
  return {
    get version() {
      return version;
    },
    read: () => status,
    apply(event) {
      if (event.type === 'forward.health') {
        const { url, state, detail = '', atMs } = event;
        status = { url, state, detail, atMs };
        version++;
      } else if (event.type === 'callback.forwarded' && status.url !== event.url) {
        status = { url: event.url, state: 'unknown', detail: '', atMs: event.atMs };
        version++;
      }
    },
  };
}
