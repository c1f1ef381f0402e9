import { spawn as spawnInPty } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { onTestFinished } from 'vitest';
import { keySequence } from './test-terminal.js';

export interface PtyOptions {
  readonly cols: number;
  readonly rows: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

export interface PtyExit {
  readonly exitCode: number;
  readonly signal?: number | undefined;
}

/** A program in a real terminal of its own; the screen is what xterm makes of its output. */
export interface Pty {
  readonly pid: number;
  /** Rows as seen, blanks at their end cut off. */
  screen(): readonly string[];
  cursor(): { readonly column: number; readonly row: number; readonly isVisible: boolean };
  isAlternate(): boolean;
  hasBracketedPaste(): boolean;
  hasMouse(): boolean;
  /** Everything the program wrote. */
  output(): string;
  /** Text; `<enter>`, `<up>`, `<ctrl-c>` and the like are keys. */
  write(keys: string): void;
  resize(cols: number, rows: number): void;
  kill(signal: string): void;
  /** Resolves when the screen holds the text or satisfies the test; rejects, with the screen, after `timeoutMs`. */
  waitFor(wanted: string | ((pty: Pty) => boolean), timeoutMs?: number): Promise<void>;
  readonly exit: Promise<PtyExit>;
}

export function spawnPty(file: string, args: readonly string[], options: PtyOptions): Pty {
  const { cols, rows, env, cwd } = options;
  const term = new xterm.Terminal({ cols, rows, allowProposedApi: true });
  let isVisible = true;
  let isInFrame = false;
  for (const final of ['h', 'l']) {
    term.parser.registerCsiHandler({ prefix: '?', final }, (params) => {
      if (params.includes(25)) isVisible = final === 'h';
      if (params.includes(2026)) isInFrame = final === 'h';
      return false;
    });
  }
  const child = spawnInPty(file, [...args], {
    name: 'xterm-256color',
    cols,
    rows,
    cwd: cwd ?? process.cwd(),
    env: { ...inherited(), TERM: 'xterm-256color', LANG: 'C.UTF-8', ...env },
  });
  let output = '';
  const drawn = new Set<() => void>();
  child.onData((data) => {
    output += data;
    term.write(data, () => {
      for (const listener of drawn) listener();
    });
  });
  let hasExited = false;
  const exit = new Promise<PtyExit>((resolve) => {
    child.onExit(({ exitCode, signal }) => {
      hasExited = true;
      // What it wrote last is drawn before anybody looks.
      term.write('', () => {
        for (const listener of drawn) listener();
        resolve({ exitCode, signal });
      });
    });
  });
  onTestFinished(() => {
    if (!hasExited) child.kill('SIGKILL');
  });

  const pty: Pty = {
    pid: child.pid,
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
    hasBracketedPaste: () => term.modes.bracketedPasteMode,
    hasMouse: () => term.modes.mouseTrackingMode !== 'none',
    output: () => output,
    write: (keys) => child.write(keySequence(keys)),
    resize(nextCols, nextRows) {
      term.resize(nextCols, nextRows);
      child.resize(nextCols, nextRows);
    },
    kill: (signal) => child.kill(signal),
    waitFor(wanted, timeoutMs = 15_000) {
      const isThere =
        typeof wanted === 'string'
          ? () => pty.screen().join('\n').includes(wanted)
          : () => wanted(pty);
      if (!isInFrame && isThere()) return Promise.resolve();
      return new Promise((resolve, reject) => {
        const end = (settle: () => void) => {
          drawn.delete(look);
          clearTimeout(timer);
          settle();
        };
        const look = () => {
          // Half a frame is not what anybody sees.
          if (!isInFrame && isThere()) end(resolve);
        };
        const timer = setTimeout(() => {
          const what = typeof wanted === 'string' ? `«${wanted}»` : 'what was waited for';
          const seen = pty.screen().join('\n').trimEnd();
          end(() => reject(new Error(`${what} did not appear in ${timeoutMs} ms:\n${seen}`)));
        }, timeoutMs);
        drawn.add(look);
      });
    },
    exit,
  };
  return pty;
}

/** The tests' own CI and colour settings are not the program's. */
function inherited(): Record<string, string> {
  const skipped = new Set(['CI', 'NO_COLOR', 'FORCE_COLOR', 'NODE_OPTIONS', 'VITEST', 'LC_ALL']);
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && !skipped.has(entry[0]),
    ),
  );
}
