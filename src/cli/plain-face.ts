import type { DtcardEvent } from '../log/event.js';
import { createLineWriter } from '../output/line-writer.js';
import type { Session } from '../session/session.js';
import type { ProgramIo } from './program-io.js';
import { type Face, never } from './watch-face.js';

/**
 * The face for pipes, logs and screen readers: every event in words, a line each.
 * @param passes asked about every event, in order; what does not pass is not printed
 */
export function plainFace(
  io: ProgramIo,
  session: Session,
  passes?: (event: DtcardEvent) => boolean,
): Face {
  const unsubscribe = session.log.subscribe(lineWriterFor(io, io.out, io.color, passes), 0);
  return {
    ended: never,
    close() {
      session.log.flush();
      unsubscribe();
    },
  };
}

export function lineWriterFor(
  io: Pick<ProgramIo, 'lang'>,
  write: (text: string) => void,
  color: boolean,
  passes?: (event: DtcardEvent) => boolean,
): (events: readonly DtcardEvent[]) => void {
  return createLineWriter({ lang: io.lang, write, timeOf, color, passes });
}

function timeOf(atMs: number): string {
  const time = new Date(atMs);
  return [time.getHours(), time.getMinutes(), time.getSeconds()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}
