import type { CardCallbackResponse } from '../protocol/card-callback.js';
import type { Projection } from './event-log.js';

/** An answer that waits for its tap. */
export interface ArmedAnswer {
  readonly armedId: string;
  readonly seq: number;
  /** Which callbacks it is for (docs/filter.md). */
  readonly filter: string;
  /** Absent: acknowledges, or refuses with `code`. */
  readonly response?: CardCallbackResponse;
  readonly code: number;
  /** Taps it is still for; absent: until it is disarmed. */
  readonly left?: number;
}

/** Those in force, the first armed first: in this order they are tried. */
export function createArmedProjection(): Projection<readonly ArmedAnswer[]> {
  let armed: readonly ArmedAnswer[] = [];
  let version = 0;

  function put(next: readonly ArmedAnswer[]): void {
    armed = next;
    version++;
  }

  return {
    get version() {
      return version;
    },
    read: () => armed,
    apply(event) {
      switch (event.type) {
        case 'answer.armed': {
          const { armedId, seq, filter, response, code, times: left } = event;
          return put([
            ...armed,
            {
              armedId,
              seq,
              filter,
              ...(response ? { response } : {}),
              code,
              ...(left === undefined ? {} : { left }),
            },
          ]);
        }
        case 'answer.disarmed':
          return put(armed.filter(({ armedId }) => armedId !== event.armedId));
        case 'callback.answered': {
          if (event.armedId === undefined || event.source !== 'armed') return;
          return put(
            armed.map((one) =>
              one.armedId === event.armedId && one.left !== undefined
                ? { ...one, left: one.left - 1 }
                : one,
            ),
          );
        }
        default:
      }
    },
  };
}
