import { render } from 'ink';
import type { RuleSet } from '../answer/rule.js';
import type { Clock } from '../base/clock.js';
import type { Lang } from '../i18n/sentence.js';
import { translator } from '../i18n/translate.js';
import type { Filter } from '../log/filter/filter.js';
import type { Session, SessionCommands } from '../session/session.js';
import { App } from './app.js';
import { type Line, span } from './components/spans.js';
import { createAnswerEditor, type EditedText } from './state/answer-editing.js';
import { answerStart } from './state/answer-start.js';
import { createAnswering } from './state/answering.js';
import { createArming } from './state/arming.js';
import { createCardDesk } from './state/card-desk.js';
import type { CardSource } from './state/card-source.js';
import { createCardViewing } from './state/card-viewing.js';
import { createComposing } from './state/composing.js';
import type { RecipientChoice, TemplateChoice } from './state/drafts.js';
import { createFiltering } from './state/filtering.js';
import { createFramePacer } from './state/frame-pacer.js';
import { createInteraction } from './state/interaction.js';
import { createPinning } from './state/pinning.js';
import { movedNoteMs } from './state/queue-focus.js';
import { createRulesSwitch } from './state/rules-switch.js';
import { createSlotting } from './state/slotting.js';
import { createUiStore, type UiStore } from './state/ui-store.js';
import { projectLog, viewData } from './state/view-data.js';
import { FrameStream } from './terminal/frame-stream.js';
import { createInputParser } from './terminal/input-parser.js';
import { Terminal, type TerminalPort } from './terminal/terminal.js';
import { themeFor } from './theme/theme.js';

export { processTerminal } from './terminal/process-terminal.js';

export interface TuiOptions {
  /** Only its log is read and its commands are given; starting and stopping it is the caller's. */
  readonly session: {
    readonly log: Session['log'];
    readonly commands: Pick<
      SessionCommands,
      'sendCard' | 'answer' | 'arm' | 'disarm' | 'switchRules' | 'pin'
    >;
  };
  readonly lang: Lang;
  readonly clock: Clock;
  readonly terminal: TerminalPort;
  /** False: bold and reverse only. */
  readonly color: boolean;
  /** First word of the header. */
  readonly title?: string;
  readonly templates?: readonly TemplateChoice[];
  readonly recipients?: readonly RecipientChoice[];
  /** The rules in force now: prepared answers come from them. */
  readonly rules?: () => RuleSet | undefined;
  /** How long DingTalk waits for an answer; what is kept free of it is then shown. */
  readonly windowMs?: number;
  /** Templates cards are drawn with, and who may touch them. */
  readonly cards?: CardSource;
  /** In force at the start. */
  readonly filter?: Filter;
  /** What the project calls a cardTemplateId, for filters. */
  readonly aliasesOf?: (cardTemplateId: string) => readonly string[];
  /** Opens the chat page in a browser. @param onFailure told an address that is good for one visit */
  readonly openPage?: (onFailure: (url: string) => void) => void;
  /** Has a text edited in the person's own editor, which has the terminal meanwhile. Never rejects. */
  readonly editText?: (text: string) => Promise<EditedText>;
}

/** Why the screen was left. */
export type TuiExit =
  | { readonly reason: 'quit' | 'interrupt' | 'hangup' | 'stopped' }
  | { readonly reason: 'signal'; readonly signal: 'SIGTERM' | 'SIGHUP' | 'SIGINT' | 'SIGQUIT' }
  | { readonly reason: 'crash'; readonly error: unknown };

export interface RunningTui {
  /** Resolves when the terminal is as it was before. */
  readonly done: Promise<TuiExit>;
  stop(): void;
}

/** How long a sentence about what was just done stays. */
const toastMs = 4000;

/** An address takes longer to copy than a sentence to read. */
const linkMs = 60_000;

