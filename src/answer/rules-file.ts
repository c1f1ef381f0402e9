import type { Clock } from '../base/clock.js';
import { maxSourceBytes } from '../base/yaml-source.js';
import type { RuleProblem } from '../log/event.js';
import { FileWatch, type ReadBytes, readBytes, type WatchDirectory } from './file-watch.js';
import { type LoadedRules, loadRules } from './load-rules.js';
import type { RuleSet } from './rule.js';

/** Loads a rules file from disk. A file that cannot be read is a problem like any other, at line 0. */
export function readRulesFile(file: string): LoadedRules {
  return rulesIn(readBytes(file, maxSourceBytes, true), file);
}

export interface RulesWatchOptions {
  readonly path: string;
  readonly clock: Clock;
  readonly onLoaded: (rules: RuleSet) => void;
  /** @param keptPrevious whether rules loaded before stay in force */
  readonly onRejected: (problems: readonly RuleProblem[], keptPrevious: boolean) => void;
  /** How often the file is looked at, where the system does not tell of changes. */
  readonly pollMs?: number;
  /** Saves closer together than this are read once. */
  readonly settleMs?: number;
  /** Tells of changes in a directory. Undefined when that is not possible here. */
  readonly watchDirectory?: WatchDirectory;
}

/**
 * Keeps the rules of a file current: loads it now, and again whenever it changes. A file that breaks
 * or vanishes is reported once; the rules before stay in force. Keeps no process alive.
 */
export class RulesWatch {
  readonly #file: FileWatch;
  #current: RuleSet | undefined;

  constructor(options: RulesWatchOptions) {
    this.#file = new FileWatch({
      ...options,
      mostBytes: maxSourceBytes,
      onRead: (read) => {
        const loaded = rulesIn(read, options.path);
        if (loaded.ok) {
          this.#current = loaded.rules;
          options.onLoaded(loaded.rules);
        } else options.onRejected(loaded.problems, this.#current !== undefined);
      },
    });
  }

  /** The rules in force. */
  get current(): RuleSet | undefined {
    return this.#current;
  }

  close(): void {
    this.#file.close();
  }
}

function rulesIn(read: ReadBytes, file: string): LoadedRules {
  if (read.ok) return loadRules(read.bytes, file);
  return { ok: false, problems: [{ line: 0, column: 0, message: read.problem }] };
}
