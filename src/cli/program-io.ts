import type { Clock } from '../base/clock.js';
import type { IdSource } from '../base/ids.js';
import type { Lang } from '../i18n/sentence.js';
import type { Translate } from '../i18n/translate.js';

/** The world outside, as commands see it. Only `main.ts` and tests make one. */
export interface ProgramIo {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly lang: Lang;
  readonly t: Translate;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly stdin: NodeJS.ReadStream;
  /** Data. */
  readonly out: (text: string) => void;
  /** Everything else. */
  readonly err: (text: string) => void;
  readonly stdinIsTty: boolean;
  readonly stdoutIsTty: boolean;
  readonly color: boolean;
  /** Where the program was started. Files are named relative to it. */
  readonly cwd: string;
  /** Calls `stop` once on SIGINT, SIGTERM or SIGHUP, with the exit code the signal means; a second signal ends at once. */
  onSignal(stop: (signal: string, exitCode: number) => void): () => void;
}