export function startTui(options: TuiOptions): RunningTui {
  const { session, lang, clock, terminal: port } = options;
  const t = translator(lang);
  const projections = projectLog(session.log);
  const size = () => ({ columns: port.columns, rows: port.rows });
  const data = () => viewData(projections, clock.now(), lang, t, options.windowMs);
  const source: CardSource = options.cards ?? { templateOf: () => undefined };
  const desk = createCardDesk(source);
  const { aliasesOf } = options;
  const slotting = {
    rules: options.rules ?? (() => undefined),
    templateOf: (id: string) => source.templateOf(id),
    aliasesOf,
  };
  const store = createUiStore({
    size,
    data,
    slotsOf: createSlotting(slotting),
    cards: desk,
    ...(aliasesOf && { aliasesOf }),
  });
  if (options.filter) store.change({ filter: options.filter });
  const pacer = createFramePacer(clock, () => guarded(paint));
  const frames = new FrameStream({ ...size(), write: (text) => port.write(text) });
  const terminal = new Terminal(
    port,
    clock,
    () => frames.resume(),
    () => frames.pause(),
  );
  const disposers: (() => void)[] = [];
  let finish: (exit: TuiExit) => void = () => {};
  let isFinished = false;
  let isReading = false;
  let isTouched = false;
  let seen = projections.version();

  function paint(): void {
    seen = projections.version();
    store.publish();
    const delayMs = nextTickMs(store, clock.now());
    if (delayMs !== undefined) pacer.after(delayMs);
  }

  function say(line: Line, forMs = toastMs): void {
    store.change({ toast: { line, untilMs: clock.now() + forMs } });
  }

  function openPage(): void {
    if (!options.openPage) return say([span(t('tui.page.none'), 'quiet')]);
    say([span(t('tui.page.opening'))]);
    options.openPage((url) => {
      if (isFinished) return;
      say([span(t('tui.page.notOpened', { url }), 'waiting')], linkMs);
      changed();
    });
  }

  async function editOutside(text: string, done: (edited: EditedText) => void): Promise<void> {
    if (!options.editText) return;
    terminal.lend();
    const edited = await options.editText(text);
    if (isFinished) return;
    terminal.takeBack();
    guarded(() => done(edited));
    changed();
  }

  /** What goes wrong in here ends the screen; it must not end the process with the screen still up. */
  function guarded(run: () => void): void {
    try {
      run();
    } catch (error) {
      leave({ reason: 'crash', error });
    }
  }

  function leave(exit: TuiExit): void {
    if (isFinished) return;
    isFinished = true;
    pacer.stop();
    for (const dispose of disposers.reverse()) dispose();
    terminal.end();
    ink.unmount();
    finish(exit);
  }

  const changed = () => guarded(() => !isFinished && pacer.now());
  const answering = createAnswering({
    store,
    commands: session.commands,
    t,
    say,
    edit: (exchange) => editor.open(exchange),
  });
  const editor = createAnswerEditor({
    store,
    start: (exchange) => answerStart(exchange, data(), slotting),
    decide: (...given) => answering.decide(...given),
    lang,
    t,
    say,
    ...(options.editText && {
      editOutside: (text, done) => void editOutside(text, done),
    }),
  });
  const interact = createInteraction({
    store,
    clock,
    t,
    say,
    answering,
    editor,
    pinning: createPinning({ store, commands: session.commands, t, say }),
    arming: createArming({ ...slotting, store, commands: session.commands, lang, t, say }),
    switchRules: createRulesSwitch({ store, commands: session.commands, t, say }),
    composing: createComposing({
      store,
      commands: session.commands,
      templates: options.templates ?? [],
      recipients: options.recipients ?? [],
      lang,
      t,
      changed,
    }),
    cardViewing: createCardViewing({ store, desk, source, t, say, changed }),
    filtering: createFiltering(store),
    leave: (reason) => leave({ reason }),
    openPage,
    suspend: () => terminal.suspend(),
    redraw: () => frames.redraw(),
  });
  const parser = createInputParser(clock, (event) =>
    guarded(() => {
      if (isFinished) return;
      interact(event);
      isTouched = true;
      if (!isReading) showTouched();
    }),
  );

  /** One frame for all keys of a burst: what each did is known without having been seen. */
  function showTouched(): void {
    if (!isTouched || isFinished) return;
    isTouched = false;
    pacer.now();
  }

  function read(bytes: Uint8Array): void {
    isReading = true;
    parser.push(bytes);
    isReading = false;
    guarded(showTouched);
  }

  const ink = render(
    <App
      store={store}
      title={options.title ?? 'dtcard'}
      theme={themeFor(options.color)}
      setCursor={(place) => frames.setCursor(place)}
      onCrash={(error) => leave({ reason: 'crash', error })}
    />,
    {
      // Ink needs of stdout what FrameStream has; its input side is not used at all.
      stdout: frames as unknown as NodeJS.WriteStream,
      stdin: { isTTY: false } as unknown as NodeJS.ReadStream,
      debug: true,
      patchConsole: false,
      exitOnCtrlC: false,
    },
  );

  const done = new Promise<TuiExit>((resolve) => {
    finish = resolve;
  });
  const signals = ['SIGTERM', 'SIGHUP', 'SIGINT', 'SIGQUIT'] as const;
  disposers.push(
    () => parser.reset(),
    port.onInput(read),
    port.onClose(() => leave({ reason: 'hangup' })),
    port.onCrash((error) => leave({ reason: 'crash', error })),
    port.onResize(() =>
      guarded(() => {
        // In this order the frame for the new size is there before anything is painted.
        pacer.now();
        frames.resize(port.columns, port.rows);
      }),
    ),
    ...signals.map((signal) =>
      port.onSignal(signal, () => {
        // ctrl-c in the editor is the editor's.
        const isEditors = terminal.isLent && (signal === 'SIGINT' || signal === 'SIGQUIT');
        if (!isEditors) leave({ reason: 'signal', signal });
      }),
    ),
    session.log.subscribe(() => {
      if (projections.version() !== seen) pacer.soon();
    }),
  );
  terminal.start();
  pacer.now();
  return { done, stop: () => leave({ reason: 'stopped' }) };
}

/** When the screen changes by itself: a countdown, or a sentence that goes away. */
function nextTickMs(store: UiStore, nowMs: number): number | undefined {
  const { ui, data, layout, focus } = store.frame();
  if (layout.mode === 'tooSmall') return undefined;
  const waits: number[] = [];
  if (data.exchanges.waiting.some((exchange) => exchange.deadlineAtMs > nowMs)) waits.push(100);
  if (data.connection.state === 'retrying') waits.push(1000);
  if (focus.moved) waits.push(Math.max(0, focus.moved.atMs + movedNoteMs - nowMs) + 1);
  if (ui.toast && ui.toast.untilMs > nowMs) waits.push(ui.toast.untilMs - nowMs);
  return waits.length === 0 ? undefined : Math.min(...waits);
}
