import type { ForwardState } from '../log/event.js';

/** How the person's own service is doing, told by what came of the callbacks it was given. */
export interface ForwardHealth {
  /** It gave a usable answer before the deadline. */
  answered(): void;
  /** The deadline went by while it was still thinking. */
  late(detail: string): void;
  /** It could not be reached, refused, or answered what is no answer. */
  failed(detail: string): void;
}

/** @param tell called when the state changes, and only then */
export function createForwardHealth(
  tell: (state: ForwardState, detail?: string) => void,
): ForwardHealth {
  let state: ForwardState = 'unknown';
  let lateInARow = 0;

  function become(next: ForwardState, detail?: string): void {
    if (next === state) return;
    state = next;
    tell(next, detail);
  }

  return {
    answered() {
      lateInARow = 0;
      become('ok');
    },
    late(detail) {
      lateInARow++;
      // A service that has been in time is allowed one slip.
      if (state !== 'ok' || lateInARow > 1) become('slow', detail);
    },
    failed(detail) {
      lateInARow = 0;
      become('down', detail);
    },
  };
}
