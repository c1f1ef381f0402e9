import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  pidOfRecording,
  pruneRecordings,
  recordingName,
} from '../../src/record/recordings-directory.js';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'dtcard-prune-'));
});

afterEach(() => rmSync(directory, { recursive: true, force: true }));

const start = Date.UTC(2026, 10, 22, 15, 30, 12, 345);

function make(count: number, size = 10): readonly string[] {
  return Array.from({ length: count }, (_, n) => {
    const file = path.join(directory, recordingName(start + n * 1000, 1000 + n));
    writeFileSync(file, 'x'.repeat(size));
    return file;
  });
}

const isRunning = () => false;

describe('the name of a recording', () => {
  it('tells when and by whom', () => {
    expect(recordingName(start, 4711)).toBe('watch-20261122T153012345Z-4711.jsonl');
    expect(pidOfRecording(recordingName(start, 4711))).toBe(4711);
    expect(pidOfRecording('watch-of-mine-4711.jsonl')).toBeUndefined();
  });
});

describe('old recordings', () => {
  it('are removed, oldest first, until few enough are left', () => {
    const files = make(5);
    expect(pruneRecordings(directory, { isRunning, keepFiles: 2 })).toEqual(files.slice(0, 3));
    expect(readdirSync(directory)).toHaveLength(2);
  });

  it('are removed until they are small enough together', () => {
    const files = make(5, 100);
    expect(pruneRecordings(directory, { isRunning, keepBytes: 250 })).toEqual(files.slice(0, 3));
  });

  it('stay when there are few', () => {
    make(50);
    expect(pruneRecordings(directory, { isRunning })).toEqual([]);
  });

  it('are fifty at most unless stated otherwise', () => {
    make(53);
    expect(pruneRecordings(directory, { isRunning })).toHaveLength(3);
  });

  it('stay when they are being written', () => {
    const files = make(4);
    const options = {
      keepFiles: 0,
      isRunning: (pid: number) => pid === 1001,
      current: path.relative('.', files[2] as string),
    };
    expect(pruneRecordings(directory, options)).toEqual([files[0], files[3]]);
  });

  it('are only those with the name of one', () => {
    writeFileSync(path.join(directory, 'mine.jsonl'), 'x');
    writeFileSync(path.join(directory, 'watch-mine.jsonl'), 'x');
    mkdirSync(path.join(directory, recordingName(start, 1)));
    symlinkSync('mine.jsonl', path.join(directory, recordingName(start, 2)));
    expect(pruneRecordings(directory, { isRunning, keepFiles: 0 })).toEqual([]);
    expect(readdirSync(directory)).toHaveLength(4);
  });

  it('are none in a directory that is not there', () => {
    expect(pruneRecordings(path.join(directory, 'none'), { isRunning })).toEqual([]);
  });
});
