import { lstatSync, readdirSync, unlinkSync } from 'node:fs';
import path from 'node:path';

const namePattern = /^watch-\d{8}T\d{9}Z-(\d+)\.jsonl$/;

/** `watch-20261122T153012345Z-4711.jsonl`: sorted by name is sorted by time. */
export function recordingName(startedMs: number, pid: number): string {
  const stamp = new Date(startedMs).toISOString().replace(/[-:.]/g, '');
  return `watch-${stamp}-${pid}.jsonl`;
}

/** The process an automatic recording was written by; undefined for files with other names. */
export function pidOfRecording(name: string): number | undefined {
  const pid = namePattern.exec(name)?.[1];
  return pid === undefined ? undefined : Number(pid);
}

export interface PruneOptions {
  /** Never removed. */
  readonly current?: string;
  /** Whether a process with this id is running; its recording is not removed. */
  readonly isRunning: (pid: number) => boolean;
  readonly keepFiles?: number;
  readonly keepBytes?: number;
}

/**
 * Removes automatic recordings, oldest first, until at most 50 files and 500 MB are left, unless
 * stated otherwise. Files with other names are not looked at; what cannot be removed is left.
 * @returns paths of the removed files
 */
export function pruneRecordings(directory: string, options: PruneOptions): readonly string[] {
  const keepFiles = options.keepFiles ?? 50;
  const keepBytes = options.keepBytes ?? 500 * 1024 * 1024;
  const current = options.current === undefined ? undefined : path.resolve(options.current);
  const found = recordingsIn(path.resolve(directory));
  let files = found.length;
  let bytes = found.reduce((sum, { size }) => sum + size, 0);
  const removed: string[] = [];
  for (const { file, pid, size } of found) {
    if (files <= keepFiles && bytes <= keepBytes) break;
    if (file === current || options.isRunning(pid)) continue;
    try {
      unlinkSync(file);
      removed.push(file);
    } catch {
      // Another process may have removed it; one that cannot be removed must not stop a start.
      continue;
    }
    files -= 1;
    bytes -= size;
  }
  return removed;
}

interface Found {
  readonly file: string;
  readonly pid: number;
  readonly size: number;
}

function recordingsIn(directory: string): readonly Found[] {
  let names: string[];
  try {
    names = readdirSync(directory);
  } catch {
    return [];
  }
  return names.sort().flatMap((name) => {
    const pid = pidOfRecording(name);
    if (pid === undefined) return [];
    const file = path.join(directory, name);
    try {
      const stat = lstatSync(file);
      return stat.isFile() ? [{ file, pid, size: stat.size }] : [];
    } catch {
      return [];
    }
  });
}
