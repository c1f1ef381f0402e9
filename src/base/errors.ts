import { type ErrorCode, errorTable } from './error-codes.js';
import type { ExitCode } from './exit-codes.js';
import { exitCodes } from './exit-codes.js';

export type ErrorKind = 'user' | 'auth' | 'network' | 'platform' | 'bug';

const exitCodeOf: Record<ErrorKind, ExitCode> = {
  platform: exitCodes.failed,
  user: exitCodes.usage,
  auth: exitCodes.auth,
  network: exitCodes.network,
  bug: exitCodes.bug,
};

/** Values for the placeholders of the sentence. Never a secret: they are printed. */
export type ErrorParams = Readonly<Record<string, string | number | boolean>>;

/** What DingTalk answered (card-openapi §1.5), kept for hints, `--json` and the log. */
export interface PlatformFault {
  /** 0 when there was no HTTP status. */
  readonly httpStatus: number;
  /** DingTalk's `code`, or its numeric `errcode` as a string. */
  readonly code: string;
  readonly message: string;
  readonly requestId?: string;
  readonly requiredScopes?: readonly string[];
}

export interface DtcardErrorOptions {
  readonly params?: ErrorParams;
  readonly cause?: unknown;
  readonly fault?: PlatformFault;
}

const brand: unique symbol = Symbol.for('dtcard.error') as never;

/**
 * An expected failure with a stable code. The sentence in the reader's language (what failed,
 * because of what, do this) is looked up by code in i18n; `message` is for logs and developers.
 * Nobody catches these except to add context; only `cli/main.ts` turns them into an exit code.
 */
export class DtcardError extends Error {
  /** The program is built in parts that each carry this class; an error of one is known in all. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === 'object' && value !== null && Object.hasOwn(value, brand);
  }

  readonly [brand] = true;
  readonly code: ErrorCode;
  readonly kind: ErrorKind;
  readonly exitCode: ExitCode;
  readonly params: ErrorParams;
  readonly fault: PlatformFault | undefined;

  constructor(code: ErrorCode, options: DtcardErrorOptions = {}) {
    const entry = errorTable[code];
    const params = options.params ?? {};
    const shown = Object.entries(params).map(([key, value]) => `${key}=${String(value)}`);
    super([`${code} ${entry.name}`, ...shown].join(' '), { cause: options.cause });
    this.name = 'DtcardError';
    this.code = code;
    this.kind = entry.kind;
    this.exitCode = exitCodeOf[entry.kind];
    this.params = params;
    this.fault = options.fault;
  }
}

export function isDtcardError(value: unknown): value is DtcardError {
  return value instanceof DtcardError;
}

/** The text of anything that was thrown, without its stack. Never throws itself. */
export function messageOf(thrown: unknown): string {
  try {
    // Node reports a host that refused on every address as an AggregateError without a message.
    if (thrown instanceof AggregateError && thrown.message === '' && thrown.errors.length > 0) {
      return thrown.errors.map(messageOf).join('; ');
    }
    const { message, name } = Object(thrown) as { message?: unknown; name?: unknown };
    if (typeof message === 'string' && message !== '') return message;
    if (thrown instanceof Error && typeof name === 'string') return name;
    return String(thrown);
  } catch {
    return 'unknown error';
  }
}
