import type { JsonObject, JsonValue } from '../base/json-text.js';
import type { ErrorSummary } from '../log/event.js';

/** A rule's ESM module. */
export interface ScriptRef {
  /** Absolute path. */
  readonly file: string;
  /** The worker is ended when the function takes longer. */
  readonly timeLimitMs: number;
}

/**
 * Runs the functions that rules name, each module in a worker thread of its own, so that one that
 * never returns cannot keep a callback waiting.
 */
export interface ScriptRunner {
  /** Never rejects. `input` is copied to the worker as JSON, what the function returns comes back as JSON. */
  run(script: ScriptRef, input: JsonObject): Promise<ScriptResult>;
  /**
   * Loads the module, so that the first callback need not wait for it. Never rejects.
   * @returns why it cannot be used (E1020); undefined when it can, and when it was ended before
   */
  warmUp(script: ScriptRef): Promise<ErrorSummary | undefined>;
  /** Ends every worker; what is running then fails. */
  close(): Promise<void>;
}

export type ScriptResult =
  /** `undefined`: it returned nothing, which means: not for me. */
  | { readonly ok: true; readonly value: JsonValue | undefined; readonly tookMs: number }
  | { readonly ok: false; readonly error: ErrorSummary; readonly tookMs: number };
