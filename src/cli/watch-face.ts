import type { RuleSet } from '../answer/rule.js';
import type { DtcardEvent } from '../log/event.js';
import type { Filter } from '../log/filter/filter.js';
import type { EffectLines } from '../output/effect-lines.js';
import { createNdjsonWriter } from '../output/ndjson.js';
import type { Session } from '../session/session.js';
import type { CardSource } from '../tui/state/card-source.js';
import type { ProgramIo } from './program-io.js';
import { cardSource, type TapSomewhere } from './watch-cards.js';
import type { WatchTemplates } from './watch-templates.js';

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
  close(): void | Promise<void>;
}

/** Of faces that nobody can leave. */
export const never = new Promise<FaceEnd>(() => {});

/** What a reader of stdout cannot see yet while there is no connection. */
const trouble: ReadonlySet<string> = new Set([
  'connection.lost',
  'connection.retrying',
  'connection.refused',
]);

/**
 * One event a line; trouble before the first connection is told on stderr meanwhile. The code for
 * human lines is loaded only then: starting this face is to cost next to nothing.
 * @param passes asked about every event, in order; what does not pass is not printed
 * @param effects adds lines about what answers and updates did
 */
export function jsonFace(
  io: ProgramIo,
  session: Session,
  passes?: (event: DtcardEvent) => boolean,
  effects?: EffectLines,
): Face {
  const writer = createNdjsonWriter(io.out, io.clock);
  let telling = Promise.resolve();

  function tell(events: readonly DtcardEvent[]): void {
    telling = telling.then(async () => {
      const { lineWriterFor } = await import('./plain-face.js');
      lineWriterFor(io, io.err, false)(events);
    });
  }

  const forgetLines = session.log.subscribeLines((lines, events) => {
    if (effects) return writer.write(effects(lines, events, passes));
    writer.write(passes ? lines.filter((_, at) => passes(events[at] as DtcardEvent)) : lines);
  }, 0);
  let isConnected = false;
  let forgetEvents = (): void => undefined;
  forgetEvents = session.log.subscribe((events) => {
    isConnected ||= events.some((event) => event.type === 'connection.opened');
    if (isConnected) {
      // From here on only lines are wanted; those of this batch come after its events.
      writer.release();
      forgetEvents();
      return;
    }
    const told = events.filter((event) => trouble.has(event.type));
    if (told.length > 0) tell(told);
  }, 0);
  if (isConnected) forgetEvents();

  return {
    ended: never,
    async close() {
      session.log.flush();
      forgetLines();
      forgetEvents();
      writer.release();
      writer.flush();
      await telling;
    },
  };
}

export interface ScreenOptions {
  /** Those in force now. */
  readonly rules: () => RuleSet | undefined;
  /** How long DingTalk waits for an answer. */
  readonly windowMs: number;
  /** cardTemplateIds named on the command line. */
  readonly templates: readonly string[];
  /** Templates of the project. */
  readonly project: WatchTemplates | undefined;
  /** People and chats to send to, where they are known. */
  readonly recipients: readonly { readonly to: string; readonly label: string }[];
  /** Where cards can be touched from here. */
  readonly tap?: TapSomewhere;
  readonly people?: CardSource['people'];
  readonly filter: Filter | undefined;
  readonly openPage?: (onFailure: (url: string) => void) => void;
}

export async function screenFace(
  io: ProgramIo,
  session: Session,
  options: ScreenOptions,
): Promise<Face> {
  const { processTerminal, startTui } = await import('../tui/start-tui.js');
  const idOf = (word: string) => options.project?.templateIdOf(word) ?? word;
  const tui = startTui({
    session,
    lang: io.lang,
    clock: io.clock,
    terminal: processTerminal(),
    color: io.color,
    templates: [
      ...options.templates.map((word) => ({ cardTemplateId: idOf(word) })),
      ...(options.project?.choices() ?? []),
      ...templatesOf(options.rules()),
    ],
    recipients: options.recipients,
    rules: options.rules,
    windowMs: options.windowMs,
    editText: async (text) => (await import('./external-editor.js')).editInEditor(text, io.env),
    ...(options.openPage && { openPage: options.openPage }),
    ...(options.filter && { filter: options.filter }),
    aliasesOf: (id) => options.project?.aliasesOf(id) ?? [],
    cards: cardSource({
      t: io.t,
      templateOf: options.project && ((id) => options.project?.templateOf(id)),
      tap: options.tap,
      people: options.people,
    }),
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

/** What the rules send, with its values to start from. */
function templatesOf(rules: RuleSet | undefined) {
  return (rules?.messageRules ?? []).flatMap(({ name, sends }) =>
    sends.map((card) => ({ ...card, label: name })),
  );
}
