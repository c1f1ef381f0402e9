import { Worker } from 'node:worker_threads';
import type { Cancel, Clock } from '../base/clock.js';
import { messageOf } from '../base/errors.js';
import type { JsonObject } from '../base/json-text.js';
import type { ErrorSummary } from '../log/event.js';
import { scriptFailed, scriptUnusable } from './script-error.js';
import { readScriptMessage, type ScriptMessage } from './script-message.js';

export interface ScriptThreadOptions {
  readonly file: string;
  readonly clock: Clock;
  /** Loading the module may take so long. */
  readonly loadLimitMs: number;
  readonly maxMemoryMb: number;
  /** Options of Node the script may need, such as `--experimental-strip-types`. */
  readonly execArgv: readonly string[];
  /** What the script printed. */
  readonly onOutput: (text: string) => void;
  /** The thread is gone. */
  readonly onEnded: () => void;
}

export type ThreadResult =
  /** JSON text; undefined when the function returned nothing. */
  | { readonly kind: 'value'; readonly text: string | undefined }
  | { readonly kind: 'failed'; readonly error: ErrorSummary }
  /** The thread was given up before the function was called; another one can. */
  | {
      readonly kind: 'not-begun';
      /** The thread ended by itself, and never called anything: the next one may do the same. */
      readonly wasBarren: boolean;
    };

interface Call {
  readonly input: JsonObject;
  readonly limitMs: number;
  readonly settle: (result: ThreadResult) => void;
  cancel: Cancel;
}

const mostReplyChars = 1_000_000;

const notBegun: ThreadResult = { kind: 'not-begun', wasBarren: false };

/**
 * A worker thread with one module loaded in it. Calls may be under way together, as async functions
 * are. A call that takes longer than its limit fails; the thread then takes no more, and is ended
 * once the other calls are through, or at their own limits where it is stuck.
 */
export class ScriptThread {
  readonly #options: ScriptThreadOptions;
  readonly #worker: Worker;
  readonly #shared = new Int32Array(new SharedArrayBuffer(8));
  readonly #calls = new Map<number, Call>();
  readonly #cancelLoad: Cancel;
  /** Why the module cannot be used; undefined once it can. Never rejects. */
  readonly loaded: Promise<ErrorSummary | undefined>;
  #settleLoaded: (error: ErrorSummary | undefined) => void = () => undefined;
  #nextId = 1;
  #state: 'loading' | 'ready' | 'retired' | 'ended' = 'loading';
  /** What an `error` of the worker said; `exit` follows it. */
  #crash: ErrorSummary | undefined;

