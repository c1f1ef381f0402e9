import { setImmediate } from 'node:timers/promises';
import { render } from 'ink';
import type { ReactNode } from 'react';
import { onTestFinished } from 'vitest';
import type { RulePin } from '../../src/answer/rule-pin.js';
import { ManualClock } from '../../src/base/clock.js';
import { createEventLog, type EventLog } from '../../src/log/event-log.js';
import type {
  AnswerOutcome,
  NewArmedAnswer,
  NewCard,
  SessionCommands,
} from '../../src/session/session.js';
import { CursorContext } from '../../src/tui/components/cursor.js';
import { type RunningTui, startTui, type TuiOptions } from '../../src/tui/start-tui.js';
import { FrameStream } from '../../src/tui/terminal/frame-stream.js';
import { answersAsRules, type NamedAnswer } from './rule-sets.js';
import { createTestTerminal, type TestTerminal } from './test-terminal.js';

export interface Size {
  readonly cols: number;
  readonly rows: number;
}

export interface RenderedTui extends Pick<TestTerminal, 'screen' | 'cursor' | 'written'> {
  rerender(element: ReactNode): Promise<void>;
}

/** One component as the terminal shows it: Ink, our frame stream, xterm. Unmounted when the test is over. */
export async function renderTui(element: ReactNode, { cols, rows }: Size): Promise<RenderedTui> {
  const terminal = createTestTerminal(cols, rows);
  const frames = new FrameStream({ columns: cols, rows, write: terminal.port.write });
  const wrapped = (inner: ReactNode) => (
    <CursorContext.Provider value={(place) => frames.setCursor(place)}>
      {inner}
    </CursorContext.Provider>
  );
  const ink = render(wrapped(element), {
    stdout: frames as unknown as NodeJS.WriteStream,
    stdin: { isTTY: false } as unknown as NodeJS.ReadStream,
    debug: true,
    patchConsole: false,
    exitOnCtrlC: false,
  });
  onTestFinished(() => {
    frames.pause();
    ink.unmount();
  });
  frames.resume();
  await settled(terminal);
  return {
    screen: terminal.screen,
    cursor: terminal.cursor,
    written: terminal.written,
    async rerender(next) {
      ink.rerender(wrapped(next));
      await settled(terminal);
    },
  };
}

export interface OpenTui extends Omit<TestTerminal, 'keys' | 'resize'> {
  readonly tui: RunningTui;
  readonly log: EventLog;
  readonly clock: ManualClock;
  /** Drafts given to `sendCard`. */
  readonly sent: NewCard[];
  /** Answers given, as `exchangeId` and answer. */
  readonly answers: (readonly [string, Parameters<SessionCommands['answer']>[1]])[];
  /** Answers armed, and the ids of those taken back. */
  readonly armed: NewArmedAnswer[];
  readonly disarmed: string[];
  /** What rules were switched to. */
  readonly switched: boolean[];
  /** Answers that were to become rules. */
  readonly pins: RulePin[];
  keys(text: string): Promise<void>;
  resize(cols: number, rows: number): Promise<void>;
  /** Moves the clock and draws what became of it. */
  pass(ms: number): Promise<void>;
  settle(): Promise<void>;
  /** The whole screen as one text. */
  text(): string;
}

export type OpenTuiOptions = Partial<Size> &
  Partial<
    Pick<
      TuiOptions,
      | 'lang'
      | 'rules'
      | 'windowMs'
      | 'templates'
      | 'recipients'
      | 'color'
      | 'cards'
      | 'openPage'
      | 'editText'
      | 'filter'
      | 'aliasesOf'
    >
  > & {
    /** Answers of a rules file, for every action. */
    readonly slots?: readonly NamedAnswer[];
    readonly outcome?: AnswerOutcome;
    /** What answering puts into the log. */
    readonly onAnswer?: (
      log: EventLog,
      ...given: Parameters<SessionCommands['answer']>
    ) => AnswerOutcome;
    readonly arm?: SessionCommands['arm'];
    readonly pin?: SessionCommands['pin'];
    readonly sendCard?: SessionCommands['sendCard'];
  };

/** The whole screen over a real log; the session's commands only record what they were given. */
export async function openTui(options: OpenTuiOptions = {}): Promise<OpenTui> {
  const { cols = 80, rows = 24, outcome = 'answered', sendCard, slots, ...other } = options;
  const { onAnswer, arm, pin, ...rest } = other;
  const terminal = createTestTerminal(cols, rows);
  const clock = new ManualClock();
  const log = createEventLog({ clock });
  const sent: NewCard[] = [];
  const answers: (readonly [string, Parameters<SessionCommands['answer']>[1]])[] = [];
  const armed: NewArmedAnswer[] = [];
  const disarmed: string[] = [];
  const switched: boolean[] = [];
  const pins: RulePin[] = [];
  const commands: TuiOptions['session']['commands'] = {
    sendCard(draft) {
      sent.push(draft);
      return sendCard?.(draft) ?? Promise.resolve({ outTrackId: 'dtcard-new', deliverResults: [] });
    },
    answer(exchangeId, answer) {
      answers.push([exchangeId, answer]);
      return onAnswer?.(log, exchangeId, answer) ?? outcome;
    },
    arm(one) {
      armed.push(one);
      return arm?.(one) ?? `armed-${armed.length}`;
    },
    disarm(armedId) {
      disarmed.push(armedId);
      log.append({ type: 'answer.disarmed', armedId, reason: 'by-hand' });
      return true;
    },
    switchRules(on) {
      switched.push(on);
      log.append({ type: 'rules.switched', on, reason: 'hand' });
    },
    pin(one) {
      pins.push(one);
      return pin?.(one) ?? { ok: true, file: 'rules.yaml', rule: one.name, line: 3 };
    },
  };
  const rulesOfSlots = answersAsRules(slots ?? []);
  const tui = startTui({
    session: { log, commands },
    lang: 'zh',
    color: false,
    ...(slots && { rules: () => rulesOfSlots }),
    ...rest,
    clock,
    terminal: terminal.port,
  });
  onTestFinished(() => tui.stop());
  const settle = () => settled(terminal);
  await settle();
  return {
    ...terminal,
    tui,
    log,
    clock,
    sent,
    answers,
    armed,
    disarmed,
    switched,
    pins,
    settle,
    text: () => terminal.screen().join('\n'),
    async keys(text) {
      terminal.keys(text);
      await settle();
    },
    async resize(nextCols, nextRows) {
      terminal.resize(nextCols, nextRows);
      await settle();
    },
    async pass(ms) {
      log.flush();
      clock.advance(ms);
      await settle();
    },
  };
}

/** React, Ink, the frame stream and xterm have all had their turn. */
async function settled(terminal: TestTerminal): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await setImmediate();
  await terminal.drawn();
}
