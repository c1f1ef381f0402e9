import { lstatSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { OpenExchange } from '../log/open-exchange.js';
import { createOpenExchangesFold } from '../log/open-exchanges.js';
import { readRecording, readRecordingEnd } from './recording-reader.js';
import { pidOfRecording } from './recordings-directory.js';

export interface LastRunQuery {
  readonly stateDir: string;
  readonly clientId: string;
  /** Origin, as in `session.started`. */
  readonly api: string;
  /** Of this process: a file with its id that is not `current` is of a process before. */
  readonly pid: number;
  /** Path of the recording being written; absent: there is none. */
  readonly current?: string;
  /** Whether a process with this id is running: its run is not over. */
  readonly isRunning: (pid: number) => boolean;
  readonly nowMs: number;
  /** Of a larger file the start and this much of the end are read; 32 MB unless stated. */
  readonly tailBytes?: number;
}

export interface LastRun {
  readonly recording: string;
  readonly open: readonly OpenExchange[];
}

/** Cards of yesterday are nobody's concern today. */
const OLDEST_MS = 24 * 60 * 60 * 1000;
/** Automatic recordings looked into: several apps may be watched in turn. */
const MOST_FILES = 10;
const TAIL_BYTES = 32 * 1024 * 1024;
/** Restoring more than a person could look through helps nobody; the newest are kept. */
const MOST_OPEN = 1000;

/**
 * What the newest ended run of the same clientId and api left open, from its automatic recording.
 * Files that cannot be read count as none.
 * @returns undefined when there is no such run, or it left nothing open
 */
export async function readOpenExchanges(query: LastRunQuery): Promise<LastRun | undefined> {
  for (const file of candidates(query)) {
    try {
      if (!(await isOfSameApp(file, query))) continue;
      const oldest = query.nowMs - OLDEST_MS;
      const found = (await openIn(file, query)).filter((one) => one.receivedAtMs >= oldest);
      // The runs before this one are its own concern: it took over what they had left.
      return found.length === 0 ? undefined : { recording: file, open: found.slice(-MOST_OPEN) };
    } catch {
      // Not a recording, or gone since: the next one may be.
    }
  }
  return undefined;
}

/** Newest first. */
function candidates(query: LastRunQuery): readonly string[] {
  const directory = path.join(path.resolve(query.stateDir), 'recordings');
  const current = query.current === undefined ? undefined : path.resolve(query.current);
  return namesIn(directory)
    .flatMap((name) => {
      const pid = pidOfRecording(name);
      return pid === undefined ? [] : [{ file: path.join(directory, name), name, pid }];
    })
    .filter(({ file }) => file !== current)
    .filter(({ pid }) => pid === query.pid || !query.isRunning(pid))
    .sort((a, b) => (a.name < b.name ? 1 : -1))
    .map(({ file }) => file)
    .filter((file) => isRecent(file, query.nowMs))
    .slice(0, MOST_FILES);
}

function namesIn(directory: string): readonly string[] {
  try {
    return readdirSync(directory);
  } catch {
    // Nothing was ever recorded.
    return [];
  }
}

function isRecent(file: string, nowMs: number): boolean {
  try {
    const stat = lstatSync(file);
    return stat.isFile() && nowMs - stat.mtimeMs <= OLDEST_MS;
  } catch {
    return false;
  }
}

/** `session.started` is the first event of a run. */
async function isOfSameApp(file: string, { clientId, api }: LastRunQuery): Promise<boolean> {
  for await (const item of readRecording(file)) {
    if (item.kind === 'header') continue;
    if (item.kind !== 'event' || item.event.type !== 'session.started') return false;
    return item.event.clientId === clientId && item.event.api === api;
  }
  return false;
}

async function openIn(file: string, query: LastRunQuery): Promise<readonly OpenExchange[]> {
  const fold = createOpenExchangesFold();
  const tailBytes = query.tailBytes ?? TAIL_BYTES;
  for await (const event of readRecordingEnd(file, { tailBytes, isWanted })) fold.apply(event);
  return fold.read();
}

/** Most lines of a long run are of messages, calls and frames. */
function isWanted(type: string): boolean {
  return /^(?:session|callback|rule)\.|^card\.update/.test(type);
}
