import type { Cancel, Clock } from '../base/clock.js';

/** Under load lines leave together this often: a write for each would cost more than all the rest. */
const paceMs = 25;

/**
 * One event a line, never translated. Nothing is written before `release`, which is called when the
 * first connection is open, so that whoever reads the first line knows the bot can be reached; then
 * everything follows in order, at most 25 ms behind.
 */
export interface NdjsonWriter {
  /** @param lines JSON without line ends */
  write(lines: readonly string[]): void;
  /** Lets out what was held back, and everything from now on. */
  release(): void;
  /** Writes what is waiting. */
  flush(): void;
}

export function createNdjsonWriter(
  write: (text: string) => void,
  clock: Pick<Clock, 'after'>,
): NdjsonWriter {
  let lines: string[] = [];
  let isReleased = false;
  let cancel: Cancel | undefined;

  function put(): void {
    if (lines.length === 0) return;
    const text = `${lines.join('\n')}\n`;
    lines = [];
    write(text);
  }

  /** What comes after a pause leaves at once, what follows it waits for the rest. */
  function putPaced(): void {
    if (cancel || lines.length === 0) return;
    put();
    cancel = clock.after(paceMs, () => {
      cancel = undefined;
      putPaced();
    });
  }

  return {
    flush() {
      cancel?.();
      cancel = undefined;
      put();
    },
    release() {
      isReleased = true;
      putPaced();
    },
    write(more) {
      for (const line of more) lines.push(line);
      if (isReleased) putPaced();
    },
  };
}
