import type { Cancel, Clock } from '../../base/clock.js';

export type TerminalSignal = 'SIGTERM' | 'SIGHUP' | 'SIGINT' | 'SIGQUIT' | 'SIGTSTP' | 'SIGCONT';

/** The terminal as an argument: the process's own, or one that a test plays. */
export interface TerminalPort {
  readonly columns: number;
  readonly rows: number;
  /** Asks the terminal for its size; a change is told like any other. */
  refreshSize(): void;
  readonly write: (text: string) => void;
  /** Returns when the bytes are out; used while leaving. */
  writeSync(text: string): void;
  setRawMode(isRaw: boolean): void;
  onInput(listener: (bytes: Uint8Array) => void): () => void;
  /** The terminal is gone. */
  onClose(listener: () => void): () => void;
  onResize(listener: () => void): () => void;
  onSignal(signal: TerminalSignal, listener: () => void): () => void;
  /** An exception nobody caught. */
  onCrash(listener: (error: unknown) => void): () => void;
  /** The process ends; only synchronous work is possible. */
  onExit(listener: () => void): () => void;
  /** Stops the process, or its whole group, until somebody continues it. */
  stopProcess(scope: 'process' | 'group'): void;
}

const enterModes = '\u001b[?1049h\u001b[2J\u001b[H\u001b[?25l\u001b[?2004h';
/** 2026 off first: a frame that was interrupted must not hold the screen back. */
const leaveModes = '\u001b[?2026l\u001b[0m\u001b[?2004l\u001b[?25h\u001b[?1049l';

/** Puts the terminal into full-screen mode and back, whatever happens in between. */
export class Terminal {
  readonly #port: TerminalPort;
  readonly #clock: Clock;
  readonly #onEnter: () => void;
  readonly #onLeave: () => void;
  #disposers: (() => void)[] = [];
  #forgetStop: () => void = () => {};
  #cancelReturn: Cancel = () => {};
  #isEntered = false;
  #isEnded = false;
  #isLent = false;

  /** @param onEnter the screen is ours and empty; also after a suspension */
  constructor(port: TerminalPort, clock: Clock, onEnter: () => void, onLeave: () => void) {
    this.#port = port;
    this.#clock = clock;
    this.#onEnter = onEnter;
    this.#onLeave = onLeave;
  }

  start(): void {
    this.#disposers = [
      this.#port.onExit(() => this.leave()),
      this.#port.onSignal('SIGCONT', () => this.#resume()),
    ];
    this.#watchStop();
    this.enter();
  }

  enter(): void {
    if (this.#isEntered || this.#isEnded) return;
    this.#isEntered = true;
    this.#port.setRawMode(true);
    this.#port.write(enterModes);
    this.#onEnter();
  }

  leave(): void {
    if (!this.#isEntered) return;
    this.#isEntered = false;
    this.#onLeave();
    this.#port.writeSync(leaveModes);
    this.#port.setRawMode(false);
  }

  /** Another program has the terminal. */
  get isLent(): boolean {
    return this.#isLent;
  }

  /** Leaves the terminal to another program, until it is taken back. */
  lend(): void {
    this.#isLent = true;
    this.leave();
  }

  takeBack(): void {
    this.#isLent = false;
    // Meanwhile nobody told us that the size changed.
    this.#port.refreshSize();
    this.enter();
  }

  /** Leaves for good. */
  end(): void {
    this.leave();
    this.#isEnded = true;
    this.#forgetStop();
    this.#cancelReturn();
    for (const dispose of this.#disposers) dispose();
    this.#disposers = [];
  }

  /** ctrl-z: the whole job stops, as the shell expects. */
  suspend(): void {
    this.#stop('group');
  }

  #watchStop(): void {
    this.#forgetStop = this.#port.onSignal('SIGTSTP', () => this.#stop('process'));
  }

  #stop(scope: 'process' | 'group'): void {
    this.leave();
    // Without a listener the signal does what it does by default: it stops the process.
    this.#forgetStop();
    this.#port.stopProcess(scope);
    // A process group that nobody could continue is not stopped at all: then we are back at once.
    this.#cancelReturn = this.#clock.after(100, () => this.#resume());
  }

  #resume(): void {
    if (this.#isEnded) return;
    this.#cancelReturn();
    this.#forgetStop();
    this.#watchStop();
    // The other program was stopped and continued with us; it draws its screen itself.
    if (this.#isLent) return;
    // After a SIGSTOP we still believe to be in, while the shell has put its own modes back.
    if (this.#isEntered) {
      this.#port.setRawMode(false);
      this.#isEntered = false;
    }
    // Whoever is not in the foreground is not told that the size changed.
    this.#port.refreshSize();
    this.enter();
  }
}
