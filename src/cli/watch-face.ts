import type { RuleSet } from '../answer/rule.js';
import { createLineWriter } from '../output/line-writer.js';
import { createNdjsonWriter } from '../output/ndjson.js';
import type { Session } from '../session/session.js';
import type { ProgramIo } from './program-io.js';

/** Why a face ended by itself. */
export interface FaceEnd {
  readonly reason: string;
  readonly exitCode: number;
  readonly error?: unknown;
}

/** One way of showing a session. */
export interface Face {
  /** Settles when the person leaves; never for faces that nobody can leave. */
  readonly ended: Promise<FaceEnd>;
  /** Shows what is left to show and gives the terminal back. */
  close(): void;
}

const never = new Promise<FaceEnd>(() => {});

/** One event a line; trouble before the first connection is told on stderr meanwhile. */
export function jsonFace(io: ProgramIo, session: Session): Face {
  const writer = createNdjsonWriter(io.out);
  const trouble = new Set(['connection.lost', 'connection.retrying', 'connection.refused']);
  const lines = createLineWriter({ lang: io.lang, write: io.err, timeOf });
  let isConnected = false;
  const unsubscribe = session.log.subscribe((events) => {
    writer.write(events);
    isConnected ||= events.some((event) => event.type === 'connection.opened');
    if (!isConnected) lines(events.filter((event) => trouble.has(event.type)));
  }, 0);
  return {
    ended: never,
    close() {
      session.log.flush();
      unsubscribe();
      writer.release();
    },
  };
}

export async function plainFace(io: ProgramIo, session: Session): Promise<Face> {
  const paint = io.color ? (await import('chalk')).default : undefined;
  const write = createLineWriter({
    lang: io.lang,
    write: io.out,
    timeOf,
    ...(paint ? { paint } : {}),
  });
  const unsubscribe = session.log.subscribe(write, 0);
  return {
    ended: never,
    close() {
      session.log.flush();
      unsubscribe();
    },
  };
}

export interface ScreenOptions {
  readonly rules: RuleSet | undefined;
  readonly templates: readonly string[];
}

export async function screenFace(
  io: ProgramIo,
  session: Session,
  options: ScreenOptions,
): Promise<Face> {
  const { processTerminal, startTui } = await import('../tui/start-tui.js');
  const tui = startTui({
    session,
    lang: io.lang,
    clock: io.clock,
    terminal: processTerminal(),
    color: io.color,
    templates: options.templates.map((cardTemplateId) => ({ cardTemplateId })),
    slots: slotsOf(options.rules),
  });
  const ended = tui.done.then((exit): FaceEnd => {
    switch (exit.reason) {
      case 'quit':
      case 'stopped':
        return { reason: exit.reason, exitCode: 0 };
      case 'interrupt':
        return { reason: 'SIGINT', exitCode: 130 };
      case 'hangup':
        return { reason: 'SIGHUP', exitCode: 129 };
      case 'signal':
        return { reason: exit.signal, exitCode: signalCodes[exit.signal] };
      case 'crash':
        return { reason: 'crash', exitCode: 5, error: exit.error };
    }
  });
  return { ended, close: () => tui.stop() };
}

const signalCodes = { SIGHUP: 129, SIGINT: 130, SIGQUIT: 131, SIGTERM: 143 } as const;

/** The rules' own answers, ready on the digits. */
function slotsOf(rules: RuleSet | undefined) {
  return (rules?.callbackRules ?? []).flatMap(({ name, action }) =>
    action.kind === 'answer' && action.response ? [{ label: name, response: action.response }] : [],
  );
}

function timeOf(atMs: number): string {
  const time = new Date(atMs);
  return [time.getHours(), time.getMinutes(), time.getSeconds()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}