  constructor(options: ScriptThreadOptions) {
    this.#options = options;
    const { file, clock, loadLimitMs, maxMemoryMb, execArgv } = options;
    this.#worker = new Worker(new URL('./script-worker.mjs', import.meta.url), {
      workerData: { file, shared: this.#shared.buffer, mostReplyChars },
      // Nothing of ours for the script: neither secrets of the environment nor options of tests.
      env: {},
      execArgv: [...execArgv],
      stdin: false,
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: maxMemoryMb },
    });
    // What Node itself prints there, such as its warnings.
    this.#worker.stdout.resume();
    this.#worker.stderr.resume();
    this.#worker.unref();
    this.loaded = new Promise((settle) => {
      this.#settleLoaded = settle;
    });
    this.#cancelLoad = clock.after(
      loadLimitMs,
      () => this.#end(scriptUnusable(file, 'load-time', '', loadLimitMs)),
      { unref: true },
    );
    this.#worker.on('message', (message: unknown) => this.#receive(readScriptMessage(message)));
    this.#worker.on('messageerror', () => undefined);
    this.#worker.on('error', (error: unknown) => {
      this.#crash = this.#crashed(error);
    });
    this.#worker.on('exit', (code) => {
      this.#end(this.#crash ?? this.#left(code));
      options.onEnded();
    });
  }

  get #file(): string {
    return this.#options.file;
  }

  get takesCalls(): boolean {
    return this.#state === 'loading' || this.#state === 'ready';
  }

  /** @param limitMs counted from when the module is loaded and the call handed over */
  call(input: JsonObject, limitMs: number): Promise<ThreadResult> {
    if (!this.takesCalls) return Promise.resolve(notBegun);
    return new Promise((settle) => {
      const id = this.#nextId++;
      const call: Call = { input, limitMs, settle, cancel: () => undefined };
      this.#calls.set(id, call);
      this.#worker.ref();
      if (this.#state === 'ready') this.#handOver(id, call);
    });
  }

  /** Takes no more calls, gives back those that did not begin, and ends after the others. */
  retire(): void {
    if (!this.takesCalls) return;
    this.#state = 'retired';
    // In this order: see script-worker.mjs.
    Atomics.store(this.#shared, 1, 1);
    const begun = Atomics.load(this.#shared, 0);
    for (const id of this.#calls.keys()) {
      if (id > begun) this.#settle(id, notBegun);
    }
    this.#endWhenThrough();
  }

  /** Ends the thread; calls under way fail. Resolves when it is gone. */
  async close(): Promise<void> {
    for (const id of this.#calls.keys()) {
      this.#settle(id, failed(scriptFailed(this.#file, 'ended', 'dtcard ends')));
    }
    this.#end(undefined);
    await this.#worker.terminate();
  }

  #handOver(id: number, call: Call): void {
    call.cancel = this.#options.clock.after(call.limitMs, () => this.#tookTooLong(id, call), {
      unref: true,
    });
    this.#worker.postMessage({ id, input: call.input });
  }

  #tookTooLong(id: number, { limitMs }: Call): void {
    // One that waits behind another that is stuck is given back by `retire`.
    if (id <= Atomics.load(this.#shared, 0)) {
      this.#settle(id, failed(scriptFailed(this.#file, 'time-limit', '', limitMs)));
    }
    this.retire();
    this.#endWhenThrough();
  }

  #receive(message: ScriptMessage | undefined): void {
    if (message === undefined || this.#state === 'ended') return;
    switch (message.kind) {
      case 'ready':
        if (this.#state !== 'loading') return;
        this.#cancelLoad();
        this.#state = 'ready';
        this.#settleLoaded(undefined);
        if (this.#calls.size === 0) this.#worker.unref();
        for (const [id, call] of this.#calls) this.#handOver(id, call);
        return;
      case 'unusable':
        return this.#end(scriptUnusable(this.#file, message.reason, message.detail));
      case 'output':
        return this.#options.onOutput(message.text);
      case 'skipped':
        return this.#settle(message.id, notBegun);
      case 'value':
        return this.#settle(message.id, { kind: 'value', text: message.text });
      case 'failed':
        return this.#settle(
          message.id,
          failed(scriptFailed(this.#file, message.reason, message.detail)),
        );
    }
  }

  #settle(id: number, result: ThreadResult): void {
    const call = this.#calls.get(id);
    if (!call) return;
    this.#calls.delete(id);
    call.cancel();
    if (this.#calls.size === 0) this.#worker.unref();
    call.settle(result);
    this.#endWhenThrough();
  }

  #endWhenThrough(): void {
    if (this.#state === 'retired' && this.#calls.size === 0) this.#end(undefined);
  }

  /** @param error of the calls that began, and of all while the module was not loaded */
  #end(error: ErrorSummary | undefined): void {
    if (this.#state === 'ended') return;
    const wasLoading = this.#state === 'loading';
    this.#state = 'ended';
    this.#cancelLoad();
    this.#settleLoaded(error ?? scriptFailed(this.#file, 'ended', 'dtcard ends'));
    const begun = Atomics.load(this.#shared, 0);
    for (const id of this.#calls.keys()) {
      const fails = error !== undefined && (wasLoading || id <= begun);
      const wasBarren = begun === 0;
      this.#settle(id, fails ? failed(error) : { kind: 'not-begun', wasBarren });
    }
    void this.#worker.terminate();
  }

  #crashed(error: unknown): ErrorSummary {
    const { code } = Object(error) as { readonly code?: unknown };
    if (code === 'ERR_WORKER_OUT_OF_MEMORY') return scriptFailed(this.#file, 'memory', '');
    return this.#state === 'loading'
      ? scriptUnusable(this.#file, 'load', messageOf(error))
      : scriptFailed(this.#file, 'threw', `${messageOf(error)} (caught by nobody)`);
  }

  #left(code: number): ErrorSummary {
    if (this.#state !== 'loading')
      return scriptFailed(this.#file, 'ended', `it exited with code ${code}`);
    // Node's own code for a module whose await can never be resolved.
    const detail = code === 13 ? 'an await at its top never ends' : `it exited with code ${code}`;
    return scriptUnusable(this.#file, 'load', detail);
  }
}

function failed(error: ErrorSummary): ThreadResult {
  return { kind: 'failed', error };
}
