import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isJsonObject, parseJson } from '../base/json-text.js';

/** Processes of this user that others should know of: simulators to talk to, watches on a client id. */
export interface RunningEntry {
  readonly kind: 'simulator' | 'watch';
  readonly pid: number;
  /** Where it listens, or where it is connected to. */
  readonly origin: string;
  readonly clientId: string;
  readonly startedAtMs: number;
}

export interface RunningEntries {
  /**
   * Others not knowing of it is no reason to fail: where nothing can be written, nothing is.
   * @returns removes the entry again; also safe after the directory is gone
   */
  announce(entry: RunningEntry): () => void;
  /** Entries of living processes, newest first. Entries of dead ones are cleared away. */
  list(kind: RunningEntry['kind']): RunningEntry[];
}

/** @param directory made when needed, readable by its owner only */
export function createRunningEntries(
  directory: string,
  isAlive: (pid: number) => boolean,
): RunningEntries {
  const fileOf = (entry: RunningEntry) =>
    path.join(directory, `${entry.kind}-${entry.pid}-${entry.startedAtMs}.json`);

  return {
    announce(entry) {
      const file = fileOf(entry);
      try {
        mkdirSync(directory, { recursive: true, mode: 0o700 });
        // Renamed into place, so that nobody reads half an entry.
        writeFileSync(`${file}.new`, JSON.stringify(entry), { mode: 0o600 });
        renameSync(`${file}.new`, file);
      } catch {
        return () => undefined;
      }
      return () => remove(file);
    },
    list(kind) {
      const found: RunningEntry[] = [];
      for (const name of namesIn(directory)) {
        if (!name.startsWith(`${kind}-`) || !name.endsWith('.json')) continue;
        const file = path.join(directory, name);
        const entry = readEntry(file);
        if (entry && isAlive(entry.pid)) found.push(entry);
        else remove(file);
      }
      return found.sort((a, b) => b.startedAtMs - a.startedAtMs);
    },
  };
}

function remove(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // A directory that became read-only; its entries are seen to be dead by their process ids.
  }
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    // Nothing was ever announced.
    return [];
  }
}

function readEntry(file: string): RunningEntry | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
  const parsed = parseJson(text);
  if (!parsed.ok || !isJsonObject(parsed.value)) return undefined;
  const { kind, pid, origin, clientId, startedAtMs } = parsed.value;
  if (kind !== 'simulator' && kind !== 'watch') return undefined;
  if (typeof pid !== 'number' || typeof origin !== 'string') return undefined;
  if (typeof clientId !== 'string' || typeof startedAtMs !== 'number') return undefined;
  return { kind, pid, origin, clientId, startedAtMs };
}

/** Whether a process with this id exists; one of another user counts as living. */
export function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
