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
  /** Read in all, from the newest end; 32 MB unless stated. */
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
 * What ended runs of the same clientId and api left open and no later run took over, from their
 * automatic recordings. Files that cannot be read count as none.
 * @returns the oldest run first; those that left nothing are not among them
 */
export async function readOpenExchanges(query: LastRunQuery): Promise<readonly LastRun[]> {
  const oldest = query.nowMs - OLDEST_MS;
  const runs: LastRun[] = [];
  /** In newer runs, which have the last word about it. */
  const known = new Set<string>();
  let tailBytes = query.tailBytes ?? TAIL_BYTES;
  let mostOpen = MOST_OPEN;
  for (const { file, size, isOver } of candidates(query)) {
    try {
      if (!(await isOfSameApp(file, query))) continue;
      const { open, ids } = await exchangesIn(file, tailBytes);
      tailBytes -= size;
      const left = open.filter(
        ({ exchangeId, receivedAtMs }) => receivedAtMs >= oldest && !known.has(exchangeId),
      );
      const found = isOver ? left.slice(-mostOpen) : [];
      if (found.length > 0) runs.unshift({ recording: file, open: found });
      mostOpen -= found.length;
      for (const id of ids) known.add(id);
      // What a run took over stands at its beginning, and this one was not read from there.
      if (tailBytes <= 0 || mostOpen <= 0) break;
    } catch {
      // Not a recording, or gone since: the next one may be.
    }
  }
  return runs;
}

interface Candidate {
  readonly file: string;
  readonly size: number;
  /** False: its process still runs, and offers itself what it has. */
  readonly isOver: boolean;
}

/** Newest first. */
function candidates(query: LastRunQuery): readonly Candidate[] {
  const directory = path.join(path.resolve(query.stateDir), 'recordings');
  const current = query.current === undefined ? undefined : path.resolve(query.current);
  return namesIn(directory)
    .sort((a, b) => (a < b ? 1 : -1))
    .flatMap((name) => {
      const pid = pidOfRecording(name);
      const file = path.join(directory, name);
      const size = file === current ? undefined : recentSize(file, query.nowMs);
      if (pid === undefined || size === undefined) return [];
      return [{ file, size, isOver: pid === query.pid || !query.isRunning(pid) }];
    })
    .slice(0, MOST_FILES);
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    // Nothing was ever recorded.
    return [];
  }
}

/** In bytes; undefined: not a file, or not written to for long. */
function recentSize(file: string, nowMs: number): number | undefined {
  try {
    const stat = lstatSync(file);
    return stat.isFile() && nowMs - stat.mtimeMs <= OLDEST_MS ? stat.size : undefined;
  } catch {
    return undefined;
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

async function exchangesIn(file: string, tailBytes: number) {
  const fold = createOpenExchangesFold();
  const ids = new Set<string>();
  for await (const event of readRecordingEnd(file, { tailBytes, isWanted })) {
    fold.apply(event);
    if (event.type === 'callback.received' || event.type === 'callback.restored')
      ids.add(event.exchangeId);
  }
  return { open: fold.read(), ids };
}

/** Most lines of a long run are of messages, calls and frames. */
function isWanted(type: string): boolean {
  return /^(?:session|callback|rule)\.|^card\.update/.test(type);
}
