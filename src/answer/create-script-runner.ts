import type { Clock } from '../base/clock.js';
import { sleep } from '../base/clock.js';
import { messageOf } from '../base/errors.js';
import { type JsonObject, type JsonValue, parseJson } from '../base/json-text.js';
import type { ErrorSummary } from '../log/event.js';
import { fileStamp } from './file-watch.js';
import { scriptFailed, scriptUnusable } from './script-error.js';
import type { ScriptRef, ScriptRunner } from './script-runner.js';
import { ScriptThread, type ThreadResult } from './script-thread.js';

export interface ScriptRunnerOptions {
  readonly clock: Clock;
  /** What a script printed: 16 KB for each call at most. Dropped unless stated. */
  readonly onOutput?: (file: string, text: string) => void;
  /** Options of Node scripts need, such as `--experimental-strip-types`; not inherited. */
  readonly execArgv?: readonly string[];
  /** Loading a module may take so long; 5000 unless stated. */
  readonly loadLimitMs?: number;
  /** Of the heap of each module; 256 unless stated. */
  readonly maxMemoryMb?: number;
}

interface Loaded {
  readonly thread: ScriptThread;
  readonly stamp: string;
}

const usualLoadLimitMs = 5000;
const usualMaxMemoryMb = 256;

/** A module whose threads end by themselves would be started for ever. */
const mostBarren = 3;

/** A thread that cannot be ended (it waits for another process) is not waited for longer. */
const closeLimitMs = 1000;

/** Runs modules in worker threads that are kept until the module's file changes. */
export function createScriptRunner(options: ScriptRunnerOptions): ScriptRunner {
  const { clock, onOutput, execArgv = [] } = options;
  const { loadLimitMs = usualLoadLimitMs, maxMemoryMb = usualMaxMemoryMb } = options;
  const loaded = new Map<string, Loaded>();
  const threads = new Set<ScriptThread>();
  let isClosed = false;

  function threadOf(file: string): ScriptThread {
    const stamp = fileStamp(file);
    const known = loaded.get(file);
    if (known?.thread.takesCalls) {
      // Editors take a file away before they put the new one in its place.
      if (stamp === known.stamp || stamp === '') return known.thread;
      known.thread.retire();
    }
    const thread = new ScriptThread({
      file,
      clock,
      loadLimitMs,
      maxMemoryMb,
      execArgv,
      onOutput: (text) => onOutput?.(file, text),
      onEnded: () => threads.delete(thread),
    });
    threads.add(thread);
    loaded.set(file, { thread, stamp });
    return thread;
  }

  async function call(script: ScriptRef, input: JsonObject): Promise<Reply> {
    const { file, timeLimitMs } = script;
    if (isClosed) return { ok: false, error: scriptFailed(file, 'ended', 'dtcard ends') };
    try {
      let result = await threadOf(file).call(input, timeLimitMs);
      // It waited behind a call that was stuck, or the file changed: the function was not called.
      for (let barren = 0; result.kind === 'not-begun' && !isClosed; ) {
        if (result.wasBarren && ++barren > mostBarren) break;
        result = await threadOf(file).call(input, timeLimitMs);
      }
      return parsedReply(file, result);
    } catch (error) {
      // No thread can be made, or the input cannot be copied.
      return { ok: false, error: scriptUnusable(file, 'load', messageOf(error)) };
    }
  }

  return {
    async run(script, input) {
      const startedAt = clock.monotonic();
      const reply = await call(script, input);
      return { ...reply, tookMs: clock.monotonic() - startedAt };
    },
    async warmUp({ file }) {
      if (isClosed) return undefined;
      try {
        const error = await threadOf(file).loaded;
        return error?.code === 'E1020' ? error : undefined;
      } catch (error) {
        return scriptUnusable(file, 'load', messageOf(error));
      }
    },
    async close() {
      isClosed = true;
      loaded.clear();
      const ended = Promise.all([...threads].map((thread) => thread.close()));
      const patience = new AbortController();
      await Promise.race([
        ended,
        sleep(clock, closeLimitMs, patience.signal).catch(() => undefined),
      ]);
      patience.abort();
    },
  };
}

/**
 * Loads a module and ends it again: what stands at its top is done.
 * @returns why rules cannot use it; undefined when they can
 */
export async function checkScript(
  file: string,
  {
    clock,
    execArgv = [],
    loadLimitMs = usualLoadLimitMs,
    maxMemoryMb = usualMaxMemoryMb,
  }: ScriptRunnerOptions,
): Promise<ErrorSummary | undefined> {
  const nobody = () => undefined;
  const thread = new ScriptThread({
    file,
    clock,
    loadLimitMs,
    maxMemoryMb,
    execArgv,
    onOutput: nobody,
    onEnded: nobody,
  });
  const keepsWaiting = clock.after(2 * loadLimitMs, nobody);
  try {
    return await thread.loaded;
  } finally {
    keepsWaiting();
    await thread.close();
  }
}

/** What came of a call: the text of its reply, or why there is none. */
function parsedReply(file: string, result: ThreadResult): Reply {
  switch (result.kind) {
    case 'failed':
      return { ok: false, error: result.error };
    case 'not-begun':
      return {
        ok: false,
        error: scriptFailed(file, 'ended', 'its thread ended before it was called'),
      };
    case 'value': {
      if (result.text === undefined) return { ok: true, value: undefined };
      const parsed = parseJson(result.text);
      return parsed.ok ? parsed : { ok: false, error: scriptFailed(file, 'reply', parsed.problem) };
    }
  }
}

type Reply =
  | { readonly ok: true; readonly value: JsonValue | undefined }
  | { readonly ok: false; readonly error: ErrorSummary };
