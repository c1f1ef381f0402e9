import xterm from '@xterm/headless';
import type { TerminalPort, TerminalSignal } from '../../src/tui/terminal/terminal.js';

/** A terminal that a test holds: what is written is drawn by xterm, keys are typed by the test. */
export interface TestTerminal {
  readonly port: TerminalPort;
  /** Rows as seen, blanks at their end cut off. */
  readonly screen: () => readonly string[];
  readonly cursor: () => {
    readonly column: number;
    readonly row: number;
    readonly isVisible: boolean;
  };
  isAlternate(): boolean;
  isRaw(): boolean;
  hasBracketedPaste(): boolean;
  /** Everything written so far. */
  readonly written: () => string;
  /** Sends text; `<enter>`, `<up>`, `<ctrl-c>` and the like are keys. */
  keys(text: string): void;
  bytes(bytes: Uint8Array): void;
  resize(columns: number, rows: number): void;
  signal(signal: TerminalSignal): void;
  crash(error: unknown): void;
  close(): void;
  /** Scopes in which the process was asked to stop. */
  readonly stops: ('process' | 'group')[];
  /** Resolves when everything written is drawn. */
  drawn(): Promise<void>;
}

const keyBytes: Readonly<Record<string, string>> = {
  enter: '\r',
  tab: '\t',
  'shift-tab': '\u001b[Z',
  esc: '\u001b',
  backspace: '\u007f',
  delete: '\u001b[3~',
  up: '\u001b[A',
  down: '\u001b[B',
  right: '\u001b[C',
  left: '\u001b[D',
  home: '\u001b[H',
  end: '\u001b[F',
  pageup: '\u001b[5~',
  pagedown: '\u001b[6~',
  f1: '\u001bOP',
};

export function keySequence(text: string): string {
  return text.replace(/<([a-z0-9-]+)>/g, (whole, name: string) => {
    const control = /^ctrl-([a-z])$/.exec(name)?.[1];
    return control ? String.fromCharCode(control.charCodeAt(0) - 96) : (keyBytes[name] ?? whole);
  });
}

export function createTestTerminal(columns: number, rows: number): TestTerminal {
  const term = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
  const input = new Set<(bytes: Uint8Array) => void>();
  const resizes = new Set<() => void>();
  const closes = new Set<() => void>();
  const crashes = new Set<(error: unknown) => void>();
  const exits = new Set<() => void>();
  const signals = new Map<TerminalSignal, Set<() => void>>();
  const stops: ('process' | 'group')[] = [];
  let size = { columns, rows };
  let isVisible = true;
  let isRaw = false;
  let written = '';
  for (const final of ['h', 'l']) {
    term.parser.registerCsiHandler({ prefix: '?', final }, (params) => {
      if (params.includes(25)) isVisible = final === 'h';
      return false;
    });
  }

  const write = (text: string) => {
    written += text;
    term.write(text);
  };
  const subscribe = <T>(listeners: Set<T>, listener: T) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };

  return {
    port: {
      get columns() {
        return size.columns;
      },
      get rows() {
        return size.rows;
      },
      refreshSize: () => {},
      write,
      writeSync: write,
      setRawMode: (raw) => {
        isRaw = raw;
      },
      onInput: (listener) => subscribe(input, listener),
      onClose: (listener) => subscribe(closes, listener),
      onResize: (listener) => subscribe(resizes, listener),
      onSignal: (signal, listener) => {
        const listeners = signals.get(signal) ?? new Set();
        signals.set(signal, listeners);
        return subscribe(listeners, listener);
      },
      onCrash: (listener) => subscribe(crashes, listener),
      onExit: (listener) => subscribe(exits, listener),
      stopProcess: (scope) => void stops.push(scope),
    },
    screen() {
      const { active } = term.buffer;
      return Array.from({ length: term.rows }, (_, row) =>
        (active.getLine(active.baseY + row)?.translateToString(true) ?? '').trimEnd(),
      );
    },
    cursor: () => ({
      column: term.buffer.active.cursorX,
      row: term.buffer.active.cursorY,
      isVisible,
    }),
    isAlternate: () => term.buffer.active.type === 'alternate',
    isRaw: () => isRaw,
    hasBracketedPaste: () => term.modes.bracketedPasteMode,
    written: () => written,
    keys(text) {
      const bytes = new TextEncoder().encode(keySequence(text));
      for (const listener of input) listener(bytes);
    },
    bytes(bytes) {
      for (const listener of input) listener(bytes);
    },
    resize(nextColumns, nextRows) {
      size = { columns: nextColumns, rows: nextRows };
      term.resize(nextColumns, nextRows);
      for (const listener of resizes) listener();
    },
    signal(signal) {
      for (const listener of signals.get(signal) ?? []) listener();
    },
    crash(error) {
      for (const listener of crashes) listener(error);
    },
    close() {
      for (const listener of closes) listener();
    },
    stops,
    drawn: () => new Promise((resolve) => term.write('', resolve)),
  };
}
